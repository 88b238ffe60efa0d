"""Writes a report as workflow commands, which GitHub shows beside the lines of a pull request.

Critical and major findings are errors, minor ones warnings, neutral ones notices. GitHub shows ten of each
level for one step; the log has them all. The syntax and its escapes are those of the actions toolkit.
"""

from __future__ import annotations

from qa.model import CheckedDocument, Finding, Report, Severity
from qa.reporters.places import Region, regions
from qa.reporters.text import frame, not_judged
from qa.reporters.visible import visible_line
from qa.reporters.writer import Totals, Writer, whole

COMMANDS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "notice",
}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """One command a finding, then as plain lines what was not judged, the notes and the sum."""
    return whole(WRITER, report)


def _document(_: Report, checked: CheckedDocument, __: Totals) -> tuple[str, str]:
    places = regions(checked)
    commands = (_command(checked.document.path, f, places[f]) for f in checked.findings)
    # A line that began with the path could be a command of its own: a file may be called "::error::".
    told = (f"- {line}\n" for line in not_judged(checked.document))
    return "".join(commands), "".join(told)


def _command(path: str, finding: Finding, place: Region) -> str:
    properties = {"file": path, "line": place.line}
    if place.end_line == place.line:
        # GitHub takes columns only within one line; its last column belongs to the range.
        properties |= {"col": place.column, "endColumn": max(place.column, place.end_column - 1)}
    else:
        properties |= {"endLine": place.end_line}
    properties |= {"title": f"{finding.rule} ({finding.severity.value})"}
    shown = ",".join(
        f"{name}={visible_line(str(value)).translate(_IN_PROPERTY)}" for name, value in properties.items()
    )
    message = visible_line(finding.explanation)
    if finding.suggestion is not None:
        message += f" → {visible_line(finding.suggestion)}"
    return f"::{COMMANDS[finding.severity]} {shown}::{message.translate(_IN_DATA)}\n"


WRITER = Writer(lambda _: "", _document, frame)
