"""The layers of a tiny11 model, as functions of their weights and of rows of numbers.

Rows are positions: those of several sentences one below the other, without padding. Matrix products are then
large enough to be fast, and each row is independent of its neighbours, so that a result does not depend on
what else is in the batch; attention and recurrence, which join positions, work sentence by sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Layer = Mapping[str, Array]
Ids = list[int]

WIDTH = 32  # of one attention head
_EPSILON = np.float32(1e-9)  # as in Marian's layer normalisation


def slices(rows: Sequence[Sequence[int]]) -> list[slice]:
    """Where each sentence's positions lie when all are stacked."""
    ends = list(accumulate(map(len, rows)))
    return [slice(end - len(row), end) for end, row in zip(ends, rows, strict=True)]


def attend(layer: Layer, x: Array, outer: list[slice], context: Array, inner: list[slice]) -> Array:
    """Multi-head attention of `x` over `context`, with residual and layer normalisation."""
    queries = heads(x @ layer["Q"] + layer["bQ"])
    keys, values = np.split(heads(context @ layer["KV"] + layer["bKV"]), 2)
    mixed = np.empty_like(queries)
    for at, of in zip(outer, inner, strict=True):
        weights = queries[:, at] @ keys[:, of].transpose(0, 2, 1)
        weights -= weights.max(axis=-1, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(axis=-1, keepdims=True)
        mixed[:, at] = weights @ values[:, of]
    joined = mixed.transpose(1, 0, 2).reshape(x.shape)
    return normalise(layer, "attend", x + joined @ layer["O"] + layer["bO"])


def heads(x: Array) -> Array:
    """(positions, heads × width) to (heads, positions, width)."""
    return x.reshape(len(x), -1, WIDTH).transpose(1, 0, 2)


def recur(layer: Layer, x: Array, at: list[slice]) -> Array:
    """The SSRU: c[t] = f[t] c[t-1] + (1 - f[t]) x[t] W, read out through a ReLU."""
    forget, cells = _gates(layer, x)
    for sentence in at:
        for t in range(sentence.start + 1, sentence.stop):
            cells[t] += forget[t] * cells[t - 1]
    return normalise(layer, "recur", x + np.maximum(cells, 0, out=cells))


def step(layer: Layer, cells: Array, x: Array) -> tuple[Array, Array]:
    """The SSRU on one position of every sentence: the new cells, and the layer's output."""
    forget, fresh = _gates(layer, x)
    cells = forget * cells + fresh
    return cells, normalise(layer, "recur", x + np.maximum(cells, 0))


def _gates(layer: Layer, x: Array) -> tuple[Array, Array]:
    fresh, gate = np.split(x @ layer["R"] + layer["bR"], 2, axis=1)
    forget = np.reciprocal(1 + np.exp(-gate))
    return forget, (1 - forget) * fresh


def feed_forward(layer: Layer, x: Array) -> Array:
    """Two matrices with a ReLU between them, with residual and layer normalisation."""
    hidden = x @ layer["W1"] + layer["b1"]
    return normalise(layer, "feed", x + np.maximum(hidden, 0, out=hidden) @ layer["W2"] + layer["b2"])


def normalise(layer: Layer, name: str, x: Array) -> Array:
    """Layer normalisation, in place."""
    x -= x.mean(axis=1, keepdims=True)
    x /= np.sqrt((x * x).mean(axis=1, keepdims=True) + _EPSILON)
    x *= layer[name + "_scale"]
    x += layer[name + "_bias"]
    return x
