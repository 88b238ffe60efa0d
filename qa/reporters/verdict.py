"""Says in one word what to do with a document: publish, review or hold.

Hold: some finding is critical or major. Review: some finding is minor, or more sentences stand in the
bands "review" and "poor" than chance lets good text have there, or there is no sentence, or names could not
be judged for want of a language. Publish: none of these. Scores never offset a
finding, and fluency and agreement are looked at apart.

Good text has a tenth of its sentences at or below "review" and a fiftieth in "poor", by the way the bands
are drawn. "More than chance lets" is a one-sided binomial test at the level of one in twenty.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from qa.model import Band, CheckedDocument, Score, Severity

WEAK_SHARE = 0.10
POOR_SHARE = 0.02
_LEVEL_OF_TEST = 0.05

Axis = Literal["fluency", "agreement"]


class Level(StrEnum):
    """What to do with a document, from the best news to the worst."""

    PUBLISH = "publish"
    REVIEW = "review"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Weakness:
    """More weak sentences on one axis than good text has: `weak` of `judged`, where `expected` is usual."""

    axis: Axis
    weak: int
    judged: int
    expected: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The level with the counts it rests on; `unjudged` counts sentences without a fluency band.

    `unnamed` says that the language of the text is not known, so that its names were not judged.
    """

    level: Level
    grave: int
    minor: int
    neutral: int
    weaknesses: tuple[Weakness, ...]
    sentences: int
    unjudged: int
    unnamed: bool = False


def judge(checked: CheckedDocument) -> Verdict:
    """Judges one document by its findings and bands."""
    grave = sum(f.severity in (Severity.CRITICAL, Severity.MAJOR) for f in checked.findings)
    minor = sum(f.severity is Severity.MINOR for f in checked.findings)
    segments = checked.document.segments
    weaknesses = tuple(
        weakness
        for weakness in (
            _weakness("fluency", (s.fluency for s in segments)),
            _weakness("agreement", (s.agreement for s in segments)),
        )
        if weakness
    )
    unnamed = any(s.stage == "language" and s.segment is None for s in checked.skipped)
    doubtful = minor or weaknesses or not segments or unnamed
    return Verdict(
        level=Level.HOLD if grave else Level.REVIEW if doubtful else Level.PUBLISH,
        grave=grave,
        minor=minor,
        neutral=len(checked.findings) - grave - minor,
        weaknesses=weaknesses,
        sentences=len(segments),
        unjudged=sum(s.fluency is None or s.fluency.band is None for s in segments),
        unnamed=unnamed,
    )


def _weakness(axis: Axis, scores: Iterable[Score | None]) -> Weakness | None:
    bands = [score.band for score in scores if score and score.band]
    poor, weak = bands.count(Band.POOR), len(bands) - bands.count(Band.OK)
    if _unlikely(poor, len(bands), POOR_SHARE) or _unlikely(weak, len(bands), WEAK_SHARE):
        return Weakness(axis, weak, len(bands), len(bands) * WEAK_SHARE)
    return None


def _unlikely(count: int, total: int, share: float) -> bool:
    """Whether `count` or more of `total` would come by chance in less than one case of twenty."""
    below = math.fsum(
        math.exp(
            math.lgamma(total + 1)
            - math.lgamma(k + 1)
            - math.lgamma(total - k + 1)
            + k * math.log(share)
            + (total - k) * math.log1p(-share)
        )
        for k in range(count)
    )
    return count > total * share and 1 - below < _LEVEL_OF_TEST
