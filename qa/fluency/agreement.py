"""Agreement of a target with its source: does the back-translation say what the source says."""

from __future__ import annotations

from qa.fluency.overlap import chrf, chrf_signature, word_f1
from qa.model import RoundTrip, Score


def agreement(source: str, target: str, trip: RoundTrip) -> Score:
    """Compare `source` with `trip.text`, the translation of `target` back into the source language."""
    metrics = (
        ("chrf", round(chrf(trip.text, source), 2)),
        ("word_f1", round(word_f1(trip.text, source), 2)),
        *trip.log_probabilities,
    )
    direction = f"{trip.source_lang}-{trip.pivot_lang}"
    reason = f"Raw chrF of source and back-translation; {direction} is not calibrated, so there is no band."
    return Score(
        dict(metrics)["chrf"], None, f"{chrf_signature()}|{trip.signature}|uncalibrated", metrics, (reason,)
    )
