"""Sentences that say something else than their source, as far as translation models can tell."""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks.api import Context, Finding
from qa.checks.poor_score import poor
from qa.model import RuleInfo, Severity

INFO = RuleInfo(
    id="low-agreement",
    category="mistranslation",
    severity=Severity.MAJOR,
    summary="The back-translation or the models say that target and source differ in content.",
    help=(
        "The target is translated back into the source language and compared with the source; where the"
        " model can tell, the probability of each given the other counts, too. A wrong sentence, a clause"
        " left out or added, a name replaced, a negation lost or added, an exchanged figure are each looked"
        " for, and the worst decides. Poor means: at most one or two of a hundred good translations score as"
        " low."
    ),
    needs=("agreement",),
)


def check(context: Context) -> Iterator[Finding]:
    """Report every sentence with a poor agreement score."""
    for segment in context.document.segments:
        yield from poor(INFO, segment, segment.agreement, "Target and source seem to differ in content")
