"""Loads glossary CSV files into the value that the rest of the house works with."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence

from qa.errors import GlossaryError
from qa.glossary import table, validity
from qa.glossary.lines import Fault
from qa.glossary.overlay import lay_over
from qa.glossary.table import Row, Table
from qa.glossary.values import STATUSES, to_date
from qa.model import Entry, Form, Glossary, GlossarySource, Status

_RANK = {status: rank for rank, status in enumerate(STATUSES)}
_STATUS = {status.value: status for status in Status}


def load(paths: Sequence[str | os.PathLike[str]]) -> Glossary:
    """Read glossary files and lay each over the ones before it; see `qa.glossary.overlay`.

    The result does not depend on the order of rows: entries are sorted by id, forms by language, status and
    spelling. Raises `GlossaryError` with one line, `file:line:column: what was expected`, for a file that
    cannot be read, a broken row, a duplicate, or rows of one file that contradict each other.
    """
    rows: list[Row] = []
    sources: list[GlossarySource] = []
    for path in paths:
        read = sound(table.read(path))
        later = [line.row for line in read.lines]
        rows = lay_over(rows, later) if rows else later
        sources.append(GlossarySource(read.path, read.digest, len({row.entry for row in later})))
    return Glossary(entries(rows), tuple(sources))


def sound(read: Table) -> Table:
    """The same table, if every row of it can be used; raises `GlossaryError` otherwise."""
    wrong = sorted([*read.faults, *validity.faults(read.lines)])
    if wrong:
        raise GlossaryError(_message(read.path, wrong))
    return read


def entries(rows: Iterable[Row]) -> tuple[Entry, ...]:
    """Gather valid rows into entries, in an order that depends on nothing but the rows."""
    by_entry: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_entry[row.entry].append(row)
    return tuple(
        Entry(name, group[0].type, tuple(map(_form, sorted(group, key=_order))))
        for name, group in sorted(by_entry.items())
    )


def _order(row: Row) -> tuple[str, int, str, str, str]:
    return row.lang, _RANK[row.status], row.form, row.since, row.note


def _form(row: Row) -> Form:
    return Form(row.form, row.lang, _STATUS[row.status], to_date(row.since), to_date(row.until), row.note)


def _message(path: str, wrong: Sequence[Fault]) -> str:
    first = wrong[0]
    more = f" (and {len(wrong) - 1} more; run `qa glossary lint {path}`)" if len(wrong) > 1 else ""
    return f"{path}:{first.line}:{first.column}: {first.message}{more}"
