"""Numbers with Han numerals, or with digits and Han or Hangul scale signs (3万5千, 1억 2000만)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from math import prod

from qa.model import Span
from qa.numbers.quantity import Quantity, Reading, Weight
from qa.numbers.shares import PERCENT

_FIGURES = ("〇零", "一壹", "二两兩贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {c: Decimal(value) for value, signs in enumerate(_FIGURES) for c in signs}
SMALL = {c: Decimal(10**v) for v, cs in ((1, "十拾십"), (2, "百佰백"), (3, "千仟천")) for c in cs}
BIG = {c: Decimal(10**v) for v, cs in ((4, "万萬만"), (8, "亿億억"), (12, "兆조")) for c in cs}
VAGUE = "多余餘來来几幾数"

_HAN = "".join([*DIGITS, *(c for c in [*SMALL, *BIG] if c < "가")])
_HANGUL = "천만억조백십"
# Runs are bounded, and begin only where a number does, so that no text takes long.
_FIGURE = r"(?<!\d)(?<!\d[.,])\d[\d.,]{0,29}"
HAN_RUN = re.compile(
    rf"(?:{_FIGURE}\s?[{VAGUE}]?)?(?<![{_HAN}])[{_HAN}](?:\s?[{VAGUE}]?(?:[{_HAN}]|{_FIGURE})){{0,40}}"
)
HANGUL_RUN = re.compile(rf"{_FIGURE}\s?[{_HANGUL}]{{1,4}}(?:\s?{_FIGURE}[{_HANGUL}]{{0,4}}){{0,6}}")
TOKEN = re.compile(r"\d[\d.,]*|\S")
MONTH = re.compile(r"\s*[月월](?!間|间)")
DECADE = "年代"
# 七八十年代: the seventies and eighties.
TWO_DECADES = re.compile(rf"([{''.join(DIGITS)}]{{2}})十")
# 十四五 is the 14th five-year plan.
PLAN = re.compile("十[一二三四五六]五")
# 七点三 is 7.3, and 七点三十分 half past seven.
DECIMALS = re.compile(rf"[点點]([{''.join(DIGITS)}]+)(?![十分刻])([{''.join(c for c in BIG if c < '가')}]*)")
# 三成 and 3割 are thirty percent; 成员 and 成分 begin words.
TENTH = re.compile(r"\s?(?:割|成(?![员員分为為立功长長]))")


def number(token: str) -> Decimal | None:
    """A number in ASCII digits, grouped by commas, with a decimal point; None for anything else."""
    token = token.rstrip(".,")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", token) is None or len(token) > 30:
        return None
    return Decimal(token.replace(",", ""))


def amount(run: str) -> Decimal | None:
    """The value of a run; None where it is none (two figures side by side whose grouping does not fit)."""
    total = section = Decimal(0)
    figure: Decimal | None = None
    in_ascii = False
    for token in TOKEN.findall(run):
        if token in VAGUE:
            continue
        if token in DIGITS:
            if figure is not None and in_ascii:
                # ３四半期 is the third quarter, and 34 of nothing.
                return None
            in_ascii = False
            figure = DIGITS[token] if figure is None else figure * 10 + DIGITS[token]
        elif token in SMALL:
            section += (Decimal(1) if figure is None else figure) * SMALL[token]
            figure = None
        elif token in BIG:
            below = section + (figure or 0)
            # 万亿: a second scale sign right after the first multiplies it.
            total = total * BIG[token] if total and not below else total + (below or 1) * BIG[token]
            section, figure = Decimal(0), None
        else:
            value = number(token)
            if value is None or figure is not None:
                return None
            figure, in_ascii = value, True
    return total + section + (figure or 0)


def han(text: str) -> Iterator[Quantity]:
    """Quantities with Han numerals (Chinese and Japanese)."""
    yield from _runs(text, HAN_RUN)


def hangul(text: str) -> Iterator[Quantity]:
    """Quantities in digits with Hangul scale signs (Korean)."""
    yield from _runs(text, HANGUL_RUN)


def in_tenths(text: str, one: Quantity) -> Quantity:
    """A share told in tenths as one in percent: 三成, 3割, and 3割5分 once it is one number."""
    if one.value is None or one.value > 10 or not (TENTH.search(one.text) or TENTH.match(text, one.span.end)):
        return one
    # "Three in ten" is said as well.
    return replace(one, readings=((one.value * 10,), (one.value, Decimal(10))), unit=PERCENT)


def _runs(text: str, pattern: re.Pattern[str]) -> Iterator[Quantity]:
    for m in pattern.finditer(text):
        run = m[0].rstrip()
        value = amount(run[:2] if PLAN.fullmatch(run) else run)
        if value is None:
            continue
        readings: list[Reading] = [(value,)]
        if MONTH.match(text, m.start() + len(run)) and 1 <= value <= 12:
            readings.insert(0, (f"m{value}",))
        if point := DECIMALS.match(text, m.start() + len(run)):
            decimals = Decimal("0." + "".join(str(DIGITS[c]) for c in point[1]))
            readings.append(((value + decimals) * prod(BIG[c] for c in point[2]),))
        if text.startswith(DECADE, m.start() + len(run)) and (two := TWO_DECADES.fullmatch(run)):
            readings.append(tuple(1900 + 10 * DIGITS[c] for c in two[1]))
        if len(run) == 2 and all(c in DIGITS for c in run):
            readings += [(DIGITS[c],) for c in run]
        yield Quantity(Span(m.start(), m.start() + len(run)), run, tuple(readings), _weight(run))


def _weight(run: str) -> Weight:
    if any(c.isdigit() and c.isascii() for c in run):
        return Weight.FIRM
    # One sign may be part of any word (一定, 三星, 百度); several make a number.
    number_like = len(run) >= 2 and any(c in SMALL or c in BIG for c in run) and any(c in DIGITS for c in run)
    return Weight.SPELLED if number_like else Weight.LOOSE
