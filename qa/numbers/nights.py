"""Nights by the days that they lie between: "в ночь на 5 мая", "w nocy z 4 na 5 maja", "overnight on May 4"."""

from __future__ import annotations

import re
from decimal import Decimal

from qa.model import Span
from qa.numbers.quantity import Quantity
from qa.numbers.side import Side

NIGHT = re.compile(
    r"night|ноч|ніч|\bno[cć]|nacht|nuit|noche|notte|noite|noapte|éjszaka|yön|öö|natt|gece|ליל|ليل|شب|夜|밤",
    re.I,
)
# What stands between the two days of a night: " na ", ". auf den ", " kwietnia na ".
BETWEEN = re.compile(r"\D{1,24}")
BESIDE = 4  # letters between a day and its month: "5 de mayo"
LAST_DAYS = range(28, 32)


def night_between(one: Quantity, here: Side, there: Side) -> bool:
    """Whether a number is one of the two days of a night that the other text names by the other one."""
    return (
        one.value in range(1, 32)
        and any(q.value in there.atoms and _one_night(one, q, here) for q in here.quantities)
        and bool(NIGHT.search(here.text) and NIGHT.search(there.text))
    )


def _one_night(one: Quantity, other: Quantity, here: Side) -> bool:
    """Whether two days follow one another, and stand side by side with a month before or behind them."""
    first, second = sorted((one, other), key=lambda q: q.span)
    if not _next_day(first.value, second.value) or not BETWEEN.fullmatch(
        here.text, first.span.end, second.span.start
    ):
        return False
    return any(
        0 <= first.span.start - month.end <= BESIDE or 0 <= month.start - second.span.end <= BESIDE
        for month in _months(here)
    )


def _next_day(day: Decimal | None, following: Decimal | None) -> bool:
    if day is None or following is None:
        return False
    return following == day + 1 or (following == 1 and day in LAST_DAYS)


def _months(side: Side) -> list[Span]:
    return [q.span for q in side.quantities if any(str(atom)[0] == "m" for atom in q.readings[0])]
