"""Words that may stand for a number without being read as one: "a pair", "двухлетний", "fünfköpfig", "XXI".

Looked for only when a number has no counterpart, so the tables may be generous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from qa.model import Span
from qa.numbers.quantity import Atom, Quantity, Weight
from qa.numbers.side import Side
from qa.numbers.tables import Table, fold, table

# Ukrainian and Russian texts often write Roman numerals with Cyrillic letters; French ones are ordinals by an ending.
ROMAN = re.compile(r"(?<![^\W_])([IVXLCDMІХСМ]{1,9})(?:(?:[eᵉ]|er|re|[èe]me|nde?|th|st|rd)s?)?(?![^\W_])")
# Those that are no abbreviation and no letter: of kings, wars and centuries.
ORDINAL_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
ROMAN_LETTERS = str.maketrans("ІХСМ", "IXCM")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
MULTIPLES = tuple(Decimal(v) for v in ("0.25", "0.5", "0.75", "1", "1.5", "2", "2.5", "3.5", "10", "12"))
# What a number may have more than another one, or less: Hindi "पौने दो" is a quarter to two, 1.75.
FRACTIONS = (Decimal("0.5"), Decimal("0.25"), Decimal("-0.25"))


_folded = lru_cache(maxsize=8)(fold)


def in_words(atom: Atom, there: Side) -> bool:
    """Whether a text has words that may stand for a number."""
    if not isinstance(atom, Decimal):
        return False
    return _has_form(atom, there) or _roman(atom, there) or _with_half(atom, there) or _scaled(atom, there)


def _with_half(value: Decimal, there: Side, scale: Decimal = Decimal(1)) -> bool:
    """Three and a half, two millions and a half."""
    wholes = ((part, value - part * scale) for part in FRACTIONS)
    return any(not w % scale and w in there.atoms and _has_form(part, there) for part, w in wholes)


def _scaled(value: Decimal, there: Side) -> bool:
    """Half a million, a couple of thousand, a million and a half."""
    for word in there.table.scale_words if value >= 250 else ():
        scale = there.table.scales[word]
        factor = value / scale
        known = factor in MULTIPLES and (factor == 1 or _has_form(factor, there))
        if (known or _with_half(value, there, scale)) and word in _folded(there.text):
            return True
    return False


def _has_form(value: Decimal, there: Side) -> bool:
    pattern = _forms(there.table.lang, value)
    return pattern is not None and pattern.search(_folded(there.text)) is not None


@lru_cache(maxsize=4096)
def _forms(lang: str, value: Decimal) -> re.Pattern[str] | None:
    language = table(lang)
    spaced = language.spaced
    loose = language.loose.get(value, ())
    ends = "" if not spaced else r"(?![^\W\d_])"
    alternatives = [re.escape(f[:-1]) if f.endswith("*") else re.escape(f) + ends for f in loose]
    # Any word that begins with the numeral: "fünfköpfig", "пятиэтажный", "threefold".
    stems = {w for w, (v, _) in language.numbers.items() if v == value and (len(w) > 2 or not spaced)}
    stems |= set() if spaced else set(_tens_and_units(value, language))
    alternatives += [re.escape(w) for w in sorted(stems)]
    if not alternatives:
        return None
    prefixes = "|".join(map(re.escape, language.prefixes))
    start = rf"(?<![^\W\d_])(?:{prefixes})?" if spaced else ""
    return re.compile(start + f"(?:{'|'.join(alternatives)})")


def _tens_and_units(value: Decimal, language: Table) -> Iterator[str]:
    """Numerals made of two in a language without spaces between words ("열다섯", "สิบห้า")."""
    unit = value % 10
    tens = [w for w, (v, _) in language.numbers.items() if v == value - unit]
    units = [w for w, (v, _) in language.numbers.items() if v == unit]
    if 10 < value < 100 and unit:
        yield from (first + second for first in tens for second in units)


def _roman(value: Decimal, there: Side) -> bool:
    return 1 <= value <= 3999 and any(_roman_value(m[1]) == value for m in ROMAN.finditer(there.text))


def _roman_value(text: str) -> int:
    figures = [ROMAN_VALUES[c] for c in text.translate(ROMAN_LETTERS)]
    return sum(-f if f < g else f for f, g in zip(figures, [*figures[1:], 0], strict=True))


def romans(text: str) -> list[Quantity]:
    """The Roman numerals of a text, from II to XXXIX, in two letters or more; the first of each value."""
    first: dict[int, re.Match[str]] = {}
    for m in ROMAN.finditer(text):
        if len(m[1]) > 1 and ORDINAL_ROMAN.fullmatch(m[1].translate(ROMAN_LETTERS)):
            first.setdefault(_roman_value(m[1]), m)
    return [
        Quantity(Span(*m.span(1)), m[1], ((Decimal(value),),), Weight.LOOSE) for value, m in first.items()
    ]
