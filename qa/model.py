"""The values that flow through the house: documents in, findings and scores out.

Every class is frozen and slotted, every collection a tuple, so that any of them can be shared between
processes, hashed and compared. Offsets are counted in code points of `Segment.text`; lines and columns are
1-based and point into the file as it lies on disk.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple


class Severity(StrEnum):
    """MQM severities, from the mildest to the gravest."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Position on the scale, 0 for neutral to 3 for critical."""
        return list(Severity).index(self)


class Band(StrEnum):
    """Where a score stands among good human text of the same engine, direction and length."""

    OK = "ok"
    REVIEW = "review"
    POOR = "poor"


class Status(StrEnum):
    """Administrative status of a form, in the words of TBX."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


Side = Literal["target", "source"]
Part = Literal["headline", "caption", "body"]
# What a rule may need to judge a sentence besides its text.
Need = Literal["language", "source", "trip", "fluency", "agreement"]


class Span(NamedTuple):
    """A half-open range of code points `[start, end)`."""

    start: int
    end: int


class Anchor(NamedTuple):
    """Says that code point `offset` of a segment stands at `line`:`column` of the file."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """What one back-translation of a segment gave.

    `source_lang` is the language translated from (the target language of the document), `pivot_lang` the
    language in between, or the document's own source language when `kind` is "source". For kind "pivot" the
    text went target → pivot → target: `pivot` holds the middle, `text` the way back. For kind "source" it
    went target → source once: `pivot` is None and `text` is to be compared with the source.
    `log_probabilities` holds mean natural-log probabilities a token, keyed by what was scored ("target|pivot",
    "pivot|target", "source|target", "target|source"); `token_scores` the (word, log probability) pairs of the
    target text where the backend can tell them, `source_scores` those of the source, given the target.
    """

    kind: Literal["pivot", "source"]
    source_lang: str
    pivot_lang: str
    text: str
    signature: str
    pivot: str | None = None
    log_probabilities: tuple[tuple[str, float], ...] = ()
    token_scores: tuple[tuple[str, float], ...] = ()
    source_scores: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100 with the signature that says how it was made.

    `band` is None where the direction is not calibrated or the segment is too short. `metrics` are the raw
    numbers behind the score; `reasons` are sentences for the reader, the weightiest first.
    """

    score: float
    band: Band | None
    signature: str
    metrics: tuple[tuple[str, float], ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence (or one aligned unit) of the target text, with what is known about it.

    `block` numbers, from 1, the paragraph or unit of the file that it was cut from; 0 where nobody said.
    """

    id: str
    text: str
    anchors: tuple[Anchor, ...]
    source: str | None = None
    part: Part = "body"
    trips: tuple[RoundTrip, ...] = ()
    fluency: Score | None = None
    agreement: Score | None = None
    block: int = 0

    def continues(self, before: Segment) -> bool:
        """Whether it stands in the same paragraph as the segment before it, on whatever lines of the file.

        Where blocks are not numbered, what begins on the line on which the other ends is taken for that.
        """
        if self.block and before.block:
            return self.block == before.block
        return self.line == before.anchors[-1].line

    @property
    def line(self) -> int:
        """Line of the first code point, 1-based, in the file."""
        return self.anchors[0].line

    @property
    def column(self) -> int:
        """Column of the first code point, 1-based, in code points."""
        return self.anchors[0].column

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of a code point of `text`."""
        anchor = self.anchors[bisect_right(self.anchors, offset, key=lambda a: a.offset) - 1]
        return anchor.line, anchor.column + offset - anchor.offset

    @property
    def trip(self) -> RoundTrip | None:
        """The round trip to show: the one into the source language where there is one."""
        return max(self.trips, key=lambda t: t.kind == "source", default=None)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that could not be judged, and why; counted in every output, never silently passed."""

    segment: str | None
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A suppression written into a file: findings of `rules` (none is all) on lines `first` to `last`.

    `in_text` says that it is a line of the text, which is then left out, and no comment.
    """

    first: int
    last: int
    rules: tuple[str, ...]
    reason: str
    in_text: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One text to check. `path` is as the user named it; `name` tells items of one file apart.

    `outlet` is whose text it is, as the file says, "" where it does not. `numbered` says that the file gives the
    item no name, so that `name` is only its place, which another item above it would change.
    """

    path: str
    segments: tuple[Segment, ...]
    source_lang: str | None = None
    target_lang: str | None = None
    name: str = ""
    title: str | None = None
    url: str | None = None
    published: dt.date | None = None
    skipped: tuple[Skipped, ...] = ()
    fluency: Score | None = None
    agreement: Score | None = None
    marks: tuple[Mark, ...] = ()
    outlet: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of an entry in one language; `since` and `until` are inclusive, None is always."""

    text: str
    lang: str
    status: Status
    since: dt.date | None = None
    until: dt.date | None = None
    note: str = ""

    def valid_on(self, day: dt.date | None) -> bool:
        """Whether the form may be used on `day`; an undated text is judged by every day."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, place, organisation, event or phrase, with its forms in every language."""

    id: str
    type: str
    forms: tuple[Form, ...]

    def forms_in(self, lang: str) -> tuple[Form, ...]:
        """Forms of one language; a regional tag ("en-GB") also sees its base language ("en")."""
        base = lang.partition("-")[0]
        return tuple(f for f in self.forms if f.lang == lang or f.lang == base)

    def listed_in(self, lang: str, day: dt.date | None) -> tuple[Form, ...]:
        """Forms of one language on a day, preferred ones first; without a day all of them, the newest first."""
        order = tuple(Status)

        def rank(form: Form) -> tuple[int, int]:
            since = form.since.toordinal() if form.since else 0
            return order.index(form.status), since if day else -since

        return tuple(sorted((f for f in self.forms_in(lang) if f.valid_on(day)), key=rank))

    def preferred_in(self, lang: str, day: dt.date | None) -> Form | None:
        """The preferred form of a language on a day, or the newest one; None if the language has none."""
        first = next(iter(self.listed_in(lang, day)), None)
        return first if first is not None and first.status is Status.PREFERRED else None


@dataclass(frozen=True, slots=True)
class GlossarySource:
    """Where a glossary came from: path, SHA-256 of its bytes, number of entries."""

    path: str
    sha256: str
    entries: int


@dataclass(frozen=True, slots=True)
class Glossary:
    """Entries sorted by id, merged from the sources in the order given (later wins)."""

    entries: tuple[Entry, ...]
    sources: tuple[GlossarySource, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact: this span of a text names that entry, by this route.

    `status` is that of the listed form, None for a form that nobody listed. `route` says in words how the
    form comes about ("Russian-based romanization (BGN/PCGN) of Луганск", "misspelling of Lysychansk").
    `kind` is the route's family. `form` is the glossary or generated form that was met, with the
    inflection or possessive of the text left out. `evidence` are sentences for the reader.
    """

    span: Span
    text: str
    entry: str
    form: str
    status: Status | None
    kind: str
    route: str
    confidence: float
    suggestion: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule as users see it: id, MQM category, default severity, and texts for `qa rules` and reports.

    `needs` is all without which it can find nothing in a sentence.
    """

    id: str
    category: str
    severity: Severity
    summary: str
    help: str
    flagged: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A judgement about one span, ready to be printed, gated on, fixed or dismissed."""

    rule: str
    category: str
    severity: Severity
    segment: str
    side: Side
    start: int
    end: int
    line: int
    column: int
    text: str
    explanation: str
    entry: str | None = None
    suggestion: str | None = None
    confidence: float = 1.0
    route: str | None = None
    evidence: tuple[str, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that does not count, and why: nothing that was found is ever lost.

    `by` is "mark" (a `qa: ignore` in the file), "sic", "left-alone" (an address, an identifier, a quoted
    word), or "baseline" (known before). `reason` is a sentence for the reader.
    """

    finding: Finding
    by: Literal["mark", "sic", "left-alone", "baseline"]
    reason: str


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document with its findings, sorted by position, and those that do not count."""

    document: Document
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was not judged, from reading to scoring."""
        return self.document.skipped


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a reporter may show; reporters see this and nothing else.

    `entries` are those of the glossary that findings name, sorted by id.
    """

    tool: str
    version: str
    glossaries: tuple[GlossarySource, ...]
    documents: tuple[CheckedDocument, ...]
    rules: tuple[RuleInfo, ...]
    fail_on: Severity | None
    notes: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)
    entries: tuple[Entry, ...] = ()

    def count(self, severity: Severity) -> int:
        """Number of findings of exactly this severity."""
        return sum(f.severity is severity for d in self.documents for f in d.findings)

    @property
    def segments(self) -> int:
        """Number of segments in all documents."""
        return sum(len(d.document.segments) for d in self.documents)

    @property
    def words(self) -> int:
        """Number of words in all target texts, counted between white space."""
        return sum(len(s.text.split()) for d in self.documents for s in d.document.segments)

    @property
    def failed(self) -> bool:
        """Whether some finding is at or above `fail_on`."""
        return any(self.fails(finding) for document in self.documents for finding in document.findings)

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is at or above `fail_on`."""
        return self.fail_on is not None and finding.severity.rank >= self.fail_on.rank
