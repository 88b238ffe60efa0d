"""Builds the index page of many documents: verdicts, trends, names over the feed, worst sentences."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any

from qa.model import CheckedDocument, Report, Score, Segment, Severity
from qa.reporters.html import overview, trends
from qa.reporters.html.locale import Interface, interface
from qa.reporters.html.page import title
from qa.reporters.html.template import render
from qa.reporters.places import address
from qa.reporters.verdict import Level, Verdict, judge

_SCRIPTS = ("dom.js", "filter.js", "index.js")
_WORST = 20
_SHOWN_NAMES, _SHOWN_WORST = 12, 5  # the rest stands in a fold


@dataclass(frozen=True, slots=True)
class Row:
    """One document in the list; `number` counts from 0 in the feed, `link` is None where it has no page."""

    number: int
    title: str
    path: str
    lang: str | None
    link: str | None
    outlet: str
    published: dt.date | None
    verdict: Verdict
    fluency: Score | None


@dataclass(frozen=True, slots=True)
class WorstSentence:
    """A sentence with one of the lowest scores of its axis, `place` counting from 1 in its document."""

    row: Row
    place: int
    segment: Segment
    score: Score


def render_index(report: Report, links: Sequence[str | None] | None = None, ui_lang: str = "en") -> str:
    """The index page for all documents of a report.

    `links` gives for each document the path of its page, relative to the index, or None. The same report
    gives the same bytes. Raises `ConfigError` for an interface language that is not there.
    """
    ui = interface(ui_lang)
    rows = tuple(
        _row(n, checked, link)
        for n, (checked, link) in enumerate(
            zip(report.documents, links or [None] * len(report.documents), strict=True)
        )
    )
    names = trends.feed_names(report.documents)
    ordered = sorted(rows, key=_urgency)
    days = [row.published for row in rows if row.published]
    return render(
        "index.html",
        _SCRIPTS,
        _data(ordered, names, ui),
        ui,
        report=report,
        rows=rows,
        ordered=ordered,
        levels=[(level, sum(r.verdict.level is level for r in rows)) for level in reversed(Level)],
        severities=[(severity, report.count(severity)) for severity in reversed(Severity)],
        kinds=overview.by_rule(f for checked in report.documents for f in checked.findings),
        steps=_steps(report, rows),
        days=(min(days), max(days)) if days else None,
        names=names,
        shown_names=_SHOWN_NAMES,
        worst={axis: _worst(report, rows, axis) for axis in ("fluency", "agreement")},
        shown_worst=_SHOWN_WORST,
        scored=any(s.fluency or s.agreement for c in report.documents for s in c.document.segments),
        skipped=_skipped(report),
        unjudged=sum(row.verdict.unjudged for row in rows),
        outlets=sorted({row.outlet for row in rows if row.outlet}),
    )


def _urgency(row: Row) -> tuple[int, int, int, int]:
    """Hold before review before publish, then by the number of findings, then as in the feed."""
    return -list(Level).index(row.verdict.level), -row.verdict.grave, -row.verdict.minor, row.number


def _row(number: int, checked: CheckedDocument, link: str | None) -> Row:
    document = checked.document
    return Row(
        number=number,
        title=title(document),
        path=document.path,
        lang=document.target_lang,
        link=address(link) if link else None,
        outlet=trends.outlet(document),
        published=document.published,
        verdict=judge(checked),
        fluency=document.fluency,
    )


def _steps(report: Report, rows: Sequence[Row]) -> list[list[tuple[Level, float]]]:
    """For each step of the timeline the shares of the three verdicts, the worst first."""
    steps = []
    for step in trends.timeline(report.documents):
        counts = Counter(rows[number].verdict.level for number in step)
        steps.append([(level, counts[level] / len(step)) for level in reversed(Level)])
    return steps


def _worst(report: Report, rows: Sequence[Row], axis: str) -> tuple[WorstSentence, ...]:
    """The lowest scores of one axis over all documents, among sentences that stand below "ok"."""
    found = (
        WorstSentence(row, place, segment, score)
        for row, checked in zip(rows, report.documents, strict=True)
        for place, segment in enumerate(checked.document.segments, 1)
        if (score := segment.fluency if axis == "fluency" else segment.agreement)
        and score.band in ("poor", "review")
    )
    return tuple(nsmallest(_WORST, found, key=lambda w: (w.score.score, w.row.number, w.place)))


def _skipped(report: Report) -> tuple[tuple[str, str, int, int], ...]:
    """What was not judged: stage, reason, how often, and in how many documents; the most frequent first."""
    times: Counter[tuple[str, str]] = Counter()
    documents: Counter[tuple[str, str]] = Counter()
    for checked in report.documents:
        here = Counter((skipped.stage, skipped.reason) for skipped in checked.skipped)
        times.update(here)
        documents.update(here.keys())
    ordered = sorted(times.items(), key=lambda item: (-item[1], item[0]))
    return tuple((stage, reason, n, documents[stage, reason]) for (stage, reason), n in ordered)


def _data(rows: Sequence[Row], names: Sequence[trends.FeedName], ui: Interface) -> dict[str, Any]:
    """What the page's script sorts and filters by; the names of a document by their place in the table."""
    named: dict[int, list[int]] = {}
    for place, name in enumerate(names):
        for number in name.documents:
            named.setdefault(number, []).append(place)
    return {
        "rows": [
            {
                "number": row.number,
                "text": f"{row.title}\n{row.path}",
                "level": row.verdict.level,
                "outlet": row.outlet,
                "published": row.published.isoformat() if row.published else "",
                "fluency": round(row.fluency.score, 4) if row.fluency else None,
                "names": named.get(row.number, []),
            }
            for row in rows
        ],
        "texts": {key: text for key, text in ui.texts.items() if key.startswith("js.")},
        "language": ui.tag,
    }
