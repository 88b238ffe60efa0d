"""Words that were judged before and found to be of no interest: news repeats its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from typing import TypeVar

_KEPT = 200_000  # words that are remembered, so that a feed without end needs no memory without end

T = TypeVar("T")


def of_interest(
    words: Set[str], silent: set[str], judge: Callable[[str], T | None]
) -> Iterator[tuple[str, T]]:
    """The words of a document of which `judge` makes something, each with what it makes of it.

    `silent` are those of which it made nothing (None, or empty) so far: they are not judged again, and more are added.
    """
    if len(silent) > _KEPT:
        silent.clear()
    for word in words - silent:
        found = judge(word)
        if found:
            yield word, found
        else:
            silent.add(word)
