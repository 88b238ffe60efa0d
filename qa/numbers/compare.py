"""Comparing the numbers of a source text with those of its translation.

Two-way: every number in digits must be explained by something on the other side, by any reading of either. A
changed digit then shows twice, as a source number that is lost and a target number that nobody gave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from qa.numbers.exempt import exempt
from qa.numbers.explain import explained, found, rounds
from qa.numbers.forms import romans
from qa.numbers.half_hours import other_half_hour
from qa.numbers.halves import other_half
from qa.numbers.pairing import pairs
from qa.numbers.quantity import Quantity, Weight
from qa.numbers.side import Side, side
from qa.numbers.units import dimension
from qa.numbers.weekdays import other_day

# More numbers than this in one segment are a table, and only the plainest comparison is worth its time.
MOST = 60
# Numbers that may stand there as "a" and "both", which no count sees.
SMALL = (1, 2)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A number that differs: changed (both given), lost (no target), added (no source), of another unit."""

    source: Quantity | None
    target: Quantity | None
    unit: bool = False


def compare(
    source: str, target: str, source_lang: str | None = None, target_lang: str | None = None
) -> tuple[Mismatch, ...]:
    """Every number, date or amount of `target` that does not stand in `source`, and the other way round.

    Languages are BCP 47 tags. Where a language is None or has no table of number words, a number in digits
    may have been spelled out there, and only a number that differs on both sides is reported.
    """
    one, other = side(source, source_lang), side(target, target_lang)
    lost, added = _unexplained(one, other), _unexplained(other, one)
    lost, added = _not_rounded(lost, added)
    months = list(_months(one, other))
    lost = [q for q in lost if all(q is not m.source for m in months)]
    added = [q for q in added if all(q is not m.target for m in months)]
    differing = list(_numbers(lost, added, one, other))
    if max(len(one.quantities), len(other.quantities)) <= MOST:
        differing = (differing or list(_swapped(one, other))) + list(_units(one, other))
        told = (*other_half(one, other), *other_half_hour(one, other), *other_day(one, other))
        differing += [Mismatch(*pair) for pair in told]
        differing += list(_romans(one, other))
    return (*differing, *months)


def _unexplained(here: Side, there: Side) -> list[Quantity]:
    firm = (q for q in here.quantities if q.weight is not Weight.LOOSE and not found(q, there))
    # A table of figures that went wrong as a whole needs no finding for each of them.
    return [
        q
        for q in islice(firm, MOST)
        if not explained(q, here, there) and not exempt(q, here.text, there.text)
    ]


def _not_rounded(lost: list[Quantity], added: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """The numbers of either side without those that the target rounds."""
    rounded = [(exact, rough) for exact in lost for rough in added if rounds(exact, rough)]
    return (
        [q for q in lost if all(q is not exact for exact, _ in rounded)],
        [q for q in added if all(q is not rough for _, rough in rounded)],
    )


def _numbers(lost: list[Quantity], added: list[Quantity], one: Side, other: Side) -> Iterator[Mismatch]:
    for source, target in pairs(lost, added):
        if source is not None and target is not None:
            yield Mismatch(source, target)
        elif source is not None and _stands_alone(source, other):
            yield Mismatch(source, None)
        elif target is not None and _stands_alone(target, one):
            yield Mismatch(None, target)


def _stands_alone(one: Quantity, missing_on: Side) -> bool:
    """Whether a number without any counterpart says enough by itself."""
    if not missing_on.table.known or one.value == 1:
        # "1 person" and "a person" are the same.
        return False
    return one.weight is Weight.FIRM or _exact(one)


def _exact(one: Quantity) -> bool:
    """Whether a spelled-out number is no figure of speech: "twenty-three", not "a hundred" or "forty winks"."""
    return one.value is not None and one.value > 20 and one.value % 10 != 0 and one.value == int(one.value)


def _swapped(one: Side, other: Side) -> Iterator[Mismatch]:
    """A number put in the place of another one, where both stand elsewhere in the sentence, too.

    Shows only in the counts: one number more often than in the source and another one less often.
    """
    fewer = [q for q in one.plain() if one.count(q) > other.count(q) and _elsewhere(q, one, other)]
    more = [q for q in other.plain() if other.count(q) > one.count(q) and _elsewhere(q, other, one)]
    if len(fewer) == len(more) == 1 and not rounds(fewer[0], more[0]):
        yield Mismatch(fewer[0], more[0])


def _elsewhere(one: Quantity, here: Side, there: Side) -> bool:
    """Whether the other side has the number as such, and not converted or in some other disguise."""
    return one.value in SMALL or there.count(one) > 0 or not explained(one, here, there)


def _months(one: Side, other: Side) -> Iterator[Mismatch]:
    here, there = list(one.months()), list(other.months())
    lost = [q for month, q in here if month not in other.atoms and all(month != m for m, _ in there)]
    added = [q for month, q in there if month not in one.atoms and all(month != m for m, _ in here)]
    for source, target in zip(lost, added, strict=False):
        yield Mismatch(source, target)


def _romans(one: Side, other: Side) -> Iterator[Mismatch]:
    """Roman numerals of either side that the other one has in no way: Louis XIV is not Louis XVI."""
    lost = [q for q in romans(one.text) if not explained(q, one, other)]
    added = [q for q in romans(other.text) if not explained(q, other, one)] if lost else []
    yield from (Mismatch(*pair) for pair in zip(lost, added, strict=False))


def _units(one: Side, other: Side) -> Iterator[Mismatch]:
    """The same number with another unit: 10 km is not 10 miles."""
    here, there = _measures(one), _measures(other)
    for source in one.quantities:
        kind = dimension(source.unit)
        if kind is None or source.value is None or (source.value, source.unit) in there:
            continue
        same = [q for q in other.quantities if q.value == source.value and dimension(q.unit) == kind]
        if not same or any((q.value, q.unit) in here for q in same):
            continue
        # "5 minutes to 5" names the hour without its unit.
        if kind == "time" and max(_often(source, one), _often(source, other)) > 1:
            continue
        yield Mismatch(source, same[0], unit=True)


def _measures(side: Side) -> set[tuple[Decimal | None, str | None]]:
    """The numbers of a text with their units."""
    return {(q.value, q.unit) for q in side.quantities}


def _often(one: Quantity, side: Side) -> int:
    return sum(q.value == one.value for q in side.quantities)
