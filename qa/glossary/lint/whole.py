"""Lint checks that compare entries with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from qa.glossary.lines import Fault
from qa.glossary.table import Line
from qa.glossary.validity import overlap
from qa.glossary.values import ALWAYS, shown

_OPPOSITE = {"deprecated": "preferred", "preferred": "deprecated"}
# A glossary made to hurt could hold more corrections to follow than anybody can wait for.
_MOST_STEPS = 200_000

Form = tuple[str, str]
"""A language and a form in it."""


class _Step(NamedTuple):
    """A correction: to which form it leads, on which days, and the row that says so."""

    target: Form
    since: str
    until: str
    line: Line


def whole_faults(lines: Sequence[Line]) -> Iterator[Fault]:
    """Everything to say about forms that several entries share; base rows have the line number 0."""
    by_form: dict[Form, list[Line]] = defaultdict(list)
    for line in lines:
        by_form[line.row.lang, line.row.form].append(line)
    shared = {form: group for form, group in by_form.items() if len({line.row.entry for line in group}) > 1}
    for group in shared.values():
        yield from _shared(group)
    yield from _cycles(shared)


def _shared(group: Sequence[Line]) -> Iterator[Fault]:
    """Compare each row with those of other entries that last longest among the ones begun before."""
    longest: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(group, key=lambda line: (line.row.since, line.number)):
        status = line.row.status
        rivals = [
            other
            for others in (longest[_OPPOSITE.get(status, "")], *longest.values())
            for other in others
            if other.row.entry != line.row.entry and overlap(line.row, other.row)
        ]
        if rivals:
            yield _clash(line, rivals[0])
        # Two of different entries are enough: one of them is not of the entry of the row to come.
        by_end = sorted([*longest[status], line], key=lambda line: line.row.until or ALWAYS, reverse=True)
        second = next((other for other in by_end if other.row.entry != by_end[0].row.entry), None)
        longest[status] = [by_end[0]] if second is None else [by_end[0], second]


def _clash(line: Line, other: Line) -> Fault:
    if _OPPOSITE.get(line.row.status) == other.row.status:
        bad, good = (line, other) if line.row.status == "deprecated" else (other, line)
        message = (
            f"{shown(bad.row.form)} is deprecated here and the preferred form of {good.row.entry}"
            f"{_at(good)}; drop it, give it dates, or use a longer form"
        )
        return (bad if bad.number else good).fault("form", "deprecated-is-preferred", message)
    last, first = (line, other) if line.number >= other.number else (other, line)
    message = f"{shown(last.row.form)} is also a form of {first.row.entry}{_at(first)}; tell them apart"
    return last.fault("form", "form-shared", message)


def _cycles(shared: Mapping[Form, Sequence[Line]]) -> Iterator[Fault]:
    """Follow each deprecated form to the form that replaces it, as a correction repeated would."""
    steps: dict[Form, list[_Step]] = defaultdict(list)
    for form, step in islice(_corrections(shared), _MOST_STEPS):
        steps[form].append(step)
    left = _MOST_STEPS
    told: set[Form] = set()
    for start in sorted(steps):
        if start in told or left <= 0:
            continue
        cycle, walked = _cycle_from(start, steps, left)
        left -= walked
        if cycle:
            told.update(form for form, _ in cycle)
            names = " → ".join(shown(form[1]) for form, _ in [*cycle, cycle[0]])
            message = f"corrections lead in a circle: {names}; decide which form is right on each day"
            last = max((line for _, line in cycle), key=lambda line: line.number)
            yield last.fault("form", "rename-cycle", message)


def _corrections(shared: Mapping[Form, Sequence[Line]]) -> Iterator[tuple[Form, _Step]]:
    """Steps from a deprecated form to a preferred one, both of which belong to several entries."""
    preferred: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for group in shared.values():
        for line in group:
            if line.row.status == "preferred":
                preferred[line.row.entry, line.row.lang].append(line)
    for form, group in shared.items():
        for line in group:
            if line.row.status == "deprecated":
                for right in preferred[line.row.entry, line.row.lang]:
                    if overlap(line.row, right.row):
                        since = max(line.row.since, right.row.since)
                        until = min(line.row.until or ALWAYS, right.row.until or ALWAYS)
                        yield form, _Step((line.row.lang, right.row.form), since, until, line)


def _cycle_from(
    start: Form, steps: Mapping[Form, Sequence[_Step]], most: int
) -> tuple[list[tuple[Form, Line]] | None, int]:
    """A circle of corrections through `start`, closed on one and the same day, and the steps it took."""
    walked = 0
    seen: set[tuple[Form, str, str]] = set()
    stack: list[tuple[Form, str, str, tuple[tuple[Form, Line], ...]]] = [(start, "", ALWAYS, ())]
    while stack and walked < most:
        form, since, until, path = stack.pop()
        for step in steps.get(form, ()):
            walked += 1
            begin, end = max(since, step.since), min(until, step.until)
            state = (step.target, begin, end)
            if begin > end or state in seen:
                continue
            seen.add(state)
            if step.target == start:
                return [*path, (form, step.line)], walked
            stack.append((step.target, begin, end, (*path, (form, step.line))))
    return None, walked


def _at(line: Line) -> str:
    return f" on line {line.number}" if line.number else " in the base glossary"
