"""Doubled words and phrases that go round in circles."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from qa.checks.api import Context, Finding, finding, replace
from qa.checks.stretches import may_repeat, stretches
from qa.model import Document, RuleInfo, Severity, Span
from qa.scripts import scripts_of
from qa.text import MARKS, ascii_runs

INFO = RuleInfo(
    id="repeated-word",
    category="grammar",
    severity=Severity.MINOR,
    summary="A word stands twice in a row, or a phrase is repeated again and again.",
    help=(
        "A doubled word is minor; a phrase that comes three times in a row, or a long one or a sentence that"
        " comes twice, is the loop of a translation engine and major. Words that may be doubled in the language"
        " (“had had”, “die die”), names such as Bora Bora, numbers, and doublings that the source has as"
        " well are left alone. Languages that double words as part of their grammar are judged for loops"
        " only."
    ),
    flagged=("They met in in Geneva.", "The mayor of the city of the city of the city of Lviv."),
    passed=("He had had enough.", "They flew to Bora Bora."),
)
# Doubling a word is grammar there ("yavaş yavaş", "धीरे धीरे").
DOUBLING = frozenset(
    "tr az kk ky uz tk id ms jv tl fil sw hi ur bn mr ne ta te kn ml vi th km lo my hy ka".split()
)
# "One by one" in Arabic: the accusative twice, where its ending is written.
ADVERBIAL = ("اً", "ًا")
_LETTER = rf"(?:[^\W\d_]|[{MARKS}\u0900-\u0dff])"
# Numbers are words here, so that nothing is joined across them.
WORD = re.compile(rf"{_LETTER}+(?:['’-]{_LETTER}+)*|\d+(?:[.,:/–-]\d+)*")
# The same in a text of ASCII alone, where a set of letters is tested far sooner than Unicode's classes.
ASCII_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*|[0-9]+(?:[.,:/-][0-9]+)*")
# Scripts without spaces: three times the same two to twenty signs, the first one a letter.
UNSPACED_LOOP = re.compile(r"(?=[^\s\d\W])(\S{2,20}?)\1{2,}")
YEAR = re.compile(r"(?:1[6-9]|20)\d\d(?:[–-](?:1[6-9]|20)\d\d)?")
LINKS = frozenset("and by after und für et y e и і й за i a og och en na".split())
# "More and more and more", "year after year after year".
_GROWING = (
    "more less again on over round up down out through day year time week month night hour bit inch step"
)
GROWING = frozenset(_GROWING.split())
SENTENCE = 4
# "Those who voted voted against it", "what is is": one clause ends and the other goes on.
CLAUSE = re.compile(r"\b(?:who|whoever|what|whatever)\s+\Z", re.I)
# "An An-24" is an article and a plane.
NUMBERED = re.compile(r"-\d")
INSIDE = re.compile(r"[^\W_],?\s+\Z")


class Repeat(NamedTuple):
    """A repetition: its place, how many words are repeated, and how often they stand there."""

    span: Span
    words: int
    times: int
    unit: str


def check(context: Context) -> Iterator[Finding]:
    """Report every doubled word and every loop."""
    lang = (context.document.target_lang or "").partition("-")[0].lower()
    unspaced = bool(scripts_of(lang) & {"Han", "Kana", "Thai"})
    yield from _echoes(context.document)
    for segment in context.document.segments:
        found = unspaced_loops(segment.text) if unspaced else repeats(segment.text)
        found = [r for r in found if unspaced or (_wrong(r, lang) and not _two_words(segment.text, r, lang))]
        if found and segment.source:
            own = repeats(segment.source) + unspaced_loops(segment.source)
            found = [r for r in found if not any(o.words == r.words and o.times >= r.times for o in own)]
        for repeat in found:
            text = f"“{repeat.unit}” stands here {repeat.times} times in a row."
            one = finding(INFO, segment, repeat.span, text)
            loop = repeat.times > 2 or repeat.words > 2
            # What to keep of a loop is for the editor to say; of a doubled word one.
            yield replace(
                one,
                severity=Severity.MAJOR if loop else Severity.MINOR,
                suggestion=None if loop else repeat.unit,
                confidence=0.95 if loop else 0.85,
            )


def _echoes(document: Document) -> Iterator[Finding]:
    """Sentences that say the one before them again, where the source does not."""
    for before, segment in pairwise(document.segments):
        if before.text[:1].casefold() != segment.text[:1].casefold():
            continue
        if not segment.continues(before):
            continue
        one, other = _folded(before.text), _folded(segment.text)
        if one != other or len(one) < SENTENCE:
            continue
        if segment.source and segment.source == before.source:
            continue
        found = finding(INFO, segment, Span(0, len(segment.text)), "The sentence stands here twice in a row.")
        yield replace(found, severity=Severity.MAJOR, confidence=0.95)


def repeats(text: str) -> list[Repeat]:
    """Every stretch of one to eight words that is followed by itself."""
    if text.isascii() and not may_repeat(ascii_runs(text)):
        return []
    folded = _folded(text)
    found = stretches(folded) if may_repeat(folded) else []
    return _places(text, found) if found else []


def _word(text: str) -> re.Pattern[str]:
    return ASCII_WORD if text.isascii() else WORD


def _folded(text: str) -> list[str]:
    found: list[str] = _word(text).findall(text.casefold())
    return found


def _places(text: str, found: list[tuple[int, int, int]]) -> list[Repeat]:
    words = list(_word(text).finditer(text))
    out = []
    for first, period, times in found:
        inside = words[first : first + period * times]
        gaps = [text[a.end() : b.start()] for a, b in pairwise(inside)]
        unit = text[inside[0].start() : inside[period - 1].end()]
        if _joined(gaps, period, times):
            out.append(Repeat(Span(inside[0].start(), inside[-1].end()), period, times, unit))
    return out


def _joined(gaps: list[str], period: int, times: int) -> bool:
    """Whether what stands between the words lets them be one stretch: the longer it is, the more may."""
    # "(15:00 UTC) UTC": a bracket hides nothing.
    if all(g.lstrip(")").isspace() for g in gaps):
        return True
    if period >= SENTENCE:
        return True
    # "the city, the city, the city"; but "never, never, never" is rhetoric.
    return all(not g.strip(" ,\u00a0") for g in gaps) and times >= (3 if period > 1 else 5)


def _wrong(repeat: Repeat, lang: str) -> bool:
    words = repeat.unit.split()
    # "1 1" is a table and "22 22" a telephone number, but nobody writes a year twice.
    if any(w[0].isdigit() and not YEAR.fullmatch(w) for w in words):
        return False
    if repeat.words == 1 and len(words[0]) == 1:
        return False
    guard = _guard(lang)
    if repeat.words == 1:
        word = words[0].casefold()
        name = words[0][0].isupper() and word in _guard("names")
        grammar = repeat.times < 4 and (lang in DOUBLING or (lang == "ar" and word.endswith(ADVERBIAL)))
        return not (name or word in guard or word in _guard("any") or grammar)
    # "more and more and more", "on and on and on", "year after year after year"
    return repeat.words > 2 or repeat.times > 3 or not _rhetoric(words, lang)


def _two_words(text: str, repeat: Repeat, lang: str) -> bool:
    """Whether a doubled word is two words of a good sentence: "the Pirelli Winter winter tyres", "سي إن إن"."""
    if repeat.words > 1 or repeat.times > 2:
        return False
    before, second = text[: repeat.span.start], text[repeat.span.start : repeat.span.end].split()[-1]
    letters = _guard("letters")
    if repeat.unit in letters:
        beside = (*_word(text).findall(before)[-1:], *_word(text).findall(text[repeat.span.end :])[:1])
        return not letters.isdisjoint(beside)
    name = repeat.unit[0].isupper() and second[0].islower() and INSIDE.search(before) is not None
    return name or (
        lang == "en" and (CLAUSE.search(before) or NUMBERED.match(text, repeat.span.end)) is not None
    )


def _rhetoric(words: list[str], lang: str) -> bool:
    folded = [w.casefold() for w in words]
    if lang == "en":
        growing = any(w in GROWING or w.endswith("er") for w in folded)
        return growing and not {"and", "by", "after", "upon"}.isdisjoint(folded)
    return any(w in LINKS for w in folded)


def unspaced_loops(text: str) -> list[Repeat]:
    """Loops in a script that puts no spaces between words; `words` is 3 for "more than a word"."""
    if text.isascii():
        return []
    return [
        Repeat(Span(*m.span()), 3, len(m[0]) // len(m[1]), m[1])
        for m in UNSPACED_LOOP.finditer(text)
        if len(m[1]) > 2 or len(m[0]) // len(m[1]) > 3
    ]


@cache
def _guard(lang: str) -> frozenset[str]:
    path = files("qa.checks") / "data" / "doubled.toml"
    return frozenset(tomllib.loads(path.read_text("utf-8")).get(lang, "").split())
