"""Words that are written with a capital and name nobody: days, months, languages and peoples.

The lists, and one of countries and continents, are taken from CLDR; `tools/make_capitalised.py` remakes them.
"""

from __future__ import annotations

from functools import cache, lru_cache

from qa.data import named_lines
from qa.names.grammar.inflect import Inflection, inflection
from qa.names.words.ordinary import Known, known


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {lang: frozenset(words.split()) for lang, words in named_lines("known", "capitalised.txt")}


@lru_cache(maxsize=16384)
def names_nobody(word: str, lang: str) -> bool:
    """Whether a folded word is a day, a month, a language or a people in a base language, inflected or not."""
    listed = _lists().get(lang, frozenset())
    if word in listed:
        return True
    starts = (word[:size] for size in range(3, len(word)))
    return any(s in listed and inflection(s, word, lang) >= Inflection.INFLECTED for s in starts)


@lru_cache(maxsize=16384)
def made_from_place(word: str, lang: str) -> bool:
    """Whether a folded word is made from the name of a known place, as those of its people are, and is none itself."""
    if known(word) or a_place(word, lang):
        return False
    starts = (word[:size] for size in range(4, len(word)))
    return any(a_place(s, lang) and inflection(s, word, lang) > Inflection.NONE for s in starts)


def a_place(word: str, lang: str) -> bool:
    """Whether a folded word is a city, a country or a continent."""
    return Known.PLACE in known(word) or word in _lists().get(f"{lang} places", frozenset())
