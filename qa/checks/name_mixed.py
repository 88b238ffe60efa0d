"""One name written in two ways, glossary or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qa.checks.api import Context, Finding, finding, replace
from qa.model import Document, RuleInfo, Severity
from qa.names.texts.reading import Drift
from qa.wording import counted

INFO = RuleInfo(
    id="name-mixed",
    category="term-inconsistency",
    severity=Severity.MINOR,
    summary="One name is written in two ways in one document, or in two documents of one run.",
    help="No glossary entry covers the name, but the document spells it in two ways that differ only in letters which "
    "orthographies write for one another, or by a slip. The more frequent spelling is suggested, of two equally "
    "frequent ones the first. Between documents a slip is not enough, and where there is a source, both spellings"
    " must be romanizations of its word; given names count only where they name one person of one document; what "
    "counts is how many documents have a spelling. If two people or places are meant, add them to the glossary as"
    " entries of their own.",
    flagged=("Arestovich spoke first. Later Arestovych denied it.",),
    passed=("Petrov spoke first. Later Petrova denied it.",),
    needs=("language",),
)


def check(context: Context) -> Iterator[Finding]:
    """Report the rarer spelling wherever it stands."""
    for drift in context.names.drift:
        rare, usual = drift.counts
        yield _finding(context.document, drift, f"“{drift.text}” ({rare}×) and “{drift.other}” ({usual}×)")


def across(document: Document, drifts: Iterable[Drift]) -> Iterator[Finding]:
    """Report names that other documents of the run write in another way."""
    for drift in drifts:
        here, others = (counted(number, "document") for number in drift.counts)
        names = f"“{drift.text}” ({here}) and “{drift.other}” ({others} of this run)"
        yield _finding(document, drift, names)


def _finding(document: Document, drift: Drift, names: str) -> Finding:
    return replace(
        finding(
            INFO,
            document.segments[drift.segment],
            drift.span,
            f"{names} look like one name: {drift.evidence[0]}",
        ),
        suggestion=drift.other,
        confidence=drift.confidence,
        evidence=drift.evidence,
    )
