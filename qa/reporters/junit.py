"""Writes a report as JUnit XML, which every CI server shows.

A document is a test suite, a finding a test case of it: failed at or above the gate, else passed with its
message as output. A document without findings has one case that passed, unless there was no sentence to judge.
What was suppressed or not judged is a skipped case. The form is that of Jenkins' and GitLab's readers.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from qa.model import CheckedDocument, Finding, Report
from qa.reporters.text import not_judged
from qa.reporters.visible import visible
from qa.reporters.writer import Totals, Writer, whole


def render(report: Report) -> str:
    """The whole report as one XML document."""
    return whole(WRITER, report)


def _document(report: Report, checked: CheckedDocument, _: Totals) -> tuple[str, str]:
    name = checked.document.path + (f" ({checked.document.name})" if checked.document.name else "")
    path = checked.document.path
    suppressed = [
        _case(name, path, s.finding, _skipped(f"suppressed: {s.reason}")) for s in checked.suppressed
    ]
    told = [
        _open(name, f"not judged {n}", _skipped(line))
        for n, line in enumerate(not_judged(checked.document), 1)
    ]
    failed = sum(report.fails(finding) for finding in checked.findings)
    cases = [_judged(report, name, path, finding) for finding in checked.findings]
    if checked.document.segments and not cases:
        cases = [_open(name, "no finding", "")]
    cases += suppressed + told
    skipped = len(suppressed) + len(told)
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0" skipped="{skipped}"'
    return "", f"  <testsuite name={_quoted(name)} {counts}>\n{''.join(cases)}  </testsuite>\n"


def _frame(report: Report, totals: Totals) -> tuple[str, str]:
    failures = totals.failing(report.fail_on)
    head = f'<testsuites name={_quoted(report.tool)} failures="{failures}" errors="0">\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}', "</testsuites>\n"


def _judged(report: Report, suite: str, path: str, finding: Finding) -> str:
    message = finding.explanation + (f" → {finding.suggestion}" if finding.suggestion is not None else "")
    place = f"{finding.line}:{finding.column} {finding.severity.value}: {message}"
    if report.fails(finding):
        kind = f"message={_quoted(message)} type={_quoted(finding.rule)}"
        return _case(suite, path, finding, f"<failure {kind}>{_text(place)}</failure>")
    return _case(suite, path, finding, f"<system-out>{_text(place)}</system-out>")


def _case(suite: str, path: str, finding: Finding, inside: str) -> str:
    # Servers follow a case from run to run by its name, so the name holds no line.
    name = f"{finding.rule}: {finding.text} [{finding.fingerprint[:8]}]"
    return _open(suite, name, inside, f' file={_quoted(path)} line="{finding.line}"')


def _open(suite: str, name: str, inside: str, more: str = "") -> str:
    start = f"    <testcase classname={_quoted(suite)} name={_quoted(name)}{more}"
    return f"{start}>{inside}</testcase>\n" if inside else f"{start}/>\n"


def _skipped(reason: str) -> str:
    return f"<skipped message={_quoted(reason)}/>"


def _text(text: str) -> str:
    return escape(visible(text))


def _quoted(text: str) -> str:
    return quoteattr(visible(text))


WRITER = Writer(lambda _: "", _document, _frame)
