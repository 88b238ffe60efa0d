"""Quotation marks and brackets that do not close."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qa.checks.api import Context, Finding, finding, replace
from qa.checks.marks import ANY, Mark, Role, marks
from qa.model import Document, RuleInfo, Segment, Severity, Span

INFO = RuleInfo(
    id="unbalanced-punctuation",
    category="punctuation",
    severity=Severity.MINOR,
    summary="A quotation mark or bracket is opened and not closed, or closed and not opened.",
    help=(
        "Judged by paragraph: a quotation may run over several sentences. One that runs over several"
        " paragraphs opens anew in each of them and closes in the last. Apostrophes, inches, list marks"
        " such as 1), emoticons and half-open intervals are no quotation marks and brackets. A mark that"
        " the source leaves open as well is left alone."
    ),
    flagged=("“We will not give up, he said.", "The ministry (founded in 1991 denied it."),
    passed=("“We will not give up,” he said.", "1) The ministry denied it."),
)
# How many paragraphs further a quotation that does not open anew may be closed.
REACH = 6


class Place(NamedTuple):
    """A mark, and the segment it stands in."""

    segment: int
    mark: Mark


def check(context: Context) -> Iterator[Finding]:
    """Report every mark without its partner."""
    document = context.document
    marked = [ANY.search(segment.text) is not None for segment in document.segments]
    if not any(marked):
        return
    paragraphs = list(_paragraphs(document))
    left = [_unpaired(document, p) if any(marked[p.start : p.stop]) else [] for p in paragraphs]
    for number, places in enumerate(left):
        for place in _without_continuations(document, paragraphs, left, number, places):
            segment = document.segments[place.segment]
            if not _open_in_source(segment, place.mark):
                yield _finding(segment, place.mark)


def _paragraphs(document: Document) -> Iterator[range]:
    """Segments that follow one another in one paragraph."""
    start, segments = 0, document.segments
    for index in range(1, len(segments) + 1):
        if index == len(segments) or not segments[index].continues(segments[index - 1]):
            yield range(start, index)
            start = index


def _unpaired(document: Document, paragraph: range) -> list[Place]:
    """The marks of a paragraph that have no partner in it."""
    open_marks: dict[str, list[Place]] = {}
    left: list[Place] = []
    for index in paragraph:
        for mark in marks(document.segments[index].text, document.target_lang):
            waiting = open_marks.setdefault(mark.family, [])
            place = Place(index, mark)
            if mark.role is Role.CLOSE or (mark.role is Role.EITHER and waiting):
                if waiting:
                    waiting.pop()
                else:
                    left.append(place)
            else:
                waiting.append(place)
    left += [place for waiting in open_marks.values() for place in waiting]
    return sorted((p for p in left if not p.mark.weak), key=lambda p: (p.segment, p.mark.at))


def _without_continuations(
    document: Document, paragraphs: list[range], left: list[list[Place]], number: int, places: list[Place]
) -> Iterator[Place]:
    """The places without those that belong to a quotation over several paragraphs."""
    for place in places:
        quote = place.mark.family == "quote"
        if quote and place.mark.role is not Role.CLOSE and _goes_on(document, paragraphs, left, number):
            continue
        if quote and place.mark.role is not Role.OPEN and _came_from(left, number):
            continue
        yield place


def _goes_on(document: Document, paragraphs: list[range], left: list[list[Place]], number: int) -> bool:
    """Whether the next paragraph opens anew, or one of the next ones closes what is open."""
    if number + 1 < len(paragraphs):
        first = document.segments[paragraphs[number + 1].start].text.lstrip()
        head = next(marks(first[:2], document.target_lang), None)
        if head is not None and head.at == 0 and head.family == "quote" and head.role is not Role.CLOSE:
            return True
    return any(_has(later, Role.OPEN) for later in left[number + 1 : number + 1 + REACH])


def _came_from(left: list[list[Place]], number: int) -> bool:
    return any(_has(earlier, Role.CLOSE) for earlier in left[max(0, number - REACH) : number])


def _has(places: list[Place], not_role: Role) -> bool:
    return any(p.mark.family == "quote" and p.mark.role is not not_role for p in places)


def _open_in_source(segment: Segment, mark: Mark) -> bool:
    """Whether the source leaves a mark of the same family without its partner."""
    if not segment.source:
        return False
    depth = 0
    for one in marks(segment.source):
        if one.family == mark.family:
            step = -1 if one.role is Role.CLOSE or (one.role is Role.EITHER and depth > 0) else 1
            depth += step
    return depth != 0


def _finding(segment: Segment, mark: Mark) -> Finding:
    kind = "quotation mark" if mark.family == "quote" else "bracket"
    missing = "is never closed" if mark.role is not Role.CLOSE else "was never opened"
    found = finding(INFO, segment, Span(mark.at, mark.at + 1), f"This {kind} {missing}.")
    return replace(found, confidence=0.8 if mark.family != "quote" else 0.7)
