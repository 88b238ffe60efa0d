"""Fluency of one sentence: how well the target text, alone, reads and survives its round trip."""

from __future__ import annotations

from qa.fluency import ngrams, weights
from qa.fluency.overlap import chrf_signature
from qa.fluency.reasons import fluency_reasons
from qa.fluency.repeats import loops
from qa.fluency.signals import signals, word_count
from qa.model import Band, RoundTrip, Score

# What the reader may want to see of the raw numbers, in this order.
_SHOWN = (
    "chrf",
    "word_f1",
    "bits_per_char",
    "worst_window",
    "repeats",
    "neighbours",
    "unknown",
    "sound_words",
    "faults",
    "log_probability",
)  # fmt: skip


def fluency(text: str, language: str, trip: RoundTrip, *, ends: bool = True) -> Score:
    """Score `text` from its round trip `trip` (target → pivot → target) and from what it shows by itself.

    Where engine and direction are calibrated, 0–100 is the place among good text of the same length; else
    it is the raw chrF, without a band. Texts under five words get no band either. `ends` says whether a mark at the
    end is to be expected: headlines and captions have none.
    """
    values = signals(text, language, trip)
    if not ends:
        values["no_end"] = 0.0
    direction = f"{trip.source_lang}-{trip.pivot_lang}-{trip.source_lang}"
    calibration = weights.find("fluency", trip.signature, direction)
    shares = calibration.shares(values) if calibration else None
    words = word_count(text)
    metrics = tuple((name, round(values[name], 4)) for name in _SHOWN if name in values)
    parts = [chrf_signature(), trip.signature, direction]
    if calibration is None or shares is None:
        reasons = fluency_reasons(text, values, {}, trip, f"The direction {direction} is not calibrated")
        return Score(round(values["chrf"], 2), None, "|".join([*parts, "raw"]), metrics, reasons)
    score = calibration.score(sum(shares.values()), words)
    band, certain = _band(text, score, words)
    parts += [f"model:{ngrams.installed()}", f"weights:{weights.fingerprint()}"]
    why = f"Fewer than {weights.MIN_WORDS} words are too few to judge" if band is None else None
    shown = shares if band in (Band.POOR, Band.REVIEW) else {}
    reasons = certain + fluency_reasons(text, values, shown, trip, why)
    if certain:
        score = min(score, weights.POOR / 2)
    return Score(round(score, 2), band, "|".join(parts), metrics, reasons)


def _band(text: str, score: float, words: int) -> tuple[Band | None, tuple[str, ...]]:
    """The band, and the sentence that says what is certainly wrong, if anything is."""
    if loops(text):
        return Band.POOR, ("A word or phrase comes three times in a row.",)
    return (None if words < weights.MIN_WORDS else weights.band(score)), ()
