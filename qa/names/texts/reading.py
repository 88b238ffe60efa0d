"""What reading a document for names gives: the mentions in every segment, on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter

from qa.model import Entry, Mention, Span


@dataclass(frozen=True, slots=True)
class SourceName:
    """A glossary entry met in the source text: the word as written there, and the form it is a form of.

    `surname` is the surname in the target language, where nothing else of the name is asked for; `common` says that
    no capital tells the name from an ordinary word.
    """

    span: Span
    text: str
    entry: str
    native: str
    certain: bool = True
    surname: str | None = None
    common: bool = False


@dataclass(frozen=True, slots=True)
class SegmentNames:
    """Names of one segment.

    `mentions` are those of the target text, sorted, never overlapping, right forms included.
    `source` are the entries that the source text names; `missing` those of them that the target does not
    name; `wrong` pairs (mention of another entry or a namesake, source name in whose place it stands). `lost` are
    right mentions that do not come back from the back-translation.
    """

    mentions: tuple[Mention, ...] = ()
    source: tuple[SourceName, ...] = ()
    missing: tuple[SourceName, ...] = ()
    wrong: tuple[tuple[Mention, SourceName], ...] = ()
    lost: tuple[Mention, ...] = ()

    def with_further(self, mentions: Iterable[Mention]) -> SegmentNames:
        """The same with further mentions, which overlap none."""
        return replace(self, mentions=tuple(sorted([*self.mentions, *mentions], key=lambda m: m.span)))

    def with_wrong(self, wrong: Iterable[tuple[Mention, SourceName]]) -> SegmentNames:
        """The same with further names that stand in the place of another."""
        return replace(self, wrong=(*self.wrong, *wrong))


@dataclass(frozen=True, slots=True)
class Drift:
    """Two spellings of one name in one document without a glossary entry: the rarer one at `span`."""

    segment: int
    span: Span
    text: str
    other: str
    counts: tuple[int, int]
    confidence: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameReading:
    """Names of a document: one `SegmentNames` a segment in the same order, and drift within the document.

    `entries` are those named in it, by their ids. `uncovered` are the names that no entry covers: folded, each with the
    way it is written.
    """

    segments: tuple[SegmentNames, ...] = ()
    drift: tuple[Drift, ...] = ()
    entries: tuple[Entry, ...] = ()
    uncovered: Mapping[str, str] = field(default_factory=dict)

    def entry(self, entry_id: str) -> Entry:
        """The entry with this id among those named in the document."""
        return self.entries[bisect_left(self.entries, entry_id, key=attrgetter("id"))]
