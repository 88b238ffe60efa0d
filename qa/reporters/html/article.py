"""The article as it reads: paragraphs of sentences, cut at the edges of the findings.

Findings may overlap. A sentence is cut at every edge, and each piece knows all findings over it. A finding
on the whole sentence, on the source, or without width would drown the others or not be seen; it becomes a
flag after the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.model import Band, Document, Finding, Segment, Severity

# Letters of a sentence that is a headline or a caption, which one finding may mark as a whole.
_SHORT = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings, given by their numbers.

    `starts` and `ends` are those that begin and end with it, the narrowest of all `findings` is the first.
    """

    text: str
    findings: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A segment of the article; `gap` is the white space to its predecessor, `number` counts from 1."""

    number: int
    segment: Segment
    pieces: tuple[Piece, ...]
    flags: tuple[int, ...]
    gap: str

    @property
    def plain(self) -> bool:
        """Whether nothing is to be marked in it; most sentences are so."""
        fluency = self.segment.fluency
        marked = any(piece.findings for piece in self.pieces)
        return not (marked or self.flags or (fluency and fluency.band in (Band.POOR, Band.REVIEW)))


def paragraphs(document: Document, findings: Sequence[Finding]) -> tuple[tuple[Sentence, ...], ...]:
    """Groups the sentences of one line and one part of the news item into a paragraph."""
    by_segment: dict[str, list[int]] = {}
    for number, finding in enumerate(findings):
        by_segment.setdefault(finding.segment, []).append(number)
    groups: list[list[Sentence]] = []
    before: Segment | None = None
    for number, segment in enumerate(document.segments, 1):
        gap = gap_before(segment, before)
        numbers = by_segment.get(segment.id, [])
        spans = [n for n in numbers if _has_span(findings[n], segment)]
        sentence = Sentence(
            number,
            segment,
            tuple(_pieces(segment.text, spans, findings)),
            tuple(n for n in numbers if n not in spans),
            gap,
        )
        if "\n" in gap or not groups:
            groups.append([])
        groups[-1].append(sentence)
        before = segment
    return tuple(map(tuple, groups))


def gap_before(segment: Segment, before: Segment | None) -> str:
    """The white space between two sentences: nothing, a space, or one or two line feeds.

    Readers give positions, not the text between sentences. Two line feeds stand for an empty line.
    """
    if before is None:
        return ""
    line, column = before.position(len(before.text))
    if segment.line == line and segment.part == before.part:
        return "" if segment.column == column else " "
    return "\n" if segment.line <= line + 1 else "\n\n"


def _has_span(finding: Finding, segment: Segment) -> bool:
    width = finding.end - finding.start
    return finding.side == "target" and width > 0 and (width < len(segment.text) or width <= _SHORT)


def _pieces(text: str, numbers: Sequence[int], findings: Sequence[Finding]) -> Iterator[Piece]:
    edges = {0, len(text)}
    for number in numbers:
        edges.update((findings[number].start, findings[number].end))
    for start, end in pairwise(sorted(edges)):
        over = [n for n in numbers if findings[n].start <= start and end <= findings[n].end]
        # The narrowest finding leads: it is the one a reader pointing here means.
        over.sort(key=lambda n: findings[n].end - findings[n].start)
        starts = tuple(n for n in over if findings[n].start == start)
        ends = tuple(sorted(n for n in over if findings[n].end == end))
        severity = max((findings[n].severity for n in over), key=lambda s: s.rank, default=None)
        yield Piece(text[start:end], tuple(over), starts, ends, severity)
