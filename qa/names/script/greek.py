"""Where the stress of a Greek word is: an ending may draw it towards the end of the word (Χάρκοβο, Χαρκόβου)."""

from __future__ import annotations

import re

# One vowel, or two that are heard as one: a stress on the first of them, or two dots on the second, part them.
_VOWEL = re.compile("[αε][ιίυύ]|ο[ιίυύ]|η[υύ]|υ[ιί]|[αεηιουωάέήίόύώϊϋΐΰ]")
_STRESSED = "άέήίόύώΐΰ"
_PLAIN = str.maketrans(_STRESSED, "αεηιουωϊϋ")
_MARKED = str.maketrans("αεηιουωϊϋ", _STRESSED)
_DOTTED = str.maketrans("ιυ", "ϊϋ")
_PARTED = re.compile(
    "(?<=[άέό])[ιυ]|(?<=ή)υ|(?<=ύ)ι"
)  # what needs its dots once the stress before it is gone


def stress(word: str) -> int | None:
    """The number of the stressed vowel of a word in small letters, from its end on; None where none has a mark."""
    vowels = [found[0] for found in _VOWEL.finditer(word)]
    return next((n for n, vowel in enumerate(reversed(vowels)) if set(vowel) & set(_STRESSED)), None)


def stressed_at(word: str, number: int) -> str:
    """A word in small letters with its stress on a vowel, counted from its end on; as it is where it has too few."""
    spans = [found.span() for found in _VOWEL.finditer(word)]
    if number >= len(spans):
        return word
    at = spans[-1 - number][1] - 1
    dotted = _PARTED.sub(lambda found: found[0].translate(_DOTTED), word)
    plain = dotted.translate(_PLAIN)
    return plain[:at] + plain[at].translate(_MARKED) + plain[at + 1 :]
