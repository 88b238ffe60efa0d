"""The glossary CSV as a table of lines: what each says, where it stands, and which lines cannot be read.

This is the one scanner behind loading, linting, formatting and merging. It never raises for what a line
says: a line that is not a row becomes a `Fault` with its place, and the caller decides.
"""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from qa.glossary import files, values
from qa.glossary.lines import (
    COLUMNS,
    HEADER,
    Fault,
    column_of,
    comment,
    count_fault,
    header_fault,
    line_fault,
    split,
)


class Row(NamedTuple):
    """One fact: the cells of a line, cleaned; dates stay text, so that they compare and sort as days."""

    entry: str
    type: str
    lang: str
    form: str
    status: str
    since: str
    until: str
    note: str


class Line(NamedTuple):
    """A row as it stands in a file: 1-based number, text, cells, and the comments right above it."""

    number: int
    raw: str
    row: Row
    comments: tuple[str, ...]

    def fault(self, column: str, rule: str, message: str) -> Fault:
        """A fault at the cell of one of the `COLUMNS`."""
        return Fault(self.number, column_of(self.raw, COLUMNS.index(column)), rule, message)


@dataclass(frozen=True, slots=True)
class Table:
    """A glossary file: its rows in file order, its comments, and the lines that could not be read.

    `head` are the comments above the header, `tail` those below the last row. `digest` is the SHA-256 of
    the bytes; `byte_order_mark`, `blank` (line numbers) and `crlf` say what a canonical file has not.
    """

    path: str
    digest: str
    lines: tuple[Line, ...] = ()
    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    byte_order_mark: bool = False
    blank: tuple[int, ...] = ()
    crlf: bool = False


def read(path: str | os.PathLike[str]) -> Table:
    """Read a glossary file; raises `GlossaryError` only when the file itself cannot be read."""
    named = Path(path)
    return parse(files.read_bytes(named, "a glossary CSV"), named.as_posix())


def parse(data: bytes, path: str) -> Table:
    """Take a glossary file apart; `path` is what messages call it."""
    digest = hashlib.sha256(data).hexdigest()
    mark = data.startswith(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column, message = files.encoding_fault(data, error)
        return Table(path, digest, faults=(Fault(line, column, "encoding", message),))
    scan = _Scan()
    raws = text.split("\n")
    if raws and not raws[-1]:
        raws.pop()
    crlf = any(raw.endswith("\r") for raw in raws)
    scan.feed(raws)
    return Table(
        path, digest, tuple(scan.lines), tuple(scan.head), tuple(scan.comments), tuple(scan.faults),
        mark, tuple(scan.blank), crlf,
    )  # fmt: skip


class _Scan:
    """Walks down the lines of a file; what it has gathered becomes a `Table`."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.head: list[str] = []
        self.comments: list[str] = []
        self.faults: list[Fault] = []
        self.blank: list[int] = []
        self._cleaned = _Cleaned()

    def feed(self, raws: Sequence[str]) -> None:
        numbered = ((number, raw.removesuffix("\r")) for number, raw in enumerate(raws, 1))
        if not self._header(numbered):
            return
        for number, raw in numbered:
            if not raw.strip(" \t,"):
                self.blank.append(number)
            elif raw[0] == "#" or raw.startswith('"#'):
                self.comments.append(comment(raw))
            else:
                self._row(number, raw)

    def _header(self, numbered: Iterator[tuple[int, str]]) -> bool:
        for number, raw in numbered:
            if raw.startswith("#"):
                self.head.append(comment(raw))
            elif raw.strip(" \t,"):
                fault = header_fault(raw)
                if fault:
                    self.faults.append(Fault(number, 1, "header", fault))
                return not fault
            else:
                self.blank.append(number)
        self.faults.append(Fault(1, 1, "header", f"the file has no header; expected {HEADER}"))
        return False

    def _row(self, number: int, raw: str) -> None:
        fault = line_fault(raw)
        if fault:
            self.faults.append(fault._replace(line=number))
            return
        try:
            cells = split(raw)
        except csv.Error:
            message = "the quotes of this line do not match; expected one row a line, each quote closed on it"
            self.faults.append(Fault(number, raw.find('"') + 1, "quotes", message))
            return
        if len(cells) != len(COLUMNS):
            self.faults.append(count_fault(number, raw, cells))
            return
        entry, kind, lang, form, status, since, until, note = cells
        keep = self._cleaned
        row = Row(
            keep[entry],
            values.canonical_word(keep[kind]),
            values.canonical_lang(keep[lang]),
            values.clean(form),
            values.canonical_word(keep[status]),
            keep[since],
            keep[until],
            keep[note],
        )
        self.lines.append(Line(number, raw, row, tuple(self.comments)))
        self.comments.clear()


class _Cleaned(dict[str, str]):
    """Cleans a cell when it is first met: most columns repeat the same few cells by the thousand."""

    def __missing__(self, cell: str) -> str:
        cleaned = values.clean(cell)
        self[cell] = cleaned
        return cleaned
