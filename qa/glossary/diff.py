"""What changed between two glossaries, by entry and form rather than by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from qa.glossary.table import Row


class FormChange(NamedTuple):
    """A form that came, went or is told differently; `before` and `after` are its rows, in file order."""

    lang: str
    form: str
    before: tuple[Row, ...]
    after: tuple[Row, ...]

    @property
    def told(self) -> str:
        """What it was and what it is, in words; with the type of the entry where that has changed."""
        retyped = bool(self.before and self.after) and self.before[0].type != self.after[0].type
        sides = (
            "; ".join(f"{row.type}, " * retyped + told(row) for row in rows)
            for rows in (self.before, self.after)
        )
        return " → ".join(filter(None, sides))


class EntryChange(NamedTuple):
    """An entry that came, went or changed, with the changes of its forms."""

    entry: str
    kind: Literal["added", "removed", "changed"]
    changes: tuple[FormChange, ...]


def diff(before: Iterable[Row], after: Iterable[Row]) -> tuple[EntryChange, ...]:
    """Changes from one glossary to another, sorted by entry, language and form.

    Neither the order of rows nor layout counts as a change. An entry under a new id is one removed and one
    added.
    """
    old, new = _by_entry(before), _by_entry(after)
    out = []
    for entry in sorted(old.keys() | new.keys()):
        was, now = old.get(entry, {}), new.get(entry, {})
        changes = tuple(
            FormChange(*key, was.get(key, ()), now.get(key, ()))
            for key in sorted(was.keys() | now.keys())
            if was.get(key) != now.get(key)
        )
        if changes:
            kind: Literal["added", "removed", "changed"] = (
                "changed" if was and now else "added" if now else "removed"
            )
            out.append(EntryChange(entry, kind, changes))
    return tuple(out)


def _by_entry(rows: Iterable[Row]) -> dict[str, dict[tuple[str, str], tuple[Row, ...]]]:
    grouped: dict[str, dict[tuple[str, str], tuple[Row, ...]]] = defaultdict(dict)
    for row in sorted(rows):
        key = row.lang, row.form
        grouped[row.entry][key] = (*grouped[row.entry].get(key, ()), row)
    return grouped


def told(row: Row) -> str:
    """A row's status, days and note in words: `preferred until 2024-09-18 (renamed)`."""
    days = f" from {row.since}" * bool(row.since) + f" until {row.until}" * bool(row.until)
    return row.status + days + f" ({row.note})" * bool(row.note)
