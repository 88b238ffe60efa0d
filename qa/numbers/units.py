"""Units after (and currency signs before) a number, and what one is in terms of another."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product

from qa.numbers.shares import PERCENT, POINTS, share_after
from qa.numbers.tables import Table, fold

# Dimension, factor to its base unit, offset (temperatures); the yard and pound are the international ones.
UNITS: dict[str, tuple[str, float, float]] = {
    "mm": ("length", 0.001, 0), "cm": ("length", 0.01, 0), "m": ("length", 1, 0),
    "km": ("length", 1000, 0),
    "in": ("length", 0.0254, 0), "ft": ("length", 0.3048, 0), "yd": ("length", 0.9144, 0),
    "mi": ("length", 1609.344, 0), "nmi": ("length", 1852, 0),
    "m2": ("area", 1, 0), "km2": ("area", 1e6, 0), "ha": ("area", 1e4, 0), "ac": ("area", 4046.856, 0),
    "mi2": ("area", 2.589988e6, 0), "ft2": ("area", 0.09290304, 0),
    "g": ("mass", 0.001, 0), "kg": ("mass", 1, 0), "t": ("mass", 1000, 0), "lb": ("mass", 0.45359237, 0),
    "oz": ("mass", 0.028349523, 0), "st": ("mass", 6.35029318, 0),
    "ml": ("volume", 0.001, 0), "l": ("volume", 1, 0), "gal": ("volume", 3.785411784, 0),
    "bbl": ("volume", 158.987295, 0), "m3": ("volume", 1000, 0),
    "km/h": ("speed", 1, 0), "mph": ("speed", 1.609344, 0), "kn": ("speed", 1.852, 0),
    "m/s": ("speed", 3.6, 0),
    "°C": ("temperature", 1, 0), "°F": ("temperature", 5 / 9, -32),
    "sec": ("time", 1, 0), "min": ("time", 60, 0), "hour": ("time", 3600, 0), "day": ("time", 86400, 0),
    "week": ("time", 604800, 0), "month": ("time", 2629746, 0), "year": ("time", 31556952, 0),
    "decade": ("time", 315569520, 0), "century": ("time", 3155695200, 0),
    "w": ("power", 1, 0), "kw": ("power", 1e3, 0), "mw": ("power", 1e6, 0), "gw": ("power", 1e9, 0),
    "kwh": ("energy", 1, 0), "mwh": ("energy", 1e3, 0), "gwh": ("energy", 1e6, 0), "twh": ("energy", 1e9, 0),
    PERCENT: ("share", 1, 0), POINTS: ("share", 1, 0),
}  # fmt: skip
TOLERANCE = 0.03
# A week and a fortnight as Romance languages count them, with both ends: "huit jours", "quince días".
COUNTED_DAYS = {Decimal(8): 7, Decimal(15): 14}
# Letters from which a name may have an ending of one letter or two that CLDR does not list.
LONG_NAMES = {1: 5, 2: 6}

# What CLDR's tables lack: signs, and the everyday words for money that need no country's name.
SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "₴": "UAH", "₽": "RUB", "₹": "INR", "₪": "ILS", "₺": "TRY",
    "zł": "PLN", "kč": "CZK", "kr": "CZK", "°c": "°C", "℃": "°C", "°f": "°F", "℉": "°F",
    "kilo": "kg", "kilos": "kg", "kilós": "kg", "kiló": "kg", "quilo": "kg", "quilos": "kg", "кіло": "kg", "кило": "kg",
    "квт": "kw", "мвт": "mw", "гвт": "gw",
}  # fmt: skip
MONEY = re.compile(
    r"(?P<USD>d[oóò]ll?ar|долл?ар|دولار|דולר|美元|ドル|달러|δολ[αά]ρ)"
    r"|(?P<EUR>euro|евро|євро|يورو|אירו|欧元|歐元|ユーロ|유로|ευρώ)"
    r"|(?P<UAH>hryvn|griwn|hrywn|гривн|гривен|хривн|هريفنيا)|(?P<RUB>ro?ubl|rubel|rubl|рубл|روبل|卢布|ルーブル)"
    r"|(?P<JPY>yen\b|[иі]ен[аы]?\b|円)|(?P<CNY>yuan|юан|人民币)|(?P<PLN>z[lł]ot|злот)"
    # The crowns of all countries are one, since their names seldom say which is meant.
    r"|(?P<CZK>koru?n|kroon|crowns?\b|couronne|coron[ae]|крон)",
    re.I,
)
# A Thai abbreviation is no beginning of a word: "มี" (have) holds no metre.
THAI_SHORT, THAI = re.compile(r"[ก-ฮ]{1,2}"), re.compile(r"[ก-๎]")
# Degrees that do not say of whom: Celsius or Fahrenheit, or of an angle.
DEGREES = "°"
DEGREE = re.compile(
    r"degr[eé]+|grad[oiu]?s?\b|stop(?:ni|ień)|stup(?:eň|ňů|ně)|dereces?|градус|درج|מעלות|度|도|डिग्री", re.I
)
# "49,6 st. C", "121.3 F", but no "10 F-16" and "3 F1 races".
LETTERED = re.compile(r"[\s\u00a0]?(?:st\.?\s?)?([CF])(?![\w’'-])")
SCALES = {DEGREES: ("°C", "°F")}
OF_WHOM = re.compile(r"(?P<C>celsi|цельс|سلسيوس|مئوية|צלזיוס)|(?P<F>fahrenh|фаренг|فهرنهايت|פרנהייט)", re.I)
# Watts written out, but no watt-hours.
WATTS = re.compile(
    r"(?:(?P<kw>kilo|кіло|кило)|(?P<mw>m[eé]ga|мега)|(?P<gw>giga|гіга|гига))(?:[vw]att?|ватт?)"
    r"(?:s|ów|ów|y|a|и|і|а|ів|ов)?(?![^\W\d_]|[\s\u00a0-](?:h\b|hour|heure|год|час))",
    re.I,
)
TOKENS = re.compile(
    # French and Catalan "d'euros".
    r"[\s\u00a0\u202f.-]{0,2}(?:d['’](?=eur))?((?:[^\W\d_]|[°/%²³½]){1,40})(?:[\s\u00a0]([^\W\d_]{1,40}))?(?:[\s\u00a0]([^\W\d_]{1,40}))?"
)
CURRENCIES = frozenset(
    ["USD", "EUR", "GBP", "RUB", "UAH", "JPY", "CNY", "INR", "PLN", "CZK", "CHF", "TRY", "ILS", "BRL"]
)


def unit_after(text: str, at: int, language: Table) -> str | None:
    """Symbol of the unit that stands right after place `at`, None where there is none that is known."""
    sign = text[at : at + 3].lstrip("\u00a0 ")[:1]
    if sign in SIGNS:
        return SIGNS[sign]
    if share := share_after(text, at):
        return share
    if lettered := LETTERED.match(text, at):
        return f"°{lettered[1]}"
    if not language.spaced:
        rest = text[at : at + 8].strip()
        for length in range(min(6, len(rest)), 0, -1):
            unit = language.units.get(fold(rest[:length]))
            if unit and not (THAI_SHORT.fullmatch(rest[:length]) and THAI.match(rest, length)):
                return unit
        if DEGREE.match(rest):
            return DEGREES
    m = TOKENS.match(text, at)
    if m is None or THAI.match(text, m.end(1)):
        return None
    words = [fold(w) for w in m.groups() if w]
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        if unit := language.units.get(phrase) or SIGNS.get(phrase) or _ending(phrase, language):
            return unit
    if words[0] in UNITS and len(words[0]) > 1:
        return words[0]
    if watts := WATTS.match(text, m.start(1)):
        return watts.lastgroup
    if degrees := _degrees(m):
        return degrees
    money = MONEY.match(m[1]) or (MONEY.match(m[2]) if m[2] else None)
    return money.lastgroup if money else None


def _degrees(words: re.Match[str]) -> str | None:
    """Degrees with or without a name behind ("градусів за Цельсієм"), or the name alone ("10 Fahrenheit")."""
    if not DEGREE.match(words[1]):
        named = OF_WHOM.match(words[1])
        return f"°{named.lastgroup}" if named else None
    named = OF_WHOM.search(words[0])
    return f"°{named.lastgroup}" if named else DEGREES


def _ending(phrase: str, language: Table) -> str | None:
    """A unit with a case ending that CLDR does not list ("Kilometern")."""
    stems = (phrase[:-cut] for cut, least in LONG_NAMES.items() if len(phrase) >= least)
    return next((language.units[stem] for stem in stems if stem in language.units), None)


def unit_before(text: str, at: int) -> str | None:
    """Symbol of a currency sign or code right before place `at`."""
    before = text[max(0, at - 4) : at].rstrip("\u00a0 ")
    if before[-1:] in SIGNS:
        return SIGNS[before[-1:]]
    return before[-3:] if before[-3:] in CURRENCIES else None


def dimension(unit: str | None) -> str | None:
    """What a unit measures: "length", "money", …; None without a unit."""
    if unit in CURRENCIES:
        return "money"
    return UNITS[unit][0] if unit in UNITS else None


def converts(value: Decimal, unit: str, other: Decimal, other_unit: str) -> bool:
    """Whether two amounts in different units of one dimension are the same within 3 %."""
    if DEGREES in (unit, other_unit):
        pairs = product(SCALES.get(unit, (unit,)), SCALES.get(other_unit, (other_unit,)))
        return any(converts(value, one, other, two) for one, two in pairs)
    if unit == other_unit or unit not in UNITS or other_unit not in UNITS:
        return False
    value, other = _days(value, unit, other_unit), _days(other, other_unit, unit)
    (kind, factor, offset), (other_kind, other_factor, other_offset) = UNITS[unit], UNITS[other_unit]
    if kind != other_kind or kind == "share" or max(value, other) > Decimal("1e15"):
        return False
    if kind == "temperature":
        # "Minus" and "below zero" are words and signs of many kinds: either number may be below zero.
        below = product((value, -value), (other, -other))
        return any(
            _same((float(v) + offset) * factor, (float(o) + other_offset) * other_factor, 1.0)
            for v, o in below
        )
    return _same(float(value) * factor, float(other) * other_factor)


def _days(value: Decimal, unit: str, other_unit: str) -> Decimal:
    return Decimal(COUNTED_DAYS.get(value, value)) if (unit, other_unit) == ("day", "week") else value


def _same(one: float, two: float, least: float = 0.0) -> bool:
    return abs(one - two) <= max(TOLERANCE * max(abs(one), abs(two)), least)
