"""Stretches of a text that may be a name: one word or several, without possessives, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from qa.model import Mention
from qa.text import APOSTROPHES, Word, fold, words

_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s?$", re.IGNORECASE)
_GAP = re.compile(r"(?: |\u00a0|\u202f|[-‐‑]|\. ?|/)\Z")


class Window(NamedTuple):
    """Words `first` to `last` of a text, `normal` spelling for look-up, `start` and `end` in the text."""

    first: int
    last: int
    start: int
    end: int
    normal: str
    capital: bool


def windows(text: str, longest: int) -> list[Window]:
    """All stretches of up to `longest` words that stand close together, in order of their start.

    Words are held together by one space or a hyphen; anything else between them ends the stretch.
    """
    tokens = words(text)
    ends = [_bare_end(w) for w in tokens]
    folded = [fold(w.text[: end - w.start]) for w, end in zip(tokens, ends, strict=True)]
    glued = [
        bool(_GAP.match(text[a.end : b.start])) and a_end == a.end
        for a, b, a_end in zip(tokens, tokens[1:], ends, strict=False)
    ]
    out = []
    for i in range(len(tokens)):
        parts = []
        for j in range(i, min(len(tokens), i + longest)):
            if j > i and not glued[j - 1]:
                break
            parts.append(folded[j])
            capital = not tokens[i].text[0].islower() and not tokens[j].text[0].islower()
            out.append(Window(i, j, tokens[i].start, ends[j], " ".join(parts), capital))
    return out


def overlaps(start: int, end: int, mentions: Iterable[Mention]) -> bool:
    """Whether a stretch of text overlaps any of the mentions."""
    return any(start < m.span.end and m.span.start < end for m in mentions)


def bare_length(text: str) -> int:
    """Length of a word or stretch without its possessive ending."""
    found = _POSSESSIVE.search(text)
    return found.start() if found and found.start() else len(text)


def _bare_end(word: Word) -> int:
    return word.start + bare_length(word.text)
