"""What a noun beside a name says of it in a Russian or Ukrainian source: a village, a street, a region.

The dictionary of the language finds the noun in any case; other languages have none here, and nothing is known.
"""

from __future__ import annotations

import re

from qa.names.grammar.morphology import knows, lemmas
from qa.text import fold

_VILLAGES = frozenset(
    "село селище смт хутір станиця поселок посьолок деревня станица хутор слобода слободка поселение поселення".split()
)
_STREETS = frozenset(
    "вулиця вул проспект просп бульвар провулок узвіз набережна шосе площа улица ул переулок набережная шоссе "
    "площадь".split()
)
_ADJECTIVES = ("ськ", "цьк", "зьк", "ск", "цк")  # names that are adjectives without an ending
_OF_VILLAGES = frozenset("е ого ому им ім ое ом".split())  # endings with which they are names of villages
_REGIONS = frozenset("напрямок напрям напрямка направление область громада община".split())
_BEFORE = re.compile(r"(\w+)\.? [«„\"“]?\Z")
_LONGEST = 40  # letters of a word before a name
_BEHIND = (
    60  # letters behind an adjective within which its noun stands: на Лиманському та Покровському напрямках
)


def of_a_village(text: str, start: int, name: str, word: str, base: str) -> bool:
    """Whether a folded word at a place of a text is a village's name, made as a town's is: село Покровське."""
    ending = word.removeprefix(name) if name.endswith(_ADJECTIVES) else word
    return ending in _OF_VILLAGES and _lemma_before(text, start, base, _VILLAGES)


def of_a_street(text: str, start: int, name: str, word: str, base: str) -> bool:
    """Whether a folded word at a place of a text is a street's name, after somebody's: вулиця Залужного."""
    return word != name and _lemma_before(text, start, base, _STREETS)


def of_a_region(text: str, end: int, base: str) -> bool:
    """Whether behind an adjective that ends at a place of a text stands that it is one of a region or of the front."""
    return knows(base) and any(
        not _REGIONS.isdisjoint(lemmas(fold(word), base))
        for word in re.findall(r"\w+", text[end : end + _BEHIND])
    )


def _lemma_before(text: str, start: int, base: str, nouns: frozenset[str]) -> bool:
    found = _BEFORE.search(text, max(0, start - _LONGEST), start) if knows(base) else None
    return found is not None and not nouns.isdisjoint(lemmas(fold(found[1]), base))
