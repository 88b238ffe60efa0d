"""Agreement of a target with its source: does the back-translation say what the source says."""

from __future__ import annotations

from collections.abc import Mapping

from qa.fluency import weights
from qa.fluency.diff import changed_words
from qa.fluency.figures import changed, unlike
from qa.fluency.overlap import chrf, chrf_signature, word_f1
from qa.fluency.reasons import quoted
from qa.fluency.signals import Signals, word_count, worst
from qa.model import Band, RoundTrip, Score

# Each leg looks at the pair in its own way; the worst one decides.
LEGS: Mapping[str, tuple[str, ...]] = {
    "words": ("chrf", "word_f1"),
    "source": ("source|target", "source|target:lowest"),
    "target": ("target|source", "target|source:lowest", "target|source:stretch"),
}
_SHOWN = ("chrf", "word_f1", "source|target", "target|source")
# Highest score of a pair with exchanged figures; in good translations fewer than one pair in a hundred has any.
_FIGURES = {1: weights.POOR * 0.75, 2: weights.POOR * 0.5}


def agreement(source: str, target: str, trip: RoundTrip) -> Score:
    """Compare `source` with `trip.text`, the translation of `target` back into the source language.

    The legs: overlap of the back-translation with the source, log P(source | target), log P(target |
    source), each as its place among good translations of the same length; the lowest decides. Exchanged
    figures put a pair below all that. Raw chrF without a band where the direction is not calibrated.
    """
    values = agreement_signals(source, target, trip)
    direction = f"{trip.source_lang}-{trip.pivot_lang}"
    calibration = weights.find("agreement", trip.signature, direction)
    shares = calibration.shares(values) if calibration else None
    metrics = tuple((name, round(values[name], 4)) for name in _SHOWN if name in values)
    parts = [chrf_signature(), trip.signature, direction]
    figures = _figures(source, target)
    if calibration is None or shares is None:
        raw = f"The direction {direction} is not calibrated: the score is shown without a band."
        told = (raw, *figures, *_differing(source, trip))
        return Score(round(values["chrf"], 2), None, "|".join([*parts, "raw"]), metrics, told)
    legs = {leg: sum(shares[name] for name in names) for leg, names in LEGS.items()}
    words = word_count(target)
    score = calibration.score(min(legs.values()), words)
    if figures:
        score = min(score, _FIGURES[min(2, changed(source, target))])
    band = weights.band(score) if words >= weights.MIN_WORDS or figures else None
    reasons = figures + (() if band is Band.OK else _reasons(source, trip, legs))
    if band is None:
        reasons = (f"Fewer than {weights.MIN_WORDS} words are too few to judge.", *reasons)
    signature = "|".join([*parts, f"weights:{weights.fingerprint()}"])
    return Score(round(score, 2), band, signature, metrics, reasons)


def agreement_signals(source: str, target: str, trip: RoundTrip) -> Signals:
    """Every signal by name; probabilities are left out where the backend gives none."""
    told = dict(trip.log_probabilities)
    words = [score for _, score in trip.token_scores]
    if words and "target|source" in told:
        told["target|source:lowest"] = min(words)
        told["target|source:stretch"] = worst(words, 3)
    return {"chrf": chrf(trip.text, source), "word_f1": word_f1(trip.text, source), **told}


def _figures(source: str, target: str) -> tuple[str, ...]:
    if not changed(source, target):
        return ()
    lost, new = unlike(source, target)
    return (f"The source has the figures {quoted(lost)}, the target {quoted(new)}.",)


def _reasons(source: str, trip: RoundTrip, legs: Mapping[str, float]) -> tuple[str, ...]:
    told: list[str] = []
    for leg in sorted(legs, key=lambda name: (legs[name], name)):
        if leg == "words":
            told += _differing(source, trip)
        elif leg == "target" and trip.token_scores:
            low = sorted(trip.token_scores, key=lambda pair: pair[1])[:3]
            told.append(f"Unlikely as a translation of the source: {quoted([w for w, _ in low])}.")
        elif leg == "source":
            told.append("The source holds words that nothing in the target accounts for.")
    return tuple(told[:2])


def _differing(source: str, trip: RoundTrip) -> list[str]:
    words = changed_words(source, trip.text)
    return [f"In the source, but not in the back-translation: {quoted(words)}."] if words else []
