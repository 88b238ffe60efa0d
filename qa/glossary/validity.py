"""What makes a glossary unusable: cells that mean nothing, and rows that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from qa.glossary import values
from qa.glossary.lines import Fault
from qa.glossary.table import Line, Row


def faults(lines: Sequence[Line]) -> list[Fault]:
    """Every reason why these rows of one file cannot be used together, in file order."""
    found: list[Fault] = []
    sound: list[Line] = []
    for line in lines:
        wrong = list(cell_faults(line)) if _suspicious(line.row) else []
        found += wrong
        if not wrong:
            sound.append(line)
    found += contradictions(sound)
    return sorted(found)


def overlap(one: Row, other: Row) -> bool:
    """Whether two rows are valid on some day in common."""
    return one.since <= (other.until or values.ALWAYS) and other.since <= (one.until or values.ALWAYS)


def _suspicious(row: Row) -> bool:
    """Quick look that clears most rows, so that large termbases load in little time."""
    return not (
        row.type in values.TYPES
        and row.status in values.STATUSES
        and values.possible_id(row.entry)
        and row.form
        and len(row.form) <= values.MAX_FORM
        and len(row.note) <= values.MAX_NOTE
        and values.lang_fault(row.lang) is None
        and not row.since
        and not row.until
    )


def cell_faults(line: Line) -> Iterator[Fault]:
    """What is wrong with the cells of one row, each seen by itself."""

    row = line.row
    if not row.entry:
        yield line.fault(
            "entry", "entry-id", "the entry is empty; expected an id such as kyiv or volodymyr-zelensky"
        )
    elif not values.possible_id(row.entry):
        yield line.fault(
            "entry", "entry-id", f"{values.shown(row.entry)} is not an id; expected words joined by hyphens"
        )
    if row.type not in values.TYPES:
        yield line.fault(
            "type", "type", f"type {values.shown(row.type)}; expected one of {', '.join(values.TYPES)}"
        )
    wrong = values.lang_fault(row.lang)
    if wrong:
        yield line.fault("lang", "lang", wrong)
    if not row.form:
        yield line.fault(
            "form", "form", "the form is empty; expected the name as it is written in this language"
        )
    elif len(row.form) > values.MAX_FORM:
        yield line.fault(
            "form", "form", f"the form has {len(row.form)} characters; expected at most {values.MAX_FORM}"
        )
    if row.status not in values.STATUSES:
        yield line.fault(
            "status",
            "status",
            f"status {values.shown(row.status)}; expected one of {', '.join(values.STATUSES)}",
        )
    yield from _date_faults(line)
    if len(row.note) > values.MAX_NOTE:
        yield line.fault(
            "note", "note", f"the note has {len(row.note)} characters; expected at most {values.MAX_NOTE}"
        )


def _date_faults(line: Line) -> Iterator[Fault]:
    row = line.row
    wrong_since, wrong_until = values.date_fault(row.since), values.date_fault(row.until)
    if wrong_since:
        yield line.fault("from", "date", wrong_since)
    if wrong_until:
        yield line.fault("until", "date", wrong_until)
    if not wrong_since and not wrong_until and row.until and row.since > row.until:
        message = f"the form ends on {row.until}, before it begins on {row.since}; expected from <= until"
        yield line.fault("until", "date-order", message)


def contradictions(lines: Iterable[Line]) -> Iterator[Fault]:
    """Rows that cannot hold together: duplicates, two statuses, two preferred forms, two types."""
    forms: dict[tuple[str, str], list[Line]] = defaultdict(list)
    types: dict[str, Line] = {}
    for line in lines:
        forms[line.row.entry, line.row.lang].append(line)
        first = types.setdefault(line.row.entry, line)
        if first.row.type != line.row.type:
            message = (
                f"{line.row.entry} is a {line.row.type} here and a {first.row.type} on line {first.number};"
                " expected one type an entry"
            )
            yield line.fault("type", "type-conflict", message)
    for group in forms.values():
        if len(group) > 1:
            yield from _same_form(group)
            yield from _two_preferred([line for line in group if line.row.status == "preferred"])


def clashes(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Pairs of rows that share a day: each row with the one that lasts longest among those begun before."""
    latest: Line | None = None
    for line in sorted(lines, key=lambda line: (line.row.since, line.number)):
        if latest is not None and overlap(latest.row, line.row):
            yield latest, line
        if latest is None or (line.row.until or values.ALWAYS) > (latest.row.until or values.ALWAYS):
            latest = line


def _same_form(group: Sequence[Line]) -> Iterator[Fault]:
    by_form: dict[str, list[Line]] = defaultdict(list)
    for line in group:
        by_form[line.row.form].append(line)
    for same in by_form.values():
        if len(same) > 1:
            for one, other in clashes(same):
                yield _clash(*sorted((one, other)))


def _clash(earlier: Line, line: Line) -> Fault:
    shown = f"{values.shown(line.row.form)} ({line.row.lang}) of {line.row.entry}"
    if earlier.row.status == line.row.status:
        message = f"{shown} is already on line {earlier.number} for the same days; delete one of the two rows"
        return line.fault("form", "duplicate", message)
    message = (
        f"{shown} is {line.row.status} here and {earlier.row.status} on line {earlier.number}"
        " on the same days; expected one status a day"
    )
    return line.fault("status", "status-conflict", message)


def _two_preferred(group: Sequence[Line]) -> Iterator[Fault]:
    for one, other in clashes(group):
        if one.row.form != other.row.form:
            first, second = sorted((one, other))
            message = (
                f"{values.shown(second.row.form)} is a second preferred form of {second.row.entry} in"
                f" {second.row.lang} beside {values.shown(first.row.form)} on line {first.number};"
                " expected one a day, make the other admitted or give them dates"
            )
            yield second.fault("status", "two-preferred", message)
