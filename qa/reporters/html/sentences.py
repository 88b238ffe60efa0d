"""The section on sentences: each beside its way back through another language, and its scores."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qa import diff
from qa.model import Document, Finding, RoundTrip, Segment, Skipped

# A word is called shaky where the model gives it less than one chance in twenty.
_SHAKY = math.log(0.05)
_SHOWN = 6
_WORD_START = "▁"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one side of a comparison; `changed` where the other side differs, `space` follows it."""

    text: str
    changed: bool
    space: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A round trip beside what it has to be compared with: the text itself, or its source."""

    trip: RoundTrip
    left: tuple[Run, ...]
    right: tuple[Run, ...]
    shaky: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """One sentence with its comparisons, the numbers of its findings, and what was not judged of it.

    `bare` says that there is nothing to tell of it beyond its text, since no sentence was scored.
    """

    number: int
    segment: Segment
    comparisons: tuple[Comparison, ...]
    findings: tuple[int, ...]
    skipped: tuple[Skipped, ...] = ()
    bare: bool = False


def details(document: Document, findings: Sequence[Finding]) -> tuple[Detail, ...]:
    """All sentences in reading order."""
    by_segment: dict[str, list[int]] = {}
    for number, finding in enumerate(findings):
        by_segment.setdefault(finding.segment, []).append(number)
    unjudged: dict[str | None, list[Skipped]] = {}
    for item in document.skipped:
        unjudged.setdefault(item.segment, []).append(item)
    scored = any(segment.fluency or segment.agreement for segment in document.segments)
    return tuple(
        Detail(
            number,
            segment,
            _comparisons(segment),
            tuple(by_segment.get(segment.id, ())),
            tuple(unjudged.get(segment.id, ())),
            bare=not (scored or segment.trips or segment.source or segment.id in by_segment),
        )
        for number, segment in enumerate(document.segments, 1)
    )


def _comparisons(segment: Segment) -> tuple[Comparison, ...]:
    """The way into the source language first: it says more."""
    trips = sorted(segment.trips, key=lambda trip: trip.kind != "source")
    return tuple(_comparison(segment, trip) for trip in trips)


def _comparison(segment: Segment, trip: RoundTrip) -> Comparison:
    against = (segment.source or "") if trip.kind == "source" else segment.text
    changes = diff.words(against, trip.text)
    left = tuple(_run(change.left, change.kind) for change in changes if change.left)
    right = tuple(_run(change.right, change.kind) for change in changes if change.right)
    return Comparison(trip, left, right, shaky_words(trip.token_scores))


def _run(text: str, kind: diff.Kind) -> Run:
    """White space at the end is left out of the mark, so that marks end where words end."""
    core = text.rstrip()
    return Run(core, kind != "equal", text[len(core) :])


def shaky_words(scores: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """The words the model finds least likely, with their probability, the shakiest first.

    Tokens of a SentencePiece vocabulary are joined to words; a word is as likely as its least likely piece.
    """
    pieces = any(token.startswith(_WORD_START) for token, _ in scores)
    words: list[tuple[str, float]] = []
    for token, score in scores:
        if pieces and words and not token.startswith(_WORD_START):
            words[-1] = (words[-1][0] + token, min(words[-1][1], score))
        else:
            words.append((token.removeprefix(_WORD_START), score))
    shaky = sorted((word for word in words if word[0] and word[1] < _SHAKY), key=lambda word: word[1])
    return tuple((word, math.exp(score)) for word, score in shaky[:_SHOWN])
