"""Reads concepts out of the columns of a spreadsheet: one form a row, or one language a column.

A column is taken for a field of the glossary (`form`, `lang`, `status`, …) or for the names in one language
with one status (`uk`, `en:deprecated`; several names in a cell are separated by `;`, `|` or line breaks). Headers
that say so themselves need no mapping. Above the header there may be a title; what is not read is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from qa.errors import GlossaryError
from qa.glossary import scripts, values
from qa.glossary.exchange import (
    Concept,
    Imported,
    Name,
    guess_statuses,
    name_fault,
    slug,
    sound_name,
    type_of,
)
from qa.glossary.importers.reports import Drops
from qa.glossary.importers.statuses import status_of
from qa.glossary.lines import COLUMNS

_FIELDS = {
    "entry": "entry id concept concept-id entry-id key", "type": "type category kind class subject-field",
    "lang": "lang language locale language-code", "form": "form term name spelling",
    "status": "status administrative-status term-status", "from": "from since valid-from",
    "until": "until to valid-until", "note": "note notes comment reason remark",
}  # fmt: skip
_FIELD_OF = {word: field for field, words in _FIELDS.items() for word in words.split()}
# What a cell shows that a spreadsheet could not work out: #REF!, #NAME?, #N/A, Err:502.
ERROR = re.compile(r"#[A-Z0-9/_]+[!?]|#N/A|#GETTING_DATA|Err:[0-9]{3}")


_BETWEEN = re.compile(r"[;|\r\n]")  # between the names in a cell
_DEEPEST = 20  # rows among which the header is looked for
_TELLING = 2  # columns that a row below the first has to name, so that it is the header


class Plan(NamedTuple):
    """Which column is what: fields by their column, and names by column, language and status.

    `own` says that the columns are those of a glossary, in which a form stands as it is.
    """

    titles: tuple[str, ...]
    fields: dict[str, int]
    names: tuple[tuple[int, str, str], ...]
    own: bool

    @property
    def read(self) -> set[int]:
        """The columns of which something is made."""
        return {*self.fields.values(), *(index for index, _, _ in self.names)}

    def broken(self, cell: str) -> str:
        """What a cell of names holds instead of them, "" if it may hold some."""
        if ERROR.fullmatch(cell):
            return "an error of the spreadsheet"
        return "a formula" if cell.startswith("=") and not self.own else ""


def plan(header: Sequence[str], mapping: Mapping[str, str], where: str) -> Plan:
    """Decide what each column is; `mapping` is from field or `lang[:status]` to a column's header.

    Raises `GlossaryError` that lists the columns when a mapped one does not exist or nothing holds names.
    """
    titles = [" ".join(title.split()) for title in header]
    listed = ", ".join(filter(None, titles)) or "none"
    fields: dict[str, int] = {}
    names: list[tuple[int, str, str]] = []
    for target, title in mapping.items():
        if title not in titles:
            raise GlossaryError(
                f"{where}: there is no column {values.shown(title)}; the columns are: {listed}"
            )
        _assign(target, titles.index(title), fields, names, where)
    mapped = set(mapping.values())
    for index, title in enumerate(titles):
        if title in mapped:
            continue
        field = _FIELD_OF.get(slug(title))
        if field:
            fields.setdefault(field, index)
        elif scripts.written_in(title.partition(":")[0].strip().replace("_", "-").lower()):
            names += [(index, *found) for found in _lang_status(title)]
    if "form" not in fields and not names:
        raise GlossaryError(
            f"{where}: no column holds names; say which does with --map form=COLUMN or --map en=COLUMN"
            f" (columns: {listed})"
        )
    return Plan(tuple(titles), fields, tuple(names), tuple(titles) == COLUMNS)


def _under_header(
    rows: Iterable[tuple[int, Sequence[str]]], mapping: Mapping[str, str], path: Path, drops: Drops
) -> tuple[Plan, str, Iterator[tuple[int, Sequence[str]]]]:
    """The plan, where its header stands, and the rows below; the header is the first row that can be one.

    Raises the `GlossaryError` of the row that looks most like a header where none can be one.
    """
    rest = iter(rows)
    top = list(islice(rest, _DEEPEST))
    faults: list[tuple[int, int, GlossaryError]] = []
    for at, (number, cells) in enumerate(top or [(1, ())]):
        where = f"{path}:{number}:1"
        try:
            found = plan(cells, mapping, where)
        except GlossaryError as error:
            titles = {" ".join(cell.split()) for cell in cells} - {""}
            faults.append((len(titles & set(mapping.values())), len(titles), error))
            continue
        if at == 0 or mapping or len(found.read) >= _TELLING:
            for line, above in top[:at]:
                drops.add(
                    f"line {line}: {values.shown(' '.join(filter(None, above)))} stands above the header"
                )
            return found, where, chain(top[at + 1 :], rest)
    raise max(faults, key=lambda fault: fault[:2])[2]


def _assign(
    target: str, index: int, fields: dict[str, int], names: list[tuple[int, str, str]], where: str
) -> None:
    if target in COLUMNS:
        fields[target] = index
        return
    found = _lang_status(target)
    names += [(index, lang, status) for lang, status in found]
    if not found:
        allowed = ", ".join(COLUMNS)
        raise GlossaryError(
            f"{where}: cannot map to {values.shown(target)}; expected one of {allowed},"
            " a language such as uk, or en:deprecated"
        )


def _lang_status(title: str) -> list[tuple[str, str]]:
    """Language and status of `uk` or `en:deprecated`, or nothing."""
    lang, _, status = title.partition(":")
    lang = values.canonical_lang(lang.strip().replace("_", "-"))
    known = status_of(status)
    return [] if values.lang_fault(lang) or (status.strip() and not known) else [(lang, known)]


def concepts(
    rows: Iterable[tuple[int, Sequence[str]]],
    mapping: Mapping[str, str],
    constants: Mapping[str, str],
    path: Path,
    unread: Iterable[str] = (),
) -> Imported:
    """Concepts from numbered rows of cells; `constants` give fields that no column holds.

    `unread` is what of the file is not among the rows.
    """
    drops = Drops()
    columns, where, rows = _under_header(rows, mapping, path, drops)
    if "form" in columns.fields and not columns.names and "lang" not in {*columns.fields, *constants}:
        raise GlossaryError(f"{where}: no column tells the language; say it with --set lang=TAG")
    grouped: dict[str, tuple[str, list[Name]]] = {}
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        row = _Cells(cells, columns.fields, constants)
        _tell_unread(row, columns, drops)
        names = _names(row, columns, number, drops)
        if names:
            entry = row.field("entry")
            key = f"\0{number}" if not entry or columns.broken(entry) else entry
            grouped.setdefault(key, (type_of(row.field("type")), []))[1].extend(names)
    own = "entry" in mapping or "entry" in columns.titles
    for what in unread:
        drops.add(what)
    return Imported(
        tuple(
            Concept("" if key[0] == "\0" else _id(key), kind, guess_statuses(dict.fromkeys(names)), own)
            for key, (kind, names) in grouped.items()
        ),
        drops.told(),
    )


class _Cells(NamedTuple):
    cells: Sequence[str]
    fields: Mapping[str, int]
    constants: Mapping[str, str]

    def at(self, index: int) -> str:
        return self.cells[index].strip() if index < len(self.cells) else ""

    def field(self, name: str) -> str:
        value = self.at(self.fields[name]) if name in self.fields else ""
        return value or self.constants.get(name, "")


def _tell_unread(row: _Cells, columns: Plan, drops: Drops) -> None:
    """Count the cells of columns of which nothing is made, and the types that nobody knows."""
    for index, cell in enumerate(row.cells):
        if cell.strip() and index not in columns.read:
            title = columns.titles[index] if index < len(columns.titles) else ""
            told = f"column {values.shown(title)}: not read; say with --map what it holds"
            drops.count(told if title else f"column {index + 1}: not read; give it a title")
    kind = row.field("type")
    if kind and not type_of(kind):
        drops.count(f"type {values.shown(kind)}: not known; taken for --type")


def _names(row: _Cells, columns: Plan, number: int, drops: Drops) -> list[Name]:
    since, until, note = _day(row.field("from")), _day(row.field("until")), row.field("note")
    note = "" if ERROR.fullmatch(note) else note
    given = []
    if "form" in columns.fields:
        word = row.field("status")
        status = status_of(word) if word else ""
        if word and not status:
            drops.add(f"line {number}: unknown status {values.shown(word)}")
            return []
        given.append(Name(row.field("lang"), row.field("form"), status, since, until, note))
    for index, lang, status in columns.names:
        cell = row.at(index)
        forms = [cell] if columns.broken(cell) else filter(str.strip, _BETWEEN.split(cell))
        given += (Name(lang, form, status, since, until, note) for form in forms)
    names = []
    for name in given:
        broken = columns.broken(name.form)
        if broken:
            drops.add(f"line {number}: {values.shown(name.form)} is {broken}")
            continue
        sound = sound_name(name)
        if sound:
            names.append(sound)
        elif name.form:
            told = f"line {number}: {values.shown(name.form)} ({name.lang or 'no language'}) is no row"
            drops.add(f"{told}: {name_fault(name)}")
    return names


def _day(cell: str) -> str:
    """A date as spreadsheets give it: ISO, or ISO with a time of midnight behind it."""
    try:
        return dt.datetime.fromisoformat(cell).date().isoformat() if len(cell) > 10 else cell
    except ValueError:
        return cell


def _id(key: str) -> str:
    return key if values.KEBAB.fullmatch(key) else slug(key) or key.replace(" ", "-")
