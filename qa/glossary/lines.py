"""The lines of a glossary file: cells and columns, comments, and what makes a line unreadable."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from qa.errors import GlossaryError
from qa.glossary import values
from qa.wording import counted

COLUMNS = ("entry", "type", "lang", "form", "status", "from", "until", "note")
HEADER = ",".join(COLUMNS)
MAX_LINE = 20_000


class Fault(NamedTuple):
    """A thing to correct: where it stands (1-based), which lint rule says so, and what was expected."""

    line: int
    column: int
    rule: str
    message: str


def split(raw: str) -> list[str]:
    """The cells of one line; raises `csv.Error` for quotes that do not match."""
    if '"' not in raw:
        return raw.split(",")
    return next(csv.reader([raw], strict=True))


def join(cells: Sequence[str]) -> str:
    """One CSV line without its line end; a cell is quoted only where it must be."""
    return ",".join(_quoted(cell) if "," in cell or '"' in cell else cell for cell in cells)


def column_of(raw: str, index: int) -> int:
    """1-based column at which the cell `index` of a line starts."""
    quoted = False
    for position, char in enumerate(raw):
        if index == 0:
            return position + 1
        if char == '"':
            quoted = not quoted
        elif char == "," and not quoted:
            index -= 1
    return len(raw) + 1


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def comment(raw: str) -> str:
    """A comment as it was meant: a spreadsheet adds commas after it, and quotes around it."""
    if raw.startswith('"'):
        try:
            cells = split(raw)
        except csv.Error:
            cells = [raw.lstrip('"')]
        raw = ",".join(cells)
    return raw.rstrip(" \t,") if raw.rstrip(" \t").endswith(",,") else raw.rstrip(" \t")


def records(
    text: str, separator: str, path: Path, is_comment: Callable[[str], bool]
) -> Iterator[tuple[int, list[str]]]:
    """Numbered records of a table that may have comments, in which quotes mean nothing.

    A record may go over several lines, of which the last is its number; a line within one is no comment. Raises
    `GlossaryError` for quotes that do not match.
    """
    within = False

    def lines() -> Iterator[str]:
        nonlocal within
        for line in io.StringIO(text, newline=""):
            dropped = not within and is_comment(line)
            within = not dropped
            yield "\n" if dropped else line

    reader = csv.reader(lines(), delimiter=separator, strict=True)
    try:
        for cells in reader:
            within = False
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise GlossaryError(f"{path}:{reader.line_num}:1: not a table: {error}; check the quotes") from None


def header_fault(raw: str) -> str | None:
    """What is wrong with the line that should be the header, None if nothing is."""
    try:
        cells = [cell.strip() for cell in split(raw)]
    except csv.Error:
        cells = []
    if tuple(cells) == COLUMNS:
        return None
    for separator, name in ((";", "semicolons"), ("\t", "tabs")):
        if raw.replace('"', "").split(separator) == list(COLUMNS):
            return f"the cells are separated by {name}; expected commas (save as CSV, or import it)"
    return f"the header is {values.shown(raw, 60)}; expected {HEADER}"


def line_fault(raw: str) -> Fault | None:
    """Why no row can stand on a line, whatever its cells; the line number is left to the caller."""
    if len(raw) > MAX_LINE:
        return Fault(
            0, MAX_LINE + 1, "too-long", f"a line of {len(raw)} characters; expected at most {MAX_LINE}"
        )
    control = values.CONTROL.search(raw)
    if control:
        name = f"U+{ord(control.group()):04X}"
        return Fault(0, control.start() + 1, "control", f"control character {name}; delete it")
    return None


def count_fault(number: int, raw: str, cells: Sequence[str]) -> Fault:
    """Say that a line has more or fewer cells than there are columns."""
    expected = f"expected {len(COLUMNS)}: {HEADER}"
    if len(cells) > len(COLUMNS):
        message = f"{len(cells)} cells; {expected} (a cell with a comma goes in double quotes)"
        return Fault(number, column_of(raw, len(COLUMNS)), "cells", message)
    message = f"{counted(len(cells), 'cell')}; {expected}"
    return Fault(number, len(raw) + 1, "cells", message)
