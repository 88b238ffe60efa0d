"""One name written in two ways, glossary or not."""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks.api import Context, Finding, finding, replace
from qa.model import RuleInfo, Severity

INFO = RuleInfo(
    id="name-mixed",
    category="term-inconsistency",
    severity=Severity.MINOR,
    summary="One name is written in two ways in one document.",
    help="No glossary entry covers the name, but the document spells it in two ways that differ only in letters which "
    "orthographies write for one another, or by a slip. The more frequent spelling is suggested, of two equally "
    "frequent ones the first. If two people or places are meant, add them to the glossary as entries of their own.",
    flagged=("Arestovich spoke first. Later Arestovych denied it.",),
    passed=("Petrov spoke first. Later Petrova denied it.",),
)


def check(context: Context) -> Iterator[Finding]:
    """Report the rarer spelling wherever it stands."""
    for drift in context.names.drift:
        segment = context.document.segments[drift.segment]
        rare, usual = drift.counts
        text = (
            f"“{drift.text}” ({rare}×) and “{drift.other}” ({usual}×) look like one name: {drift.evidence[0]}"
        )
        yield replace(
            finding(INFO, segment, drift.span, text),
            suggestion=drift.other,
            confidence=drift.confidence,
            evidence=drift.evidence,
        )
