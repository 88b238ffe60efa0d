"""The first screen: the verdict in words, counts, and the names at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.model import CheckedDocument, Finding, Segment, Severity
from qa.reporters.html.locale import Interface
from qa.reporters.html.search import places
from qa.reporters.verdict import Level, Verdict


def reasons(verdict: Verdict, checked: CheckedDocument, ui: Interface) -> tuple[tuple[str, bool], ...]:
    """The verdict's reasons as sentences, the weightiest first.

    The last ones say what was not judged; those are marked True where a list with the reasons exists.
    """
    said = _for_the_level(verdict, checked, ui)
    skipped = {item.stage for item in checked.skipped if item.segment is None}
    unjudged = [ui("verdict.checks_skipped", n=len(skipped))] if skipped else []
    if verdict.unjudged:
        unjudged.append(ui("verdict.unjudged", n=verdict.unjudged, total=verdict.sentences))
    elif verdict.sentences:
        said.append(ui("verdict.all_judged"))
    return (*((text, False) for text in said), *((text, bool(checked.skipped)) for text in unjudged))


def _for_the_level(verdict: Verdict, checked: CheckedDocument, ui: Interface) -> list[str]:
    said: list[str] = []
    if verdict.grave:
        said.append(ui("verdict.grave", n=verdict.grave))
        grave = [f.rule for f in checked.findings if f.severity.rank >= Severity.MAJOR.rank]
        rule, times = Counter(grave).most_common(1)[0]
        said.append(ui("verdict.mostly", rule=ui.rule(rule), n=times))
    if verdict.minor:
        said.append(ui("verdict.minor", n=verdict.minor))
    for weak in verdict.weaknesses:
        expected = ui.number(weak.expected, digits=0 if weak.expected >= 1 else 1)
        said.append(ui(f"verdict.weak_{weak.axis}", n=weak.weak, judged=weak.judged, expected=expected))
    if verdict.unnamed:
        said.append(ui("verdict.unnamed"))
    if not verdict.sentences:
        said.append(ui("verdict.empty"))
    elif verdict.level is Level.PUBLISH:
        said.append(ui("verdict.only_neutral", n=verdict.neutral) if verdict.neutral else ui("verdict.none"))
    return said


def by_severity(findings: Iterable[Finding]) -> tuple[tuple[Severity, int], ...]:
    """Counts of all four severities, the gravest first."""
    counts = Counter(finding.severity for finding in findings)
    return tuple((severity, counts[severity]) for severity in reversed(Severity))


def by_rule(findings: Iterable[Finding]) -> tuple[tuple[str, int, Severity], ...]:
    """Counts of the rules that found something, with their gravest severity, the most frequent first."""
    found = list(findings)
    counts = Counter(finding.rule for finding in found)
    return tuple(
        (rule, count, max((f.severity for f in found if f.rule == rule), key=lambda s: s.rank))
        for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A form that was found: how often, on which side, and the number of its first finding."""

    text: str
    count: int
    first: int
    source: bool


@dataclass(frozen=True, slots=True)
class Name:
    """One name that needs attention: what to write (None where that is open), and what was found.

    `whys` say where each form comes from, with the form; one reason for all has none.
    """

    entry: str | None
    right: str | None
    already: int
    forms: tuple[FoundForm, ...]
    severity: Severity
    whys: tuple[tuple[str, str], ...]


def names(findings: Sequence[Finding], segments: Sequence[Segment]) -> tuple[Name, ...]:
    """All names with findings, the gravest and most frequent first.

    `already` counts the right form in the text outside the findings, by plain search: it shows whether a
    text wavers between two forms.
    """
    groups: dict[str, list[int]] = {}
    for number, finding in enumerate(findings):
        if finding.rule.startswith("name-"):
            groups.setdefault(finding.entry or finding.suggestion or finding.text, []).append(number)
    found = [_name([(n, findings[n]) for n in numbers], segments) for numbers in groups.values()]
    return tuple(
        sorted(found, key=lambda n: (-n.severity.rank, -sum(f.count for f in n.forms), n.right or ""))
    )


def _name(group: Sequence[tuple[int, Finding]], segments: Sequence[Segment]) -> Name:
    suggestions = Counter(f.suggestion for _, f in group if f.suggestion is not None)
    right = min(suggestions, key=lambda s: (-suggestions[s], s), default=None)
    gravest = max((f for _, f in group), key=lambda f: f.severity.rank)
    # What is said of the right form, that it did not come back say, makes it none of those to replace.
    group = [(number, f) for number, f in group if f.side == "source" or f.text != right]
    forms: dict[tuple[str, str], list[int]] = {}
    for number, finding in group:
        forms.setdefault((finding.text, finding.side), []).append(number)
    return Name(
        entry=gravest.entry,
        right=right,
        already=_already(right, [f for _, f in group], segments) if right else 0,
        forms=tuple(FoundForm(text, len(ns), ns[0], side == "source") for (text, side), ns in forms.items()),
        severity=gravest.severity,
        whys=_whys(group) or (("", gravest.route or gravest.explanation),),
    )


def _whys(group: Sequence[tuple[int, Finding]]) -> tuple[tuple[str, str], ...]:
    """The route of each form, where they came by several."""
    routes: dict[str, str] = {}
    for _, finding in group:
        if finding.route:
            routes.setdefault(finding.text, finding.route)
    return tuple(routes.items()) if len(set(routes.values())) > 1 else ()


def _already(right: str, group: Sequence[Finding], segments: Sequence[Segment]) -> int:
    taken = {(f.segment, i) for f in group if f.side == "target" for i in range(f.start, f.end)}
    return sum((s.id, place) not in taken for s in segments for place in places(right, s.text))
