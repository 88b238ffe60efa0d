"""What to write instead: the source's number in the way of the target language."""

from __future__ import annotations

import re
from decimal import Decimal

from qa.numbers.quantity import Quantity
from qa.numbers.tables import Table, table

DIGITS = re.compile(r"\d+")
PLAIN = re.compile(r"\d+(?:[.,'’ \u00a0\u202f\u2009]\d+)*")


def suggestion(source: Quantity, target: Quantity, target_lang: str | None) -> str | None:
    """The text to put in place of `target`; None where there is more than one way to write it."""
    if not PLAIN.fullmatch(target.text) or not PLAIN.fullmatch(source.text):
        return None
    if source.value is None or target.value is None or len(target.readings[0]) > 1:
        return _date(source, target)
    value = (source.value / target.scale).normalize()
    if value.as_tuple().exponent not in range(-3, 25):
        return None
    grouped = bool(re.search(r"\d\D\d{3}(?!\d)", target.text)) or (
        value >= 10_000 and source.value != _bare(source)
    )
    return _render(value, table(target_lang), grouped)


def _bare(quantity: Quantity) -> Decimal | None:
    return Decimal(quantity.text) if quantity.text.isdecimal() else None


def _render(value: Decimal, language: Table, grouped: bool) -> str:
    text = f"{value:,f}" if grouped else f"{value:f}"
    return text.translate({ord(","): language.group, ord("."): language.decimal})


def _date(source: Quantity, target: Quantity) -> str | None:
    """Where the parts of a date, time or score stand in the same order and one differs: that one replaced."""
    one, other = DIGITS.findall(source.text), DIGITS.findall(target.text)
    if len(one) != len(other) or len(one) < 2 or sum(map(str.__ne__, one, other)) != 1:
        return None
    parts = iter(one)
    return DIGITS.sub(lambda _: next(parts), target.text)
