"""Writes a report as a Markdown summary for a pull request or a job's page.

First what to do and the numbers, then the findings that fail the check, then the others, folded. A summary is
to be read: of each kind the first hundred are shown and the rest are counted. Texts from outside are escaped
so that they can be no markup, mention nobody and link nowhere.
"""

from __future__ import annotations

import re

from qa.model import CheckedDocument, Finding, Report, Severity
from qa.reporters.text import summary
from qa.reporters.visible import visible_line
from qa.reporters.writer import Totals, Writer, whole

MOST = 100
_HEAD = "| where | severity | rule | text | write | why |\n|---|---|---|---|---|---|\n"
_MARKUP = re.compile(r"([\\`*_\[\]#!|~$])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# What a platform would make a link or a mention of by itself: @name, #12, !34, http://, www., name@host.
_LIVE = re.compile(r"(@|#|!|:(?=//)|\bwww(?=\.))")
_APART = "<!-- -->"


def render(report: Report) -> str:
    """The whole report as Markdown with HTML for what folds."""
    return whole(WRITER, report)


def _document(report: Report, checked: CheckedDocument, before: Totals) -> tuple[str, str, str]:
    shown = before.failing(report.fail_on)
    grave = [f for f in checked.findings if report.fails(f)]
    other = [f for f in checked.findings if not report.fails(f)]
    return "", _rows(checked, grave, MOST - shown), _rows(checked, other, MOST - before.found + shown)


def _frame(report: Report, totals: Totals) -> tuple[str, str, str]:
    grave = totals.failing(report.fail_on)
    other = totals.found - grave
    result = "failed" if totals.failed(report.fail_on) else "passed"
    head = f"### qa: {result}\n\n{escaped(summary(totals))}\n"
    if grave:
        head += f"\n#### At or above the gate ({report.fail_on})\n\n{_HEAD}"
    fold = _more(grave)
    if other:
        fold += f"\n<details><summary>{other} more below the gate</summary>\n\n{_HEAD}"
    end = _more(other) + ("\n</details>\n" if other else "")
    notes = "".join(f"- {escaped(note)}\n" for note in report.notes)
    return head, fold, f"{end}\n{notes}" if notes else end


def _rows(checked: CheckedDocument, findings: list[Finding], room: int) -> str:
    return "".join(_row(checked.document.path, finding) for finding in findings[: max(room, 0)])


def _row(path: str, finding: Finding) -> str:
    suggestion = "" if finding.suggestion is None else escaped(finding.suggestion)
    text = finding.text if len(finding.text) <= 60 else f"{finding.text[:59]}…"
    strong = "**" if finding.severity.rank >= Severity.MAJOR.rank else ""
    cells = (
        f"{escaped(path)}:{finding.line}:{finding.column}",
        f"{strong}{finding.severity.value}{strong}",
        escaped(finding.rule),
        escaped(text),
        suggestion,
        escaped(finding.explanation),
    )
    return f"| {' | '.join(cells)} |\n"


def _more(found: int) -> str:
    return f"\n…and {found - MOST} more.\n" if found > MOST else ""


def escaped(text: str) -> str:
    """Text that stays text: on one line, without markup, mentions or links."""
    shown = visible_line(text).translate(_ENTITIES)
    shown = _MARKUP.sub(r"\\\1", shown)
    return _LIVE.sub(rf"\1{_APART}", shown)


WRITER = Writer(lambda _: "", _document, _frame)
