"""How likely a model finds a given translation: forced decoding.

With the target given, everything but the recurrence runs over all positions at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qa.backtranslate.tiny11.layers import Array, Ids, apart, attend, closed, feed_forward, recur
from qa.backtranslate.tiny11.network import UNKNOWN, Network


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
    # A token 80 nats behind the best one would overflow a float; no answer needs to tell it from worse.
    np.exp(np.minimum(odds, 80, out=odds), out=odds)
    scores = np.minimum(-np.log(odds.sum(axis=1, dtype=np.float64)), 0.0).round(4) + 0.0
    scored = list(zip(map(network.pieces.id_to_piece, ids), scores.tolist(), strict=True))
    return [tuple(scored[place]) for place in at]


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
