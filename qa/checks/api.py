"""What a check is: a function from one document's context to findings, with the rule's text beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from qa.config import Config
from qa.model import Document, Finding, RuleInfo, Segment, Side, Span
from qa.names.texts.reading import NameReading


@dataclass(frozen=True, slots=True)
class Context:
    """All a check may look at: the scored document, its names, the configuration."""

    document: Document
    names: NameReading
    config: Config


Check = Callable[[Context], Iterator[Finding]]


class Rule(NamedTuple):
    """A rule: what users read about it, and the function that finds it."""

    info: RuleInfo
    check: Check


def finding(
    info: RuleInfo, segment: Segment, span: Span, explanation: str, *, side: Side = "target"
) -> Finding:
    """Build a finding of `info` on a span of a segment; refine it with `dataclasses.replace`.

    `span` counts code points of the segment's text, or of its source when `side` is "source". A finding on
    the source side points at the start of the target segment in the file, where an editor has to act.
    """
    text = segment.text if side == "target" else segment.source or ""
    line, column = segment.position(span.start) if side == "target" else (segment.line, segment.column)
    return Finding(
        rule=info.id,
        category=info.category,
        severity=info.severity,
        segment=segment.id,
        side=side,
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        text=text[span.start : span.end],
        explanation=explanation,
    )


__all__ = ["Check", "Context", "Finding", "Rule", "finding", "replace"]
