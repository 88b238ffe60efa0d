"""Quotation marks and brackets of a text, each with the role it plays there.

What a mark does is told by its neighbours rather than by its shape, since “ opens in English and closes in
German, and « does both: a mark with a space (or nothing) before it opens, one with a space after it closes.
Where both sides look alike, as in scripts without spaces, the shape decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from qa.text import ACRONYM_MARK


class Role(Enum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"
    """A straight mark whose neighbours tell nothing: it closes what is open, and opens otherwise."""


class Mark(NamedTuple):
    """A mark at a place of the text; marks of one `family` pair with each other."""

    at: int
    text: str
    family: str
    role: Role
    weak: bool = False
    """Whether it may be no bracket at all: a list mark, a face; of no account where it has no partner."""


BRACKETS = {
    "(": "round", "[": "square", "{": "curly", "（": "round", "［": "square", "【": "lens", "「": "corner",
    "『": "white corner", "《": "title", "〈": "title", "〔": "shell",
}  # fmt: skip
CLOSING = dict(zip(")]}）］】」』》〉〕", BRACKETS.values(), strict=True))
ANY = re.compile(r"[()\[\]{}（）［］【】「」『』《》〈〉〔〕\"“”„‟＂〝〞«»]")
# What holds such marks without being any: emoticons, list marks, half-open intervals, inches.
FACE = re.compile(r"[:;=]['’]?-?[()\[\]{}]+|(?<!\S)[()\[\]]-?[:;=](?!\w)|¯\\_\(ツ\)_/¯")
LIST_MARK = re.compile(r"(?:(?<=\s)|^)(?:[0-9]{1,3}|[ivxIVX]{1,5}|[^\W\d_])(?:[.][0-9]{1,2})*\)")
# In chat a bare bracket is a face, most of all in the East: "привезу)", "устала(((".
BARE = re.compile(r"\({2,}|\){2,}|\((?=\s|$)|(?:(?<=\s)|^)\)")
INTERVAL = re.compile(r"[\[\](]\s?[-−]?[\d.,∞]+\s?[,;]\s?[-−+]?[\d.,∞]+\s?[\[\])]")
QUOTE = re.compile('["“”″]')
INCHES = re.compile(r"(?<=\d)[\"”″](?!\w)")
OPENERS_BEFORE = "([{（［【「『《〈-–—/=>¿¡'‘‚“„«»\"‹…"
CLOSERS_AFTER = ")]}）］】」』》〉.,;:!?…-–—/'’”“«»\"›。，、；：！？％%"


def marks(text: str, lang: str | None = None) -> Iterator[Mark]:
    """Quotation marks and brackets of one sentence, from left to right; single quotation marks are left out.

    Single ones cannot be told from apostrophes.
    """
    found = list(ANY.finditer(text))
    if not found:
        return
    bracketed = any(m[0] in BRACKETS or m[0] in CLOSING for m in found)
    idle, weak = _idle(text, bracketed), _weak(text) if bracketed else frozenset()
    smiling = (lang or "").partition("-")[0] in ("ru", "uk", "be")
    for m in found:
        at, char = m.start(), m[0]
        if at in idle:
            continue
        if char in BRACKETS:
            yield Mark(at, char, BRACKETS[char], Role.OPEN, at in weak)
        elif char in CLOSING:
            yield Mark(at, char, CLOSING[char], Role.CLOSE, at in weak or (char == ")" and smiling))
        else:
            yield Mark(at, char, "quote", _role(text, at, char, lang))


def _idle(text: str, bracketed: bool) -> frozenset[int]:
    """Places of marks that are part of something else; most of that has brackets."""
    places = set(_places(text, *((FACE, INTERVAL) if bracketed else ()), ACRONYM_MARK))
    opened = 0
    for m in QUOTE.finditer(text):
        # 27" is a screen, but "over 27" may end a quotation.
        if INCHES.match(text, m.start()) and opened % 2 == 0:
            places.add(m.start())
        else:
            opened += 1
    return frozenset(places)


def _weak(text: str) -> frozenset[int]:
    return frozenset(_places(text, LIST_MARK, BARE))


def _places(text: str, *patterns: re.Pattern[str]) -> Iterator[int]:
    for pattern in patterns:
        for m in pattern.finditer(text):
            yield from range(*m.span())


def _role(text: str, at: int, char: str, lang: str | None) -> Role:
    if char in "„〝‟":
        return Role.OPEN
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    opens = not before or before.isspace() or before in OPENERS_BEFORE
    closes = not after or after.isspace() or after in CLOSERS_AFTER
    if before.isspace() and after.isspace() and char in "«»":
        return _by_shape(char, lang)
    if opens != closes:
        return Role.OPEN if opens else Role.CLOSE
    return _by_shape(char, lang)


# Where » opens, where “ closes, and where a mark of one shape stands on both sides.
INWARD = frozenset("da hr sl sr hu sk cs de pl".split())
LOW_FIRST = frozenset("de cs sk bg sl hr sr lt lv et is mk uk ru be ka".split())
SAME = frozenset(["fi", "sv"])


def _by_shape(char: str, lang: str | None) -> Role:
    base = (lang or "").partition("-")[0]
    if char in '"＂' or base in SAME:
        return Role.EITHER
    if char in "«»":
        if base in INWARD and lang != "de-CH":
            return Role.EITHER
        return Role.OPEN if char == "«" else Role.CLOSE
    if char == "“":
        return Role.EITHER if base in LOW_FIRST else Role.OPEN
    return Role.CLOSE
