"""Adding number words up.

One grammar serves all the languages: units fit into tens, tens into hundreds, and a scale word multiplies
what stands before it. Languages differ by their tables and by a few switches (units before tens, counting
by twenties, ten plus unit).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from qa.numbers.tables import Table

SCALES = tuple(Decimal(1000**n) for n in range(1, 6))
ONE, TEN, HUNDRED, THOUSAND = Decimal(1), Decimal(10), Decimal(100), Decimal(1000)


@dataclass(frozen=True, slots=True)
class Item:
    """A number word: value, kind, place, and whether a linking word ("and") joins it to the one before."""

    value: Decimal
    start: int
    end: int
    ordinal: bool = False
    scale: bool = False
    linked: bool = False
    ambiguous: bool = False
    inside: bool = False
    """Whether it stands inside a compound written as one word."""


@dataclass(slots=True)
class Sum:
    """A number under construction."""

    items: list[Item]
    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    last: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """What the words amount to so far."""
        return self.total + self.current

    def add(self, item: Item, language: Table) -> bool:
        """Take one more word, or refuse it because it starts another number."""
        # An ordinal ends a number, but in Arabic "the third and twentieth" is the 23rd.
        if self.items and self.items[-1].ordinal and not (language.units_first and item.linked):
            return False
        grown = self._scaled(item) if item.scale else self._added(item, language)
        if grown:
            self.items.append(item)
        return grown

    def _scaled(self, item: Item) -> bool:
        if self.items and self.last is not None and item.value > self.last:
            if self.current:
                return False
            self.total *= item.value
        elif self.last is not None and item.value >= self.last:
            return False
        else:
            self.total += (self.current if self.items and self.current else ONE) * item.value
            self.current = Decimal(0)
        self.last = item.value
        return True

    def _added(self, item: Item, language: Table) -> bool:
        value, current, rest = item.value, self.current, self.current % HUNDRED
        if self.last is not None and value >= self.last:
            return False
        if value >= THOUSAND:
            return self._whole(value)
        if not self.items or (self.last is not None and not current):
            self.current = value
        elif value == HUNDRED and 2 <= current < HUNDRED:
            self.current = current * HUNDRED
        elif value == HUNDRED and current == ONE:
            self.current = HUNDRED
        elif (
            (current >= HUNDRED and not rest and value < HUNDRED)
            or (value < TEN and not rest % TEN and rest >= (TEN if language.ten_adds else 2 * TEN))
            or (
                language.vigesimal
                and ((rest in (60, 80) and TEN <= value < 20) or (rest == 10 and 7 <= value < TEN))
            )
        ):
            self.current = current + value
        elif language.vigesimal and rest == 4 and value == 2 * TEN:
            self.current = current + 76
        elif self._units_first(item, language):
            self.current = current + value
        else:
            return False
        return True

    def _whole(self, value: Decimal) -> bool:
        """A word for thousands that needs no factor ("ألفان", "seribu", "kolmetuhatta")."""
        if self.current:
            return False
        self.total += value
        self.last = max(s for s in SCALES if s <= value)
        return True

    def _units_first(self, item: Item, language: Table) -> bool:
        fits = item.value in range(20, 100, 10) and self.current % HUNDRED in range(1, 10)
        return language.units_first and fits and (item.inside or item.linked)


def numbers(items: Iterable[Item], language: Table) -> Iterator[Sum]:
    """Add up words that follow one another into as few numbers as the grammar allows."""
    current = Sum([])
    for item in items:
        if not current.add(item, language):
            yield current
            current = Sum([])
            current.add(item, language)
    if current.items:
        yield current
