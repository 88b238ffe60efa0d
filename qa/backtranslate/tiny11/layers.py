"""The layers of a tiny11 model, as functions of their weights and of rows of numbers.

Rows are positions: those of several sentences one below the other. Matrix products are then large enough to be fast;
attention and recurrence, which join positions, work sentence by sentence. How a product rounds depends on where a row
stands, for processors take rows in groups; so every sentence begins a group, with rows of zeros before it where it has
to, and a result does not depend on what else is in the batch (on one thread: several share rows out by their number).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Layer = Mapping[str, Array]
Ids = list[int]

# Rows that a processor may multiply together; the first with which a row comes out alike everywhere is taken.
_GROUPS = (1, 4, 6, 8, 12, 16, 24, 48)
WIDTH = 32  # of one attention head
_EPSILON = np.float32(1e-9)  # as in Marian's layer normalisation


def one_thread_each() -> AbstractContextManager[Any]:
    """While open, BLAS keeps to the calling thread: two levels of threads only wait for each other."""
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    context: AbstractContextManager[Any] = threadpool_limits(1, "blas")
    return context


@cache
def together() -> int:
    """How many rows the processor multiplies together on one thread, found by trying: a tenth of a second, once."""
    numbers = np.random.default_rng(11)
    wide = numbers.standard_normal((256, 1536), np.float32)
    with one_thread_each():
        return next((n for n in _GROUPS if _alike(n, wide) and _alike(n, wide.T.copy())), _GROUPS[-1])


def _alike(group: int, matrix: Array) -> bool:
    """Whether the product of a row with a matrix is the same wherever it begins a group among other rows."""
    numbers = np.random.default_rng(5)
    row = numbers.standard_normal(len(matrix), np.float32)
    met = set()
    for size in range(max(2, group), 2 * _GROUPS[-1] + 1, group):
        rows = numbers.standard_normal((size, len(row)), np.float32)
        rows[::group] = row
        met |= {product.tobytes() for product in (rows @ matrix)[::group]}
        if len(met) > 1:
            return False
    return True


def slices(rows: Sequence[Sequence[int]], group: int = 1) -> list[slice]:
    """Where each sentence's positions lie when all are stacked, each at the beginning of a group of rows."""
    sizes = [len(row) + -len(row) % group for row in rows]
    ends = accumulate(sizes)
    return [
        slice(end - size, end - size + len(row)) for row, size, end in zip(rows, sizes, ends, strict=True)
    ]


def apart(x: Array, rows: Sequence[Sequence[int]]) -> tuple[Array, list[slice]]:
    """Stacked sentences with rows of zeros between them as products need it, and where each one lies then."""
    group = together()
    at = slices(rows, group)
    out = np.zeros((at[-1].stop + -at[-1].stop % group, x.shape[1]), np.float32)
    for here, there in zip(slices(rows), at, strict=True):
        out[there] = x[here]
    return out, at


def closed(x: Array, at: Sequence[slice]) -> Array:
    """The sentences without the rows between them."""
    return np.vstack([x[place] for place in at])


def attend(layer: Layer, x: Array, outer: list[slice], context: Array, inner: list[slice]) -> Array:
    """Multi-head attention of `x` over `context`, with residual and layer normalisation."""
    queries = heads(x @ layer["Q"] + layer["bQ"])
    keys, values = np.split(heads(context @ layer["KV"] + layer["bKV"]), 2)
    mixed = np.zeros_like(queries)
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
