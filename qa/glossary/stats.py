"""Numbers about a glossary: what it holds, and what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from qa.glossary import scripts
from qa.glossary.table import Row


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts, each sorted by number and then by name.

    `routes` counts deprecated forms by the reason that their notes give. `without_native` are entries all
    of whose forms are Latin and of which none is called native; fixed phrases are not counted among them.
    """

    entries: int
    rows: int
    types: tuple[tuple[str, int], ...]
    langs: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    routes: tuple[tuple[str, int], ...]
    dated: int
    without_native: tuple[str, ...]


def stats(rows: Iterable[Row]) -> Stats:
    """Count what a glossary holds."""
    listed = list(rows)
    types = {row.entry: row.type for row in listed}
    native = {
        row.entry
        for row in listed
        if scripts.scripts(row.form) - {"Latn"} or "native" in row.note.casefold() or row.type == "other"
    }
    return Stats(
        entries=len(types),
        rows=len(listed),
        types=_counts(types.values()),
        langs=_counts(row.lang for row in listed),
        statuses=_counts(row.status for row in listed),
        routes=_counts(route(row.note) for row in listed if row.status == "deprecated"),
        dated=sum(bool(row.since or row.until) for row in listed),
        without_native=tuple(sorted(types.keys() - native)),
    )


def route(note: str) -> str:
    """The reason in a note, without what is said after it."""
    return note.partition(";")[0].partition("(")[0].strip() or "no reason given"


def _counts(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0])))


def unused(rows: Iterable[Row], named: Iterable[str]) -> tuple[str, ...]:
    """Entries that a feed does not name, sorted; `named` are the ids of those that it does."""
    return tuple(sorted({row.entry for row in rows} - set(named)))
