"""Where a finding begins and ends in the file, and the address of a file."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from qa.model import CheckedDocument, Finding, Segment


class Region(NamedTuple):
    """A stretch of the file, 1-based, in code points; the end column is the one after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


def address(path: str) -> str:
    """A path as the address of a link, by its bytes; the colon is quoted too, so that none passes for a scheme."""
    try:
        return quote(path.encode("utf-8", "surrogateescape"), safe="/")
    except UnicodeEncodeError:
        return quote(path.encode("utf-8", "replace"), safe="/")


def regions(checked: CheckedDocument) -> dict[Finding, Region]:
    """The region of every finding; one on the source side, or without width, is the place it points at."""
    segments = {segment.id: segment for segment in checked.document.segments}
    found = (*checked.findings, *(s.finding for s in checked.suppressed))
    return {finding: _region(segments.get(finding.segment), finding) for finding in found}


def _region(segment: Segment | None, finding: Finding) -> Region:
    line, column = finding.line, finding.column
    if segment is None or finding.side == "source" or finding.end <= finding.start:
        return Region(line, column, line, column)
    end_line, end_column = segment.position(finding.end - 1)
    if (end_line, end_column) < (line, column):
        return Region(line, column, line, column)
    return Region(line, column, end_line, end_column + 1)
