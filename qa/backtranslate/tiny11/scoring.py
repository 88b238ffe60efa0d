"""How likely a model finds a given translation: forced decoding.

With the target given, everything but the recurrence runs over all positions at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qa.backtranslate.tiny11.layers import Array, Ids, apart, attend, closed, feed_forward, recur
from qa.backtranslate.tiny11.network import UNKNOWN, Network

_LEAST = -80.0  # nats


def score(network: Network, pairs: Sequence[tuple[str, str]]) -> list[tuple[tuple[str, float], ...]]:
    """For each (source, target): log P(token | tokens before, source) of the target's tokens, in nats.

    The end mark comes last.
    """
    rows = [network.ids(target) for _, target in pairs]
    x, at = _states(network, [source for source, _ in pairs], rows)
    ids = [UNKNOWN] * len(x)
    for row, place in zip(rows, at, strict=True):
        ids[place] = row
    gold = np.einsum("td,td->t", x, network.embeddings[ids]) + network.output[-2, ids]
    # The last two rows of `output` hold the bias and ones, so one product gives every logit less the logit
    # of the token itself; the sum of their exponentials is 1 / P(token).
    odds = np.column_stack([x, np.ones_like(gold), -gold]) @ network.output
    return [_likelihoods(network, row, odds[place]) for row, place in zip(rows, at, strict=True)]


def _likelihoods(network: Network, ids: Ids, odds: Array) -> tuple[tuple[str, float], ...]:
    """Each token with the logarithm of its probability, from the odds against it; `odds` is written over.

    One sentence at a time fits the processor's cache.
    """
    with np.errstate(over="ignore"):
        np.exp(odds, out=odds)
    scores = -np.log(odds.sum(axis=1).astype(np.float64))
    # Far behind the best one the odds overflow; no answer needs to tell such a token from a worse one.
    scores = np.clip(scores, _LEAST, 0.0).round(4) + 0.0
    return tuple(zip(map(network.pieces.id_to_piece, ids), scores.tolist(), strict=True))


def best(network: Network, source: str, target: str) -> list[tuple[int, int]]:
    """The target's token and the likeliest token at each position, given the target's tokens before it.

    Equal everywhere exactly where greedy decoding over all words would have written the target.
    """
    row = network.ids(target)
    logits = states(network, [source], [row]) @ network.output[:-2] + network.output[-2]
    return list(zip(row, logits.argmax(axis=1).tolist(), strict=True))


def states(network: Network, sources: Sequence[str], targets: Sequence[Ids]) -> Array:
    """Decoder states before the output layer, one row for each token of all targets in turn."""
    return closed(*_states(network, sources, targets))


def _states(network: Network, sources: Sequence[str], targets: Sequence[Ids]) -> tuple[Array, list[slice]]:
    """The same apart, and where each target lies."""
    read = [network.ids(source) for source in sources]
    context, inner = apart(network.encode(read), read)
    # Marian starts from a zero embedding in place of a start mark.
    x, outer = apart(np.vstack([network.embed(ids[:-1], shift=1) for ids in targets]), targets)
    for layer in network.decoder:
        x = feed_forward(layer, attend(layer, recur(layer, x, outer), outer, context, inner))
    return x, outer
