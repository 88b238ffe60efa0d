"""Stretches of a text that may be a name: one word or several, without possessives, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
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


def windows(text: str, longest: int, starts: Callable[[str], bool] | None = None) -> list[Window]:
    """All stretches of up to `longest` words that stand close together, in order of their start.

    Words are held together by one space or a hyphen; anything else between them ends the stretch. With `starts`
    only words for which it holds start a stretch.
    """
    tokens = words(text)
    if starts is not None and not any(starts(w.text) for w in tokens):
        return []
    bare = [_bare(w.text) for w in tokens]
    ends = [w.start + length for w, (length, _) in zip(tokens, bare, strict=True)]
    out = []
    for i, first in enumerate(tokens):
        if starts is not None and not starts(first.text):
            continue
        parts = []
        for j in range(i, min(len(tokens), i + longest)):
            if j > i and (
                ends[j - 1] != tokens[j - 1].end or not GAP.match(text[ends[j - 1] : tokens[j].start])
            ):
                break
            parts.append(bare[j][1])
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


@lru_cache(maxsize=262144)
def _bare(word: str) -> tuple[int, str]:
    """Length and folded spelling of a word without its possessive ending."""
    length = bare_length(word)
    return length, fold(word[:length])
