"""What a number in a text is: a span, the values it may stand for, and how firmly it must match."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from qa.model import Span

# A plain value; or a word for what is not one: "m2" February, "t1020" 17:00, "#123" an identifier.
Atom = Decimal | str
# Several atoms are parts that belong together, as in 24.02.2022 or 2:1.
Reading = tuple[Atom, ...]


class Weight(IntEnum):
    """How much a quantity without a counterpart says."""

    LOOSE = 0
    """May explain a number on the other side ("a pair", "March", "XX"), needs no counterpart itself."""
    SPELLED = 1
    """A spelled-out number: wrong only where the other side has one, too, that nothing explains."""
    FIRM = 2
    """Written in digits: must have a counterpart."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text.

    `span` covers the number alone, without scale word ("million") and unit. `readings` are the values it may
    stand for, the likeliest first. `scale` is the factor of the scale word after it, `unit` a symbol of
    `qa.numbers.units`.
    """

    span: Span
    text: str
    readings: tuple[Reading, ...]
    weight: Weight
    scale: Decimal = Decimal(1)
    unit: str | None = None

    @property
    def value(self) -> Decimal | None:
        """The likeliest plain value, None for dates, times and identifiers alone."""
        first = self.readings[0]
        return first[0] if len(first) == 1 and isinstance(first[0], Decimal) else None
