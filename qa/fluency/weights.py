"""Weights and calibration: one JSON file, made by `tools/train_fluency.py`, and what is computed from it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from math import exp, log

from qa.model import Band

# Where percentiles of good text lie on the scale from 0 to 100; the bands begin at the first two. A standard
# deviation of good text is 13 points all along, so that equal steps of evidence are equal steps of the score.
PERCENTILES = (2.0, 10.0, 50.0, 98.0)
MARKS = (40.0, 50.0, 67.0, 93.0)
POOR, REVIEW = MARKS[0], MARKS[1]
# Robust z values are cut here, so that one monstrous signal cannot drown the others; where the worst of several
# legs decides, monstrous is what it may well be.
CLIP, CLIP_OF_LEGS = 4.0, 8.0
MIN_WORDS = 5


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal's place in the sum: what is usual in good text, its spread, and its weight."""

    centre: float
    spread: float
    weight: float

    def share(self, value: float, clip: float = CLIP) -> float:
        """What this value adds to the sum: nothing when usual, less than nothing when it speaks against."""
        z = (value - self.centre) / self.spread
        return self.weight * max(-clip, min(clip, z))


@dataclass(frozen=True, slots=True)
class Leg:
    """Signals that are added up, and where their sum starts from."""

    signals: Mapping[str, Signal]
    start: float = 0.0

    def shares(self, values: Mapping[str, float], clip: float = CLIP) -> dict[str, float]:
        """Share of each signal in the sum; raises `KeyError` when one of them is missing."""
        return {name: signal.share(values[name], clip) for name, signal in self.signals.items()}


@dataclass(frozen=True, slots=True)
class Bucket:
    """Good text of about `words` words: the sums at `PERCENTILES`."""

    words: float
    sums: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Everything known about one score of one engine in one direction; of several legs the lowest decides."""

    legs: Mapping[str, Leg]
    buckets: tuple[Bucket, ...]
    origin: str

    def shares(self, values: Mapping[str, float]) -> dict[str, float] | None:
        """Share of each signal in the sum of the first leg, None when a signal of any leg is missing."""
        if not all(leg.signals.keys() <= values.keys() for leg in self.legs.values()):
            return None
        return next(iter(self.legs.values())).shares(values)

    def sums(self, values: Mapping[str, float]) -> dict[str, float] | None:
        """The sum of each leg, None when one of the signals is missing."""
        if not all(leg.signals.keys() <= values.keys() for leg in self.legs.values()):
            return None
        clip = CLIP if len(self.legs) == 1 else CLIP_OF_LEGS
        return {name: leg.start + sum(leg.shares(values, clip).values()) for name, leg in self.legs.items()}

    def score(self, total: float, words: int) -> float:
        """Place of a sum among good text of this length, from 0 to 100; see `MARKS`."""
        return _place(total, self.percentiles(words))

    def percentiles(self, words: int) -> tuple[float, ...]:
        """Sums of good text at a length: between the middles of two buckets they go over smoothly."""
        size = log(max(1, words))
        middles = [log(bucket.words) for bucket in self.buckets]
        above = bisect_right(middles, size)
        if above in (0, len(middles)):
            return self.buckets[max(0, above - 1)].sums
        part = (size - middles[above - 1]) / (middles[above] - middles[above - 1])
        pairs = zip(self.buckets[above - 1].sums, self.buckets[above].sums, strict=True)
        return tuple(a + part * (b - a) for a, b in pairs)


def band(score: float) -> Band:
    """Poor below the 2nd percentile of good text, review below the 10th."""
    return Band.POOR if score < POOR else Band.REVIEW if score < REVIEW else Band.OK


def find(kind: str, engine: str, direction: str) -> Calibration | None:
    """Calibration of "fluency" or "agreement" for an engine's signature and a direction ("en-pt-en")."""
    for known, calibration in _read()[1].get(f"{kind} {direction}", ()):
        if _played(engine).startswith(known):
            return calibration
    return None


def measured(engine: str) -> bool:
    """Whether an engine's signature is that of one with a calibration, in whatever direction."""
    return any(_played(engine).startswith(known) for some in _read()[1].values() for known, _ in some)


def _played(engine: str) -> str:
    """A recording holds what the engine it names said, so the engine's calibration holds for it."""
    return engine.partition("|")[2] if engine.startswith("recorded:") else engine


def fingerprint() -> str:
    """First digits of the SHA-256 of the file, for signatures."""
    return _read()[0]


def _place(total: float, sums: Sequence[float]) -> float:
    """Straight lines between the marks; below the first and above the last, ever nearer to 0 and 100."""
    if total <= sums[0]:
        steep = (MARKS[1] - MARKS[0]) / (sums[1] - sums[0])
        return MARKS[0] * exp((total - sums[0]) * steep / MARKS[0])
    if total >= sums[-1]:
        steep = (MARKS[-1] - MARKS[-2]) / (sums[-1] - sums[-2])
        rest = 100 - MARKS[-1]
        return 100 - rest * exp(-(total - sums[-1]) * steep / rest)
    at = bisect_right(sums, total) - 1
    part = (total - sums[at]) / (sums[at + 1] - sums[at])
    return MARKS[at] + part * (MARKS[at + 1] - MARKS[at])


@cache
def _read() -> tuple[str, Mapping[str, tuple[tuple[str, Calibration], ...]]]:
    raw = resources.files("qa.data").joinpath("fluency", "weights.json").read_bytes()
    found: dict[str, tuple[tuple[str, Calibration], ...]] = {}
    for entry in json.loads(raw)["calibrations"]:
        name = f"{entry['kind']} {entry['direction']}"
        found[name] = (*found.get(name, ()), (entry["engine"], calibration(entry)))
    return sha256(raw).hexdigest()[:8], found


def calibration(entry: Mapping[str, object]) -> Calibration:
    """A calibration from its entry in the file; raises `TypeError` for another shape."""
    legs, buckets = entry["legs"], entry["buckets"]
    if not isinstance(legs, dict) or not isinstance(buckets, list):
        raise TypeError("weights.json: legs must be an object, buckets a list")
    return Calibration(
        {
            name: Leg({signal: Signal(*numbers) for signal, numbers in leg["signals"].items()}, leg["start"])
            for name, leg in legs.items()
        },
        tuple(Bucket(bucket["words"], tuple(bucket["sums"])) for bucket in buckets),
        str(entry["origin"]),
    )
