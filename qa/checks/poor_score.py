"""What `low-fluency` and `low-agreement` share: one finding on the sentence, with the score's own reasons."""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks.api import Finding, finding, replace
from qa.model import Band, RuleInfo, Score, Segment, Span

# A score can only point at a sentence; it never proves a fault.
CONFIDENCE = 0.5


def poor(info: RuleInfo, segment: Segment, score: Score | None, lead: str) -> Iterator[Finding]:
    """One finding where the score is in the poor band; the weightiest reason is the explanation."""
    if score is None or score.band is not Band.POOR or not segment.text:
        return
    head, *rest = score.reasons or (f"{lead}.",)
    text = (
        f"Score {score.score:.0f} of 100: {head}"
        if score.reasons
        else f"{lead}: score {score.score:.0f} of 100."
    )
    found = finding(info, segment, Span(0, len(segment.text)), text)
    yield replace(found, confidence=CONFIDENCE, evidence=(*rest, f"signature {score.signature}"))
