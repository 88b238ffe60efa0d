"""Words of a target that are made from the name of a place: a people, its language, an adjective.

What one language says by the name of a country (the genitive *Poloniei*, *Saksamaa politsei*, *the Moscow metro*)
another says by such a word (*Polish*, *German*, *moscovite*). It is no spelling of the name, and the name is not lost.
"""

from __future__ import annotations

from functools import lru_cache

from qa.names.capitalised import a_place, names_nobody
from qa.names.lexicon import Name
from qa.text import fold, is_small, words

_LISTED = 2  # first letters that the name of a country and the listed word for its people share
_SHARED = 4  # first letters that a name and any other word made from it share, at least
_PART = 0.55  # of the letters of the name


@lru_cache(maxsize=16384)
def of_a_people(names: frozenset[str], word: str, lang: str) -> bool:
    """Whether a folded word is the name of a people or a language, and any of some folded names that of a country.

    A people may be a misspelling of anything else: Belarusian, of the station Belorusskaya.
    """
    return _names_a_people(word, lang) and any(a_place(name, lang) for name in names)


def _names_a_people(word: str, lang: str) -> bool:
    return names_nobody(word, lang) and not a_place(word, lang)


def said_by_its_people(name: Name, text: str) -> bool:
    """Whether a text has a word made from the name of a place instead of the name itself."""
    if name.type != "place":
        return False
    return any(
        _made_from(good, fold(word.text), is_small(word.text), name.base_lang)
        for word in words(text)
        for good in name.good
    )


def _made_from(name: str, word: str, small: bool, lang: str) -> bool:
    if word[:_LISTED] != name[:_LISTED]:
        return False
    shared = next((n for n, (a, b) in enumerate(zip(name, word, strict=False)) if a != b), len(name))
    # A word in small letters is no name, however much it is like one.
    alike = small and len(word) > shared >= max(_SHARED, _PART * len(name))
    return alike or _names_a_people(word, lang)
