"""Reading one text: its numbers in digits and in words, each with scale word, unit and special uses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from qa.model import Span
from qa.numbers.beside import behind_scales, hours, neighbours, sums
from qa.numbers.calendars import calendar_readings
from qa.numbers.compound import CENT, compounds
from qa.numbers.decades import decades
from qa.numbers.digits import SPACES, Cluster, clusters, to_ascii
from qa.numbers.grammar import HUNDRED, SCALES
from qa.numbers.han import han, hangul, in_tenths
from qa.numbers.quantity import Quantity, Reading, Weight
from qa.numbers.shares import part_after
from qa.numbers.spelled import spelled
from qa.numbers.tables import Table, fold, table
from qa.numbers.units import unit_after, unit_before

DIGIT = re.compile(r"\d")
_WORD = r"((?:[^\W\d_]|[\u0900-\u0dff])+)"
NEXT_WORD = re.compile(rf"[{SPACES}-]{{0,2}}{_WORD}(?:[{SPACES}]{_WORD})?")
HOUR = re.compile(
    r"\s?(?:(?P<mark>h(?:rs?)?|uhr|点|點|時|时|시)\s?(?:(?P<minutes>\d{2})(?!\d))?(?![^\W\d_]{2}(?<![点點時时시分半].))"
    r"|(?P<half>a\.?\s?m\b|p\.?\s?m\b|o['’]clock|م\b|ص\b|وقت))",
    re.I,
)
# 7時半 and 7시 반 are half past seven.
HALF_PAST = re.compile(r"半|\s?반(?!경)")
MONTH_SIGN = re.compile(r"\s?[月월](?!間|间)")
# "'43" and "nell'89", where an apostrophe stands for the century.
YEAR_BEFORE = re.compile(r"(?:\A|[\s\u00a0(]|[Ll]l)['’‘]\Z")
# East Asian reports of a match count the minutes of each half, others those of the whole.
SECOND_HALF = re.compile(r"(?:후반|後半|下半[场場])\s?第?\Z")
HALF_LENGTH = 45
# "1200 GMT", as agencies give the hour.
MILITARY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
ZONE = re.compile(r"\s?(?:GMT|UTC|Z\b)")
SLASHED = re.compile(r"(\d{1,9})/(\d{1,2})")
# "1.200 millones": nobody writes 1.2 with two noughts more where the point is the mark of thousands.
GROUPS_ALONE = re.compile(r"[1-9]\d{0,2}[.,]\d\d0")
NEAR = 16


def read(text: str, lang: str | None) -> tuple[Quantity, ...]:
    """Every quantity of a text in the language of a BCP 47 tag, sorted by place.

    An unknown language (or None) is read for digits alone.
    """
    language = table(lang)
    plain = to_ascii(text)
    found = list(_words(plain, language))
    if DIGIT.search(plain):
        taken = sorted(q.span for q in found if q.weight is Weight.FIRM)
        digits: list[Quantity] = []
        for cluster in clusters(plain):
            within = digits and cluster.span.start < digits[-1].span.end
            if not within and not _covered(cluster.span, taken):
                digits += _digits(plain, cluster, language)
        joined = list(sums(plain, behind_scales(plain, found, digits), language))
        found += neighbours(plain, joined)
    found = list(calendar_readings(plain, found, language.lang))
    found = list(decades(plain, _halves(found), language))
    found = [_with_unit(plain, q, language) for q in found]
    found.sort(key=lambda q: q.span)
    found = list(hours(plain, list(compounds(plain, found, language))))
    if language.han:
        found = [in_tenths(plain, q) for q in found]
    if plain is text:
        return tuple(found)
    return tuple(replace(q, text=text[q.span.start : q.span.end]) for q in found)


def _words(text: str, language: Table) -> Iterator[Quantity]:
    if language.han:
        yield from han(text)
    elif language.lang == "ko":
        yield from hangul(text)
    elif language.spaced:
        yield from spelled(text, language)


def _halves(found: list[Quantity]) -> Iterator[Quantity]:
    """ "Three and a half million": the scale word reaches back over the half."""
    scales = [(q.span.start, q.value) for q in found if q.weight is Weight.LOOSE and q.value in SCALES]
    for one in found:
        near = (
            [v for at, v in scales if v and 0 < at - one.span.end <= NEAR]
            if one.weight is Weight.SPELLED
            else []
        )
        if near and one.value is not None and one.value < 1000:
            yield replace(one, readings=(*one.readings, (one.value * near[0],)))
        else:
            yield one


def _covered(span: Span, taken: list[Span]) -> bool:
    index = bisect_right(taken, span.start, key=lambda t: t.start) - 1
    return index >= 0 and taken[index].end > span.start


def _digits(text: str, cluster: Cluster, language: Table) -> Iterator[Quantity]:
    start, end = cluster.span
    readings = [*cluster.readings, *_slashed(cluster.text, language)]
    single = readings[0][0] if len(readings[0]) == 1 else None
    if isinstance(single, Decimal):
        factor, surely, scale_end = _scale(text, end, language)
        if factor != 1:
            values = [r[0] for r in readings if len(r) == 1 and isinstance(r[0], Decimal)]
            if GROUPS_ALONE.fullmatch(cluster.text) and language.group in cluster.text:
                values = values[:1]
            scaled: list[Reading] = [(value * factor,) for value in values]
            readings = scaled if surely else [*readings, *scaled]
            unit = unit_after(text, scale_end if surely else end, language)
            yield Quantity(cluster.span, cluster.text, tuple(readings), Weight.FIRM, factor, unit)
            return
        if clock := _clock(text, end, single):
            time, end = clock
            readings = [time, *readings]
            if end > cluster.span.end:
                # "17h30" is one number, a time or a duration.
                both = (single, Decimal(text[end - 2 : end]))
                yield Quantity(Span(start, end), text[start:end], (time, both), Weight.FIRM)
                return
        readings = [*_month(text, end, single), *readings]
        if MILITARY.fullmatch(cluster.text) and ZONE.match(text, end):
            readings.insert(0, (f"t{int(single) // 100 * 60 + int(single) % 100}",))
        if not language.spaced and SECOND_HALF.search(text[max(0, start - 5) : start]):
            readings.append((single + HALF_LENGTH,))
        if len(cluster.text) == 2 and YEAR_BEFORE.search(text[max(0, start - 3) : start]):
            readings += [(1900 + single,), (2000 + single,)]
    yield Quantity(cluster.span, cluster.text, tuple(dict.fromkeys(readings)), Weight.FIRM)


def _slashed(text: str, language: Table) -> Iterator[Reading]:
    """Persian writes decimals with a slash, too: ۱۲/۵ is 12.5."""
    if language.lang == "fa" and (m := SLASHED.fullmatch(text)):
        yield (Decimal(f"{m[1]}.{m[2]}"),)


def _scale(text: str, end: int, language: Table) -> tuple[Decimal, bool, int]:
    """Factor of the scale words after a number, whether they are beyond doubt, and where they end."""
    factor, surely, at = Decimal(1), True, end
    while m := NEXT_WORD.match(text, at):
        first = fold(m[1])
        both = f"{first} {fold(m[2])}" if m[2] else ""
        if both in language.scales and both.count(" ") and len(both.split()[1]) > 1:
            factor, at = factor * language.scales[both], m.end()
        elif language.case_endings and (stem := _stem(first, language)):
            factor, at = factor * language.scales[stem], m.end(1)
        elif first in language.scales and _is_scale(first, m, text, at, language, factor):
            # "5 m" may be metres or millions.
            surely = surely and len(first) > 1
            factor, at = factor * language.scales[first], m.end(1)
        else:
            break
    if factor == 1 and not language.spaced and (sign := _scale_sign(text, end, language)):
        return language.scales[sign], True, text.index(sign, end) + len(sign)
    return factor, surely, at + (factor != 1 and text[at : at + 1] == ".")


def _scale_sign(text: str, end: int, language: Table) -> str | None:
    """The scale word right behind a number, in a language without spaces after it ("1.5 ล้านคน")."""
    behind = text[end : end + NEAR].lstrip(SPACES)
    return max((s for s in language.scales if behind.startswith(s)), key=len, default=None)


def _stem(word: str, language: Table) -> str | None:
    """The scale word that a word with a case ending begins with ("miljonilt")."""
    return next((word[:n] for n in range(len(word), 3, -1) if word[:n] in language.scale_words), None)


def _is_scale(word: str, m: re.Match[str], text: str, at: int, language: Table, factor: Decimal) -> bool:
    if word in language.scale_words or len(word) > 3:
        return True
    if len(word) == 1 and factor != 1:
        return False
    return not text[at : m.start(1)].startswith("-")


def _clock(text: str, end: int, hour: Decimal) -> tuple[Reading, int] | None:
    """The time of day that begins with an hour in digits, and where its minutes end."""
    if hour > 24 or not (m := HOUR.match(text, end)):
        return None
    minutes = int(m["minutes"] or 0)
    if minutes >= 60:
        return None
    if m["mark"] and HALF_PAST.match(text, m.end("mark")):
        minutes = 30
    return (f"t{int(hour) * 60 + minutes}",), m.end("minutes") if m["minutes"] else end


def _month(text: str, end: int, number: Decimal) -> Iterator[Reading]:
    if 1 <= number <= 12 and MONTH_SIGN.match(text, end):
        yield (f"m{number}",)


def _with_unit(text: str, one: Quantity, language: Table) -> Quantity:
    value = one.value
    if one.unit or value is None:
        return one
    if value < HUNDRED and CENT.match(text, one.span.end):
        one = replace(one, readings=(*one.readings, (value / HUNDRED,)))
    elif (part := part_after(text, one.span.end, value)) is not None:
        one = replace(one, readings=(*one.readings, (part,)))
    unit = unit_after(text, one.span.end, language) or unit_before(text, one.span.start)
    return replace(one, unit=unit) if unit else one
