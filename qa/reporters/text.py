"""Writes a report as lines for a terminal: one a finding, then what was not judged, then the sum.

A finding reads `path:line:column severity rule: message → suggestion`. Everything from outside passes
through `visible_line`, so that no text can move the cursor, change colours or turn the reading direction.
"""

from __future__ import annotations

from collections import Counter
from functools import partial

from qa.model import CheckedDocument, Document, Finding, Report, Severity
from qa.reporters.visible import visible_line
from qa.reporters.writer import Totals, Writer, whole
from qa.wording import counted

_COLOURS = {
    Severity.CRITICAL: "1;35",
    Severity.MAJOR: "1;31",
    Severity.MINOR: "33",
    Severity.NEUTRAL: "36",
}


def writer(colour: bool = False) -> Writer:
    """Writes with ANSI colours only where the caller asks for them."""
    return Writer(lambda _: "", partial(_document, colour=colour), frame)


def render(report: Report, colour: bool = False) -> str:
    """All findings in the order of the documents, what was not judged, notes, and the sum."""
    return whole(writer(colour), report)


def _document(_: Report, checked: CheckedDocument, __: Totals, *, colour: bool) -> tuple[str, str]:
    path = checked.document.path
    findings = [_finding(path, finding, colour) for finding in checked.findings]
    return "".join(findings), "".join(f"{line}\n" for line in not_judged(checked.document))


def frame(report: Report, totals: Totals) -> tuple[str, str]:
    """Nothing before the documents, the notes and the sum behind them."""
    notes = "".join(f"note: {visible_line(note)}\n" for note in report.notes)
    return "", f"{notes}{summary(totals)}\n"


def _finding(path: str, finding: Finding, colour: bool) -> str:
    place = f"{visible_line(path)}:{finding.line}:{finding.column}"
    severity, rule = finding.severity.value, visible_line(finding.rule)
    message = visible_line(finding.explanation)
    if colour:
        place, severity = _paint(place, "2"), _paint(severity, _COLOURS[finding.severity])
    if finding.suggestion is not None:
        suggestion = visible_line(finding.suggestion)
        message += f" → {_paint(suggestion, '32') if colour else suggestion}"
    return f"{place} {severity} {rule}: {message}\n"


def not_judged(document: Document) -> list[str]:
    """What of a document was not judged: one line for each reason, with how often it held."""
    counts = Counter((skipped.stage, skipped.reason) for skipped in document.skipped)
    path = visible_line(document.path)
    return [
        f"{path}: not judged ({visible_line(stage)}): {visible_line(reason)}"
        + (f" ({n} times)" if n > 1 else "")
        for (stage, reason), n in counts.items()
    ]


def summary(totals: Totals) -> str:
    """What there was, what was found, and what to do with it, in one line."""
    counts = ", ".join(f"{totals.count(severity)} {severity.value}" for severity in reversed(Severity))
    verdicts = ", ".join(f"{level} {n}" if totals.documents > 1 else level for level, n in totals.levels)
    sizes = (
        f"{counted(totals.documents, 'document')}, {counted(totals.segments, 'sentence')}, "
        f"{counted(totals.words, 'word')}"
    )
    suppressed = f"; {totals.suppressed} suppressed" if totals.suppressed else ""
    end = f"; {verdicts}" if verdicts else ""
    return f"{sizes}: {counts}{suppressed}; {totals.skipped} not judged{end}"


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"
