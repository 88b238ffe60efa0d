"""CSV and TSV with a header that names the columns `target` and, where there is one, `source`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.errors import InputError
from qa.model import Document
from qa.readers.blocks import Block, document, units
from qa.readers.load import File
from qa.readers.mapped import Builder, Mapped, whole
from qa.readers.plain import EMPTY


class Cell(NamedTuple):
    """A field: its contents are `[start, end)` of the file; in quotes, `""` stands for one `"`."""

    start: int
    end: int
    quoted: bool


class _BrokenQuotesError(Exception):
    """A quoted field that does not end, or goes on after its closing quote, at an offset."""

    def __init__(self, offset: int) -> None:
        self.offset = offset


Row = list[Cell]


def read_csv(file: File) -> Iterator[Document]:
    """Read comma-separated values as RFC 4180 has them; semicolons are taken where the header uses them."""
    text = whole(file.text())
    header = next(text.lines()).text
    delimiter = max(",;", key=header.count)
    try:
        rows = list(_rows(text.text, delimiter, quotes=True))
    except _BrokenQuotesError as error:
        raise file.error("a quoted field does not end properly", *text.position(error.offset)) from None
    yield _document(file, text, rows)


def has_target(file: File) -> bool:
    """Whether the first line names the column `target`, as that of other tables does not.

    Annotations in the format of MQM have it too, but what they hold has been checked already.
    """
    header = next(file.lines(), "")
    names = {name.strip().strip('"').strip().casefold() for name in re.split("[,;\t]", header)}
    return "target" in names and not names >= {"docsegid", "globalsegid"}


def read_tsv(file: File) -> Iterator[Document]:
    """Read tab-separated values, with or without quoting.

    The two dialects look alike: in one a field in quotes means the text without them, in the other the quotes
    belong to the text. Quoting is believed only when every quoted field is whole and either needs its quotes
    (they hold a tab, a line end or a doubled quote) or all fields have them.
    """
    text = whole(file.text())
    rows = list(_rows(text.text, "\t", quotes=False))
    if '"' in text.text:
        try:
            quoted = list(_rows(text.text, "\t", quotes=True))
        except _BrokenQuotesError:
            quoted = rows
        if _quoting_is_meant(text.text, quoted):
            rows = quoted
    yield _document(file, text, rows)


def _quoting_is_meant(text: str, rows: list[Row]) -> bool:
    cells = [cell for row in rows for cell in row]
    quoted = [cell for cell in cells if cell.quoted]
    if not quoted or any(len(row) != len(rows[0]) for row in rows):
        return False
    needed = re.compile('[\t\r\n"]')
    return len(quoted) == len(cells) or all(needed.search(text, c.start, c.end) for c in quoted)


def _rows(text: str, delimiter: str, quotes: bool) -> Iterator[Row]:
    """The rows that are not blank, each a list of cells."""
    plain = re.compile(rf"[^{delimiter}\r\n]*")
    inside = re.compile(r'"([^"]*(?:""[^"]*)*)"')
    row: Row = []
    at = 0
    while at < len(text):
        if quotes and text[at] == '"':
            found = inside.match(text, at)
            if not found or (found.end() < len(text) and text[found.end()] not in delimiter + "\r\n"):
                raise _BrokenQuotesError(at)
            row.append(Cell(*found.span(1), quoted=True))
        else:
            found = plain.match(text, at)
            assert found  # noqa: S101 (a pattern that may match nothing always matches)
            row.append(Cell(*found.span(), quoted=False))
        at = found.end()
        if at < len(text) and text[at] == delimiter:
            at += 1
            if at < len(text) and text[at] not in "\r\n":
                continue
            row.append(Cell(at, at, quoted=False))
        if len(row) > 1 or row[0].quoted or text[row[0].start : row[0].end].strip():
            yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1


def _document(file: File, text: Mapped, rows: list[Row]) -> Document:
    if not rows:
        return document(file, (), skipped=(EMPTY,))
    header = [_contents(text, cell).text.strip().casefold() for cell in rows[0]]
    if "target" not in header:
        told = ", ".join(header)[:200]
        raise file.error(f"has no column 'target'; the columns of its first line are: {told}", 1)
    for name in ("target", "source"):
        if header.count(name) > 1:
            raise file.error(f"has more than one column {name!r}; give the others another name", 1)
    return document(file, _blocks(file, text, rows[1:], header))


def _blocks(file: File, text: Mapped, rows: list[Row], header: list[str]) -> Iterator[Block]:
    target, source = header.index("target"), header.index("source") if "source" in header else None
    for row in rows:
        if len(row) != len(header):
            raise _wrong_length(file, text, row, header)
        other = None if source is None else _contents(text, row[source]).text
        yield from units(_contents(text, row[target]), other)


def _contents(text: Mapped, cell: Cell) -> Mapped:
    if not cell.quoted or text.text.find('""', cell.start, cell.end) < 0:
        return text.cut(cell.start, cell.end)
    builder, start = Builder(), cell.start
    for found in re.compile('""').finditer(text.text, cell.start, cell.end):
        builder.add(text.cut(start, found.end() - 1))
        start = found.end()
    builder.add(text.cut(start, cell.end))
    return builder.build() or text.cut(cell.start, cell.start)


def _wrong_length(file: File, text: Mapped, row: Row, header: list[str]) -> InputError:
    line, _ = text.position(row[0].start)
    return file.error(f"has {len(row)} columns, the first line has {len(header)}", line)
