"""Scoring a document: fluency and agreement of each segment, and of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.fluency.agreement import agreement
from qa.fluency.own_work import own_work
from qa.fluency.sentence import fluency
from qa.model import Band, Document, Score, Segment, Skipped
from qa.strings import readable
from qa.text import ended

OWN_WORK = "the text seems to be the work of the engine that judges it, so its scores are too high"
_GRAVITY = {Band.OK: 0, Band.REVIEW: 1, Band.POOR: 2}


def score_document(document: Document) -> Document:
    """Give every segment that has a round trip its scores, and the document their mean.

    Fluency needs a trip of kind "pivot", agreement one of kind "source" and the source text. A segment
    without the trip keeps None; why it has none is in `document.skipped` already. Where the engine seems to
    judge its own work, signatures and `document.skipped` say so. Pure: the same document always gives the
    same scores.
    """
    language = (document.target_lang or "").partition("-")[0].lower()
    segments = tuple(_score(segment, language) for segment in document.segments)
    skipped = document.skipped
    if own_work(segments):
        segments = tuple(map(_marked, segments))
        skipped = (*skipped, Skipped(None, "fluency", OWN_WORK))
    return replace(
        document,
        segments=segments,
        skipped=skipped,
        fluency=_whole([(s, s.fluency) for s in segments]),
        agreement=_whole([(s, s.agreement) for s in segments]),
    )


def _marked(segment: Segment) -> Segment:
    """The scores with a signature that says who has made the text."""
    fluency, agreement = (
        score and replace(score, signature=f"{score.signature}|own-work")
        for score in (segment.fluency, segment.agreement)
    )
    return replace(segment, fluency=fluency, agreement=agreement)


def _score(segment: Segment, language: str) -> Segment:
    # Without a trip there is nothing to score, and most texts have none at all: a copy of each would cost.
    if not segment.trips and segment.fluency is None and segment.agreement is None:
        return segment
    trips = {trip.kind: trip for trip in segment.trips}
    pivot, source = trips.get("pivot"), trips.get("source")
    text, given = readable(segment.text), readable(segment.source or "")
    ends = segment.part == "body" and (not given or ended(given))
    return replace(
        segment,
        fluency=fluency(text, language, pivot, ends=ends) if pivot else None,
        agreement=agreement(given, text, source) if source and given else None,
    )


def _whole(scored: Sequence[tuple[Segment, Score | None]]) -> Score | None:
    """Mean of the segments' scores by their number of words; the band of the worst twentieth.

    A document is as publishable as its worst sentences are, but one bad sentence in forty must not colour
    all: the band is "poor" when more than one sentence in twenty is poor, "review" when any is poor or more
    than one in five needs review.
    """
    pairs = [(len(s.text.split()) or 1, score) for s, score in scored if score]
    if not pairs:
        return None
    total = sum(n for n, _ in pairs)
    metrics = (("segments_scored", float(len(pairs))),)
    mean = round(sum(n * score.score for n, score in pairs) / total, 2)
    signatures = sorted({score.signature for _, score in pairs})
    return Score(mean, _band([s.band for _, s in pairs]), " + ".join(signatures), metrics)


def _band(bands: Sequence[Band | None]) -> Band | None:
    known = [_GRAVITY[b] for b in bands if b is not None]
    if not known:
        return None
    poor, flagged = known.count(2), len(known) - known.count(0)
    if (poor * 20 > len(known) and poor > 1) or poor == len(known):
        return Band.POOR
    return Band.REVIEW if poor or flagged * 5 > len(known) else Band.OK
