"""Fitting a weighted sum of signals to an order of texts, and the percentiles of good text."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from qa.fluency.weights import CLIP, PERCENTILES

Array = npt.NDArray[np.float64]
# Lengths of the buckets: under 8, 8 to 20, over 20 words; a bucket's percentiles stand at its median length.
EDGES = (5, 8, 21, 1000)
# A 2nd percentile of fewer texts is guessed; the next bucket's stands in.
FEWEST = 60


def standard(good: Sequence[Mapping[str, float]], names: Sequence[str]) -> tuple[Array, Array]:
    """Median and robust spread of each signal over good texts (1.48 times the median distance from it).

    Signals that are nearly always the same (repeats) have no such spread; the standard deviation stands in,
    but never less than a twentieth of a step.
    """
    table = np.array([[values[name] for name in names] for values in good])
    centre = np.median(table, axis=0)
    spread = 1.4826 * np.median(np.abs(table - centre), axis=0)
    return centre, np.where(spread > 1e-6, spread, np.maximum(table.std(axis=0), 0.05))


def scaled(
    values: Sequence[Mapping[str, float]],
    names: Sequence[str],
    centre: Array,
    spread: Array,
    clip: float = CLIP,
) -> Array:
    """Rows of clipped robust z values, as `qa.fluency.weights` computes them."""
    table = np.array([[one[name] for name in names] for one in values])
    return np.clip((table - centre) / spread, -clip, clip)


def rank(differences: Array, importance: Array, prior: Array, pull: float) -> Array:
    """Weights under which `differences @ weights` is positive, none below zero, pulled towards `prior`.

    Each row is a better text's z values minus a worse one's, every signal turned so that more is better.
    Logistic loss plus `pull` / 2 times the squared distance from the prior, which is first scaled as a whole
    to fit best. Projected gradient steps; the loss is convex, so they end in one place.
    """
    importance = importance / importance.sum()
    sizes = np.geomspace(0.01, 2, 60)
    losses = [importance @ np.logaddexp(0, -(differences @ (prior * size))) for size in sizes]
    prior = prior * sizes[int(np.argmin(losses))]
    bend = float(np.linalg.norm(differences * np.sqrt(importance)[:, None], 2)) ** 2 / 4
    weights = prior.copy()
    for _ in range(2000):
        wrong = importance / (1 + np.exp(np.minimum(differences @ weights, 500)))
        slope = pull * (weights - prior) - differences.T @ wrong
        stepped = np.maximum(0, weights - slope / (bend + pull))
        if np.abs(stepped - weights).max() < 1e-7:
            break
        weights = stepped
    return weights


def log_odds(
    table: Array, good: npt.NDArray[np.bool_], importance: Array, pull: float
) -> tuple[Array, float]:
    """Weights, none below zero, and the start of a sum that gives the log odds of a row's being good.

    Every column is turned so that more is better. Logistic loss plus `pull` / 2 times the squared weights, by
    projected gradient steps; the loss is convex, so they end in one place.
    """
    rows = np.hstack([table, np.ones((len(table), 1))])
    importance = importance / importance.sum()
    bend = float(np.linalg.norm(rows * np.sqrt(importance)[:, None], 2)) ** 2 / 4 + pull
    held = np.array([pull] * table.shape[1] + [0.0])
    found = np.zeros(rows.shape[1])
    for _ in range(50_000):
        slope = rows.T @ (importance * (1 / (1 + np.exp(-rows @ found)) - good)) + held * found
        stepped = found - slope / bend
        stepped[:-1] = np.maximum(0, stepped[:-1])
        if np.abs(stepped - found).max() < 1e-8:
            break
        found = stepped
    return found[:-1], float(found[-1])


def pairs(
    severity: Sequence[float], groups: Sequence[int], far: int, seed: int
) -> list[tuple[int, int, bool]]:
    """(better, worse, same sentence) index pairs: all within a sentence, and `far` between sentences."""
    rng = random.Random(seed)
    by_group: dict[int, list[int]] = {}
    for index, group in enumerate(groups):
        by_group.setdefault(group, []).append(index)
    found = []
    for members in by_group.values():
        ordered = sorted(members, key=lambda i: severity[i])
        found += [(a, b, True) for a in ordered for b in ordered if severity[a] < severity[b]]
    while far > 0:
        a, b = rng.randrange(len(severity)), rng.randrange(len(severity))
        if severity[b] - severity[a] > 0.05:
            found.append((a, b, False))
            far -= 1
    return found


def percentiles(totals: Array, lengths: Sequence[int]) -> list[dict[str, object]]:
    """The buckets of `qa.fluency.weights`: median length, and the sums at `PERCENTILES`."""
    found: list[dict[str, object]] = []
    sizes = np.array(lengths)
    for low, high in pairwise(EDGES):
        inside = (sizes >= low) & (sizes < high)
        if inside.sum() < FEWEST:
            continue
        sums = [round(float(x), 4) for x in np.percentile(totals[inside], PERCENTILES)]
        found.append({"words": float(np.median(sizes[inside])), "texts": int(inside.sum()), "sums": sums})
    return found
