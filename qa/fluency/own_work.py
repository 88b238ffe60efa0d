"""Telling when the engine that judges a text has written it: then every score is too high.

With the source, the engine finds its own translation far likelier than anybody else's; without it, its own
text comes through the round trip almost unchanged. Measured with the embedded engine on stretches of
documents in a row, of human translations, of its own, and of seven other systems, in both directions: eight
sentences with the source tell it in 99.6 cases of 100 and never wrongly; twenty without it in 93, and wrongly
in 1.5. Other engines are not told of, since nothing was measured there.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean

from qa.fluency import weights
from qa.fluency.overlap import chrf
from qa.fluency.signals import word_count
from qa.model import RoundTrip, Segment
from qa.strings import readable

WITH_SOURCE, ALONE = 8, 20
# Mean log probability of a token, and mean chrF of the round trip.
_LIKELY, _LIKELY_ALONE, _UNCHANGED = -0.25, -0.3, 90.0


def own_work(segments: Iterable[Segment]) -> bool:
    """Whether the segments' text seems to be the work of the engine that made their round trips."""
    known = [
        (readable(segment.text), trip)
        for segment in segments
        for trip in segment.trips
        if word_count(segment.text) >= weights.MIN_WORDS and weights.measured(trip.signature)
    ]
    given = _means("target|source", "source", known)
    if len(given) >= WITH_SOURCE:
        return fmean(given) > _LIKELY
    alone = _means("target|pivot", "pivot", known)
    if len(alone) < ALONE or fmean(alone) <= _LIKELY_ALONE:
        return False
    return fmean(chrf(trip.text, text) for text, trip in known if trip.kind == "pivot") > _UNCHANGED


def _means(name: str, kind: str, known: Iterable[tuple[str, RoundTrip]]) -> list[float]:
    found = (dict(trip.log_probabilities).get(name) for _, trip in known if trip.kind == kind)
    return [mean for mean in found if mean is not None]
