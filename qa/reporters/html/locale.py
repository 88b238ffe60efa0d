"""The interface's texts, numbers and dates in the reader's language.

The texts are data: one JSON file a language in `qa/reporters/locales`. A text with a count is an object
keyed by the plural categories of that language (CLDR); Babel knows which category a number falls into.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from qa.errors import ConfigError

_FOLDER = Path(__file__).parents[1] / "locales"
_RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_SCRIPTS = frozenset(["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"])


def languages() -> tuple[str, ...]:
    """The interface languages there are, as tags."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


def direction(tag: str | None) -> str:
    """The HTML `dir` of text in a language: "rtl", "ltr", or "auto" where the language is unknown."""
    if not tag:
        return "auto"
    base, *rest = tag.lower().split("-")
    return "rtl" if base in _RIGHT_TO_LEFT or _SCRIPTS.intersection(rest) else "ltr"


@dataclass(frozen=True)
class Interface:
    """One interface language: call it with a key to get the text."""

    tag: str
    texts: Mapping[str, str | Mapping[str, str]]
    babel: Any

    def __call__(self, key: str, **values: object) -> str:
        """The text for a key, with values put in; `n` also chooses the plural form."""
        text = self.texts[key]
        if not isinstance(text, str):
            category = cast(str, self.babel.plural_form(abs(cast(int, values["n"]))))
            text = text.get(category, text["other"])
        shown = {k: self.number(v) if isinstance(v, int | float) else v for k, v in values.items()}
        return text.format(**shown) if shown else text

    @property
    def dir(self) -> str:
        """Reading direction of the interface."""
        return cast(str, self.texts["direction"])

    def rule(self, rule: str) -> str:
        """Short name of a rule; a rule without one goes by its id."""
        return cast(str, self.texts.get(f"rule.{rule}", rule))

    def number(self, value: float, digits: int = 0) -> str:
        """A number rounded to so many decimals, in the language's notation; a dash for what is none."""
        if not math.isfinite(value):
            return "–"
        # Most numbers are small counts, which every interface language writes alike.
        if isinstance(value, int) and 0 <= value < 1000:
            return str(value)
        return _number(value, digits, self.tag)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as whole percent, below one percent with a decimal, never as nothing."""
        if 0 < share < 0.001:
            return "<" + _percent(0.001, self.tag)
        return _percent(round(share, 2 if share >= 0.01 else 3), self.tag)

    def date(self, day: dt.date) -> str:
        """A date in the language's long notation."""
        return _date(day, self.tag)

    def languages(self, source: str | None, target: str | None) -> str:
        """From which language into which; the target alone where no source is known."""
        into = self.language(target)
        return self("page.into", source=self.language(source), target=into) if source else into

    def language(self, tag: str | None) -> str:
        """The name of a language in the interface's language; an odd tag is shown as it is."""
        return _language(tag, self.babel) if tag else self("about.unknown")


@lru_cache
def interface(tag: str) -> Interface:
    """Loads an interface language; raises `ConfigError` for one that is not there."""
    from babel import Locale

    if tag not in languages():
        raise ConfigError(f"report: no interface in {tag!r}; choose one of {', '.join(languages())}")
    texts = json.loads((_FOLDER / f"{tag}.json").read_text("utf-8"))
    return Interface(tag, texts, Locale.parse(tag))


@lru_cache(4096)
def _language(tag: str, into: Any) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_display_name(into) or tag
    except (ValueError, UnknownLocaleError):
        return tag


@lru_cache
def _date(day: dt.date, tag: str) -> str:
    from babel.dates import format_date

    return format_date(day, "long", locale=tag)


@lru_cache(4096)
def _number(value: float, digits: int, tag: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(round(value, digits), format="#,##0." + "#" * digits, locale=tag)


@lru_cache(4096)
def _percent(share: float, tag: str) -> str:
    from babel.numbers import format_percent

    return format_percent(share, locale=tag, decimal_quantization=False)
