"""Names that do not survive the back-translation."""

from __future__ import annotations

from collections.abc import Iterator

from qa.checks.api import Context, Finding, finding, replace
from qa.model import RuleInfo, Severity

INFO = RuleInfo(
    id="name-lost",
    category="entity",
    severity=Severity.NEUTRAL,
    summary="A name that does not come back from the back-translation.",
    help="The sentence was translated into another language and back, and this name was gone. That is a hint that the "
    "translator does not read it as a name, more often about the translator than about the text; so the finding is "
    "neutral and never fails a check by default.",
    flagged=("Popasna fell. → A popular one fell.",),
    passed=("Kyiv stands. → Kiev stands.",),
    needs=("language", "trip"),
)


def check(context: Context) -> Iterator[Finding]:
    """Report every right mention that the back-translation has lost."""
    for segment, names in zip(context.document.segments, context.names.segments, strict=True):
        for mention in names.lost:
            text = f"“{mention.text}” does not come back from the back-translation"
            yield replace(finding(INFO, segment, mention.span, text), entry=mention.entry, confidence=0.5)
