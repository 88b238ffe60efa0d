"""One measure in two numbers: 65 m 80, 65メートル80, 6 ft 2 in, 6-foot-2, 3 euros 50.

The second number counts parts of the first one's unit: those of a smaller unit that is named behind it, or decimals
where none is. Both numbers stay readings of their own, for the other side may well keep them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from qa.model import Span
from qa.numbers.han import BIG, DIGITS, SMALL
from qa.numbers.quantity import Quantity, Weight
from qa.numbers.tables import ANDS, Table, fold
from qa.numbers.units import CURRENCIES, SIGNS, unit_after

# How many of a smaller unit make one.
PARTS = {
    ("m", "cm"): 100, ("m", "mm"): 1000, ("cm", "mm"): 10, ("km", "m"): 1000, ("ft", "in"): 12, ("yd", "ft"): 3,
    ("kg", "g"): 1000, ("t", "kg"): 1000, ("lb", "oz"): 16, ("st", "lb"): 14, ("l", "ml"): 1000,
}  # fmt: skip
# Units that are told in decimals without a name of their own.
PLAIN = frozenset(["m", "km", "sec", "°C", "kg", "l"])
# Signs of money and measure in Chinese and Japanese that are no unit anywhere else, with the tenth of each.
TENTHS = {"块": "毛", "塊": "毛", "元": "角", "度": "分", "割": "分", "成": ""}
CENT = re.compile(
    r"[\s\u00a0]?(?:cents?\b|c\b|centi?m|céntim|centav|kop|gros|kuruş|коп|грош|цент|سنت|قرش|銭|钱|セント|센트)",
    re.I,
)
FEET = re.compile(r"([3-8])'(\d{1,2})(?!\d)")
SIGNS_OF_SCALE = frozenset({*BIG, *SMALL})
NEAR = 24  # letters between two numbers of one measure
LONGEST = 3  # digits of decimals without a unit


def compounds(text: str, found: Sequence[Quantity], language: Table) -> Iterator[Quantity]:
    """The quantities of a text by their place, with two that are one measure made one."""
    passed = False
    for index, one in enumerate(found):
        if passed:
            passed = False
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        timed = index > 0 and _of_a_time(text, found[index - 1].span.end, language)
        whole = _joined(text, one, following, language) if following and not timed else None
        passed = whole is not None
        yield whole or _feet(text, one)


def _joined(text: str, one: Quantity, other: Quantity, language: Table) -> Quantity | None:
    if one.value is None or other.value is None or not (_figures(one, SIGNS_OF_SCALE) and _figures(other)):
        return None
    between = text[one.span.end : other.span.start]
    share = _share(text, between, other, language) if 0 < len(between) <= NEAR else None
    if share is None:
        return None
    unit, part = share
    if part >= 1:
        return None
    span = Span(one.span.start, other.span.end)
    readings = ((one.value + part,), (one.value, other.value))
    weight = min(one.weight, other.weight)
    return Quantity(span, text[span.start : span.end], readings, weight, unit=unit)


def _of_a_time(text: str, at: int, language: Table) -> bool:
    """Whether minutes or hours end at a place: in 1分52秒33 the seconds belong to a time of three numbers."""
    return text[at : at + 1] in ("分", "时", "時") or unit_after(text, at, language) in ("min", "hour")


def _figures(one: Quantity, others: frozenset[str] = frozenset()) -> bool:
    """Whether a quantity is written in figures of whatever kind and some `others`, without a scale word."""
    plain = one.scale == 1 or len(one.readings) > 1  # "65 m" may be metres or millions
    return plain and all(c.isdecimal() or c in DIGITS or c in others for c in one.text)


def _share(text: str, between: str, other: Quantity, language: Table) -> tuple[str | None, Decimal] | None:
    """The unit between two numbers, and what the second one adds to the first; None where they are two."""
    first, *rest = between.replace("-", " ").split() or [""]
    if rest and (len(rest) > 1 or fold(rest[0]) not in language.links | ANDS):
        return None
    value, size = other.value or Decimal(0), len(other.text)
    after = text[other.span.end : other.span.end + 1]
    if first in TENTHS and not language.spaced:
        return (None, value / 10) if size == 1 and (after == TENTHS[first] or not after.isalpha()) else None
    unit = SIGNS.get(first) or language.units.get(fold(first)) or unit_after(f" {first}", 0, language)
    cents = size == 2 and CENT.match(text, other.span.end) is not None
    if unit is None:
        return (None, value / 100) if cents else None
    smaller = unit_after(text, other.span.end, language)
    if (unit, smaller) in PARTS:
        return unit, value / PARTS[unit, smaller or ""]
    money = unit in CURRENCIES and size == 2
    if money and cents:
        return unit, value / 100
    if unit == "ft" and smaller is None and value < PARTS["ft", "in"]:
        return unit, value / PARTS["ft", "in"]
    if smaller is None and size <= LONGEST and (money or unit in PLAIN):
        return unit, value / 10**size
    return None


def _feet(text: str, one: Quantity) -> Quantity:
    """A height as 6'2"."""
    found = FEET.fullmatch(one.text)
    if found is None or one.weight is not Weight.FIRM or int(found[2]) >= 12:
        return one
    height = Decimal(found[1]) + Decimal(found[2]) / 12
    return replace(one, readings=((height,), *one.readings), unit="ft")
