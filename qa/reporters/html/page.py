"""Builds the page of one document: views of the report's values, handed to the template."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, NamedTuple

from qa.model import CheckedDocument, Document, Finding, Report, Score
from qa.reporters.html import article, overview, plots
from qa.reporters.html.cards import cards
from qa.reporters.html.locale import Interface, direction, interface
from qa.reporters.html.sentences import details
from qa.reporters.html.skipped import grouped
from qa.reporters.html.template import render
from qa.reporters.places import address
from qa.reporters.verdict import judge

# Why a finding may be dismissed, as the page proposes it and as `qa.decisions` understands it.
REASONS = ("form", "right", "quote", "other", "style")
_SCRIPTS = ("dom.js", "decisions.js", "walk.js", "result.js", "filter.js", "sentences.js")


class Way(NamedTuple):
    """Where a page of a feed leads: paths of the index, the page before and the page after, relative to it."""

    home: str
    previous: str | None = None
    following: str | None = None


def render_document(
    report: Report, checked: CheckedDocument, ui_lang: str = "en", way: Way | None = None
) -> str:
    """One self-contained page for one document; the same report gives the same bytes.

    `ui_lang` is the interface's language; raises `ConfigError` for one that is not there. `way` leads back to
    the index and on to the neighbours, where there is an index.
    """
    ui = interface(ui_lang)
    document, findings = checked.document, checked.findings
    rules = {rule.id: rule for rule in report.rules}
    entries = {entry.id: entry for entry in report.entries}
    places = {segment.id: number for number, segment in enumerate(document.segments, 1)}
    verdict = judge(checked)
    return render(
        "document.html",
        _SCRIPTS,
        _data(checked, ui),
        ui,
        report=report,
        document=document,
        title=title(document),
        way=way and Way(address(way.home), *(path and address(path) for path in way[1:])),
        words=sum(len(segment.text.split()) for segment in document.segments),
        verdict=verdict,
        why_dismissed=REASONS,
        reasons=overview.reasons(verdict, checked, ui),
        severities=overview.by_severity(findings),
        kinds=overview.by_rule(findings),
        names=overview.names(findings, document.segments),
        lanes=plots.lanes(plots.strip(document, findings, direction(document.target_lang) == "rtl")),
        histogram=plots.histogram([s.fluency for s in document.segments if s.fluency]),
        paragraphs=article.paragraphs(document, findings),
        cards=cards(document, findings, rules, entries),
        details=details(document, findings),
        entries=sorted({finding.entry for finding in findings if finding.entry is not None}),
        suppressed=[(places.get(s.finding.segment), s) for s in checked.suppressed],
        skipped=grouped(document.skipped, places),
    )


def title(document: Document) -> str:
    """What to call a document: its title, its name within the file, or the file's name."""
    return document.title or document.name or PurePath(document.path).name or document.path


def _data(checked: CheckedDocument, ui: Interface) -> dict[str, Any]:
    """What the page's script works with: texts as they are, spans, and the interface's texts."""
    segments = checked.document.segments
    index = {segment.id: place for place, segment in enumerate(segments)}
    before = (None, *segments)
    return {
        "document": checked.document.path,
        "name": checked.document.name,
        "target_lang": checked.document.target_lang or "",
        "segments": [
            {
                "text": segment.text,
                "source": segment.source,
                "gap": article.gap_before(segment, previous),
                "fluency": _score(segment.fluency),
                "agreement": _score(segment.agreement),
            }
            for segment, previous in zip(segments, before, strict=False)
        ],
        "findings": [_finding(finding, index[finding.segment]) for finding in checked.findings],
        "reasons": {ui(f"decide.reason_{why}"): why for why in REASONS},
        "texts": {key: text for key, text in ui.texts.items() if key.startswith("js.")},
        "language": ui.tag,
    }


def _score(score: Score | None) -> dict[str, Any] | None:
    return None if score is None else {"score": round(score.score, 4), "band": score.band}


def _finding(finding: Finding, segment: int) -> dict[str, Any]:
    return {
        "segment": segment,
        "start": finding.start,
        "end": finding.end,
        "side": finding.side,
        "rule": finding.rule,
        "severity": finding.severity,
        "text": finding.text,
        "entry": finding.entry,
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
    }
