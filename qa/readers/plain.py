"""Plain text: one paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from qa.model import Anchor, Document, Skipped
from qa.readers.blocks import Block, document, units
from qa.readers.load import File
from qa.readers.mapped import Mapped
from qa.readers.marks import is_mark
from qa.text import ended

# Words of a headline.
_LONGEST = 20
EMPTY = Skipped(None, "reading", "the file is empty")


def read(file: File) -> Iterator[Document]:
    """Read a text file as one document, every line a block."""
    lines = [line.rstrip("\r\n") for line in file.lines()]
    yield _document(file, lines, [None] * len(lines))


def read_aligned(file: File, source: File) -> Iterator[Document]:
    """Read a text file whose line i is the translation of line i of `source`.

    Raises `qa.errors.InputError` when the two files differ in their number of lines.
    """
    lines = [line.rstrip("\r\n") for line in file.lines()]
    others = [line.rstrip("\r\n") for line in source.lines()]
    if len(lines) != len(others):
        raise file.error(
            f"has {len(lines)} lines but its source {source.path} has {len(others)}; "
            "line i of the one must be line i of the other"
        )
    yield _document(file, lines, [other.strip() for other in others])


def _document(file: File, lines: list[str], sources: list[str] | list[None]) -> Document:
    return document(file, _blocks(lines, sources), skipped=() if lines else (EMPTY,))


def _blocks(lines: list[str], sources: list[str] | list[None]) -> Iterator[Block]:
    headline = _headline(lines)
    for number, (line, source) in enumerate(zip(lines, sources, strict=True), 1):
        text = Mapped(line, (Anchor(0, number, 1),))
        if is_mark(line):
            yield from units(text, source)
        elif source or line.strip():
            yield Block(text, source=source, part="headline" if number == headline else "body")


def _headline(lines: list[str]) -> int | None:
    """Number of the line that is the headline, if there is one.

    It is the first of several, short, without a mark at its end, and does not run on in the next.
    """
    texts = (
        (number, line.strip()) for number, line in enumerate(lines, 1) if line.strip() and not is_mark(line)
    )
    match list(islice(texts, 2)):
        case [(number, first), (_, second)] if (
            len(first.split()) <= _LONGEST and not ended(first) and not second[0].islower()
        ):
            return number
    return None
