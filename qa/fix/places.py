"""From a place in a segment to the characters of the file that stand for it, or nothing where that is not exact.

A reader keeps the place of every code point, but not how long it is in the file: `&eacute;` is one letter.
Here the file itself is asked. What does not lie side by side in the file, such as a name with a tag inside,
is changed only where the change keeps clear of what lies between.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from qa.model import Segment
from qa.readers.mapped import LINE_END, SPACES

_UNIT = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\."
    r'|""',
    re.S,
)


class Edit(NamedTuple):
    """Characters `[start, end)` of a file and what comes in their place."""

    start: int
    end: int
    text: str


class Source:
    """The text of a file with the places of its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in LINE_END.finditer(text))]

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, 1-based; past the end where there is no such place."""
        return self._starts[line - 1] + column - 1 if line <= len(self._starts) else len(self.text) + 1

    def edit(
        self, segment: Segment, start: int, end: int, new: str, write: Callable[[str], str] = str
    ) -> Edit | None:
        """What to change in the file so that `[start, end)` of a segment reads `new`; None where not exact.

        `write` gives a text as the format of the file has it.
        """
        units = [self._unit(segment, at) for at in range(start, end)]
        if any(unit is None for unit in units):
            return None
        spans = [unit for unit in units if unit is not None]
        if _side_by_side(spans):
            written = self._with_gaps(segment.text[start:end], spans, new, write)
            return Edit(spans[0][0], spans[-1][1], written)
        return self._smaller(segment.text[start:end], spans, new, write)

    def _with_gaps(
        self, old: str, spans: list[tuple[int, int]], new: str, write: Callable[[str], str]
    ) -> str:
        """The new text with the line ends and no-break spaces that the file has between the words of the old one."""
        found = re.finditer(r"\s+", old)
        gaps = [self.text[spans[gap.start()][0] : spans[gap.end() - 1][1]] for gap in found]
        words = new.split(" ")
        if len(words) != len(gaps) + 1 or all(gap == " " for gap in gaps):
            return write(new)
        return "".join(write(word) + gap for word, gap in zip(words, [*gaps, ""], strict=True))

    def _unit(self, segment: Segment, at: int) -> tuple[int, int] | None:
        """The characters of the file that stand for one code point of a segment."""
        char = segment.text[at]
        place = self.offset(*segment.position(at))
        found = _UNIT.match(self.text, place)
        if found is not None and (found[0] != '""' or char == '"') and not self.text.startswith(char, place):
            return found.span()
        if found is not None and found[0][0] in '\\&"' and char == found[0][0]:
            return found.span()
        if char == " " and (spaces := SPACES.match(self.text, place)):
            return spaces.span()
        if self.text.startswith(char, place):
            return place, place + 1
        return None

    def _smaller(
        self, old: str, spans: list[tuple[int, int]], new: str, write: Callable[[str], str]
    ) -> Edit | None:
        """A change of the letters that differ alone, where these lie side by side."""
        first = 0
        while first < min(len(old), len(new)) and old[first] == new[first]:
            first += 1
        last = 0
        while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
            last += 1
        middle, inside = spans[first : len(old) - last], write(new[first : len(new) - last])
        if not middle:
            # Something is only added: it goes with the letter before it, which no tag may part from it.
            return Edit(spans[first - 1][1], spans[first - 1][1], inside) if first else None
        return Edit(middle[0][0], middle[-1][1], inside) if _side_by_side(middle) else None


def _side_by_side(spans: list[tuple[int, int]]) -> bool:
    return all(before[1] == after[0] for before, after in pairwise(spans))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; they must not overlap."""
    pieces, at = [], 0
    for start, end, new in sorted(edits):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])
