"""What a noun beside a name says of it in a Russian or Ukrainian source: a village, a street, a region.

The dictionary of the language finds the noun in any case; other languages have none here, and nothing is known.
"""

from __future__ import annotations

import re

from qa.model import Span
from qa.names.grammar.morphology import knows, lemmas, may_be_adjective
from qa.names.texts.windows import LOOK_BACK
from qa.text import fold

_VILLAGES = frozenset(
    "село селище смт хутір станиця поселок посьолок деревня станица хутор слобода слободка поселение поселення".split()
)
_STREETS = frozenset(
    "вулиця вул проспект просп бульвар провулок узвіз набережна шосе площа улица ул переулок набережная шоссе "
    "площадь".split()
)
# What is called after places and other things, in quotation marks: houses, ships, works of art.
_HOUSES = frozenset(
    "бар гостиница готель дворец детсад дитсадок кафе кинотеатр кінотеатр кофейня лагерь магазин мотель отель палац "
    "пансионат пансіонат пиццерия піцерія ресторан сад садок санаторий санаторій супермаркет табір турбаза хостел "
    "школа".split()
)
_SHIPS = frozenset(
    "авианосец авіаносець балкер баржа буксир катер корабель корабль корвет крейсер криголам лайнер ледокол паром "
    "пароплав пароход подлодка субмарина судно сухогруз суховантаж танкер теплоход теплохід траулер тральник тральщик "
    "фрегат эсминец есмінець яхта".split()
)
_WORKS = frozenset(
    "альбом балет вистава журнал картина книга мюзикл опера песня пісня повесть повість роман сериал серіал спектакль "
    "фильм фільм".split()
)
_ADJECTIVES = ("ськ", "цьк", "зьк", "ск", "цк")  # names that are adjectives without an ending
_OF_VILLAGES = frozenset("е ого ому им ім ое ом".split())  # endings with which they are names of villages
_REGIONS = frozenset("напрямок напрям напрямка направление область громада община".split())
_BEFORE = re.compile(r"(\w+)\.? (?:[А-ЯЁЄІЇҐ]\w*\.? ){0,2}[«„\"“]?\Z")  # улица Академика Павлова
_QUOTED = re.compile(r"(\w+) [«„\"“]\Z")
_QUOTE_ENDS = ("»", "“", "”", '"')
_BEHIND = 60  # letters behind an adjective within which its noun stands
_WORDS = re.compile(r"(?:,? \w[\w’ʼ'-]*)+")
_AND = frozenset("і й та и".split())


def of_a_village(text: str, start: int, name: str, word: str, base: str) -> bool:
    """Whether a folded word at a place of a text is a village's name, made as a town's is: село Покровське."""
    made = name.endswith(_ADJECTIVES) and word.removeprefix(name) in _OF_VILLAGES
    return made and _lemma_before(text, start, base, _VILLAGES)


def called_a_village(text: str, start: int, base: str) -> bool:
    """Whether a village is called by what stands at a place of a text: село Орешник, beside the missile."""
    return _lemma_before(text, start, base, _VILLAGES)


def of_a_street(text: str, start: int, name: str, word: str, base: str) -> bool:
    """Whether a folded word at a place of a text is a street's name, after somebody's: вулиця Залужного."""
    return word != name and _lemma_before(text, start, base, _STREETS)


def called_after_a_place(text: str, span: Span, base: str) -> bool:
    """Whether what has a place's name in quotation marks is a house, a ship or a work of art: крейсер «Москва»."""
    return _quoted_behind(text, span, base, _HOUSES | _SHIPS | _WORKS)


def called_as_a_house(text: str, span: Span, base: str) -> bool:
    """Whether a house has a name in quotation marks, which that of a thing may be: детский сад «Яблоко»."""
    return _quoted_behind(text, span, base, _HOUSES)


def _quoted_behind(text: str, span: Span, base: str, nouns: frozenset[str]) -> bool:
    if not knows(base) or not text.startswith(_QUOTE_ENDS, span.end):
        return False
    found = _QUOTED.search(text, max(0, span.start - LOOK_BACK), span.start)
    return found is not None and not nouns.isdisjoint(lemmas(fold(found[1]), base))


def of_a_region(text: str, end: int, base: str) -> bool:
    """Whether behind an adjective that ends at a place of a text stands that it is one of a region or of the front.

    Other adjectives may stand between: на Лиманському та Ізюмському напрямках.
    """
    if not knows(base):
        return False
    found = _WORDS.match(text, end, end + _BEHIND)
    for word in found.group().replace(",", "").split() if found else ():
        if not _REGIONS.isdisjoint(lemmas(fold(word), base)):
            return True
        if word not in _AND and not may_be_adjective(fold(word), base):
            return False
    return False


def _lemma_before(text: str, start: int, base: str, nouns: frozenset[str]) -> bool:
    found = _BEFORE.search(text, max(0, start - LOOK_BACK), start) if knows(base) else None
    return found is not None and not nouns.isdisjoint(lemmas(fold(found[1]), base))
