"""Stretches of a text that may be a name: one word or several, without possessives, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from qa.model import Mention
from qa.text import APOSTROPHES, fold, words

_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s?$", re.IGNORECASE)
# What may stand between two words of one name.
GAP = re.compile(r"(?: |\u00a0|\u202f|[-‐‑]|\. ?|/)\Z")


class Window(NamedTuple):
    """Words `first` to `last` of a text, `normal` spelling for look-up, `start` and `end` in the text."""

    first: int
    last: int
    start: int
    end: int
    normal: str
    capital: bool


def windows(text: str, longest: int, starts: Iterable[int] | None = None) -> list[Window]:
    """All stretches of up to `longest` words that stand close together, in order of their start.

    Words are held together by one space or a hyphen; anything else between them ends the stretch. With `starts`
    only the words at these positions start a stretch.
    """
    tokens = words(text)
    out = []
    for i in range(len(tokens)) if starts is None else starts:
        begin = tokens[i].start
        capital = not tokens[i].text[0].islower()
        parts: list[str] = []
        end = begin
        for j in range(i, min(len(tokens), i + longest)):
            word = tokens[j]
            if parts and (end != tokens[j - 1].end or not GAP.match(text[end : word.start])):
                break
            length, folded = _bare(word.text)
            parts.append(folded)
            end = word.start + length
            out.append(Window(i, j, begin, end, " ".join(parts), capital and not word.text[0].islower()))
    return out


def overlaps(start: int, end: int, mentions: Iterable[Mention]) -> bool:
    """Whether a stretch of text overlaps any of the mentions."""
    return any(start < m.span.end and m.span.start < end for m in mentions)


def bare_length(text: str) -> int:
    """Length of a word or stretch without its possessive ending."""
    found = _POSSESSIVE.search(text)
    return found.start() if found and found.start() else len(text)


@lru_cache(maxsize=262144)
def _bare(word: str) -> tuple[int, str]:
    """Length and folded spelling of a word without its possessive ending."""
    length = bare_length(word)
    return length, fold(word[:length])
