"""Geometry of the two small pictures: the strip of the whole article and the plot of the scores.

Only numbers are computed here; the templates draw. All lengths are in units of the pictures' view boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from qa.model import Band, Document, Finding, Score, Severity

STRIP_WIDTH = 1000.0
BINS = 20


@dataclass(frozen=True, slots=True)
class Cell:
    """One sentence on the strip, with what colours its lanes."""

    number: int
    x: float
    width: float
    severity: Severity | None
    fluency: Band | None
    agreement: Band | None


def strip(document: Document, findings: Sequence[Finding], mirrored: bool) -> tuple[Cell, ...]:
    """Cells as wide as the sentences are long; `mirrored` runs from the right, for right-to-left text."""
    worst: dict[str, Severity] = {}
    for finding in findings:
        known = worst.get(finding.segment, Severity.NEUTRAL)
        worst[finding.segment] = max(known, finding.severity, key=lambda s: s.rank)
    scale = STRIP_WIDTH / max(1, sum(len(s.text) for s in document.segments))
    cells, x = [], 0.0
    for number, segment in enumerate(document.segments, 1):
        width = len(segment.text) * scale
        left = STRIP_WIDTH - x - width if mirrored else x
        fluency, agreement = (s.band if s else None for s in (segment.fluency, segment.agreement))
        cells.append(Cell(number, round(left, 2), round(width, 2), worst.get(segment.id), fluency, agreement))
        x += width
    return tuple(cells)


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane of the strip: the cells that need attention, and the calm ones as one path for each colour."""

    axis: str
    trouble: tuple[tuple[Cell, str], ...]
    calm: tuple[tuple[str, str], ...]


def lanes(cells: Sequence[Cell]) -> tuple[Lane, ...]:
    """Findings, and fluency and agreement where any sentence was scored."""
    findings = _lane("findings", [(cell, cell.severity or "clear") for cell in cells], "clear")
    fluency = _lane("fluency", [(cell, cell.fluency or "unjudged") for cell in cells], "ok unjudged")
    agreement = _lane("agreement", [(cell, cell.agreement or "unjudged") for cell in cells], "ok unjudged")
    scored = [lane for lane in (fluency, agreement) if lane.trouble or dict(lane.calm).get("ok")]
    return (findings, *scored) if cells else ()


def _lane(axis: str, valued: Sequence[tuple[Cell, str]], calm: str) -> Lane:
    paths = dict.fromkeys(calm.split(), "")
    trouble = []
    for cell, value in valued:
        if value in paths:
            paths[value] += f"M{cell.x:g} 0h{cell.width:g}v10h-{cell.width:g}z"
        else:
            trouble.append((cell, value))
    return Lane(axis, tuple(trouble), tuple((colour, path) for colour, path in paths.items() if path))


@dataclass(frozen=True, slots=True)
class Bar:
    """One piece of a stacked bar; `x` counts bins, `y` and `height` are shares of the tallest bar."""

    x: int
    y: float
    height: float
    band: Band | None


@dataclass(frozen=True, slots=True)
class Histogram:
    """Scores in bins of five, stacked by band, with what a caption needs."""

    bars: tuple[Bar, ...]
    tallest: int
    scored: int
    median: float


def histogram(scores: Sequence[Score]) -> Histogram | None:
    """Distribution of the scores; None where there is none."""
    if not scores:
        return None
    stacks: dict[int, list[Band | None]] = {}
    for score in scores:
        place = min(BINS - 1, max(0, int(score.score * BINS // 100)))
        stacks.setdefault(place, []).append(score.band)
    tallest = max(map(len, stacks.values()))
    bars: list[Bar] = []
    for place, bands in sorted(stacks.items()):
        below = 0
        for band in (Band.POOR, Band.REVIEW, Band.OK, None):
            height = bands.count(band)
            if height:
                top = 1 - (below + height) / tallest
                bars.append(Bar(place, round(top, 4), round(height / tallest, 4), band))
            below += height
    return Histogram(tuple(bars), tallest, len(scores), median_low(s.score for s in scores))
