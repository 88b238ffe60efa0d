"""Sentences whose fluency score is in the poor band."""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks.api import Context, Finding
from qa.checks.poor_score import poor
from qa.model import RuleInfo, Severity

INFO = RuleInfo(
    id="low-fluency",
    category="fluency",
    severity=Severity.MINOR,
    summary="The fluency score of a sentence is in the poor band.",
    help=(
        "The score looks at the target text alone: its round trip through another language, and how usual"
        " its letters and words are. Poor means: at most one or two of a hundred good human sentences of"
        " the same length score as low. It says that a sentence should be read, not what is wrong with it."
    ),
    needs=("fluency",),
)


def check(context: Context) -> Iterator[Finding]:
    """Report every sentence with a poor fluency score."""
    for segment in context.document.segments:
        yield from poor(INFO, segment, segment.fluency, "The sentence reads unlike good text")
