"""Names whose characters were read otherwise than they are: Araya for 新谷, which is Niiya.

Most kanji have several readings in Japanese, and which of them a name has is known or guessed. Where the source asks
for a name, a stretch that puts together readings of its characters, one after the other, is that name wrongly read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from qa.names.lexicon.lexicon import Name
from qa.names.near.candidates import EXACT
from qa.names.near.closeness import FAR, Closeness
from qa.names.near.nearness import COMMON
from qa.names.script.align import Native, distance, prepare
from qa.names.script.chinese import simplified, surname_readings
from qa.names.script.latin_syllables import made_of_syllables
from qa.names.script.scripts import pinyin
from qa.names.texts.given_before import TITLES
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import LOOK_BACK, Window, capital_behind
from qa.names.words.ordinary import frequency, known
from qa.names.words.parted import parts
from qa.text import fold

TABLE = "kanji"
_COMMON = 4.0  # Zipf frequency of a word that is no name, with a capital or without
_BEFORE = re.compile(r"([^\W\d_a-z][^\W\d_]*)[ \u00a0-]\Z")
# Syllables of Japanese in Latin letters.
_KANA = re.compile("(?:(?:[kgsztdnhbpmr]y?|sh|ch|ts|[jfywv])?[aeiou]h?|[nmkstpc](?![aeiouy]))+")
_SHORTEST = 3  # letters of a stretch that may be a reading


def misread(source: SourceName, name: Name, window: Window, lang: str) -> Closeness:
    """How close a stretch comes to some reading of a name that a source in `lang` asks for; far in most languages."""
    letters = window.normal
    if lang != "ja" or len(letters) < _SHORTEST or not letters.isascii():
        return FAR
    return _read(name, source.native, letters)


@lru_cache(maxsize=8192)
def _read(name: Name, form: str, letters: str) -> Closeness:
    if frequency(letters, name.base_lang) >= COMMON:
        return FAR
    found = [(distance(native, letters, EXACT), native) for native in _natives(name, form)]
    cost, native = min(found, key=lambda f: f[0], default=(EXACT + 1, None))
    if native is None or cost > EXACT:
        return FAR
    return Closeness(cost / len(letters), cost / len(letters), FAR.latin, native, None)


def wrongly_read(character: str, letters: str, close: Closeness) -> bool:
    """Whether a stretch reads a Chinese character otherwise than as the surname: Dan for 单, which is Shan.

    Many persons bear a surname of one character, so its regular reading may be another person's.
    """
    surname = simplified(character)
    read = surname_readings().get(surname) or pinyin(surname)[0]
    return letters != read and close.cost * len(letters) <= EXACT


def in_longer_name(text: str, window: Window, kind: str, lang: str, target: str) -> bool:
    """Whether a stretch is rather part of another name, with a capitalised word beside it: Santa Cruz, Le Monde.

    Beside a person's name, of the entry's `kind`, the other name may stand, and common words beside any (Hinata City).
    """
    person = kind == "person"
    beside = (w for w in capitals_beside(text, window) if w not in TITLES)
    names = (w for w in beside if frequency(w, target) < _COMMON or known(w))
    return any(not (person and _made_of_syllables(w, lang)) for w in names)


def beside_given(text: str, window: Window, lang: str) -> bool:
    """Whether a word stands beside a surname from a source in `lang` that may be the given name."""
    return any(_made_of_syllables(word, lang) for word in capitals_beside(text, window))


def capitals_beside(text: str, window: Window) -> list[str]:
    """The words with a capital, folded, that stand close before and behind a stretch."""
    before = _BEFORE.search(text, max(0, window.start - LOOK_BACK), window.start)
    beside = before[1] if before is not None else None, capital_behind(text, window.end)
    return [fold(word) for word in beside if word is not None]


def _made_of_syllables(word: str, lang: str) -> bool:
    if lang == "ja":
        return bool(_KANA.fullmatch(word))
    return made_of_syllables(word, "ko" if lang == "ko" else "zh")


def _natives(name: Name, met: str) -> Iterator[Native]:
    """The forms in kanji that stand in what the source has, a person's in both orders."""
    for form in name.natives_in("ja"):
        if form in met:
            orders = _orders(form) if name.type == "person" else (form,)
            yield from (prepare(_repeated(order), TABLE) for order in orders)


def _orders(form: str) -> Iterator[str]:
    """A person's form with the surname first and last; where no dictionary tells the surname, wherever it may end."""
    person = parts(form, "ja")
    yield form
    for end in (len(person.family),) if person else range(1, len(form)):
        yield f"{form[:end]} {form[end:]}"
        yield f"{form[end:]} {form[:end]}"


def _repeated(form: str) -> str:
    """A form with characters for the signs that repeat them."""
    out = ""
    for character in form:
        out += out[-1] if character == "々" and out else character
    return out
