"""Words in a script that the target language is not written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qa.function_words import small_words
from qa.model import Segment, Span
from qa.scripts import LETTERS, SCRIPTS, scripts_of
from qa.strings import without_code


class Run(NamedTuple):
    """Words of one foreign script in a row."""

    span: Span
    script: str
    letters: int
    confidence: float


MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
# Where letters of any script are right: addresses, hashtags, and an original given beside its translation.
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,64}@\S+|[#@]\w+"
    r"|(?<![A-Za-z0-9.-])[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[a-z]{2,6}(?!\w)\S*"
)
BRACKETED = re.compile(r"[(（\[][^()（）\[\]]{1,120}[)）\]]")
QUOTED = re.compile(r"[«“„\"'‘「『‹][^«»“”„\"‘’「」『』]{1,40}[»”“\"'’」』›]")
MAX_QUOTED_WORDS = 3
LONGEST_PART = 12
SHORT_PART = 3
# Everyday words that are written in Latin letters everywhere.
_AT_HOME = (
    "app apps online offline email e-mail wifi wi-fi web blog podcast startup startups token tokens iphone"
    " ipad imac ebay vs com www http https pdf feat dj ok km cm mm kg gb mb pro max plus mini co"
)
AT_HOME = frozenset(_AT_HOME.split())


@cache
def _pattern(home: frozenset[str]) -> dict[str, re.Pattern[str]]:
    """For every foreign script the words in it, joined over spaces and small marks."""
    foreign = {script: letters for script, letters in SCRIPTS.items() if script not in home}
    if "Han" in foreign and "Kana" in foreign:
        # Japanese words go through both.
        foreign["Han"] += foreign.pop("Kana")
    return {
        script: re.compile(
            rf"[{letters}][{letters}{MARKS}]*(?:(?:[\s\u00a0'’\-–,.:]{{1,2}}|\s[–-]\s)[{letters}][{letters}{MARKS}]*)*"
        )
        for script, letters in foreign.items()
    }


@cache
def _any(home: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        "[" + "".join(letters for script, letters in SCRIPTS.items() if script not in home) + "]"
    )


def foreign_runs(segment: Segment, home: frozenset[str], source_lang: str | None) -> Iterator[Run]:
    """The runs of foreign words in a target that should have been translated, in the order of the text."""
    text = segment.text
    if not _any(home).search(text):
        return
    text = without_code(text)
    right = [m.span() for m in ADDRESS.finditer(text)]
    aside = [m.span() for m in BRACKETED.finditer(text)]
    quoted = [m.span() for m in QUOTED.finditer(text) if len(m[0].split()) <= MAX_QUOTED_WORDS]
    found = []
    for script, pattern in _pattern(home).items():
        for m in pattern.finditer(text):
            where = m.span()
            if any(_within(where, span) for span in (*right, *aside, *quoted)) or _glued(text, where, home):
                continue
            if confidence := _judge(m[0], script, segment, source_lang):
                letters = sum(c.isalpha() for c in m[0])
                found.append(Run(Span(*where), script, letters, confidence))
    yield from sorted(found)


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _glued(text: str, where: tuple[int, int], home: frozenset[str]) -> bool:
    """Whether the run is only a part of a word: the business of `mixed-script`, and of "X-подібний"."""
    length = where[1] - where[0]
    before, after = text[where[0] - 1 : where[0]], text[where[1] : where[1] + 1]
    if length <= SHORT_PART and {before, after} & {"-", "‑"}:
        return True
    return length <= LONGEST_PART and any(LETTERS[s].match(c) for s in home for c in (before, after))


def _judge(run: str, script: str, segment: Segment, source_lang: str | None) -> float:
    """How surely a run should have been translated; 0 where it may stay."""
    letters = sum(c.isalpha() for c in run)
    if letters < (3 if script == "Greek" else 2):
        return 0.0
    source = segment.source or ""
    # What the source has in a script foreign to it, too, is meant to stay.
    if run in source and source_lang and script not in scripts_of(source_lang):
        return 0.0
    if script == "Latin":
        return _latin(run, source, source_lang)
    return 0.99 if run in source or script in scripts_of(source_lang) else 0.9


def _latin(run: str, source: str, source_lang: str | None) -> float:
    """Latin words in a text of another script: brands and titles may stay, running text may not."""
    words = [w for w in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", run) if w.casefold() not in AT_HOME]
    small = [w for w in words if w[0].islower() and len(w) > 1]
    theirs = set(re.findall(r"[^\W\d_]+", source))
    known = small_words(source_lang) if source else frozenset()
    if len(small) >= 2 and len(small) * 2 > len(words):
        return 0.95
    if len(words) <= 2 and any(w in theirs and (len(w) >= 4 or w in known) for w in small):
        return 0.9
    return 0.0
