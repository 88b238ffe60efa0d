"""Writes a report as SARIF 2.1.0 for code scanning and editors.

Levels: critical and major are errors, minor is a warning, neutral a note. Columns count code points. Paths
that are not absolute are relative to `%SRCROOT%`, the root of the repository. What was suppressed stays in
the results with its suppression. The standard: OASIS, Static Analysis Results Interchange Format 2.1.0.
"""

from __future__ import annotations

import re
from typing import Any

from qa.model import CheckedDocument, Finding, Report, RuleInfo, Severity, Suppressed
from qa.reporters.categories import category
from qa.reporters.json import dump
from qa.reporters.places import Region, address, regions
from qa.reporters.text import not_judged, summary
from qa.reporters.visible import visible
from qa.reporters.writer import Totals, Writer, whole

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "note",
}
_ROOT = "%SRCROOT%"
# What a viewer would take for a link: "[text](target)".
_LINK = re.compile(r"\[(?=[^\]]*\]\()")
_WINDOWS_DRIVE = re.compile(r"[A-Za-z]:/")


def render(report: Report) -> str:
    """The whole report as one SARIF log with one run."""
    return whole(WRITER, report)


def _begin(report: Report) -> str:
    run = {
        "tool": {
            "driver": {
                "name": report.tool,
                "version": report.version,
                "rules": [_rule(info) for info in report.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which qa was started."}}},
    }
    log = dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}).removesuffix("\n    }\n  ]\n}")
    return f'{log},\n      "results": ['


def _document(report: Report, checked: CheckedDocument, before: Totals) -> tuple[str, str]:
    numbers = {info.id: number for number, info in enumerate(report.rules)}
    places = regions(checked)
    results = [_result(checked, finding, places[finding], numbers) for finding in checked.findings]
    results += [_suppressed(checked, suppressed, places, numbers) for suppressed in checked.suppressed]
    told = [_notification("note", line) for line in not_judged(checked.document)]
    comma = "," if before.found or before.suppressed else ""
    return comma * bool(results) + ",".join(_item(r, 4) for r in results), "".join(
        f",{_item(notification, 6)}" for notification in told
    )


def _frame(report: Report, totals: Totals) -> tuple[str, str]:
    results = "\n      ]" if totals.found or totals.suppressed else "]"
    notes = [_notification("note", text) for text in (summary(totals), *report.notes)]
    begin = (
        ',\n      "invocations": [\n        {\n          "executionSuccessful": true,'
        '\n          "toolExecutionNotifications": ['
    )
    end = "\n          ]\n        }\n      ]\n    }\n  ]\n}\n"
    return results + begin + ",".join(_item(note, 6) for note in notes), end


def _item(value: Any, indent: int) -> str:
    return "\n" + "  " * indent + dump(value, indent)


def _rule(info: RuleInfo) -> dict[str, Any]:
    kind = category(info.category)
    return {
        "id": info.id,
        "shortDescription": {"text": visible(info.summary)},
        "fullDescription": {"text": visible(info.help) or visible(info.summary)},
        "help": {"text": _help(info, "{}"), "markdown": _help(info, "`{}`")},
        "defaultConfiguration": {"level": LEVELS[info.severity]},
        "properties": {
            "tags": ["translation", kind.dimension],
            "mqm": info.category,
            "mqmName": kind.name,
            "its": kind.its,
            "severity": info.severity.value,
        },
    }


def _help(info: RuleInfo, code: str) -> str:
    parts = [visible(info.help) or visible(info.summary)]
    for title, texts in (("Found in", info.flagged), ("Not found in", info.passed)):
        if texts:
            examples = (code.format(visible(text).replace("`", "’")) for text in texts)
            parts.append(f"{title}:\n\n" + "\n".join(f"- {example}" for example in examples))
    return "\n\n".join(parts)


def _result(
    checked: CheckedDocument, finding: Finding, place: Region, numbers: dict[str, int]
) -> dict[str, Any]:
    message = visible(finding.explanation)
    if finding.suggestion is not None:
        message += f" → {visible(finding.suggestion)}"
    result: dict[str, Any] = {"ruleId": finding.rule}
    if finding.rule in numbers:
        result["ruleIndex"] = numbers[finding.rule]
    return result | {
        "level": LEVELS[finding.severity],
        "message": {"text": _LINK.sub(r"\\[", message)},
        "locations": [_location(checked, place)],
        # The first key is the one by which GitHub tells an alert of yesterday from a new one.
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "qaFinding/v1": finding.fingerprint,
        },
        "properties": _properties(checked, finding),
    }


def _location(checked: CheckedDocument, place: Region) -> dict[str, Any]:
    document = checked.document
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": artifact(document.path),
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            },
        }
    }
    if document.name:
        location["logicalLocations"] = [{"name": visible(document.name), "kind": "article"}]
    return location


def artifact(path: str) -> dict[str, str]:
    """The location of a file: relative to the root and escaped, or a `file` URI where it is absolute."""
    escaped = address(path)
    if path.startswith("/"):
        return {"uri": f"file://{'' if not path.startswith('//') else '/'}{escaped}"}
    if _WINDOWS_DRIVE.match(path):
        return {"uri": f"file:///{escaped.replace('%3A', ':', 1)}"}
    return {"uri": "stdin" if path == "-" else escaped, "uriBaseId": _ROOT}


def _properties(checked: CheckedDocument, finding: Finding) -> dict[str, Any]:
    kind = category(finding.category)
    return {
        "mqm": finding.category,
        "mqmName": kind.name,
        "its": kind.its,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 4),
        "text": visible(finding.text),
        "side": finding.side,
        "segment": finding.segment,
        "entry": finding.entry,
        "suggestion": finding.suggestion,
        "sourceLanguage": checked.document.source_lang,
        "targetLanguage": checked.document.target_lang,
    }


def _suppressed(
    checked: CheckedDocument, one: Suppressed, places: dict[Finding, Region], numbers: dict[str, int]
) -> dict[str, Any]:
    result = _result(checked, one.finding, places[one.finding], numbers)
    kind = "external" if one.by == "baseline" else "inSource"
    return result | {"suppressions": [{"kind": kind, "justification": visible(one.reason)}]}


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": _LINK.sub(r"\\[", visible(text))}}


WRITER = Writer(_begin, _document, _frame)
