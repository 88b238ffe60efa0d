"""A form as the words that a text has of it, and what else belongs to it: numbers and signs.

*Channel 24*, *24 Kanal*, *Su-35*, *S&P 500* and *AT&T* have fewer words, or more, than there are spaces in them. What
has no word at all (*1+1*, *9/11*) cannot be met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from qa.model import Span
from qa.names.texts.windows import bare_word, inner_word
from qa.text import Word, fold, word_texts

QUOTES = frozenset('"“”„‟«»‹›')
_QUOTES = "".join(sorted(QUOTES)) + "‘’'"
_OPTIONAL = "!?….'’"  # signs at the end of a form that many leave out: Yahoo!
_SEPARATORS = " \u00a0\u202f.,–‐‑-"
_NEARBY = 4  # characters that may separate a number from its word, or quote it
_ABBREVIATED = 3  # letters of an abbreviation

_NOTHING = str.maketrans("", "", _QUOTES + _SEPARATORS)
_QUOTE = f"[{re.escape(_QUOTES)}]?"
_BESIDE = _QUOTE + "[ \u00a0\u202f‐‑–-]?" + _QUOTE
_WITHIN = f"[{re.escape(_SEPARATORS)}]?"


@lru_cache(maxsize=32768)
def parts_of(form: str) -> tuple[str, ...]:
    """The words of a normal spelling of a form, in order; numbers and signs are none."""
    parts = form.split(" ")
    return tuple(parts) if all(map(str.isalpha, parts)) else tuple(word_texts(form))


@lru_cache(maxsize=32768)
def signs_of(form: str) -> tuple[str, ...]:
    """What a normal spelling has before its first word, between each two, and behind the last, without separators."""
    out, at = [], 0
    for part in parts_of(form):
        start = form.index(part, at)
        out.append(_plain(form[at:start]))
        at = start + len(part)
    return (*out, _plain(form[at:]).rstrip(_OPTIONAL))


def has_signs(form: str) -> bool:
    """Whether more than words belongs to a normal spelling of a form."""
    return any(signs_of(form))


def within(text: str, words: Sequence[Word], form: str) -> Span | None:
    """Where a form stands in a text with its numbers and signs, as many words of which are given; None without them.

    What stands between words of a form that has nothing there is left for the caller to judge.
    """
    before, *between, behind = signs_of(form)
    gaps = (text[a.end : b.start] for a, b in pairwise(words))
    if any(sign and not _around(sign).fullmatch(gap) for sign, gap in zip(between, gaps, strict=True)):
        return None
    start, end = words[0].start, words[-1].end
    if before:
        size = 2 * len(before) + _NEARBY
        found = _before(before).search(text[max(0, start - size) : start])
        if found is None:
            return None
        start -= len(found.group())
    if behind:
        if bare_word(words[-1].text) != inner_word(words[-1].text):
            return None  # Channel's 24 reporters
        # A stop ends an abbreviation: No. 5.
        stop = len(words[-1].text) <= _ABBREVIATED and text.startswith(".", end)
        found = _behind(behind).match(text, end + stop, end + stop + 2 * len(behind) + _NEARBY)
        if found is None:
            return None
        end = found.end()
    return Span(start, end)


def starts_small(form: str) -> bool:
    """Whether the first letter of a form is a small one: 's-Hertogenbosch."""
    return next(filter(str.isalpha, form), "").islower()


def squeezed(text: str) -> str:
    """A text folded, without anything that parts words and numbers."""
    return fold(text).translate(_NOTHING)


def same_numbers(written: str, forms: Iterable[str]) -> bool:
    """Whether a folded stretch has the digits of one of some normal spellings: Su-34 is no Su-35."""
    digits = _digits(written)
    return any(_digits(form) == digits for form in forms)


@lru_cache(maxsize=32768)
def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _plain(signs: str) -> str:
    """Signs without separators and quotation marks."""
    return signs.translate(_NOTHING)


def _spelled(signs: str) -> str:
    """Signs as a pattern; a number may have separators of its own."""
    return _WITHIN.join(map(re.escape, signs))


@lru_cache(maxsize=4096)
def _before(signs: str) -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])(?<!\d[.,:])" + _spelled(signs) + _BESIDE + r"\Z")


@lru_cache(maxsize=4096)
def _around(signs: str) -> re.Pattern[str]:
    return re.compile(_BESIDE + _spelled(signs) + _BESIDE)


@lru_cache(maxsize=4096)
def _behind(signs: str) -> re.Pattern[str]:
    # F-16s; but not 24,000, nor 24-hour.
    return re.compile(_BESIDE + _spelled(signs) + r"(?=(?:['’]?s)?(?![\w-]|[.,:]\d))")
