"""One card a finding: what stands there, what to write, and what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa import diff
from qa.model import Document, Finding, RuleInfo


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it; numbers count from 0 for findings and from 1 for sentences.

    `change` is the letter-level difference to the suggestion, None where there is no suggestion or the two
    have too little in common for single letters to mean anything.
    """

    number: int
    finding: Finding
    sentence: int
    whole: bool
    change: tuple[diff.Change, ...] | None
    rule: RuleInfo | None


def cards(document: Document, findings: Sequence[Finding], rules: Mapping[str, RuleInfo]) -> tuple[Card, ...]:
    """Cards in the order of the findings."""
    places = {segment.id: (number, segment) for number, segment in enumerate(document.segments, 1)}
    made: list[Card] = []
    for number, finding in enumerate(findings):
        sentence, segment = places[finding.segment]
        whole = finding.side == "target" and finding.end - finding.start == len(segment.text)
        made.append(Card(number, finding, sentence, whole, _change(finding), rules.get(finding.rule)))
    return tuple(made)


def _change(finding: Finding) -> tuple[diff.Change, ...] | None:
    if finding.suggestion is None:
        return None
    changes = diff.letters(finding.text, finding.suggestion)
    common = sum(len(change.left) for change in changes if change.kind == "equal")
    return changes if 2 * common >= max(len(finding.text), len(finding.suggestion)) else None
