"""Names of East Asian persons in their parts: Chinese and Korean forms have no space between surname and given name.

Latin spellings have one, and may have the given name first, or its syllables apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from qa.data import named_lines
from qa.names.script import kanji
from qa.names.script.align import Native, distance, prepare
from qa.names.script.chinese import CHINESE, simplified, surname_length, surnames_in_pinyin
from qa.names.script.latin_syllables import made_of_syllables
from qa.names.script.scripts import all_spelled
from qa.names.script.syllables import jamo
from qa.names.words.ordinary import frequency
from qa.text import fold

KOREAN_NAME = 3  # syllables of a Korean surname with its given name
_COMMON = 5.0  # Zipf frequency in English from which a word is no surname, with a capital or without
_ROMANIZED = 0.05  # cost of the letters up to which a word is a regular romanization


class Parts(NamedTuple):
    """The surname and the given name of a native form."""

    family: str
    given: str


@cache
def _korean() -> frozenset[str]:
    listed = named_lines("names", "korean-persons.txt")
    return frozenset(surname for _, surnames in listed for surname in surnames.split())


def parts(text: str, lang: str) -> Parts | None:
    """The parts of a normal form of a person in a base language; None where it is no name in this order."""
    size = _family_length(text, lang)
    return Parts(text[:size], text[size:].strip()) if size else None


def korean_person(text: str) -> Parts | None:
    """The parts of the name in full that a Korean text begins with, if it may."""
    return parts(fold(text)[:KOREAN_NAME], "ko")


@lru_cache(maxsize=8192)
def is_family_name(latin: str, lang: str) -> bool:
    """Whether a folded Latin word is a surname of a base language, zh or ko, in some romanization of its syllables."""
    return made_of_syllables(latin, lang) and any(
        not {latin[0], ""}.isdisjoint(surname.steps[0]) and distance(surname, latin, _ROMANIZED) <= _ROMANIZED
        for surname in _surnames(lang)
    )


def comes_first(latin: str) -> bool:
    """Whether a folded Latin word is a Chinese or Korean surname, as which it stands before the given name."""
    return any(is_family_name(latin, lang) for lang in ("zh", "ko")) and frequency(latin, "en") < _COMMON


@cache
def _surnames(lang: str) -> tuple[Native, ...]:
    surnames = map(jamo, sorted(_korean())) if lang == "ko" else surnames_in_pinyin()
    return tuple(prepare(letters, lang) for letters in surnames)


def _family_length(text: str, lang: str) -> int:
    if lang in CHINESE:
        return surname_length(simplified(text))
    if lang == "ko" and 2 <= len(text) <= 4 and " " not in text:
        return next((size for size in (2, 1) if size < len(text) and text[:size] in _korean()), 0)
    return kanji.family_length(text) if lang == "ja" else 0


class SpelledParts(NamedTuple):
    """The parts of a native form in the letters of a table."""

    table: str
    family: str
    given: str


def spelled_parts(text: str, lang: str) -> SpelledParts | None:
    """The parts of a normal form of a person in a base language, spelled out; None where it has none or is not read."""
    return next(all_spelled_parts(text, lang), None)


def all_spelled_parts(text: str, lang: str) -> Iterator[SpelledParts]:
    """The same in every reading: 潘展乐 is Zhanle, and Zhanyue for one who reads its characters one by one."""
    found = parts(text, lang)
    if found is None:
        return
    apart = (text,) if lang == "ja" else (" ".join(found), f"{found.family} {'-'.join(found.given)}")
    read = dict.fromkeys(
        (table, letters.replace("-", ""))
        for written in apart
        for table, letters in all_spelled(written, lang)
    )
    for table, letters in read:
        family, _, given = letters.partition(" ")
        if given:
            yield SpelledParts(table, family, given)


def in_parts(text: str, lang: str) -> Iterator[str]:
    """A normal form with surname and given name apart, in both orders, and with the syllables of the given name apart.

    Japanese names are taken apart where they are read.
    """
    found = parts(text, lang) if lang != "ja" else None
    if found is not None:
        given = found.given if len(found.given) == 1 else "-".join(found.given)
        for written in dict.fromkeys((found.given, given)):
            yield f"{found.family} {written}"
            yield f"{written} {found.family}"
