"""The canonical text of a glossary file: sorted, clean, one way to write each fact; comments stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qa.errors import GlossaryError
from qa.glossary.lines import HEADER, join
from qa.glossary.table import Line, Row, Table


def canonical_text(table: Table) -> str:
    """Write a glossary as `qa glossary fmt` does.

    Rows are sorted by their cells, exact repetitions are written once, blank lines go. A comment stays with
    the row under it, those above the header and below the last row stay there. Applying it again changes
    nothing. Raises `GlossaryError` for a file with a line that cannot be read: nothing may be lost.
    """
    if table.faults:
        first = table.faults[0]
        raise GlossaryError(f"{table.path}:{first.line}:{first.column}: {first.message}")
    return text_of(_unique(sorted(table.lines, key=lambda line: line.row)), table.head, table.tail)


def text_of(lines: Iterable[tuple[Row, Sequence[str]]], head: Sequence[str], tail: Sequence[str]) -> str:
    """Write rows, each with the comments above it, as a glossary file."""
    out = [*head, HEADER]
    for row, comments in lines:
        out += comments
        out.append(join(row))
    out += tail
    return "\n".join(out) + "\n"


def _unique(lines: list[Line]) -> list[tuple[Row, tuple[str, ...]]]:
    out: list[tuple[Row, tuple[str, ...]]] = []
    for line in lines:
        if out and out[-1][0] == line.row:
            out[-1] = (line.row, out[-1][1] + line.comments)
        else:
            out.append((line.row, line.comments))
    return out
