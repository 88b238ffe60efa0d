"""Example sentences that a glossary must and must not flag, kept beside it and run like tests.

A file of cases is a CSV with the columns `text`, `lang` and `expect`: the forms that must be flagged in the
text, separated by `;`, or nothing. A fourth column `date` may hold the day of the text, for names that changed.
Lines that begin with `#` are comments.
"""

from __future__ import annotations

import csv
import io
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from qa.errors import GlossaryError
from qa.glossary import files, values

COLUMNS = ["text", "lang", "expect"]
DAY = "date"


class Case(NamedTuple):
    """A sentence with the forms that must be flagged in it, and where it stands."""

    path: str
    line: int
    text: str
    lang: str
    expect: tuple[str, ...]
    date: str = ""


Check = Callable[[Case], Sequence[str]]
"""Checks the text of a case; returns the forms that are flagged, as written, in reading order."""


class Failure(NamedTuple):
    """A case that did not come out: forms that were not flagged, and forms that were and should not."""

    case: Case
    missed: tuple[str, ...]
    extra: tuple[str, ...]


def read(path: str | os.PathLike[str]) -> tuple[Case, ...]:
    """Read a file of cases; raises `GlossaryError` with `file:line:column` for a row that is none."""
    named = Path(path)
    text = files.decode(files.read_bytes(named, "a CSV of example sentences"), named)
    kept = "".join("\n" if line.startswith("#") else line for line in text.splitlines(keepends=True))
    reader = csv.reader(io.StringIO(kept, newline=""), strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(row)]
    except csv.Error as error:
        raise GlossaryError(f"{named}:{reader.line_num}:1: not CSV: {error}; check the quotes") from None
    header = rows[0][1] if rows else []
    if header not in (COLUMNS, [*COLUMNS, DAY]):
        line = rows[0][0] if rows else 1
        raise GlossaryError(f"{named}:{line}:1: the header is missing; expected {','.join(COLUMNS)}")
    return tuple(_case(named, line, row, header) for line, row in rows[1:])


def _case(path: Path, line: int, row: list[str], header: list[str]) -> Case:
    if len(row) != len(header):
        raise GlossaryError(f"{path}:{line}:1: {len(row)} cells; expected {len(header)}: {','.join(header)}")
    text, lang, expect, date = *row[:3], "".join(row[3:]).strip()
    fault = values.lang_fault(lang.strip()) or values.date_fault(date)
    if fault:
        raise GlossaryError(f"{path}:{line}:1: {fault}")
    forms = tuple(form.strip() for form in expect.split(";") if form.strip())
    absent = next((form for form in forms if form not in text), None)
    if absent is not None:
        raise GlossaryError(
            f"{path}:{line}:1: {values.shown(absent)} is not in the text; expected forms from it"
        )
    return Case(path.as_posix(), line, text, values.canonical_lang(lang.strip()), forms, date)


def run(cases: Iterable[Case], check: Check) -> Iterator[Failure]:
    """Run cases, and yield those that do not come out; a form expected twice has to be flagged twice."""
    for case in cases:
        wanted, found = Counter(case.expect), Counter(check(case))
        if wanted != found:
            yield Failure(
                case, tuple(sorted((wanted - found).elements())), tuple(sorted((found - wanted).elements()))
            )
