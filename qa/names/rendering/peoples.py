"""Words of a target that are made from the name of a place: a people, its language, an adjective.

What one language says by the name of a country (the genitive *Poloniei*, *Saksamaa politsei*, *the Moscow metro*)
another says by such a word (*Polish*, *German*, *moscovite*). It is no spelling of the name, and the name is not lost.
"""

from __future__ import annotations

from functools import cache, lru_cache

from qa.data import named_lines
from qa.names.lexicon.lexicon import Name
from qa.names.script.edits import same_start
from qa.names.script.letters import is_vowel
from qa.names.words.capitalised import a_place, made_from_place, names_nobody
from qa.text import fold, is_small, words

_BEGINS = 3  # first letters, or consonants, that the name of a country and a word for its people share
_SHARED = 4  # first letters that a name and any other word made from it share, at least
_REGIONS = ("chchyna", "shchyna", "shchina")  # how Ukrainian regions end; in English: the Poltava region
_PART = 0.55  # of the letters of the name


@lru_cache(maxsize=16384)
def of_a_people(names: frozenset[str], word: str, lang: str) -> bool:
    """Whether a folded word is the name of a people or a language, and any of some folded names that of a country.

    A people may be a misspelling of anything else: Belarusian, of the station Belorusskaya.
    """
    return _names_a_people(word, lang) and any(a_place(name, lang) for name in names)


def _names_a_people(word: str, lang: str) -> bool:
    return names_nobody(word, lang) and not a_place(word, lang)


def of_some_people(word: str, lang: str) -> bool:
    """Whether a folded word is the name of a people or a language, or is made from the name of some known place."""
    return _names_a_people(word, lang) or made_from_place(word, lang)


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
    if any(word.startswith(start) for start in _otherwise(lang).get(name, ())):
        return True
    if word[:1] != name[:1] or word == name:
        return False
    stem = next((name.removesuffix(end) for end in _REGIONS if name.endswith(end)), "")
    if len(stem) >= _SHARED and word.startswith(stem):
        return True
    # A word in small letters is no name, however much it is like one.
    if small and same_start(name, word) >= max(_SHARED, _PART * len(name)):
        return True
    begins_so = same_start(name, word) >= _BEGINS or _consonants(name) == _consonants(word)
    return begins_so and _names_a_people(word, lang)


def _consonants(word: str) -> str:
    return "".join(c for c in word if not is_vowel(c))[:_BEGINS]


@cache
def _otherwise(lang: str) -> dict[str, tuple[str, ...]]:
    """What the words for a people begin with, by the folded name of a country, where that begins otherwise."""
    found: dict[str, tuple[str, ...]] = {}
    for base, items in named_lines("known", "peoples.txt"):
        for country, _, start in (item.partition(">") for item in items.split() if base == lang):
            name = country.replace("_", " ")
            found[name] = (*found.get(name, ()), start)
    return found
