"""Merges what an import brings into a glossary: what is new, what is known, what contradicts it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qa.glossary import scripts
from qa.glossary.exchange import Concept, Name, entry_id
from qa.glossary.table import Row
from qa.glossary.validity import overlap
from qa.glossary.values import one_apostrophe, shown

_CONTRARY = {"preferred", "deprecated"}  # statuses of one form that no two entries may have


class Conflict(NamedTuple):
    """A row that was not taken over, because of what the glossary already says."""

    row: Row
    reason: str


@dataclass(frozen=True, slots=True)
class Merge:
    """The outcome: rows to add, rows that were there, rows that contradict, ids of new entries."""

    new: tuple[Row, ...]
    same: tuple[Row, ...]
    conflicts: tuple[Conflict, ...]
    entries: tuple[str, ...]


def merge(
    rows: Iterable[Row], concepts: Iterable[Concept], *, default_type: str = "other", named: bool = False
) -> Merge:
    """Find for every concept the entry it is, and sort its names into new, same and conflicting ones.

    Nothing that the glossary says is ever changed: a conflict is reported and left to an editor. A concept
    is taken for an entry that shares a name with it, unless their types differ or their names in another
    script do; concepts that nothing is shared with become new entries, of type `default_type` if their
    source does not tell. With `named` somebody has named the entry of each concept, and no other is taken for it.
    """
    state = _State(rows)
    for concept in concepts:
        candidates = state.candidates(concept)
        rivals = " or ".join(candidates)
        reason = f"could belong to {rivals}; add it by hand" if len(candidates) > 1 else ""
        if named and candidates not in ([], [concept.id]):
            shared = next(name.form for name in concept.names if candidates[0] in state.having(name))
            reason = f"{shown(shared)} is a form of {rivals}; add to that entry, or tell the two apart by a native form"
        if reason:
            for name in concept.names:
                row = Row(entry_id(concept), concept.type or default_type, *name)
                state.conflicts.append(Conflict(row, reason))
            continue
        entry = candidates[0] if candidates else state.fresh(entry_id(concept))
        if not candidates:
            state.open(entry, concept.type or default_type)
        for name in concept.names:
            state.take(entry, name)
    begun = {row.entry for row in state.new}
    entries = tuple(entry for entry in state.entries if entry in begun)
    return Merge(tuple(state.new), tuple(state.same), tuple(state.conflicts), entries)


class _State:
    """A glossary under way, indexed by what a new name could meet."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.new: list[Row] = []
        self.same: list[Row] = []
        self.conflicts: list[Conflict] = []
        self.entries: list[str] = []
        self._opened: set[str] = set()
        self._brought: set[Row] = set()
        self._types: dict[str, str] = {}
        self._rows: dict[tuple[str, str, str], list[Row]] = {}
        self._by_form: dict[tuple[str, str], list[Row]] = {}
        self._preferred: dict[tuple[str, str], list[Row]] = {}
        self._langs: dict[str, set[str]] = {}
        self._by_name: dict[tuple[str, str], dict[str, None]] = {}
        for row in rows:
            self._index(row)

    def _index(self, row: Row) -> None:
        self._types[row.entry] = row.type
        self._langs.setdefault(row.entry, set()).add(row.lang)
        form = one_apostrophe(row.form)
        self._rows.setdefault((row.entry, row.lang, form), []).append(row)
        self._by_form.setdefault((row.lang, row.form), []).append(row)
        if row.status == "preferred":
            self._preferred.setdefault((row.entry, row.lang), []).append(row)
        if row.status != "deprecated":
            # A dict of nothing keeps the order in which entries came, and each of them once.
            self._by_name.setdefault((row.lang, form), {})[row.entry] = None

    def open(self, entry: str, kind: str) -> None:
        """Begin a new entry."""
        self._types[entry] = kind
        self._opened.add(entry)
        self.entries.append(entry)

    def fresh(self, wanted: str) -> str:
        """`wanted` if it is free, else the first of `wanted-2`, `wanted-3`, … that is."""
        number, entry = 2, wanted
        while entry in self._types:
            number, entry = number + 1, f"{wanted}-{number}"
        return entry

    def having(self, name: Name) -> Iterable[str]:
        """The entries that have a name and may be written so."""
        return self._by_name.get((name.lang, one_apostrophe(name.form)), {})

    def candidates(self, concept: Concept) -> list[str]:
        """Entries that a concept may be: none, the one it is, or several that it cannot be told from."""
        if concept.own and concept.id in self._types:
            return [concept.id]
        votes = Counter(
            entry for name in concept.names if name.status != "deprecated" for entry in self.having(name)
        )
        if concept.own:
            # The source tells its own entries apart; only one of the glossary may be one under another id.
            votes = Counter({entry: count for entry, count in votes.items() if entry not in self._opened})
        fitting = {entry: count for entry, count in votes.items() if self._fits(entry, concept)}
        if concept.id in fitting:
            return [concept.id]
        most = max(fitting.values(), default=0)
        return sorted(entry for entry, count in fitting.items() if count == most)

    def _fits(self, entry: str, concept: Concept) -> bool:
        if concept.type and concept.type != self._types[entry]:
            return False
        shared, apart = False, False
        for name in concept.names:
            if name.lang in self._langs[entry] and scripts.scripts(name.form) - {"Latn"}:
                known = (entry, name.lang, one_apostrophe(name.form)) in self._rows
                shared, apart = shared or known, apart or (not known and name.status == "preferred")
        # Names in a script of their own identify: Georgia is Грузія or Джорджія, and never both.
        return shared or not apart

    def take(self, entry: str, name: Name) -> None:
        """Sort one name of an entry into new, same or conflicting."""
        row = Row(entry, self._types[entry], *name)
        known = self._known(row)
        if any(other[4:7] == row[4:7] for other in known):
            self.same.append(row)
            return
        rivals = self._preferred.get((entry, row.lang), []) if row.status == "preferred" else []
        for other in (*known, *rivals, *self._contrary(row)):
            if overlap(row, other):
                self.conflicts.append(Conflict(row, _clash(row, other, within=other in self._brought)))
                return
        self.new.append(row)
        self._brought.add(row)
        self._index(row)

    def _contrary(self, row: Row) -> Iterator[Row]:
        """Rows of other entries of the glossary that prefer what a row deprecates, or deprecate what it prefers.

        What a source says of its own entries stands as it is.
        """
        for other in self._by_form.get((row.lang, row.form), ()):
            apart = other.entry != row.entry and other.entry not in self._opened
            if apart and {other.status, row.status} == _CONTRARY:
                yield other

    def _known(self, row: Row) -> list[Row]:
        """The rows of the same form, whatever its apostrophes; what a source brings by itself it may tell apart."""
        alike = self._rows.get((row.entry, row.lang, one_apostrophe(row.form)), [])
        exact = [other for other in alike if other.form == row.form]
        return exact if exact or row.entry in self._opened else alike


def _clash(row: Row, other: Row, *, within: bool) -> str:
    """Why two rows of one language cannot both be; `within` says that the import brought the other one as well."""
    if row.entry != other.entry:
        return f"{shown(row.form)} is {other.status} for {other.entry}, {row.status} for {row.entry} in the import"
    there = "import" if within else "glossary"
    if one_apostrophe(row.form) == one_apostrophe(other.form):
        here = "further down" if within else "in the import"
        return f"{shown(row.form)} is {other.status} in the {there}, {row.status} {here}{_dates(row, other)}"
    here = "further down" if within else "the import"
    return f"the {there} prefers {shown(other.form)} in {row.lang}, {here} {shown(row.form)}"


def _dates(row: Row, other: Row) -> str:
    if (row.since, row.until) == (other.since, other.until):
        return ""
    days = [f"{r.since or '…'} to {r.until or '…'}" for r in (other, row)]
    return f" (days {days[0]} there, {days[1]} here)"


def conflict_rows(conflicts: Sequence[Conflict]) -> list[Row]:
    """Rows for a file that an editor goes through: each conflicting row with the reason as its note."""
    return sorted({c.row._replace(note=f"{c.reason}. {c.row.note}".strip()) for c in conflicts})
