"""Writes `qa/numbers/data/locales.json` from the CLDR tables that Babel carries.

For each language: decimal and grouping marks, names of months and weekdays, short and long scale words ("Mio.",
"млн", "万") and names of units. Run it after a new CLDR release and read the difference before committing it:

    python tools/make_locale_data.py
"""

from __future__ import annotations

import json
import re
import unicodedata
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from babel import Locale

TARGET = Path(__file__).parents[1] / "qa" / "numbers" / "data" / "locales.json"

# Several locales may feed one language: other spellings of the months, the other script.
LANGUAGES = {
    lang: [lang]
    for lang in [
        "az",
        "be",
        "bg",
        "bn",
        "bs",
        "ca",
        "cs",
        "da",
        "el",
        "es",
        "et",
        "fa",
        "fi",
        "fr",
        "gl",
        "ha",
        "he",
        "hi",
        "hr",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ja",
        "ka",
        "kk",
        "ko",
        "lt",
        "lv",
        "mk",
        "ms",
        "nl",
        "pl",
        "ro",
        "ru",
        "sk",
        "sl",
        "so",
        "sq",
        "sv",
        "sw",
        "ta",
        "te",
        "th",
        "tr",
        "uk",
        "ur",
        "uz",
        "vi",
    ]
} | {
    "ar": ["ar", "ar_SY", "ar_DZ", "ar_MA"],
    "de": ["de", "de_AT"],
    "en": ["en", "en_GB", "en_IN"],
    "no": ["nb", "nn"],
    "pt": ["pt", "pt_PT"],
    "sr": ["sr", "sr_Latn"],
    "zh": ["zh", "zh_Hant"],
}

UNITS = {
    "length-millimeter": "mm", "length-centimeter": "cm", "length-meter": "m", "length-kilometer": "km",
    "length-inch": "in", "length-foot": "ft", "length-yard": "yd", "length-mile": "mi",
    "length-nautical-mile": "nmi",
    "area-square-meter": "m2", "area-square-kilometer": "km2", "area-hectare": "ha", "area-acre": "ac",
    "area-square-mile": "mi2", "area-square-foot": "ft2",
    "mass-gram": "g", "mass-kilogram": "kg", "mass-tonne": "t", "mass-metric-ton": "t", "mass-pound": "lb",
    "mass-ounce": "oz", "mass-stone": "st",
    "volume-liter": "l", "volume-milliliter": "ml", "volume-gallon": "gal", "volume-barrel": "bbl",
    "volume-cubic-meter": "m3",
    "speed-kilometer-per-hour": "km/h", "speed-mile-per-hour": "mph", "speed-knot": "kn",
    "speed-meter-per-second": "m/s",
    "temperature-celsius": "°C", "temperature-fahrenheit": "°F",
    "duration-second": "sec", "duration-minute": "min", "duration-hour": "hour", "duration-day": "day",
    "duration-week": "week", "duration-month": "month", "duration-year": "year", "duration-decade": "decade",
    "duration-century": "century",
}  # fmt: skip
PLURALS = ("zero", "one", "two", "few", "many", "other")
CURRENCIES = (
    "USD",
    "EUR",
    "GBP",
    "RUB",
    "UAH",
    "JPY",
    "CNY",
    "INR",
    "PLN",
    "CZK",
    "CHF",
    "TRY",
    "ILS",
    "BRL",
)


def clean(word: str) -> str:
    """A pattern without its number, marks of direction and outer white space, folded."""
    word = "".join(c for c in word if unicodedata.category(c) != "Cf")
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", word).replace("{0}", " ")).strip().casefold()


def months(locale: Locale) -> dict[str, int]:
    """Wide and abbreviated month names, in the form used in dates and the one that stands alone."""
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                word = clean(name).rstrip(".")
                if len(word) > 1 and not any(c.isdigit() for c in word):
                    found.setdefault(word, number)
    return found


def weekdays(locale: Locale) -> dict[str, int]:
    """The full names of the days, 1 for Monday."""
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for number, name in locale.days[context]["wide"].items():
            found.setdefault(clean(name), number + 1)
    return found


def scales(locale: Locale) -> dict[str, int]:
    """Words for thousand and up: the pattern "00 млн" for 10,000,000 says that "млн" is a million."""
    found: dict[str, int] = {}
    for width in ("short", "long"):
        for patterns in locale._data["compact_decimal_formats"].get(width, {}).values():
            for size, pattern in patterns.items():
                text = str(getattr(pattern, "pattern", pattern))
                zeros = text.count("0")
                word = clean(re.sub(r"[0'¤]", "", text)).rstrip(".")
                # A single letter stands for too much else; those in use are in the files of number words.
                letter = len(word) == 1 and unicodedata.category(word) != "Lo"
                if zeros and word and not letter and ";" not in word:
                    found.setdefault(word, int(size) // 10 ** (zeros - 1))
    return found


def units(locale: Locale) -> dict[str, str]:
    """Every plural form of the unit and currency names, mapped to a symbol of our own."""
    found: dict[str, str] = {}
    patterns: Any = locale._data["unit_patterns"]
    for unit, symbol in UNITS.items():
        for width in ("long", "short"):
            for plural, text in patterns.get(unit, {}).get(width, {}).items():
                word = clean(text).rstrip(".") if plural in PLURALS and isinstance(text, str) else ""
                if word and "{" not in word:
                    found.setdefault(word, symbol)
    for code in CURRENCIES:
        found[code.casefold()] = code
        for name in locale._data["currency_names_plural"].get(code, {}).values():
            found.setdefault(clean(name), code)
    return found


def language(names: list[str]) -> dict[str, Any]:
    """Everything of one language, its first locale deciding on the marks."""
    locales = [Locale.parse(name) for name in names]
    marks = locales[0].number_symbols["latn"]
    merged: dict[str, Any] = {"decimal": marks["decimal"], "group": marks["group"]}
    for key, read in (("months", months), ("weekdays", weekdays), ("scales", scales), ("units", units)):
        table: dict[str, Any] = {}
        for locale in locales:
            for word, value in read(locale).items():
                table.setdefault(word, value)
        merged[key] = dict(sorted(table.items()))
    return merged


def main() -> None:
    """Write the file."""
    # One process a language: Babel's resolved aliases would carry month names from one locale to the next.
    langs = sorted(LANGUAGES)
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        data = dict(zip(langs, pool.imap(language, [LANGUAGES[lang] for lang in langs]), strict=True))
    TARGET.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(data)} languages")


if __name__ == "__main__":
    main()
