"""The dictionary forms of a word of a source, and which of them is written most like a name of the target."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from qa.names.grammar import morphology
from qa.names.lexicon.keys import spelling_keys
from qa.names.script.align import distance, prepare
from qa.names.script.romanize import romanizations
from qa.names.script.scripts import spelled

COST = 0.3  # a letter, up to which a source word is written as the name
INFLECTED = 0.12  # cost a letter that a dictionary form may lose to the form in the text, and still be taken
_ROUTES = 3


@lru_cache(maxsize=32768)
def lemmas(word: str, lang: str) -> tuple[str, ...]:
    """Dictionary forms of a folded word, where there is a dictionary; else the word itself."""
    return tuple(sorted(morphology.lemmas(word, lang))) if morphology.knows(lang) and word else (word,)


@lru_cache(maxsize=32768)
def _spellings(word: str, lang: str) -> tuple[tuple[str, frozenset[int]], ...]:
    """Forms that a source word may be a form of, each with the keys of its romanizations."""
    forms: Iterable[str] = dict.fromkeys((word, *lemmas(word, lang)))
    return tuple(
        (form, frozenset().union(*(spelling_keys(latin) for latin in romanizations(form, lang)[:_ROUTES])))
        for form in forms
    )


def nominative(word: str, name: str, lang: str) -> tuple[float, str] | None:
    """(cost a letter, form) of the form of a source word that is written most like a folded name, if any is."""
    return min(nominatives(word, name, lang), default=None)


@lru_cache(maxsize=32768)
def nominatives(word: str, name: str, lang: str) -> tuple[tuple[float, str], ...]:
    """(cost a letter, form) of all forms that a source word may be of and that are written like a folded name."""
    keys = spelling_keys(name)
    found = []
    for form, own in _spellings(word, lang):
        letters = None if own.isdisjoint(keys) else spelled(form, lang)
        if letters is None:
            continue
        cost = distance(prepare(letters[1], letters[0]), name, COST * len(name)) / len(name)
        cost += INFLECTED * (form == word and word not in lemmas(word, lang))
        if cost <= COST + INFLECTED:
            found.append((cost, form))
    return tuple(found)
