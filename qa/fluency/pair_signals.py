"""The numbers an agreement score rests on, taken from a source, its target and the trip back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from statistics import fmean

from qa.fluency.counterparts import Words, denies, lost_name, lost_negation
from qa.fluency.overlap import chrf, word_f1
from qa.fluency.signals import Signals, worst
from qa.model import RoundTrip

# Each leg looks at the pair in its own way, and the worst one decides. `tools/train_agreement.py` weighs the
# signals of each by the damage that it is to see.
LEGS: Mapping[str, tuple[str, ...]] = {
    "words": ("chrf", "word_f1"),
    "source": ("source|target", "source|target:fifth", "source|target:stretch"),
    "target": ("target|source", "target|source:fifth", "target|source:stretch"),
    "short": ("shorter", "source|target:stretch", "source|target:end"),
    "long": ("longer", "target|source:stretch", "target|source:end"),
    "names": ("names:source", "names:target"),
    "negation": ("negation:source", "negation:target", "negation:back"),
}
# Words in a row of a stretch that one side has and the other has not: a clause, not a single word.
STRETCH = 5


def agreement_signals(source: str, target: str, trip: RoundTrip) -> Signals:
    """Every signal by name; what rests on probabilities is left out where the backend gives none.

    "source|target" is the mean log probability of the source, given the target; "…:fifth" that of the fifth
    of its words that are least likely, "…:stretch" that of the worst five in a row, "…:end" that of its last
    quarter. "shorter" and "longer" are the logarithm of the target's length over the source's, below and
    above zero. For "names" and "negation" see `qa.fluency.counterparts`.
    """
    told = dict(trip.log_probabilities)
    found = {"chrf": chrf(trip.text, source), "word_f1": word_f1(trip.text, source), **told}
    ratio = log(max(1, len(target)) / max(1, len(source)))
    found |= {"shorter": min(0.0, ratio), "longer": max(0.0, ratio)}
    for name, words in (("source|target", trip.source_scores), ("target|source", trip.token_scores)):
        if words and name in told:
            found |= {f"{name}:{part}": value for part, value in _parts([s for _, s in words]).items()}
    if trip.source_scores and trip.token_scores:
        found |= _lost(source, target, trip)
    return found


def _parts(scores: Sequence[float]) -> Signals:
    count = len(scores)
    return {
        "fifth": fmean(sorted(scores)[: max(1, count // 5)]),
        "stretch": worst(scores, STRETCH),
        "end": fmean(scores[-max(2, count // 4) :]),
    }


def _lost(source: str, target: str, trip: RoundTrip) -> Signals:
    """Names and negations without a counterpart; "negation:back" is 1 where the way back says so, too."""
    ours, theirs = trip.source_lang, trip.pivot_lang
    from_source = _negation(trip.source_scores, theirs, target, ours)
    from_target = _negation(trip.token_scores, ours, source, theirs)
    apart = denies(source, theirs) != denies(trip.text, theirs)
    return {
        "names:source": lost_name(trip.source_scores, target)[1],
        "names:target": lost_name(trip.token_scores, source)[1],
        "negation:source": from_source,
        "negation:target": from_target,
        "negation:back": float(apart and min(from_source, from_target) < 0),
    }


def _negation(words: Words, language: str, other: str, other_language: str) -> float:
    return lost_negation(words, language, other, other_language)[1]
