"""Agreement of a target with its source: does the back-translation say what the source says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qa.fluency import weights
from qa.fluency.counterparts import Words, lost_name, lost_negation
from qa.fluency.diff import changed_words
from qa.fluency.figures import exchanged
from qa.fluency.overlap import chrf_signature
from qa.fluency.pair_signals import STRETCH, agreement_signals
from qa.fluency.reasons import quoted
from qa.fluency.signals import word_count, worst_at
from qa.model import Band, RoundTrip, Score

_SHOWN = ("chrf", "word_f1", "source|target", "target|source")
# Highest score of a pair with exchanged figures; in good translations fewer than one pair in a hundred has any.
_FIGURES = {1: weights.POOR * 0.75, 2: weights.POOR * 0.5}
_MOST = 3


def agreement(source: str, target: str, trip: RoundTrip) -> Score:
    """Compare `source` with `trip.text`, the translation of `target` back into the source language.

    Each leg of `qa.fluency.pair_signals` gives the log odds that nothing of its kind is wrong; the lowest, as
    its place among good translations of the same length, is the score. Exchanged figures put a pair below
    all that. Raw chrF without a band where the direction is not calibrated.
    """
    values = agreement_signals(source, target, trip)
    direction = f"{trip.source_lang}-{trip.pivot_lang}"
    calibration = weights.find("agreement", trip.signature, direction)
    legs = calibration.sums(values) if calibration else None
    metrics = tuple((name, round(values[name], 4)) for name in _SHOWN if name in values)
    parts = [chrf_signature(), trip.signature, direction]
    lost, new = exchanged(source, target, trip.pivot_lang, trip.source_lang)
    figures = _figures(lost, new)
    if calibration is None or legs is None:
        raw = f"The direction {direction} is not calibrated: the score is shown without a band."
        told = (raw, *figures, *_differing(source, trip))
        return Score(round(values["chrf"], 2), None, "|".join([*parts, "raw"]), metrics, told)
    words = word_count(target)
    score = calibration.score(min(legs.values()), words)
    if figures:
        score = min(score, _FIGURES[min(2, len(lost), len(new))])
    band = weights.band(score) if words >= weights.MIN_WORDS or figures else None
    usual = calibration.percentiles(words)[1]
    low = [name for name in sorted(legs, key=lambda leg: (legs[leg], leg)) if legs[name] < usual]
    reasons = figures + (() if band is Band.OK else tuple(_reasons(source, target, trip, low)))
    if band is None:
        reasons = (f"Fewer than {weights.MIN_WORDS} words are too few to judge.", *reasons)
    signature = "|".join([*parts, f"weights:{weights.fingerprint()}"])
    return Score(round(score, 2), band, signature, metrics, reasons[: _MOST + 1])


def _figures(lost: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    return (f"The source has the figures {quoted(lost)}, the target {quoted(new)}.",) if lost and new else ()


def _reasons(source: str, target: str, trip: RoundTrip, legs: Sequence[str]) -> Iterator[str]:
    """A sentence for each leg that is out of the ordinary, the worst first."""
    told: Mapping[str, Sequence[str]] = {
        "words": _differing(source, trip),
        "source": _least("Hardly accounted for by the target", trip.source_scores),
        "target": _least("Unlikely as a translation of the source", trip.token_scores),
        "short": _stretch("The target is short, and seems to lack", trip.source_scores),
        "long": _stretch("The target is long, and the source seems to lack", trip.token_scores),
        "names": _names(source, target, trip),
        "negation": _negations(source, target, trip),
    }
    for leg in legs[:_MOST]:
        yield from told[leg]


def _least(lead: str, words: Words) -> list[str]:
    low = sorted(words, key=lambda pair: pair[1])[:3]
    return [f"{lead}: {quoted([word for word, _ in low])}."] if low else []


def _stretch(lead: str, words: Words) -> list[str]:
    at = worst_at([score for _, score in words], STRETCH)
    return [f"{lead}: “{' '.join(word for word, _ in words[at])}”."]


def _names(source: str, target: str, trip: RoundTrip) -> list[str]:
    sides = (
        ("source", "target", lost_name(trip.source_scores, target)),
        ("target", "source", lost_name(trip.token_scores, source)),
    )
    return [f"Nothing in the {b} resembles “{name}” of the {a}." for a, b, (name, _) in sides if name]


def _negations(source: str, target: str, trip: RoundTrip) -> list[str]:
    ours, theirs = trip.source_lang, trip.pivot_lang
    sides = (
        ("source", "target", lost_negation(trip.source_scores, theirs, target, ours)),
        ("target", "source", lost_negation(trip.token_scores, ours, source, theirs)),
    )
    return [f"The {a} has a negation, “{word}”, the {b} has none." for a, b, (word, _) in sides if word]


def _differing(source: str, trip: RoundTrip) -> list[str]:
    words = changed_words(source, trip.text)
    return [f"In the source, but not in the back-translation: {quoted(words)}."] if words else []
