"""Writes a report as the JSON of the contract, for programs.

Keys stand in a fixed order; keys beyond schema version 1 come at the end of their object. Only
`summary.seconds` differs from run to run. The published schema is `qa/data/schema/report.schema.json`.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

from qa.model import (
    CheckedDocument,
    Finding,
    GlossarySource,
    Report,
    Score,
    Segment,
    Severity,
    Skipped,
    Suppressed,
)
from qa.reporters.writer import Totals, Writer, whole

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report) -> str:
    """The whole report as one JSON text with a line feed at the end."""
    return whole(WRITER, report)


def dump(value: Any, indent: int = 0) -> str:
    """A value as JSON that stands `indent` levels deep, so that a longer text can be put together."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    # Half a surrogate pair cannot be written as UTF-8, but JSON has an escape for it.
    return escaped(text).replace("\n", "\n" + "  " * indent)


def escaped(text: str) -> str:
    """JSON text that can be written as UTF-8."""
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _begin(report: Report) -> str:
    head = {
        "schema_version": 1,
        "tool": {"name": report.tool, "version": report.version},
        "glossaries": [_glossary(source) for source in report.glossaries],
    }
    return f'{dump(head).removesuffix(chr(10) + "}")},\n  "documents": ['


def _add(_: Report, checked: CheckedDocument, before: Totals) -> tuple[str]:
    return (f"{',' if before.documents else ''}\n    {dump(_document(checked), 2)}",)


def _frame(report: Report, totals: Totals) -> tuple[str]:
    tail = {
        "summary": {
            "documents": totals.documents,
            "segments": totals.segments,
            "words": totals.words,
            "findings": {severity.value: totals.count(severity) for severity in reversed(Severity)},
            "skipped": totals.skipped,
            "seconds": round(report.seconds, 3),
            "suppressed": totals.suppressed,
        },
        "fail_on": report.fail_on and report.fail_on.value,
        "failed": totals.failed(report.fail_on),
        "notes": list(report.notes),
    }
    end = "\n  ]" if totals.documents else "]"
    return (f"{end},\n{dump(tail).removeprefix('{' + chr(10))}\n",)


WRITER = Writer(_begin, _add, _frame)


def _glossary(source: GlossarySource) -> dict[str, Any]:
    return {"path": source.path, "sha256": source.sha256, "entries": source.entries}


def _document(checked: CheckedDocument) -> dict[str, Any]:
    document = checked.document
    return {
        "path": document.path,
        "source_lang": document.source_lang,
        "target_lang": document.target_lang,
        "segments": [_segment(segment) for segment in document.segments],
        "findings": [_finding(finding) for finding in checked.findings],
        "skipped": [_skipped(skipped) for skipped in checked.skipped],
        "fluency": _total(document.fluency, sum(s.fluency is not None for s in document.segments)),
        "agreement": _total(document.agreement, sum(s.agreement is not None for s in document.segments)),
        "name": document.name,
        "title": document.title,
        "url": document.url,
        "published": document.published and document.published.isoformat(),
        "suppressed": [_suppressed(suppressed) for suppressed in checked.suppressed],
    }


def _segment(segment: Segment) -> dict[str, Any]:
    trip = segment.trip
    return {
        "id": segment.id,
        "line": segment.line,
        "column": segment.column,
        "text": segment.text,
        "source": segment.source,
        "back_translation": trip and trip.text,
        "fluency": _score(segment.fluency),
        "agreement": _score(segment.agreement),
        "part": segment.part,
        "pivot": trip and trip.pivot,
    }


def _score(score: Score | None) -> dict[str, Any] | None:
    if score is None:
        return None
    return {
        "score": _number(score.score),
        "band": score.band and score.band.value,
        "signature": score.signature,
        "metrics": {name: _number(value) for name, value in score.metrics},
        "reasons": list(score.reasons),
    }


def _total(score: Score | None, scored: int) -> dict[str, Any] | None:
    if score is None:
        return None
    return {
        "score": _number(score.score),
        "band": score.band and score.band.value,
        "segments_scored": scored,
        "signature": score.signature,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "segment": finding.segment,
        "side": finding.side,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "text": finding.text,
        "entry": finding.entry,
        "suggestion": finding.suggestion,
        "confidence": _number(finding.confidence),
        "explanation": finding.explanation,
        "fingerprint": finding.fingerprint,
        "route": finding.route,
        "evidence": list(finding.evidence),
    }


def _skipped(skipped: Skipped) -> dict[str, Any]:
    return {"segment": skipped.segment, "stage": skipped.stage, "reason": skipped.reason}


def _suppressed(suppressed: Suppressed) -> dict[str, Any]:
    return {"by": suppressed.by, "reason": suppressed.reason, "finding": _finding(suppressed.finding)}


def _number(value: float) -> float | None:
    """Four decimals say all a score has to say; JSON has no word for what is not finite."""
    return round(value, 4) if math.isfinite(value) else None
