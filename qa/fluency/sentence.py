"""Fluency of one sentence: how well the target text, alone, survives and supports its round trip."""

from __future__ import annotations

from qa.fluency.diff import changed_words
from qa.fluency.overlap import chrf, chrf_signature, word_f1
from qa.model import RoundTrip, Score


def fluency(text: str, language: str, trip: RoundTrip) -> Score:
    """Score `text` from its round trip `trip` (target → pivot → target)."""
    metrics = (
        ("chrf", round(chrf(trip.text, text), 2)),
        ("word_f1", round(word_f1(trip.text, text), 2)),
        *trip.log_probabilities,
    )
    direction = f"{trip.source_lang}-{trip.pivot_lang}-{trip.source_lang}"
    reasons = [f"Raw chrF of the round trip; {direction} is not calibrated, so there is no band."]
    changed = changed_words(text, trip.text)
    if changed:
        reasons.append(f"{len(changed)} words came back differently: {', '.join(changed[:5])}.")
    return Score(
        dict(metrics)["chrf"],
        None,
        f"{chrf_signature()}|{trip.signature}|uncalibrated",
        metrics,
        tuple(reasons),
    )
