"""Text that remembers where each of its code points stands in the file.

Readers cut, join and decode; every step goes through here, so that a place in a segment can always be
pointed at in the original file, however many layers of markup lie in between.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from qa.model import Anchor

LINE_END = re.compile(r"\r\n|\r|\n")
SPACES = re.compile(r"[ \t\r\n\f]+")  # what a page shows as one blank
_offset = attrgetter("offset")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text with anchors: code points between two anchors stand side by side on one line of the file.

    `anchors` is never empty, sorted by offset, and its first offset is 0.
    """

    text: str
    anchors: tuple[Anchor, ...]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point; the offset just past the end is allowed."""
        anchors = self.anchors
        anchor = anchors[bisect_right(anchors, offset, key=_offset) - 1] if len(anchors) > 1 else anchors[0]
        return anchor.line, anchor.column + offset - anchor.offset

    def cut(self, start: int, end: int) -> Mapped:
        """The part `[start, end)`."""
        line, column = self.position(start)
        first = Anchor(0, line, column)
        if len(self.anchors) == 1:
            return Mapped(self.text[start:end], (first,))
        begin = bisect_right(self.anchors, start, key=_offset)
        stop = bisect_right(self.anchors, max(start, end - 1), begin, key=_offset)
        moved = (Anchor(a.offset - start, a.line, a.column) for a in self.anchors[begin:stop])
        return Mapped(self.text[start:end], (first, *moved))

    def strip(self) -> Mapped:
        """Without white space at both ends; an empty rest keeps the place of the beginning."""
        start = len(self.text) - len(self.text.lstrip())
        if start == len(self.text):
            return self.cut(0, 0)
        return self.cut(start, len(self.text.rstrip()))

    def lines(self) -> Iterator[Mapped]:
        r"""The lines without their ends; only \r\n, \r and \n end a line."""
        start = 0
        for found in LINE_END.finditer(self.text):
            yield self.cut(start, found.start())
            start = found.end()
        yield self.cut(start, len(self.text))


@dataclass(slots=True)
class Builder:
    """Puts a `Mapped` together from pieces of others, in reading order."""

    _texts: list[str] = field(default_factory=list)
    _anchors: list[Anchor] = field(default_factory=list)
    _length: int = 0

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        """What has been added so far."""
        return "".join(self._texts)

    def add(self, piece: Mapped) -> None:
        """Append a piece as it is; anchors that only go on in the same line are left out."""
        if not piece.text:
            return
        for offset, line, column in piece.anchors:
            self._anchor(self._length + offset, line, column)
        self._texts.append(piece.text)
        self._length += len(piece.text)

    def put(self, text: str, line: int, column: int) -> None:
        """Append a text that stands at one place of the file, such as a decoded entity."""
        if text:
            self.add(Mapped(text, (Anchor(0, line, column),)))

    def _anchor(self, offset: int, line: int, column: int) -> None:
        if self._anchors:
            last = self._anchors[-1]
            if last.line == line and last.column + offset - last.offset == column:
                return
        self._anchors.append(Anchor(offset, line, column))

    def build(self) -> Mapped | None:
        """Everything added, or None when nothing was."""
        return Mapped(self.text, tuple(self._anchors)) if self._texts else None


def whole(text: str) -> Mapped:
    """The text of a file, from its first code point on."""
    breaks = [m.end() for m in LINE_END.finditer(text)]
    starts = [0, *(b for b in breaks if b < len(text))]
    return Mapped(text, tuple(Anchor(start, n, 1) for n, start in enumerate(starts, 1)))


def join(pieces: Iterable[Mapped]) -> Mapped | None:
    """The pieces one after the other, or None when all are empty."""
    builder = Builder()
    for piece in pieces:
        builder.add(piece)
    return builder.build()


def collapse(mapped: Mapped) -> Mapped:
    """Runs of blanks, tabs and line ends become one blank, as a browser shows them; ends are stripped."""
    builder, start, text = Builder(), 0, mapped.text
    for found in SPACES.finditer(text):
        if found.group() == " ":
            continue
        builder.add(mapped.cut(start, found.start()))
        builder.put(" ", *mapped.position(found.start()))
        start = found.end()
    builder.add(mapped.cut(start, len(text)))
    built = builder.build()
    return built.strip() if built else mapped.cut(0, 0)
