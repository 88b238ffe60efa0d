"""Whether a number of one side is accounted for by the other side."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import product

from qa.numbers.clock import part_of_hour, same_time
from qa.numbers.forms import in_words
from qa.numbers.grammar import TEN
from qa.numbers.nights import night_between
from qa.numbers.quantity import Quantity, Reading, Weight
from qa.numbers.shares import PERCENT
from qa.numbers.side import Side, ordered, runs
from qa.numbers.units import converts

MIN_ID = 5
MIN_PHONE = 7
# Figures from which a number counts as a rounded one: 115.54 trillion of 115兆5415億, but not 1.2 of 1.15 million.
MIN_FIGURES = 3


def explained(one: Quantity, here: Side, there: Side) -> bool:
    """Whether some reading of a quantity has a counterpart on the other side."""
    return found(one, there) or _disguised(one, here, there)


def found(one: Quantity, there: Side) -> bool:
    """Whether some reading of a quantity was read as such on the other side; the cheap half of `explained`."""
    return any(_found(reading, there) for reading in one.readings)


def _disguised(one: Quantity, here: Side, there: Side) -> bool:
    return (
        any(len(r) == 1 and same_time(r[0], here, there) for r in one.readings)
        or any(all(_part(a, there) or in_words(a, there) for a in r) for r in one.readings)
        or (one.weight is Weight.SPELLED and part_of_hour(one, here, there))
        or _identifier(one, here, there)
        or _converted(one, here, there)
        or _of_ten(one, here, there)
        or night_between(one, here, there)
    )


def _found(reading: Reading, there: Side) -> bool:
    if len(reading) == 1:
        return reading[0] in there.atoms or reading[0] in there.parts
    return ordered(reading) in there.groups or all(_part(a, there) for a in reading)


def _part(atom: Decimal | str, there: Side) -> bool:
    """Whether a part of a date or score stands there by itself: 2 as 2 or as February."""
    return atom in there.atoms or f"m{atom}" in there.atoms


def _identifier(one: Quantity, here: Side, there: Side) -> bool:
    """Long identifiers and telephone numbers, however the other side groups their digits."""
    if len(here.text) < MIN_ID or one.weight is not Weight.FIRM:
        return False
    digits = next((d for start, end, d in runs(here.text) if start <= one.span.start < end), "")
    return len(digits) >= MIN_ID and any(_same_digits(digits, d) for _, _, d in runs(there.text))


def _same_digits(one: str, other: str) -> bool:
    if one == other:
        return True
    # One side may leave out the country's code.
    short, long = sorted((one, other), key=len)
    return MIN_PHONE <= len(short) < len(long) and long.endswith(short)


def _converted(one: Quantity, here: Side, there: Side) -> bool:
    unit = here.unit_of(one)
    if unit is None:
        return False
    return any(
        other is not None and converts(value, unit, theirs, other)
        for q in there.quantities
        for other in (there.unit_of(q),)
        for value, theirs in product(_values(one), _values(q))
    )


def _values(one: Quantity) -> list[Decimal]:
    return [r[0] for r in one.readings if len(r) == 1 and isinstance(r[0], Decimal)]


def _of_ten(one: Quantity, here: Side, there: Side) -> bool:
    """60 percent are six in ten."""
    if one.unit == PERCENT:
        return any({share, TEN} <= there.atoms for share in _tenths((one,)))
    shares = _tenths(there.quantities) & here.atoms
    return bool(shares) and TEN in here.atoms and one.value in (TEN, *shares)


def _tenths(quantities: Iterable[Quantity]) -> set[Decimal]:
    """What is said in percent as so many of ten; all of ten is no share."""
    shares = {q.value / TEN for q in quantities if q.unit == PERCENT and q.value and not q.value % TEN}
    return {share for share in shares if share < TEN}


def rounds(exact: Quantity, rough: Quantity) -> bool:
    """Whether a number with a scale word and decimals (115.54 trillion) is another one rounded."""
    if exact.value is None or rough.value is None or rough.scale == 1:
        return False
    figures = (rough.value / rough.scale).normalize().as_tuple()
    if not isinstance(figures.exponent, int) or figures.exponent >= 0 or len(figures.digits) < MIN_FIGURES:
        return False
    return abs(exact.value - rough.value) * 2 <= rough.scale * Decimal(10) ** figures.exponent
