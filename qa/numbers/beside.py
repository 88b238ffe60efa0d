"""Readings that come from what stands beside: "2–3 million", "2014–15", "тысяч 100", "53 bin 537", "18 heures 45"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from qa.model import Span
from qa.numbers.grammar import SCALES
from qa.numbers.quantity import Quantity, Reading, Weight
from qa.numbers.tables import ANDS, Table, fold

# A scale word, and perhaps what is fused to the next number or stands before it ("ألفاً و537", "тисяч і 537").
SCALE_BETWEEN = re.compile(r"[\s-]?[^\s\d.,;:()–—]+\.?\s(?:(?P<link>[^\W\d_]{1,3})[\s-]?)?")
# "5 млн 2022": a year rather than the rest of an amount.
YEARS = range(1000, 2100)
SIDE_BY_SIDE = re.compile(r"[ \u00a0](?:و[ \u00a0]?)?")
# Between an hour and its minutes: "heures", "години і", "óra".
HOUR_BETWEEN = re.compile(r"\.?[ \u00a0]?[^\W\d_]+\.?[ \u00a0](?:[^\W\d_]{1,2}[ \u00a0]?)?")
DAY, HOUR = 24, 60
SHORT_YEAR = re.compile(r"\s?[/–—-]\s?$")


def behind_scales(text: str, words: list[Quantity], digits: list[Quantity]) -> list[Quantity]:
    """Numbers behind a scale word: "тысяч 100" is some 100,000, "مليون و200 ألف" 1,200,000."""
    scales = {q.span.end: q for q in words if _ends_in_scale(q)}
    return [
        replace(one, readings=(*one.readings, extra)) if (extra := _behind_scale(text, one, scales)) else one
        for one in digits
    ]


def _ends_in_scale(one: Quantity) -> bool:
    """Whether words stand for thousands or more: "million", "два миллиона"."""
    alone = one.weight is Weight.LOOSE and one.value in SCALES
    return alone or (one.weight is Weight.SPELLED and one.value is not None and _scale(one.value) > 1)


def _scale(value: Decimal) -> Decimal:
    """The scale of a round number: a million of two millions; 1 of all others."""
    return max((s for s in SCALES if value and not value % s), default=Decimal(1))


def _behind_scale(text: str, one: Quantity, scales: Mapping[int, Quantity]) -> Reading | None:
    start = one.span.start
    near = (
        scales.get(at) for at in range(start - 3, start) if SIDE_BY_SIDE.fullmatch(text, max(at, 0), start)
    )
    words = next(filter(None, near), None)
    if words is None or words.value is None or one.value is None:
        return None
    if one.scale == 1 and words.weight is Weight.LOOSE:
        return (one.value * words.value,)
    return (words.value + one.value,) if one.value < _scale(words.value) else None


def sums(text: str, found: list[Quantity], language: Table) -> Iterator[Quantity]:
    """The quantities with those that a scale word joins made one: "53 bin 537" is 53,537."""
    index = 0
    while index < len(found):
        end = index + 1
        while end < len(found) and _continues(text, found[end - 1], found[end], language):
            end += 1
        yield found[index] if end == index + 1 else _sum(text, found[index:end])
        index = end


def _sum(text: str, parts: list[Quantity]) -> Quantity:
    """One amount of several numbers; they stay a reading, since they may be several ("2 млн 24 февраля")."""
    values = tuple(part.value for part in parts if part.value is not None)
    total = Decimal(0)
    for part, value in zip(parts, values, strict=True):
        total = total + value if not total or value < total else total * part.scale + value
    span, last = Span(parts[0].span.start, parts[-1].span.end), parts[-1]
    return replace(last, span=span, text=text[span.start : span.end], readings=((total,), values))


def _continues(text: str, one: Quantity, behind: Quantity, language: Table) -> bool:
    """Whether a number goes on behind its scale word, with what the word leaves room for."""
    # "1 m 85" has its value without the scale, since it may be metres.
    if one.scale == 1 or one.value is None or one.value < one.scale or behind.value is None:
        return False
    bare = behind.value / behind.scale
    if bare != bare.to_integral_value() or (behind.text.isdecimal() and bare in YEARS):
        return False
    between = SCALE_BETWEEN.fullmatch(text, one.span.end, behind.span.start)
    if between is None or (between["link"] and fold(between["link"]) not in language.links | ANDS):
        return False
    # "5 тис. 300 млн": the last scale word counts for all.
    return bare < one.scale and (behind.scale < one.scale or behind.scale > one.scale == SCALES[0])


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


def hours(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """An hour and the minutes behind it, each with the time that they are: "18 heures 45", "18 часов 45 минут"."""
    timed: Reading | None = None
    for one, behind in zip_longest(found, found[1:]):
        before, timed = timed, _time(text, one, behind) if behind else None
        extra = [reading for reading in (before, timed) if reading]
        yield replace(one, readings=(*one.readings, *extra)) if extra else one


def _time(text: str, one: Quantity, behind: Quantity) -> Reading | None:
    if one.unit != "hour" or behind.unit not in ("min", None) or one.value is None or behind.value is None:
        return None
    figures = one.text.isdecimal() and behind.text.isdecimal() and one.value <= DAY and behind.value < HOUR
    if not figures or not HOUR_BETWEEN.fullmatch(text, one.span.end, behind.span.start):
        return None
    return (f"t{int(one.value * HOUR + behind.value)}",)
