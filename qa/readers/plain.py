"""Plain text: one paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator

from qa.model import Anchor, Document, Skipped
from qa.readers.blocks import Block, document
from qa.readers.load import File
from qa.readers.mapped import Mapped

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
    pairs = zip(lines, sources, strict=True)
    blocks = (
        Block(Mapped(line, (Anchor(0, number, 1),)), source=source)
        for number, (line, source) in enumerate(pairs, 1)
        if source or line.strip()
    )
    return document(file, blocks, skipped=() if lines else (EMPTY,))
