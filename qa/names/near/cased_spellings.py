"""Spellings that nobody listed with a case ending of the text's language: Hungarian Kharkivban, Finnish Kharkivissa.

A long ending hides a name. A word that is no regular romanization is compared once more without the endings that names
of its language take; only a regular romanization, or another language's form, counts then, and only where that form or
the right name takes the ending.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from qa.names.grammar.in_case import has_cases, nominatives
from qa.names.grammar.inflect import MADE, Inflection, inflection, makes, possible_stems
from qa.names.grammar.morphology import knows
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.near.candidates import EXACT, candidates
from qa.names.near.closeness import closeness
from qa.names.near.declined import recognise_declined
from qa.names.near.recognise import WEAKEST, Recognition, assess, recognise
from qa.names.script.cyrillic import taken_over
from qa.names.script.romanize import in_latin
from qa.names.words.ordinary import frequency, known
from qa.text import level

_SHORTEST = 4  # letters that are left of a word
_ENDING = 2  # letters of an ending that hides a name
_LONGER = 5  # letters that are left of a rare word without a shorter one
_RARE = 2.0  # Zipf frequency from which a word has a life of its own


def recognise_cased(lexicon: Lexicon, normal: str) -> tuple[Recognition | None, str]:
    """The most probable entry for a folded stretch, and the spelling that was compared: the stretch or its stem."""
    found = recognise(lexicon, normal)
    if lexicon.has_makes and (found is None or not found.exact):
        for make in makes(normal, lexicon.base_lang):
            one = recognise(lexicon, make)
            if one is not None and one.exact and one.name.type in MADE and make not in one.name.good:
                return one, make
    if (found is None or not found.exact) and " " not in normal and has_cases(lexicon.base_lang):
        bare = _without_ending(lexicon, normal)
        if bare is None and found is not None and knows(lexicon.base_lang):
            bare = _in_the_nominative(found.name, normal)
        if bare is not None and (found is None or bare[0].probability > found.probability):
            return bare
    if found is None or not found.exact:
        declined = recognise_declined(lexicon, normal)
        if declined is not None and (found is None or declined.probability > found.probability):
            return declined, normal
    return found, normal


@lru_cache(maxsize=16384)
def _without_ending(lexicon: Lexicon, word: str) -> tuple[Recognition, str] | None:
    lang = lexicon.base_lang
    sizes = {len(stem) for stem in possible_stems(level(word), lang)}
    found: list[tuple[Recognition, str]] = []
    for size in sorted(n for n in sizes if _hidden(n, word, lang)):
        stem = word[:size]
        for number, _ in candidates(lexicon, stem, EXACT / size):
            if lexicon.name(number).suggestion is not None:
                for spelling in _nominatives(lexicon.name(number), stem, word):
                    found += _as_it_stands(lexicon, number, spelling)
    return max(found, key=lambda f: (f[0].probability, f[1]), default=None)


def _in_the_nominative(name: Name, word: str) -> tuple[Recognition, str] | None:
    """What speaks for a name that a word is like, if the word is a case of a regular spelling of it: Смиле, of Смила.

    Of two Cyrillic languages one often takes a name over from the other, and then a short ending hides it as well.
    """
    lang = name.base_lang
    spellings = dict.fromkeys(s for right in name.suggestions for s in nominatives(right, word, lang))
    # What is taken over may have endings that the right form has not: Кошиц, where Кошице stays as it is.
    taken = (t for letters, table, _ in name.spelled for t in taken_over(letters, table, lang))
    spellings |= dict.fromkeys(t for t in taken if inflection(t, word, lang) is Inflection.INFLECTED)
    near = ((s, closeness(name, s, EXACT / len(s))) for s in spellings if s not in name.good)
    found = [(assess(name, spelling, close, lang), spelling) for spelling, close in near if close.found]
    return max(found, key=lambda f: (f[0].probability, f[1]), default=None)


def _hidden(size: int, word: str, lang: str) -> bool:
    """Whether an ending hides a name of so many letters: a long one, or a short one of a word that is nothing else."""
    if size > len(word) - _ENDING:
        return (
            _LONGER <= size < len(word) and frequency(word, lang) < _RARE and not known(in_latin(word, lang))
        )
    return size >= _SHORTEST


def _nominatives(name: Name, stem: str, word: str) -> Iterator[str]:
    """What a word may be in the nominative, if it declines as the name does, or as what is left of it would."""
    if inflection(stem, word, name.base_lang) > Inflection.DERIVED:
        yield stem
    for right in name.suggestions:
        for spelling in nominatives(right, word, name.base_lang):
            if spelling.startswith(stem[:-1]):
                yield spelling


def _as_it_stands(lexicon: Lexicon, number: int, spelling: str) -> list[tuple[Recognition, str]]:
    """What speaks for a name in a spelling without its ending, if that is regular."""
    near = dict(candidates(lexicon, spelling, EXACT / len(spelling)))
    if number not in near or spelling in lexicon.name(number).good:
        return []
    best = assess(lexicon.name(number), spelling, near[number], lexicon.base_lang)
    return [(best, spelling)] if best.exact and best.probability >= WEAKEST else []
