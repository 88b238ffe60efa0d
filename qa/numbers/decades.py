"""Decades and centuries that a number names: "les années soixante-dix", "70-es évek", "1800-talet", "Novecento"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from qa.numbers.grammar import HUNDRED, TEN
from qa.numbers.quantity import Quantity, Reading, Weight
from qa.numbers.tables import Table

AFTER = re.compile(
    r"['’]?s\b|-?(?:е|х|ті|ых|их|ми|го|ті|те|тите|tych|er|ih)\b|er\b|['’]?erne|年代|년대|[后後](?![来來])"
    r"|-?tall?(?:ets?)?\b|-?lu[kv]u|['’]?l[ae]r|['’]?l[iıuü]\s+yıl|-?c[iıuü]\s+il|-[aeo]s\s+év|-an\b|-?(?:იან|ական)"
    r"|\.\s?(?:let\w{0,3}|léta|rokov|rokoch|lat|aasta(?:d|il|te)|gad(?:i|iem|os|u))\b|\s(?:के\s)?दशक",
    re.I,
)
BEFORE = re.compile(
    r"(?:ann[ée]es|ani(?:i|lor)?|anys|años|anos|anni|jaren|lata|latach|lat|let[ay]?|léta|năm|thập (?:niên|kỷ)|['’]"
    r"|d[éèe]cad[ae]s?(?:\s(?:de\s)?(?:les|l[oa]s|els|del?s?|d[oa]s))?|δεκαετί\w+\sτου|שנות(?:\sה-?)?|ده[هۀ]|ทศวรรษ(?:ที่)?)"
    r"[\s\u00a0']*\Z",
    re.I,
)
NEAR = 20  # letters in which the words before a number are looked for
# "The 1800s" are the 19th century.
CENTURIES = range(1000, 2000, 100)
# Lithuanian counts the decades of a century: the eighth are the seventies.
COUNTED = re.compile(r"(?:-\w{1,6})?\sdešimtme")
# "Novecento", the 20th century, but "novecento", nine hundred.
ITALIAN = range(200, 1000, 100)
# What the years of the solar calendar are behind the common ones, by decades.
SOLAR, SOLAR_YEARS = 620, range(1300, 1450, 10)


def decades(text: str, found: Iterable[Quantity], language: Table) -> Iterator[Quantity]:
    """The quantities of a text, those that may name a decade or a century with its years as further readings."""
    for one in found:
        extra = [] if one.weight is Weight.LOOSE else list(_years(text, one, language))
        yield replace(one, readings=(*one.readings, *extra)) if extra else one


def _years(text: str, one: Quantity, language: Table) -> Iterator[Reading]:
    value = next((r[0] for r in one.readings if len(r) == 1 and isinstance(r[0], Decimal)), None)
    if value is None or one.scale != 1:
        return
    start, end = one.span
    if language.lang == "lt":
        if value <= TEN and COUNTED.match(text, end):
            yield (1900 + (value - 1) * TEN,)
    elif value in ITALIAN and language.lang == "it" and one.text.rpartition("'")[2][:1].isupper():
        yield (value / HUNDRED + 11,)
    elif value in CENTURIES and AFTER.match(text, end):
        yield (value / HUNDRED + 1,)
    elif value in range(10, 100, 10) or (language.lang == "fa" and value in SOLAR_YEARS):
        before = BEFORE.search(text[max(0, start - NEAR) : start])
        if before or AFTER.match(text, end):
            yield from _decade(value, language)


def _decade(value: Decimal, language: Table) -> Iterator[Reading]:
    if value >= HUNDRED:
        yield (value + SOLAR,)
        return
    yield (1900 + value,)
    if value <= 20:
        yield (2000 + value,)
    if language.lang == "fa":
        # The sixties of Iran are the decade of 1360, unless the common calendar is meant.
        yield (SOLAR_YEARS[0] + value + SOLAR,)
