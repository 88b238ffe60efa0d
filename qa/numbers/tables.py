"""The tables of number words, months, weekdays, scale words and units, one value a language, read once.

`data/words/LANG.toml` is written by hand: `stem{a,b}` stands for `stema stemb`, `_` joins the words of one
entry, and a trailing `*` in `[loose]` and `[weekdays]` marks the beginning of words ("double*"). `data/locales.json`
is made from CLDR by `tools/make_locale_data.py`; `units_out` and `weekdays_out` are names of it that mean other things
as often.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

# Value of a number word, and whether it is an ordinal.
Known = tuple[Decimal, bool]
SWITCHES = ("compound", "units_first", "vigesimal", "ten_adds", "case_endings", "spaced", "han")
DATA = files("qa.numbers") / "data"
ALIASES = {"nb": "no", "nn": "no", "bs": "hr", "sh": "sr", "iw": "he", "tl": "fil", "cmn": "zh", "yue": "zh"}
BRACES = re.compile(r"^(.*?)\{([^{}]*)\}(.*)$")
MARKS = re.compile("[\u0301\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u0652\u0670\u200c-\u200f]")
FOLDED = str.maketrans("أإآٱىةکیـёİʼ’‘`", "اااايهكي\u0640еi''''")

# "And" between the parts of one amount, in the languages that do not write it within number words, too.
ANDS = frozenset("con com e y i и і та und and et en og och ve".split())


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of one language.

    `numbers` maps folded words to their values; `pairs` the same for entries of two words; `scales` words
    and abbreviations to factors; `loose` values to words and beginnings of words that may stand for them.
    `ambiguous` are number words that mean something else as often ("neuf", "sei").
    """

    lang: str
    numbers: dict[str, Known] = field(default_factory=dict)
    pairs: dict[tuple[str, str], Known] = field(default_factory=dict)
    scales: dict[str, Decimal] = field(default_factory=dict)
    scale_words: frozenset[str] = frozenset()
    loose: dict[Decimal, tuple[str, ...]] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    month_starts: frozenset[str] = frozenset()
    first_words: frozenset[str] = frozenset()
    units: dict[str, str] = field(default_factory=dict)
    links: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    compound: bool = False
    parts: dict[str, Known] = field(default_factory=dict)
    units_first: bool = False
    vigesimal: bool = False
    ten_adds: bool = False
    case_endings: bool = False
    spaced: bool = True
    han: bool = False
    decimal: str = "."
    group: str = ","

    @property
    def known(self) -> bool:
        """Whether number words are known, so that a missing one can be told from an unknown one."""
        return bool(self.loose)


def base(lang: str | None) -> str:
    """The bare language of a tag, in the spelling of the tables; empty for None."""
    tag = (lang or "").replace("_", "-").partition("-")[0].lower()
    return ALIASES.get(tag, tag)


def fold(word: str) -> str:
    """A word as the tables hold it: case-folded, without vowel points, stress and variant letters."""
    if word.isascii():
        return word.lower()
    return MARKS.sub("", unicodedata.normalize("NFC", word).translate(FOLDED).casefold())


def spread(entry: str) -> Iterator[str]:
    """The words of an entry: `stem{a,b}` gives `stema` and `stemb`."""
    if not (m := BRACES.match(entry)):
        yield entry
        return
    for ending in m[2].split(","):
        yield from spread(m[1] + ending + m[3])


def _words(section: dict[str, str]) -> Iterator[tuple[Decimal, str]]:
    for value, entries in section.items():
        for entry in entries.split():
            for word in spread(entry):
                yield Decimal(value), word


def _assigned(text: str) -> Iterator[tuple[str, Decimal]]:
    for item in text.split():
        value, _, word = item.partition("=")
        yield fold(word), Decimal(value)


@lru_cache(maxsize=1)
def _locales() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / "locales.json").read_text("utf-8"))
    return loaded


@cache
def table(lang: str | None) -> Table:
    """The table of a language tag; an empty one for a language that nobody described."""
    lang = base(lang)
    path = DATA / "words" / f"{lang}.toml"
    words: dict[str, Any] = {}
    if lang.isalpha() and path.is_file():
        words = tomllib.loads(path.read_text("utf-8"))
    locale = _locales().get(lang, {})
    settings = words.get("settings", {})
    numbers, pairs = _numbers(words)
    scale_words = {fold(w): v for v, w in _words(words.get("scales", {}))}
    scales = {fold(w): Decimal(v) for w, v in locale.get("scales", {}).items()} | scale_words
    scales |= {fold(w): v for v, w in _words(words.get("abbreviations", {}))}
    months = {fold(w): n for w, n in locale.get("months", {}).items()}
    months |= {fold(w): int(v) for v, w in _words(words.get("months", {}))}
    out = set(settings.get("units_out", "").split())
    prefixes = (fold(p) for p in settings.get("prefixes", "").split())
    return Table(
        lang=lang,
        numbers=numbers,
        pairs=pairs,
        scales=scales,
        scale_words=frozenset(scale_words),
        loose=_loose(words.get("loose", {})),
        months=months,
        weekdays=_weekdays(words, locale),
        month_starts=frozenset(w[:3] for w in months),
        first_words=frozenset(w for w, _ in pairs) | {w.partition(" ")[0] for w in months if " " in w},
        units={fold(w): u for w, u in locale.get("units", {}).items() if w not in out},
        ambiguous=frozenset(fold(w) for w in settings.get("ambiguous", "").split()),
        links=frozenset(fold(w) for w in settings.get("links", "").split()),
        prefixes=tuple(sorted(prefixes, key=len, reverse=True)),
        parts={word: (value, False) for word, value in _assigned(settings.get("parts", ""))},
        decimal=locale.get("decimal", "."),
        group=locale.get("group", ","),
        **{name: settings[name] for name in SWITCHES if name in settings},
    )


def _weekdays(words: dict[str, Any], locale: dict[str, Any]) -> dict[str, int]:
    """The names of the days with their other forms, but for those that are words of their own ("pazar", a market)."""
    out = words.get("settings", {}).get("weekdays_out", "").split()
    names = {name.replace(" ", "_"): day for name, day in locale.get("weekdays", {}).items()}
    names |= {name: int(day) for day, name in _words(words.get("weekdays", {}))}
    return {name: day for name, day in names.items() if name not in out}


def _numbers(words: dict[str, Any]) -> tuple[dict[str, Known], dict[tuple[str, str], Known]]:
    numbers: dict[str, Known] = {}
    pairs: dict[tuple[str, str], Known] = {}
    for section, ordinal in (("numbers", False), ("ordinals", True)):
        for value, word in _words(words.get(section, {})):
            first, _, second = fold(word).partition("_")
            if second:
                pairs.setdefault((first, second), (value, ordinal))
            else:
                numbers.setdefault(first, (value, ordinal))
    return numbers, pairs


def _loose(section: dict[str, str]) -> dict[Decimal, tuple[str, ...]]:
    loose: dict[Decimal, list[str]] = {}
    for value, word in _words(section):
        loose.setdefault(value, []).append(fold(word).replace("_", " "))
    return {value: tuple(dict.fromkeys(forms)) for value, forms in loose.items()}
