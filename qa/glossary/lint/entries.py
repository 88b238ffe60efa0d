"""Lint checks that look at all rows of one entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from qa.glossary import scripts
from qa.glossary.lines import Fault
from qa.glossary.table import Line
from qa.glossary.validity import overlap
from qa.glossary.values import ALWAYS, day_after, shown


def entry_faults(lines: Sequence[Line]) -> Iterator[Fault]:
    """Everything to say about an entry; rows that come from a base glossary have the line number 0."""
    by_lang: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_lang[line.row.lang].append(line)
    for group in by_lang.values():
        yield from _preferred(group)
        if len(group) > 1:
            yield from _case_twins(group)
    yield from _native(lines)


def _preferred(group: Sequence[Line]) -> Iterator[Fault]:
    preferred = sorted(
        (line for line in group if line.row.status == "preferred"), key=lambda line: line.row.since
    )
    if not preferred:
        first = min(group, key=lambda line: (not line.number, line.number))
        message = (
            f"{first.row.entry} has forms in {first.row.lang} and none is preferred; add the preferred form,"
            " or name the glossary that has it with --base"
        )
        yield first.fault("lang", "no-preferred", message)
    until = ALWAYS
    for line in preferred:
        if until != ALWAYS and line.row.since > day_after(until):
            message = (
                f"no form of {line.row.entry} is preferred in {line.row.lang} from {day_after(until)} on"
            )
            yield line.fault("from", "preferred-gap", f"{message} until {line.row.since}; close the gap")
        until = max(until, line.row.until or ALWAYS) if until != ALWAYS else line.row.until or ALWAYS


def _case_twins(group: Sequence[Line]) -> Iterator[Fault]:
    # A deprecated form and a right one may differ so: Nato is then written NATO.
    seen: dict[tuple[str, bool], Line] = {}
    for line in group:
        twin = seen.setdefault((line.row.form.casefold(), line.row.status == "deprecated"), line)
        if twin.row.form != line.row.form and overlap(twin.row, line.row):
            line, twin = (line, twin) if line.number >= twin.number else (twin, line)
            message = f"{shown(line.row.form)} and {shown(twin.row.form)} differ in capitals only; keep one"
            yield line.fault("form", "case-twin", message)


def _native(lines: Sequence[Line]) -> Iterator[Fault]:
    """An entry known only in languages of the Latin script, none of them called its own.

    A name that is native to such a language (Warszawa, Macron) cannot be told from one whose native form
    is missing, unless a note says so.
    """
    first = lines[0]
    if first.row.type == "other" or not first.number:
        return
    for line in lines:
        if scripts.scripts(line.row.form) - {"Latn"} or "native" in line.row.note.casefold():
            return
    message = (
        f"{first.row.entry} has no native form; add it, or write 'native' in the note of the row that is"
    )
    yield first.fault("entry", "native-missing", message)
