"""Readings that come from the number or the scale word beside: "2–3 million", "2014–15", "тысяч 100"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from qa.numbers.grammar import SCALES
from qa.numbers.quantity import Quantity, Reading, Weight

SIDE_BY_SIDE = re.compile(r"[ \u00a0](?:و[ \u00a0]?)?")
SHORT_YEAR = re.compile(r"\s?[/–—-]\s?$")


def behind_scales(text: str, words: list[Quantity], digits: list[Quantity]) -> list[Quantity]:
    """Numbers behind a scale word: "тысяч 100" is some 100,000, "مليون و200 ألف" 1,200,000."""
    scales = {q.span.end: q.value for q in words if q.weight is Weight.LOOSE and q.value in SCALES}
    return [
        replace(one, readings=(*one.readings, extra)) if (extra := _behind_scale(text, one, scales)) else one
        for one in digits
    ]


def _behind_scale(text: str, one: Quantity, scales: Mapping[int, Decimal | None]) -> Reading | None:
    at = next((n for n in (1, 2, 3) if SIDE_BY_SIDE.fullmatch(text[one.span.start - n : one.span.start])), 0)
    scale = scales.get(one.span.start - at) if at else None
    if scale is None or one.value is None:
        return None
    if one.scale == 1:
        return (one.value * scale,)
    return (scale + one.value,) if one.value < scale else None


def neighbours(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Readings that come from the number beside: "2–3 million", "2014–15", "2 млн 300 тыс."."""
    for index, one in enumerate(found):
        extra: list[Reading] = []
        value = one.value
        following = found[index + 1] if index + 1 < len(found) else None
        before = found[index - 1] if index else None
        if value is not None and following is not None and following.span.start - one.span.end <= 12:
            if one.scale == 1 and following.scale > 1:
                extra.append((value * following.scale,))
            elif one.scale > following.scale > 1 and following.value is not None:
                extra.append((value + following.value,))
        if value is not None and before is not None and before.value is not None:
            between = text[before.span.end : one.span.start]
            if before.scale > one.scale > 1 and len(between) <= 12:
                extra.append((before.value + value,))
            if len(one.text) == 2 and 1000 <= before.value < 2100 and SHORT_YEAR.fullmatch(between):
                extra.append((before.value // 100 * 100 + value,))
        yield replace(one, readings=(*one.readings, *extra)) if extra else one
