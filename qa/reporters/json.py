"""Writes a report as the JSON of the contract, for programs.

Keys stand in a fixed order; keys beyond schema version 1 come at the end of their object. Only
`summary.seconds` differs from run to run. The published schema is `qa/data/schema/report.schema.json`.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

from qa.model import CheckedDocument, Finding, GlossarySource, Report, Score, Segment, Severity, Skipped

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report) -> str:
    """The whole report as one JSON text with a line feed at the end."""
    text = json.dumps(_report(report), ensure_ascii=False, indent=2, allow_nan=False)
    # Half a surrogate pair cannot be written as UTF-8, but JSON has an escape for it.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _report(report: Report) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "tool": {"name": report.tool, "version": report.version},
        "glossaries": [_glossary(source) for source in report.glossaries],
        "documents": [_document(checked) for checked in report.documents],
        "summary": {
            "documents": len(report.documents),
            "segments": report.segments,
            "words": report.words,
            "findings": {severity.value: report.count(severity) for severity in reversed(Severity)},
            "skipped": sum(len(checked.skipped) for checked in report.documents),
            "seconds": round(report.seconds, 3),
        },
        "fail_on": report.fail_on and report.fail_on.value,
        "failed": report.failed,
        "notes": list(report.notes),
    }


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


def _number(value: float) -> float | None:
    """Four decimals say all a score has to say; JSON has no word for what is not finite."""
    return round(value, 4) if math.isfinite(value) else None
