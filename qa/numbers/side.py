"""One text of a pair with its quantities, and the pool of what they can explain on the other side."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qa.numbers.digits import to_ascii
from qa.numbers.quantity import Atom, Quantity, Reading, Weight
from qa.numbers.read import read
from qa.numbers.tables import Table, table

RUN = re.compile(r"\+?\s?\(?\d(?:[\s\u00a0\u202f.,()/'’–-]{0,2}\d)*")
RANGE = re.compile(r"\s?[-–—]\s?")
# A short abbreviation ("may", "mar", "set") is a month only beside a number.
SURE_MONTH = 4
# The month stands in the middle of a date with points; only in English it may be the day.
POINTED = re.compile(r"\d{1,2}\.(\d{1,2})\.\d{4}")
YEAR_FIRST = re.compile(r"\d{4}([.–-])(\d{1,2})\1\d{1,2}")


@dataclass(frozen=True, slots=True)
class Side:
    """A text, its quantities, and their readings: single ones, groups (dates, scores), parts of groups."""

    text: str
    table: Table
    quantities: tuple[Quantity, ...]
    atoms: frozenset[Atom]
    groups: frozenset[Reading]
    parts: frozenset[Atom]

    def plain(self) -> list[Quantity]:
        """Numbers that are nothing but a number, the first one of each value."""
        plain = [q for q in self.quantities if q.weight is not Weight.LOOSE and len(q.readings) == 1]
        return list({q.value: q for q in reversed(plain) if q.value is not None}.values())

    def count(self, one: Quantity) -> int:
        """How often a number stands in the text, in whatever form."""
        return sum(
            1 if one.readings[0] in q.readings else q.readings[-1].count(one.value) for q in self.quantities
        )

    def unit_of(self, one: Quantity) -> str | None:
        """The unit of a number, or that of the number which ends the range ("500–600 km/h")."""
        if one.unit is not None:
            return one.unit
        index = bisect_right(self.quantities, one.span.start, key=lambda q: q.span.start)
        end = self.quantities[index] if index < len(self.quantities) else None
        return end.unit if end and RANGE.fullmatch(self.text, one.span.end, end.span.start) else None

    def months(self) -> Iterator[tuple[Atom, Quantity]]:
        """Months that are named beyond doubt: in full, or beside a number, or in a date that has them second."""
        for q in self.quantities:
            first = q.readings[0][0]
            if isinstance(first, str) and first[0] == "m":
                start, end = q.span
                beside = self.text[max(0, start - 4) : start] + self.text[end : end + 4]
                if len(q.text) >= SURE_MONTH or any(c.isdigit() for c in beside):
                    yield first, q
            elif month := self._second(to_ascii(q.text)):
                yield f"m{month}", q

    def _second(self, date: str) -> int | None:
        if m := YEAR_FIRST.fullmatch(date):
            return int(m[2])
        m = POINTED.fullmatch(date)
        return int(m[1]) if m and self.table.lang != "en" else None


def side(text: str, lang: str | None) -> Side:
    """Read a text and gather its pool."""
    quantities = read(text, lang)
    readings = [r for q in quantities for r in q.readings]
    groups = [r for r in readings if len(r) > 1]
    return Side(
        text=text,
        table=table(lang),
        quantities=quantities,
        atoms=frozenset(r[0] for r in readings if len(r) == 1),
        groups=frozenset(ordered(r) for r in groups),
        parts=frozenset(a for r in groups for a in r),
    )


def ordered(reading: Reading) -> Reading:
    """The parts of a date or score in one order, whatever the order in the text."""
    return tuple(sorted(reading, key=str))


@lru_cache(maxsize=8)
def runs(text: str) -> tuple[tuple[int, int, str], ...]:
    """Digits with nothing but spaces, brackets and dashes between: start, end, digits alone."""
    found = RUN.finditer(to_ascii(text))
    return tuple((m.start(), m.end(), "".join(filter(str.isdigit, m[0]))) for m in found)
