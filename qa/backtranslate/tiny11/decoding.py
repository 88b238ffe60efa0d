"""Translating many sentences together, as the native engine does one by one.

The engine decodes greedily, and among the words of a lexical shortlist only: the most frequent ones and, for
every word of the source, its likeliest translations. The same is done here for a whole batch at a time, which
is faster, with the same weights. Where the two best words lie so close together that rounding could decide
between them, and where a translation does not come to its end, no text is given: the engine has to tell.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.backtranslate.tiny11.layers import WIDTH, Array, Ids, Layer, feed_forward, normalise, slices, step
from qa.backtranslate.tiny11.network import END, UNKNOWN, Network, only
from qa.errors import BackendError

# Logits of both agree to about 1e-4.
CLOSE = 0.01
# Tokens of a translation for those of its source: beyond that something repeats itself, and the engine's own
# rules for giving up apply.
_GROWTH, _SPARE = 2, 8
_NEVER = np.float32(-1e9)
_HEADER = struct.Struct("<6Q")


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Words that may translate a source: the `first` of the vocabulary, and those listed for its words."""

    first: int
    offsets: npt.NDArray[np.uint64]
    words: npt.NDArray[np.uint32]

    @classmethod
    def load(cls, folder: Path) -> Shortlist:
        """Load the binary shortlist of a model folder; `BackendError` when it is of another format."""
        path = only(folder, "lex.*.bin")
        try:
            raw = path.read_bytes()
            _, _, first, _, offsets, words = _HEADER.unpack_from(raw)
            starts = np.frombuffer(raw, "<u8", offsets, _HEADER.size)
            listed = np.frombuffer(raw, "<u4", words, _HEADER.size + starts.nbytes)
        except (OSError, ValueError, OverflowError, struct.error) as error:
            raise BackendError(f"{path}: not a Marian shortlist: {error}") from error
        return cls(first, starts.astype(np.uint64), listed.astype(np.uint32))

    def of(self, ids: Ids) -> npt.NDArray[np.uint32]:
        """Sorted ids of the words that may stand in a translation."""
        listed = [self.words[int(self.offsets[i]) : int(self.offsets[i + 1])] for i in set(ids)]
        return np.unique(np.concatenate([np.arange(self.first, dtype=np.uint32), *listed]))


@dataclass(slots=True)
class _Batch:
    """What decoding carries from word to word, one row a sentence still under way."""

    rows: npt.NDArray[np.intp]
    bias: Array
    mask: Array
    keys: list[Array]
    values: list[Array]
    cells: list[Array]

    def keep(self, going: npt.NDArray[np.bool_]) -> None:
        """Leave the sentences behind that came to their end."""
        self.rows, self.bias, self.mask = self.rows[going], self.bias[going], self.mask[going]
        self.keys = [keys[going] for keys in self.keys]
        self.values = [values[going] for values in self.values]
        self.cells = [cells[going] for cells in self.cells]


def decode(network: Network, shortlist: Shortlist, texts: Sequence[str]) -> list[str | None]:
    """Translate; None stands where the engine has to be asked."""
    read = [network.ids(text) for text in texts]
    listed = [shortlist.of(ids) for ids in read]
    words = np.unique(np.concatenate(listed))
    output = np.ascontiguousarray(network.embeddings[words].T)
    batch = _begin(network, read, listed, words)
    most = [_GROWTH * len(ids) + _SPARE for ids in read]
    written: list[Ids] = [[] for _ in texts]
    # What the engine lists for a piece outside the vocabulary is its own affair.
    sure = np.array([UNKNOWN not in ids for ids in read])
    positions = network.embed([], shift=max(most))
    x = np.zeros((len(texts), network.embeddings.shape[1]), np.float32)
    for position in positions:
        x += position
        for n, layer in enumerate(network.decoder):
            x = _layer(layer, x, batch, n)
        chosen, clear = _choose(x @ output + batch.bias)
        sure[batch.rows] &= clear
        going = (words[chosen] != END) & sure[batch.rows]
        for row, word, goes in zip(batch.rows.tolist(), words[chosen].tolist(), going.tolist(), strict=True):
            written[row] += [word] * goes
            sure[row] &= len(written[row]) < most[row]
        going &= sure[batch.rows]
        if not going.any():
            break
        x = network.embeddings[words[chosen[going]]] * np.sqrt(np.float32(x.shape[1]))
        batch.keep(going)
    return [
        network.pieces.decode(ids) if good else None for ids, good in zip(written, sure.tolist(), strict=True)
    ]


def _begin(
    network: Network, read: list[Ids], listed: list[npt.NDArray[np.uint32]], words: npt.NDArray[np.uint32]
) -> _Batch:
    context, longest, count = network.encode(read), max(map(len, read)), len(read)
    mask = np.full((count, 1, 1, longest), _NEVER)
    bias = np.full((count, len(words)), _NEVER)
    for row, (ids, some) in enumerate(zip(read, listed, strict=True)):
        mask[row, ..., : len(ids)] = 0
        bias[row, np.searchsorted(words, some)] = network.output[-2, some]
    batch = _Batch(np.arange(count), bias, mask, [], [], [])
    for layer in network.decoder:
        both = context @ layer["KV"] + layer["bKV"]
        padded = np.zeros((count, longest, both.shape[1]), np.float32)
        for row, at in enumerate(slices(read)):
            padded[row, : len(read[row])] = both[at]
        keys, values = np.split(padded.reshape(count, longest, -1, WIDTH), 2, axis=2)
        batch.keys.append(np.ascontiguousarray(keys.transpose(0, 2, 3, 1)))
        batch.values.append(np.ascontiguousarray(values.transpose(0, 2, 1, 3)))
        batch.cells.append(np.zeros((count, both.shape[1] // 2), np.float32))
    return batch


def _layer(layer: Layer, x: Array, batch: _Batch, n: int) -> Array:
    """One decoder layer on one position of every sentence."""
    batch.cells[n], x = step(layer, batch.cells[n], x)
    queries = (x @ layer["Q"] + layer["bQ"]).reshape(len(x), -1, 1, WIDTH)
    weights = queries @ batch.keys[n] + batch.mask
    weights -= weights.max(axis=-1, keepdims=True)
    np.exp(weights, out=weights)
    weights /= weights.sum(axis=-1, keepdims=True)
    joined: Any = (weights @ batch.values[n]).reshape(x.shape)
    return feed_forward(layer, normalise(layer, "attend", x + joined @ layer["O"] + layer["bO"]))


def _choose(logits: Array) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """The best word of every row, and whether it is clearly the best."""
    chosen = logits.argmax(axis=1)
    rows = np.arange(len(logits))
    top = logits[rows, chosen]
    logits[rows, chosen] = _NEVER
    return chosen, top - logits.max(axis=1) > CLOSE
