"""A format in pieces, so that a feed of any length can be written while it is still being checked.

A writer has one or more sections. Every document adds a piece to each of them; around the sections stands
what belongs to the whole report. Only the pieces of later sections have to wait, and they can wait on disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from qa.model import CheckedDocument, Report, Severity
from qa.reporters.verdict import judge


@dataclass(frozen=True, slots=True)
class Totals:
    """What a report adds up to, so far: `findings` by severity, `levels` by verdict, both sorted."""

    documents: int = 0
    segments: int = 0
    words: int = 0
    skipped: int = 0
    suppressed: int = 0
    findings: tuple[int, ...] = (0,) * len(Severity)
    levels: tuple[tuple[str, int], ...] = ()

    def plus(self, checked: CheckedDocument) -> Totals:
        """The totals with one more document."""
        segments = checked.document.segments
        ranks = Counter(f.severity.rank for f in checked.findings)
        levels = Counter(dict(self.levels))
        levels[judge(checked).level.value] += 1
        return Totals(
            documents=self.documents + 1,
            segments=self.segments + len(segments),
            words=self.words + sum(len(s.text.split()) for s in segments),
            skipped=self.skipped + len(checked.skipped),
            suppressed=self.suppressed + len(checked.suppressed),
            findings=tuple(n + ranks[rank] for rank, n in enumerate(self.findings)),
            levels=tuple(sorted(levels.items())),
        )

    def count(self, severity: Severity) -> int:
        """Number of findings of exactly this severity."""
        return self.findings[severity.rank]

    def failing(self, gate: Severity | None) -> int:
        """Number of findings at or above the gate."""
        return 0 if gate is None else sum(self.findings[gate.rank :])

    def failed(self, gate: Severity | None) -> bool:
        """Whether some finding is at or above the gate."""
        return self.failing(gate) > 0

    @property
    def found(self) -> int:
        """Number of findings of any severity."""
        return sum(self.findings)


class Writer(NamedTuple):
    """How a format is written; the report that the functions see has no documents of its own.

    `begin` gives the text before the first section. `document` gives the pieces of one document, one a
    section; its totals are those of the documents before it. `frame` gives the text after each section.
    """

    begin: Callable[[Report], str]
    document: Callable[[Report, CheckedDocument, Totals], tuple[str, ...]]
    frame: Callable[[Report, Totals], tuple[str, ...]]


def whole(writer: Writer, report: Report) -> str:
    """A report that is there as a whole, written in one piece."""
    head = replace(report, documents=())
    totals, pieces = _pieces(writer, head, report.documents)
    framed = zip(pieces, writer.frame(head, totals), strict=True)
    return writer.begin(head) + "".join(section + after for section, after in framed)


def _pieces(
    writer: Writer, head: Report, documents: Iterable[CheckedDocument]
) -> tuple[Totals, tuple[str, ...]]:
    totals = Totals()
    sections: list[list[str]] = [[] for _ in writer.frame(head, totals)]
    for checked in documents:
        for section, piece in zip(sections, writer.document(head, checked, totals), strict=True):
            section.append(piece)
        totals = totals.plus(checked)
    return totals, tuple("".join(section) for section in sections)
