"""How sound a text reads to the encoder of a tiny11 model: a small probe on its states.

A translator's encoder has to understand a sentence to translate it, so its states show where something does
not fit. The probe was trained (`tools/train_soundness.py`) on good sentences and the same sentences damaged:
for each token, whether it stands where it belongs; for the whole, whether anything is wrong. It is the
estimator of Kim et al. (2017, "Predictor-Estimator"), on one language and on made errors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO

import numpy as np

from qa.backtranslate.tiny11.layers import Array, apart
from qa.backtranslate.tiny11.network import Network


def soundness(
    network: Network, probe: Mapping[str, Array], texts: Sequence[str]
) -> list[tuple[tuple[str, float], ...]]:
    """For each text: (token, log P(it stands where it belongs)) of every token.

    The end mark comes last and stands for the whole: log P(nothing is wrong). In nats.
    """
    rows = [network.ids(text) for text in texts]
    x, at = apart(network.encode(rows), rows)
    hidden = np.maximum(x @ probe["W1"] + probe["b1"], 0)
    # Each token sees its neighbours; beyond the ends of a sentence there is nothing.
    before, after = np.roll(hidden, 1, axis=0), np.roll(hidden, -1, axis=0)
    before[[s.start for s in at]] = 0
    after[[s.stop - 1 for s in at]] = 0
    hidden = np.maximum(np.hstack([before, hidden, after]) @ probe["W2"] + probe["b2"], 0)
    tokens = _log_not(hidden @ probe["token"] + probe["token_bias"])
    pooled = np.array([np.concatenate([hidden[s].mean(axis=0), hidden[s].max(axis=0)]) for s in at])
    whole = _log_not(pooled @ probe["whole"] + probe["whole_bias"])
    for place, number in zip(at, whole, strict=True):
        tokens[place.stop - 1] = number
    numbers = tokens.astype(np.float64).round(4)
    name = network.pieces.id_to_piece
    return [
        tuple(zip(map(name, row), numbers[place].tolist(), strict=True))
        for row, place in zip(rows, at, strict=True)
    ]


@cache
def load_probe(raw: bytes) -> Mapping[str, Array]:
    """The weights of a probe, from the bytes of its file, as 32-bit floats."""
    with np.load(BytesIO(raw)) as arrays:
        return {name: array.astype(np.float32) for name, array in arrays.items()}


def _log_not(logits: Array) -> Array:
    """log P(not damaged) from the logit of damage."""
    return np.minimum(-np.logaddexp(0, logits.astype(np.float64)), 0.0).astype(np.float32)
