"""Writes a report as the ten-column MQM TSV that annotation tools and viewers (Marot) read.

One row a finding, with the span marked by `<v>…</v>` in the target or the source; one row "no-error" for a
sentence without findings. Rater is this tool, so that human verdicts can be set beside it. The format is that
of https://github.com/google-research/google-research/tree/master/marot.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any

from qa.model import CheckedDocument, Finding, Report, Segment
from qa.reporters.categories import category
from qa.reporters.json import escaped
from qa.reporters.visible import visible_line
from qa.reporters.writer import Totals, Writer, whole

COLUMNS = (
    *("system", "doc", "docSegId", "globalSegId", "rater"),
    *("source", "target", "category", "severity", "metadata"),
)
_SYSTEM = "translation"
_NONE = "no-error"
# Readers split at tabs and at every line end, of which there are more than one thinks.
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


def render(report: Report) -> str:
    """A header and the rows of all documents."""
    return whole(WRITER, report)


def _document(report: Report, checked: CheckedDocument, before: Totals) -> tuple[str]:
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in checked.findings:
        found[finding.segment].append(finding)
    head = (_SYSTEM, _name(checked))
    rater = f"{report.tool} {report.version}"
    rows = []
    for number, segment in enumerate(checked.document.segments, 1):
        place = (*head, str(number), str(before.segments + number), rater)
        rows += [_row(*place, *_marked(segment, f)) for f in found[segment.id]] or [
            _row(*place, _plain(segment.source or ""), _plain(segment.text), _NONE, _NONE, "{}")
        ]
    return ("".join(rows),)


def _name(checked: CheckedDocument) -> str:
    document = checked.document
    name = f"{document.path}#{document.name}" if document.name else document.path
    return f"{name}:{document.source_lang or 'und'}-{document.target_lang or 'und'}"


def _marked(segment: Segment, finding: Finding) -> tuple[str, ...]:
    """Source, target, category, severity and metadata of a finding."""
    source, target = segment.source or "", segment.text
    if finding.side == "target":
        shown = _plain(source), _span(target, finding)
    else:
        shown = _span(source, finding), _plain(target)
    kind = category(finding.category)
    metadata: dict[str, Any] = {
        "note": finding.explanation,
        "marked_text": finding.text,
        "rule": finding.rule,
        "suggestion": finding.suggestion,
        "confidence": round(finding.confidence, 4),
        "fingerprint": finding.fingerprint,
    }
    told = escaped(json.dumps(metadata, ensure_ascii=False))
    return *shown, f"{kind.dimension}/{kind.name}", finding.severity.value.capitalize(), told


def _span(text: str, finding: Finding) -> str:
    start, end = finding.start, finding.end
    return f"{_plain(text[:start])}<v>{_plain(text[start:end])}</v>{_plain(text[end:])}"


def _plain(text: str) -> str:
    return visible_line(_BREAKS.sub(" ", text))


def _row(*cells: str) -> str:
    return "\t".join(_BREAKS.sub(" ", cell) for cell in cells) + "\n"


WRITER = Writer(lambda _: _row(*COLUMNS), _document, lambda _, __: ("",))
