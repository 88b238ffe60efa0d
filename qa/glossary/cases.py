"""Example sentences that a glossary must and must not flag, kept beside it and run like tests.

A file of cases is a CSV with the columns `text`, `lang` and `expect`: the forms that must be flagged in the
text, separated by `;`, or nothing. Further columns may hold the day of the text (`date`), for names that changed,
and the sentence it translates (`source`, `source-lang`). Lines that begin with `#` are comments. Any other table,
a glossary with its examples in a workbook say, is read by the columns that are named.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from qa.errors import GlossaryError
from qa.glossary import files, values, workbook
from qa.glossary.lines import records

COLUMNS = ("text", "lang", "expect")
FIELDS = (*COLUMNS, "date", "source", "source-lang")


class Case(NamedTuple):
    """A sentence with the forms that must be flagged in it, and where it stands."""

    path: str
    line: int
    text: str
    lang: str
    expect: tuple[str, ...]
    date: str = ""
    source: str = ""
    source_lang: str = ""


Check = Callable[[Case], Sequence[str]]
"""Checks the text of a case; returns the forms that are flagged, as written, in reading order."""


class Failure(NamedTuple):
    """A case that did not come out: forms that were not flagged, and forms that were and should not."""

    case: Case
    missed: tuple[str, ...]
    extra: tuple[str, ...]


def read(
    path: str | os.PathLike[str],
    mapping: Mapping[str, str] | None = None,
    constants: Mapping[str, str] | None = None,
) -> tuple[Case, ...]:
    """Read a file of cases; raises `GlossaryError` with `file:line:column` for a row that is none.

    `mapping` is from field to column, for tables with columns of their own: others are then left alone, and rows
    without a text are no cases. `constants` give fields that no column holds.
    """
    named = Path(path)
    mapping, constants = mapping or {}, constants or {}
    rows = list(workbook.read(named) if named.suffix.lower() == ".xlsx" else _rows(named))
    line, header = rows[0] if rows else (1, [])
    at = _columns(header, mapping, constants, f"{named}:{line}:1")
    cases = []
    for number, cells in rows[1:]:
        if len(cells) > len(header) or (len(cells) < len(header) and not mapping):
            raise GlossaryError(
                f"{named}:{number}:1: {len(cells)} cells; expected {len(header)}: {','.join(header)}"
            )
        found = {f: cells[n].strip() if n < len(cells) else "" for f, n in at.items()} | dict(constants)
        if found["text"] or not mapping:
            cases.append(_case(named, number, found))
    return tuple(cases)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    text = files.decode(files.read_bytes(path, "a CSV of example sentences"), path)
    first = next((line for line in text.split("\n") if line.strip() and not _is_comment(line)), "")
    return records(text, max(",;\t", key=first.count), path, _is_comment)


def _is_comment(line: str) -> bool:
    return line.startswith("#")


def _columns(
    header: Sequence[str], mapping: Mapping[str, str], constants: Mapping[str, str], where: str
) -> dict[str, int]:
    """Position of each field's column."""
    strange = next((f for f in (*mapping, *constants) if f not in FIELDS), None)
    if strange is not None:
        raise GlossaryError(
            f"{where}: {values.shown(strange)} is no field; expected one of {', '.join(FIELDS)}"
        )
    titles = [title.strip() for title in header]
    missing = next((title for title in mapping.values() if title not in titles), None)
    if missing is not None:
        listed = ", ".join(filter(None, titles)) or "none"
        raise GlossaryError(f"{where}: there is no column {values.shown(missing)}; the columns are: {listed}")
    found = {title: number for number, title in enumerate(titles) if title in FIELDS}
    found |= {field: titles.index(title) for field, title in mapping.items()}
    needed = ("text", "lang") if mapping else COLUMNS
    if any(f not in found and f not in constants for f in needed) or (
        not mapping and len(found) < len(titles)
    ):
        extra = "; name other columns with --map FIELD=COLUMN" if titles else ""
        raise GlossaryError(f"{where}: the header is missing; expected {','.join(COLUMNS)}{extra}")
    return found


def _case(path: Path, line: int, found: Mapping[str, str]) -> Case:
    text, lang, date = found["text"], found["lang"], found.get("date", "")
    source, source_lang = found.get("source", ""), found.get("source-lang", "")
    fault = values.lang_fault(lang) or values.date_fault(date) or (source and values.lang_fault(source_lang))
    if fault:
        raise GlossaryError(f"{path}:{line}:1: {fault}")
    forms = tuple(form.strip() for form in found.get("expect", "").split(";") if form.strip())
    absent = next((form for form in forms if form not in text and form not in source), None)
    if absent is not None:
        raise GlossaryError(
            f"{path}:{line}:1: {values.shown(absent)} is not in the text; expected forms from it"
        )
    lang, source_lang = values.canonical_lang(lang), values.canonical_lang(source_lang) if source else ""
    return Case(path.as_posix(), line, text, lang, forms, date, source, source_lang)


def run(cases: Iterable[Case], check: Check) -> Iterator[Failure]:
    """Run cases, and yield those that do not come out; a form expected twice has to be flagged twice."""
    for case in cases:
        wanted, found = Counter(case.expect), Counter(check(case))
        if wanted != found:
            yield Failure(
                case, tuple(sorted((wanted - found).elements())), tuple(sorted((found - wanted).elements()))
            )
