"""Writes a report as lines for a terminal: one a finding, then what was not judged, then the sum.

A finding reads `path:line:column severity rule: message → suggestion`. Everything from outside passes
through `visible_line`, so that no text can move the cursor, change colours or turn the reading direction.
"""

from __future__ import annotations

from collections import Counter

from qa.model import CheckedDocument, Finding, Report, Severity
from qa.reporters.verdict import judge
from qa.reporters.visible import visible_line

_COLOURS = {
    Severity.CRITICAL: "1;35",
    Severity.MAJOR: "1;31",
    Severity.MINOR: "33",
    Severity.NEUTRAL: "36",
}


def render(report: Report, colour: bool = False) -> str:
    """All findings in the order of the documents, with ANSI colours only where the caller asks for them."""
    lines = [
        _finding(checked.document.path, finding, colour)
        for checked in report.documents
        for finding in checked.findings
    ]
    lines += [line for checked in report.documents for line in _skipped(checked)]
    lines += [f"note: {visible_line(note)}" for note in report.notes]
    lines.append(_summary(report))
    return "\n".join(lines) + "\n"


def _finding(path: str, finding: Finding, colour: bool) -> str:
    place = f"{visible_line(path)}:{finding.line}:{finding.column}"
    severity, rule = finding.severity.value, visible_line(finding.rule)
    message = visible_line(finding.explanation)
    if colour:
        place, severity = _paint(place, "2"), _paint(severity, _COLOURS[finding.severity])
    if finding.suggestion is not None:
        suggestion = visible_line(finding.suggestion)
        message += f" → {_paint(suggestion, '32') if colour else suggestion}"
    return f"{place} {severity} {rule}: {message}"


def _skipped(checked: CheckedDocument) -> list[str]:
    """One line for each reason, with how often it held."""
    counts = Counter((skipped.stage, skipped.reason) for skipped in checked.skipped)
    path = visible_line(checked.document.path)
    return [
        f"{path}: not judged ({visible_line(stage)}): {visible_line(reason)}"
        + (f" ({n} times)" if n > 1 else "")
        for (stage, reason), n in counts.items()
    ]


def _summary(report: Report) -> str:
    counts = ", ".join(f"{report.count(severity)} {severity.value}" for severity in reversed(Severity))
    levels = Counter(judge(checked).level.value for checked in report.documents)
    verdicts = ", ".join(
        f"{level} {n}" if len(report.documents) > 1 else level for level, n in sorted(levels.items())
    )
    sizes = (
        f"{_count(len(report.documents), 'document')}, {_count(report.segments, 'sentence')}, "
        f"{_count(report.words, 'word')}"
    )
    skipped = sum(len(checked.skipped) for checked in report.documents)
    return f"{sizes}: {counts}; {skipped} not judged{f'; {verdicts}' if verdicts else ''}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"
