"""Words that were judged before: news repeats its words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Set
from typing import TypeVar

KEPT = 200_000  # words that are remembered, so that a feed without end needs no memory without end

T = TypeVar("T")
Asked = TypeVar("Asked", bound=Hashable)


class Judged(dict[Asked, T]):
    """What `judge` makes of each word, or of several, judged when first asked for; too many are all forgotten."""

    def __init__(self, judge: Callable[[Asked], T]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, asked: Asked) -> T:
        if len(self) > KEPT:
            self.clear()
        found = self[asked] = self._judge(asked)
        return found


def of_interest(
    words: Set[str], silent: set[str], judge: Callable[[str], T | None]
) -> Iterator[tuple[str, T]]:
    """The words of a document of which `judge` makes something, each with what it makes of it.

    `silent` are those of which it made nothing (None, or empty) so far: they are not judged again, and more are added.
    """
    if len(silent) > KEPT:
        silent.clear()
    for word in words - silent:
        found = judge(word)
        if found:
            yield word, found
        else:
            silent.add(word)
