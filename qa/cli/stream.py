"""One format on its way to standard output or to a file, written while documents are being checked."""

from __future__ import annotations

from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from typing import IO

from qa.atomic import Replacement
from qa.cli.console import colourful, emit
from qa.cli.formats import Target
from qa.model import CheckedDocument, Report
from qa.reporters import WRITERS, Totals, Writer, text

_IN_MEMORY = 1024 * 1024
_BLOCK = 64 * 1024


class Stream:
    """Writes the first section at once; the pieces of later ones wait, on disk when they are many."""

    def __init__(
        self, writer: Writer, head: Report, put: Callable[[str], None], file: Replacement | None
    ) -> None:
        self._writer, self._head, self._put, self._file = writer, head, put, file
        self._begun = False
        later = len(writer.frame(head, Totals())) - 1
        self._later: list[IO[str]] = [_spool() for _ in range(later)]

    @classmethod
    def open(cls, target: Target, head: Report) -> Stream:
        """A stream to standard output, or to a file that takes its place when all is written."""
        if target.path is None:
            writer = text.writer(colourful()) if target.format == "text" else WRITERS[target.format]
            return cls(writer, head, emit, None)
        file = Replacement(target.path, parents=True)
        return cls(WRITERS[target.format], head, lambda piece: file.write(_bytes(piece)), file)

    def add(self, checked: CheckedDocument, before: Totals) -> None:
        """Write what a document adds."""
        self._begin()
        first, *later = self._writer.document(self._head, checked, before)
        self._out(first)
        for spool, piece in zip(self._later, later, strict=True):
            spool.write(piece)

    def finish(self, report: Report, totals: Totals) -> None:
        """Write the end, and put the file in its place."""
        self._begin()
        first, *later = self._writer.frame(report, totals)
        self._out(first)
        for spool, after in zip(self._later, later, strict=True):
            spool.seek(0)
            while block := spool.read(_BLOCK):
                self._out(block)
            self._out(after)
        if self._file is not None:
            self._file.commit()

    def discard(self) -> None:
        """Leave no unfinished file and no temporary one."""
        for spool in self._later:
            spool.close()
        if self._file is not None:
            self._file.discard()

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._out(self._writer.begin(self._head))

    def _out(self, piece: str) -> None:
        if piece:
            self._put(piece)


def _spool() -> IO[str]:
    return SpooledTemporaryFile(_IN_MEMORY, mode="w+", encoding="utf-8", errors="surrogatepass", newline="")


def _bytes(piece: str) -> bytes:
    return piece.encode("utf-8", "surrogateescape")
