"""The words of a document that are somebody's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from qa.names.texts.windows import bare_word
from qa.names.words.given import is_given_name
from qa.names.words.parted import comes_first
from qa.text import fold


class Persons:
    """Folded words that stand behind a given name, or a surname that comes first, and the given names themselves.

    They are gathered when first asked for: few documents have anything to ask.
    """

    def __init__(self, written: Sequence[Sequence[str]]) -> None:
        self._written = written
        self._words: set[str] | None = None

    def among(self, words: Iterable[str]) -> bool:
        """Whether any of the words is one of them."""
        if self._words is None:
            self._words = set(chain.from_iterable(map(_named, self._written)))
        return not self._words.isdisjoint(words)


def _named(words: Sequence[str]) -> Iterator[str]:
    for first, second in pairwise(words):
        if first[0].isupper() and second[0].isupper() and (leading := _leading(first)) is not None:
            yield from leading
            yield bare_word(second)


@lru_cache(maxsize=32768)
def _leading(word: str) -> tuple[str, ...] | None:
    """The given name that a word is, nothing for a surname that comes first, None for any other word."""
    folded = fold(word)
    if is_given_name(folded):
        return (folded,)
    return () if comes_first(folded) else None
