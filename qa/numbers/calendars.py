"""Years and dates of other calendars, read as those of the common one too.

Solar Hijri by the 33-year cycle of leap years, lunar Hijri by the tabular calendar (a day either way is
allowed), Buddhist, Republic of China and Japanese eras by their first year.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from qa.model import Span
from qa.numbers.quantity import Quantity, Reading, Weight

ERAS = {
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民國": 1911, "民国": 1911,
}  # fmt: skip
FIRST_YEAR = re.compile(rf"(?P<era>{'|'.join(ERAS)})元年")
SOLAR = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
]  # fmt: skip
LUNAR = [
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان",
    "شوال", "ذي القعدة", "ذي الحجة",
]  # fmt: skip
SOLAR_DATE = re.compile(rf"(\d{{1,2}})\s+({'|'.join(SOLAR)})(?:\s+(?:ماه\s+)?(\d{{4}}))?")
LUNAR_DATE = re.compile(rf"(\d{{1,2}})\s+({'|'.join(LUNAR)})\s+(\d{{4}})")
_LEAP_CYCLE = (1400, 1401, 1402, 1403)  # years that a date without one may be of: leap days move it by a day
HIJRI_MARK = re.compile(r"\s?(?:هـ|ه\b|هجري|هجرية|AH\b)")


def calendar_readings(text: str, found: Iterable[Quantity], lang: str) -> Iterator[Quantity]:
    """The quantities, years and days of the calendars in use in `lang` with their common readings added."""
    dates = dict(_dates(text, lang)) if lang in ("fa", "ar", "ur") else {}
    for one in found:
        extra = [*dates.get(one.span.start, ()), *_year(text, one.span, one.value, lang)]
        yield replace(one, readings=(*one.readings, *extra)) if extra else one
    for m in FIRST_YEAR.finditer(text) if lang in ("ja", "zh") else ():
        yield Quantity(Span(*m.span()), m[0], ((Decimal(ERAS[m["era"]] + 1),),), Weight.LOOSE)


def _year(text: str, span: Span, value: Decimal | None, lang: str) -> list[Reading]:
    if value is None or value != value.to_integral_value():
        return []
    if lang in ("ja", "zh") and value < 120 and (start := ERAS.get(text[span.start - 2 : span.start])):
        return [(value + start,)]
    if lang == "th" and 2400 <= value <= 2600:
        return [(value - 543,)]
    if lang == "fa" and 1300 <= value <= 1450:
        return [(value + 621,), (value + 622,)]
    if 1300 <= value <= 1500 and HIJRI_MARK.match(text, span.end):
        year = int(value * 32 // 33 + 622)
        return [(Decimal(y),) for y in (year - 1, year, year + 1)]
    return []


def _dates(text: str, lang: str) -> Iterator[tuple[int, list[Reading]]]:
    for m in SOLAR_DATE.finditer(text) if lang == "fa" else ():
        month = SOLAR.index(m[2]) + 1
        years = [int(m[3])] if m[3] else _LEAP_CYCLE
        days = {d.day for year in years if (d := solar(year, month, int(m[1])))}
        yield m.start(1), [(Decimal(day),) for day in sorted(days)]
    for m in LUNAR_DATE.finditer(text):
        day = lunar(int(m[3]), LUNAR.index(m[2]) + 1, int(m[1]))
        if day:
            near = [day + dt.timedelta(n) for n in (-1, 0, 1)]
            yield m.start(1), [(Decimal(d.day),) for d in near]
            yield m.start(3), [(Decimal(d.year),) for d in near]


def solar(year: int, month: int, day: int) -> dt.date | None:
    """A Solar Hijri date in the common calendar; None outside 1206 to 1498 and where it is no date."""
    if not (1206 <= year <= 1498 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    # Leap years by the 33-year cycle; 1 Farvardin 1375 was 20 March 1996.
    leaps = sum(y % 33 in (1, 5, 9, 13, 17, 22, 26, 30) for y in range(min(year, 1375), max(year, 1375)))
    days = 365 * (year - 1375) + (leaps if year >= 1375 else -leaps)
    passed = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return dt.date(1996, 3, 20) + dt.timedelta(days + passed + day - 1)


def lunar(year: int, month: int, day: int) -> dt.date | None:
    """A lunar Hijri date in the common calendar, by the tabular calendar; None where it is no date."""
    if not (1 <= year <= 1600 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    # Days since 16 July 622 (Julian), which is ordinal 227015.
    ordinal = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + 227014
    return dt.date.fromordinal(ordinal)
