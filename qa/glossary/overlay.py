"""Lays one glossary over another: the later one replaces rows by entry, language and form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from qa.glossary.table import Row
from qa.glossary.validity import overlap
from qa.glossary.values import ALWAYS, day_after, day_before


def lay_over(base: Iterable[Row], later: Sequence[Row]) -> list[Row]:
    """Rows of `base` as `later` leaves them, and those of `later`.

    A form that `later` names is what `later` says of it. Where `later` brings a preferred form, a form that
    `base` prefers on the same days in the same language becomes admitted on those days: both are then
    known, and one is preferred. The type of an entry is that of `later`.
    """
    named = {(row.entry, row.lang, row.form) for row in later}
    types = {row.entry: row.type for row in later}
    rivals: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in later:
        if row.status == "preferred":
            rivals[row.entry, row.lang].append(row)
    out: list[Row] = []
    for row in base:
        if (row.entry, row.lang, row.form) in named:
            continue
        if row.entry in types:
            row = row._replace(type=types[row.entry])
        against = rivals.get((row.entry, row.lang)) if row.status == "preferred" else None
        out += _give_way(row, against) if against else [row]
    return [*out, *later]


def _give_way(row: Row, rivals: Sequence[Row]) -> list[Row]:
    """Cut a preferred row into the days it stays preferred and those on which a rival takes its place."""
    parts: list[Row] = []
    for rival in sorted(rivals, key=lambda rival: rival.since):
        if not overlap(row, rival):
            continue
        # There is no day before the first one of the calendar.
        if row.since < rival.since and day_before(rival.since) < rival.since:
            parts.append(row._replace(until=day_before(rival.since)))
        start, end = max(row.since, rival.since), min(row.until or ALWAYS, rival.until or ALWAYS)
        parts.append(row._replace(status="admitted", since=start, until="" if end == ALWAYS else end))
        if end == (row.until or ALWAYS):
            return parts
        row = row._replace(since=day_after(end))
    return [*parts, row]
