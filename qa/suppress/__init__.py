"""Findings that do not count: those that a mark in the file excuses, and those where nothing may be changed.

A pure function of a document and its findings. What is suppressed stays in the report, with the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from qa.checks.foreign import BRACKETED
from qa.model import Document, Finding, Mark, Segment, Skipped, Span, Suppressed
from qa.scripts import counts, scripts_of
from qa.suppress.addresses import Place, places
from qa.suppress.quotations import quotations

_SIC = re.compile(r"[\"”’»“]?\s{0,2}[\[(]\s?sic\s?[!.]?\s?[\])]", re.I)
# Words after which a word in quotation marks is spoken of, not used: the spelling “Kiev”.
_SPOKEN_OF = re.compile(
    r"\b(?:spell(?:ed|ing|ings|s|t)?|(?:the )?(?:word|form|name|term|variant|transliteration|romani[sz]ation)s?"
    r"|written|wrote|writes|instead of|rather than|not)(?: (?:as|was|is|of|it|them|him|her))?[,:]?\s[\"“”‘’«»„']$",
    re.I,
)
_BEFORE = 40  # letters before a word in which such words stand
# Between what stands side by side in brackets, and how many words may say which language one of them is in.
_PIECE = re.compile(r"[,;/|·]")
_LABEL = 2
# Lines that are named of many.
_SHOWN = 5
_CLOSING = "\"”“’‘»«'"


def suppress(
    document: Document, findings: Sequence[Finding], *, inline: bool = True, quotes: Collection[str] = ()
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Part findings into those that count and those that do not, both in their order.

    `inline` says whether marks of the file and `[sic]` are heeded; `quotes` are the rules that leave
    everything in quotation marks alone. Rules about names always leave addresses, handles, hashtags,
    identifiers, code, tags, placeholders, file names, words that are only spoken of and originals in brackets alone.
    """
    if not findings:
        return tuple(findings), ()
    segments = {segment.id: segment for segment in document.segments}
    marks = _Marks(document.marks if inline else ())
    quoted = quotations(document) if quotes else {}
    home = scripts_of(document.target_lang)
    machine: dict[str, list[Place]] = {}
    kept, left = [], []
    for finding in findings:
        segment = segments.get(finding.segment)
        found = _by_mark(marks, finding, segment)
        if found is None and segment is not None and finding.side == "target":
            if finding.segment not in machine:
                machine[finding.segment] = list(places(segment.text))
            found = _sic(segment.text, finding) if inline else None
            found = found or _left_alone(segment.text, finding, machine[finding.segment], home)
            if found is None and finding.rule in quotes and _within(finding, quoted.get(finding.segment, ())):
                found = Suppressed(finding, "left-alone", "in quotation marks")
        if found is None:
            kept.append(finding)
        else:
            left.append(found)
    return tuple(kept), tuple(left)


def told(counts: Mapping[str, int]) -> str | None:
    """How many findings do not count, by what suppresses them, in one line; None where all count."""
    words = {
        "mark": "excused by `qa: ignore`",
        "sic": "marked [sic]",
        "left-alone": "in places that are left alone",
    }
    parts = [f"{counts[by]} {what}" for by, what in words.items() if counts.get(by)]
    return f"found but not counted: {', '.join(parts)}" if parts else None


def unknown_rules(document: Document, rules: Collection[str]) -> Iterator[Skipped]:
    """What marks say about rules that do not exist: such a mark would do nothing, and nobody would know."""
    for mark in document.marks:
        for rule in mark.rules:
            if rule not in rules:
                yield Skipped(
                    None,
                    "suppression",
                    f"line {mark.first}: `qa: ignore` names {rule!r}, which is no rule; `qa rules` lists them",
                )


def left_out(document: Document) -> Iterator[Skipped]:
    """The lines that are no text since they are marks: where marks are not heeded, nobody has judged them."""
    lines = sorted({mark.first for mark in document.marks if mark.in_text})
    if lines:
        shown = ", ".join(map(str, lines[:_SHOWN])) + ("…" if len(lines) > _SHOWN else "")
        told = (
            f"lines that are only a `qa: ignore`, neither heeded nor judged: {len(lines)} (in line {shown})"
        )
        yield Skipped(None, "suppression", told)


class _Marks:
    """The marks of a document by line, so that a file full of them takes no longer than it must."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._order = sorted(range(len(marks)), key=lambda place: marks[place].first)
        self._firsts = [marks[place].first for place in self._order]
        self._reach = list(accumulate((marks[place].last for place in self._order), max))

    def at(self, lines: Collection[int]) -> Iterator[Mark]:
        """The marks that hold for one of these lines, in the order of the document."""
        if not self._marks:
            return
        found: set[int] = set()
        for line in lines:
            near = self._order[bisect_left(self._reach, line) : bisect_right(self._firsts, line)]
            found.update(place for place in near if self._marks[place].last >= line)
        yield from (self._marks[place] for place in sorted(found))


def _by_mark(marks: _Marks, finding: Finding, segment: Segment | None) -> Suppressed | None:
    lines = {finding.line} | ({segment.line} if segment is not None else set())
    for mark in marks.at(lines):
        if not mark.rules or finding.rule in mark.rules:
            why = f": {mark.reason}" if mark.reason else ""
            return Suppressed(finding, "mark", f"`qa: ignore` in line {mark.first}{why}")
    return None


def _sic(text: str, finding: Finding) -> Suppressed | None:
    if _SIC.match(text, finding.end):
        return Suppressed(finding, "sic", "marked [sic]")
    return None


def _left_alone(
    text: str, finding: Finding, machine: Sequence[Place], home: Collection[str]
) -> Suppressed | None:
    if not finding.rule.startswith("name-") or finding.start == finding.end:
        return None
    for span, what in machine:
        if span.start < finding.end and finding.start < span.end:
            return Suppressed(finding, "left-alone", f"in {what}")
    after = text[finding.end : finding.end + 1]
    before = text[max(0, finding.start - _BEFORE) : finding.start]
    if after and after in _CLOSING and _SPOKEN_OF.search(before):
        return Suppressed(finding, "left-alone", "a word that is spoken of, not used")
    if home and _is_original(text, finding, home):
        return Suppressed(finding, "left-alone", "an original in brackets")
    return None


def _is_original(text: str, finding: Finding, home: Collection[str]) -> bool:
    """Whether a name in another script stands in brackets, alone or behind a label: Kharkiv (Ukrainian: Харків)."""
    if not counts(text[finding.start : finding.end]).keys().isdisjoint(home):
        return False
    for bracket in BRACKETED.finditer(text):
        if bracket.start() < finding.start and finding.end < bracket.end():
            before = _PIECE.split(text[bracket.start() + 1 : finding.start])[-1]
            after = _PIECE.split(text[finding.end : bracket.end() - 1])[0]
            return not _at_home(after, home) and len(_at_home(before, home)) <= _LABEL
    return False


def _at_home(text: str, home: Collection[str]) -> list[str]:
    """The words of a text that have letters of one of the scripts."""
    return [word for word in text.split() if not counts(word).keys().isdisjoint(home)]


def _within(finding: Finding, spans: Sequence[Span]) -> bool:
    return any(span.start <= finding.start and finding.end <= span.end for span in spans)


__all__ = ["left_out", "places", "quotations", "suppress", "told", "unknown_rules"]
