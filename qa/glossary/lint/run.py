"""Runs every lint rule over a glossary file."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from qa.glossary import validity
from qa.glossary.fmt import canonical_text
from qa.glossary.lines import Fault, join
from qa.glossary.lint.entries import entry_faults
from qa.glossary.lint.rows import Frequency, ordinary_word, row_faults
from qa.glossary.lint.table import BY_ID, Level
from qa.glossary.lint.whole import whole_faults
from qa.glossary.overlay import lay_over
from qa.glossary.table import Line, Row, Table


class Finding(NamedTuple):
    """One thing to correct: `path:line:column`, the rule, how grave it is, and what to do."""

    path: str
    line: int
    column: int
    rule: str
    level: Level
    message: str


def lint(
    table: Table, *, base: Sequence[Row] = (), frequency: Frequency | None = None
) -> tuple[Finding, ...]:
    """Everything to say about a glossary file, in file order.

    `base` are the rows that the file is laid over, when it is a house style: what an entry lacks is then
    judged on both together, and only lines of the file are reported. Without `frequency` the rule
    `ordinary-word` does not run.
    """
    found = [*table.faults, *validity.faults(table.lines)]
    broken = {fault.line for fault in found}
    sound = [line for line in table.lines if line.number not in broken]
    for line in sound:
        found += row_faults(line)
        if frequency is not None:
            found += ordinary_word(line, frequency)
    found += _layout(table)
    together = _over(sound, base)
    by_entry: dict[str, list[Line]] = defaultdict(list)
    for line in together:
        by_entry[line.row.entry].append(line)
    for group in by_entry.values():
        found += entry_faults(group)
    found += whole_faults(together)
    unique = dict.fromkeys(fault for fault in found if fault.line)
    return tuple(
        Finding(table.path, *fault[:3], BY_ID[fault.rule].level, fault.message) for fault in sorted(unique)
    )


def _over(lines: Sequence[Line], base: Iterable[Row]) -> list[Line]:
    if not base:
        return list(lines)
    where = {line.row: line for line in lines}
    merged = lay_over(base, [line.row for line in lines])
    return [where.get(row) or Line(0, "", row, ()) for row in merged]


def _layout(table: Table) -> list[Fault]:
    """Where the file differs from what `fmt` would write; nothing for a file that `fmt` cannot read."""
    if table.faults:
        return []
    found = list(_layout_faults(table))
    if not found and hashlib.sha256(canonical_text(table).encode()).hexdigest() != table.digest:
        found.append(
            Fault(1, 1, "layout", "comments or the last line are not canonical; run qa glossary fmt")
        )
    return found


def _layout_faults(table: Table) -> Iterator[Fault]:
    if table.byte_order_mark:
        yield Fault(1, 1, "layout", "the file begins with a byte order mark; run qa glossary fmt")
    if table.crlf:
        yield Fault(1, 1, "layout", "lines end in CR LF; run qa glossary fmt")
    if table.blank:
        yield Fault(table.blank[0], 1, "layout", "blank line; run qa glossary fmt")
    previous: Line | None = None
    for line in table.lines:
        if previous is not None and line.row < previous.row:
            message = f"not sorted: this row belongs before line {previous.number}; run qa glossary fmt"
            yield Fault(line.number, 1, "layout", message)
            break
        previous = line
    for line in table.lines:
        canonical = join(line.row)
        if line.raw != canonical:
            column = next(
                (i for i, (a, b) in enumerate(zip(line.raw, canonical, strict=False)) if a != b), None
            )
            at = min(len(line.raw), len(canonical)) if column is None else column
            message = (
                "stray spaces, quotes, capitals, letters not in NFC or an unusual tag; run qa glossary fmt"
            )
            yield Fault(line.number, at + 1, "layout", message)
