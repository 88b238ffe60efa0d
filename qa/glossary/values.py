"""Values a cell may hold: their canonical spelling, and what is wrong with one that is not allowed."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache

from qa.days import iso_day
from qa.errors import SHOWN, ConfigError
from qa.language import normalise_tag
from qa.text import APOSTROPHES

TYPES = ("person", "place", "organisation", "event", "other")
STATUSES = ("preferred", "admitted", "deprecated")
ALWAYS = "9999-12-31"

MAX_ENTRY, MAX_FORM, MAX_NOTE = 120, 300, 4000

# RFC 5646 without the grandfathered tags: language, extended languages, script, region, variants, extensions.
_LANG = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Characters that no line of text holds and that XML cannot carry either; a tab counts as a space.
CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


def clean(cell: str) -> str:
    """Canonical text of a cell: NFC, no white space at the ends, single spaces inside."""
    cell = " ".join(cell.split())
    return cell if cell.isascii() else unicodedata.normalize("NFC", cell)


def possible_id(name: str) -> bool:
    """Whether an entry can be called so: a glossary that has it can be read."""
    return 0 < len(name) <= MAX_ENTRY and " " not in name


def proper_id(name: str) -> bool:
    """Whether a new entry may be called so: nothing is to be said of its style either."""
    return possible_id(name) and KEBAB.fullmatch(name) is not None


def one_apostrophe(form: str) -> str:
    """A form with one kind of apostrophe: forms that differ only in the kind are the same form."""
    return _APOSTROPHE.sub("'", form)


@lru_cache(maxsize=4096)
def canonical_word(cell: str) -> str:
    """A type or status in small letters, whatever a spreadsheet made of it; anything else stays."""
    low = cell.lower()
    return low if low in TYPES or low in STATUSES else cell


@lru_cache(maxsize=4096)
def canonical_lang(tag: str) -> str:
    """BCP 47 spelling of a language tag, as texts have it: `EN-gb` is `en-GB`, `eng` is `en`; a bad tag stays."""
    return tag if lang_fault(tag) else normalise_tag(tag)


@lru_cache(maxsize=4096)
def lang_fault(tag: str) -> str | None:
    """What is wrong with a language tag, None if nothing is.

    A tag has to be registered as well: `ua` and `jp` are countries, and no text is ever in such a language.
    """
    if _LANG.fullmatch(tag):
        try:
            normalise_tag(tag)
        except ConfigError as error:
            return str(error)
        return None
    if "_" in tag and _LANG.fullmatch(tag.replace("_", "-")):
        return f"{shown(tag)} has an underscore; expected {canonical_lang(tag.replace('_', '-'))}"
    return f"{shown(tag)} is not a language tag; expected one such as en, uk, ar or en-GB"


@lru_cache(maxsize=65536)
def date_fault(cell: str) -> str | None:
    """What is wrong with a date cell, None if it is empty or a day of the calendar."""
    if not cell or iso_day(cell) is not None:
        return None
    if DATE.fullmatch(cell):
        return f"{shown(cell)} is not a day of the calendar; expected YYYY-MM-DD"
    return f"{shown(cell)} is not a date; expected YYYY-MM-DD, or nothing for always"


@lru_cache(maxsize=65536)
def to_date(cell: str) -> dt.date | None:
    """The day a valid date cell names, None for an empty one."""
    return dt.date.fromisoformat(cell) if cell else None


def day_before(cell: str) -> str:
    """The day before a valid, non-empty date cell."""
    day = dt.date.fromisoformat(cell)
    return cell if day == dt.date.min else (day - dt.timedelta(days=1)).isoformat()


def day_after(cell: str) -> str:
    """The day after a valid, non-empty date cell."""
    day = dt.date.fromisoformat(cell)
    return cell if day == dt.date.max else (day + dt.timedelta(days=1)).isoformat()


def shown(text: str, limit: int = SHOWN) -> str:
    """A piece of somebody's file as a message may show it: one line, bounded, nothing invisible."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "'" + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in cut) + "'"
