"""Numbers, dates and amounts that differ between source and target."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.checks.api import Context, Finding, finding, replace
from qa.model import Document, RuleInfo, Segment, Severity, Span
from qa.numbers import Mismatch, compare
from qa.numbers.render import suggestion

INFO = RuleInfo(
    id="number-mismatch",
    category="mistranslation",
    severity=Severity.MAJOR,
    summary="A number, date or amount differs between source and target.",
    help=(
        "Every number written in digits in the source must stand in the target and the other way round:"
        " in digits of any script, with any grouping and decimal mark, spelled out, as part of a date,"
        " time or score, as a measure in two numbers (65 m 80), as a Roman numeral,"
        " with a scale word (million, Mrd., 万), rounded to three figures or more before one, or converted into"
        " another unit within 3 %. Spelled numbers, months, weekdays and Roman numerals are reported only when both"
        " sides have one that the other lacks. The same number with another unit or currency is reported, too: 3 days"
        " are not 3 weeks, and percentage points no percent."
    ),
    flagged=(
        "Am Montag starben 25 Menschen. → On Monday 52 people died.",
        "Das kostet 2,5 Mio. Euro. → It costs 2.5 billion euros.",
        "Es sind 10 km bis zur Grenze. → It is 10 miles to the border.",
    ),
    passed=(
        "Das kostet 1.234,50 Euro. → It costs €1,234.50.",
        "Es geschah am 24.02.2022 um 17 Uhr. → It happened on 24 February 2022 at 5 p.m.",
        "Zwölf Menschen starben. → 12 people died.",
    ),
    needs=("source",),
)
NEXT = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3]{1,2}|[\s\u00a0-]?[^\W\d_]{1,24}")
# Behind a time of twelve hours that of twenty-four may not be put ("20.15 a.m.").
HALF_DAY = re.compile(r"[\s\u00a0]?(?:[ap]\.?[\s\u00a0]?m\b|o['’]clock)", re.I)
CONFIDENCE = {"firm": 0.95, "one side": 0.85, "spelled": 0.75}


def check(context: Context) -> Iterator[Finding]:
    """Report every number of a segment that the other side does not have."""
    document = context.document
    for index, segment in enumerate(document.segments):
        if not segment.source or not segment.text.strip():
            continue
        found = compare(segment.source, segment.text, document.source_lang, document.target_lang)
        if found and not _settled_nearby(document, index):
            yield from (_finding(segment, one, document.target_lang) for one in found)


def _settled_nearby(document: Document, index: int) -> bool:
    """Whether the numbers agree again once the neighbours in the same paragraph are read along.

    Its sentences are paired one by one, and a translator may move a number into the next one.
    """
    segments = document.segments
    first = index - (index > 0 and segments[index].continues(segments[index - 1]))
    last = index + (index + 1 < len(segments) and segments[index + 1].continues(segments[index]))
    near = [s for s in segments[first : last + 1] if s.source]
    if len(near) < 2:
        return False
    sources, targets = " ".join(s.source or "" for s in near), " ".join(s.text for s in near)
    return not compare(sources, targets, document.source_lang, document.target_lang)


def _finding(segment: Segment, one: Mismatch, target_lang: str | None) -> Finding:
    if one.target is None:
        assert one.source is not None  # noqa: S101 - a mismatch has at least one side
        text = f"The number “{one.source.text}” of the source is missing in the target."
        return replace(
            finding(INFO, segment, one.source.span, text, side="source"), confidence=CONFIDENCE["one side"]
        )
    if one.source is None:
        text = f"The number “{one.target.text}” does not stand in the source."
        return replace(finding(INFO, segment, one.target.span, text), confidence=CONFIDENCE["one side"])
    if one.unit:
        text = f"The source gives {one.source.text} in {one.source.unit}, the target in {one.target.unit}."
        return replace(finding(INFO, segment, one.target.span, text), confidence=CONFIDENCE["spelled"])
    text = f"The source says “{_shown(segment.source or '', one.source.span)}”."
    instead = suggestion(one.source, one.target, target_lang)
    firm = one.source.weight.name == one.target.weight.name == "FIRM"
    return replace(
        finding(INFO, segment, one.target.span, text),
        suggestion=None if HALF_DAY.match(segment.text, one.target.span.end) else instead,
        confidence=CONFIDENCE["firm" if firm else "spelled"],
    )


def _shown(source: str, span: Span) -> str:
    """The number as it stands in the source, with the word after it ("24 лютого")."""
    after = NEXT.match(source, span.end)
    return source[span.start : after.end() if after else span.end]
