"""The words of a document that are somebody's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from qa.names.texts.windows import bare_word
from qa.names.words.given import is_given_name
from qa.names.words.parted import comes_first
from qa.text import fold


class Persons:
    """Folded words that stand behind a given name, or a surname that comes first, and the given names themselves.

    They are gathered when first asked for: few documents have anything to ask.
    """

    def __init__(self, written: Sequence[Sequence[str]], words: Set[str]) -> None:
        """`written` are the words of each segment, `words` all of them."""
        self._written = written
        self._words = words
        self._named: frozenset[str] | None = None

    def among(self, words: Iterable[str]) -> bool:
        """Whether any of the words is one of them."""
        if self._named is None:
            self._named = frozenset(self._gathered())
        return not self._named.isdisjoint(words)

    def _gathered(self) -> Iterator[str]:
        capitals = [word for word in self._words if word[0].isupper()]
        given = {word for word in capitals if is_given_name(fold(word))}
        leading = given | {word for word in capitals if comes_first(fold(word))}
        for line in self._written:
            if leading.isdisjoint(line):
                continue
            for first, second in pairwise(line):
                if first in leading and second[0].isupper():
                    yield bare_word(second)
                    if first in given:
                        yield fold(first)
