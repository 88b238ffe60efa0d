"""Where the words of a text are followed by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from operator import eq

LONGEST = 8  # words of a stretch at most


def may_repeat(folded: Sequence[str]) -> bool:
    """Whether `stretches` may find anything: it cannot without a doubled word or a pair that comes again.

    A stretch of two words or more that is followed by itself begins with the same pair of words both times, and each of
    its words comes again.
    """
    again = len(folded) - len(set(folded))
    if not again:
        return False
    after = folded[1:]
    return any(map(eq, folded, after)) or (
        again > 1 and len(set(zip(folded, after, strict=False))) < len(after)
    )


def stretches(folded: list[str]) -> list[tuple[int, int, int]]:
    """Where words are followed by themselves: the first word, how many words, and how often they stand there."""
    last: dict[str, int] = {}
    found: list[tuple[int, int, int]] = []
    passed = 0
    for index, word in enumerate(folded):
        period = index - last.get(word, -LONGEST - 1)
        last[word] = index
        if period > LONGEST or index - period < passed:
            continue
        start = end = index
        while end < len(folded) and folded[end] == folded[end - period]:
            end += 1
        while start - period > passed and folded[start - 1] == folded[start - 1 - period]:
            start -= 1
        if times := (end - start) // period:
            found.append((start - period, period, times + 1))
            passed = start + times * period
    return found
