"""Read a document for names: what is listed, what the source demands, what is recognised, in that order.

A segment is read in four steps, each of which may only take what the steps before left over: listed forms;
renderings of the names that the source text demands; other spellings that are recognisable on their own; and
what the source demands and nothing renders.
"""

from __future__ import annotations

from dataclasses import dataclass

from qa.model import Document, Mention, Segment, Span, Status
from qa.names.align import Native, prepare
from qa.names.closeness import Closeness, closeness
from qa.names.compile import UNSPACED, normal
from qa.names.letters import table_name
from qa.names.lexicon import Lexicon, Name
from qa.names.listed import Listed, find_listed, typography
from qa.names.ordinary import frequency
from qa.names.reading import NameReading, SegmentNames, SourceName
from qa.names.recognise import recognise
from qa.names.routes import describe
from qa.names.source import find_names
from qa.names.windows import Window, windows

LONGEST = 5  # words in a stretch that may be one name
DEMANDED = 0.36  # edit cost a letter up to which a stretch renders a name that the source demands
DEMANDED_COMMON = 0.2  # the same for a word that is common in the target language
COMMON = 4.5  # Zipf frequency from which a word is common
RECOGNISED = 0.5  # probability from which a spelling is recognised without the source
RETURNED = 0.45  # edit cost a letter up to which a stretch of a back-translation is the name come back
ALIKE = 0.5  # edit cost a letter up to which two names of different kinds may be mistaken for one another
UNSUPPORTED = 0.8  # the same where there is a source and it does not name the entry


def read_names(document: Document, lexicon: Lexicon) -> NameReading:
    """Names of every segment; the languages are those of the document, the source may be absent."""
    reader = _Reader(lexicon, document.source_lang)
    segments = tuple(reader.read(segment) for segment in document.segments)
    ids = {m.entry for s in segments for m in s.mentions} | {n.entry for s in segments for n in s.source}
    return NameReading(segments, (), tuple(lexicon.by_id(i).entry for i in sorted(ids)))


@dataclass(frozen=True, slots=True)
class _Demand:
    """A place in the source that names one entry, or several that share the form."""

    names: tuple[SourceName, ...]

    @property
    def entries(self) -> tuple[str, ...]:
        return tuple(n.entry for n in self.names)

    @property
    def certain(self) -> bool:
        return any(n.certain for n in self.names)


@dataclass(frozen=True, slots=True)
class _Reader:
    lexicon: Lexicon
    source_lang: str | None

    def read(self, segment: Segment) -> SegmentNames:
        """The four steps for one segment."""
        text = segment.text
        stretches = windows(text, LONGEST)
        listed = find_listed(text, self.lexicon)
        demands = self._demands(segment.source)
        mentions = [m for m in (self._listed(item, text) for item in _best_listed(listed, demands)) if m]
        open_demands = _unmet(demands, listed)
        rendered, unmet = self._rendered(text, stretches, mentions, open_demands)
        mentions += rendered
        mentions += self._recognised(text, stretches, mentions, demands)
        mentions.sort(key=lambda m: m.span)
        wrong = _displaced(mentions, unmet, demands, self.lexicon)
        missing = tuple(d.names[0] for d in unmet if d.certain and d not in [w[1] for w in wrong])
        return SegmentNames(
            tuple(mentions),
            tuple(n for d in demands for n in d.names),
            missing,
            tuple((mention, demand.names[0]) for mention, demand in wrong),
            self._lost(segment, mentions),
        )

    def _lost(self, segment: Segment, mentions: list[Mention]) -> tuple[Mention, ...]:
        """Right mentions without any rendering in the back-translation, whatever language that is in."""
        trip = segment.trip
        if trip is None or not trip.text:
            return ()
        lang = trip.source_lang if trip.kind == "pivot" else trip.pivot_lang
        back = {n.entry for n in find_names(trip.text, lang.partition("-")[0], self.lexicon)}
        stretches = [w for w in windows(trip.text, LONGEST) if w.capital]

        def returns(mention: Mention) -> bool:
            name = self.lexicon.by_id(mention.entry)
            return name.id in back or any(closeness(name, w.normal, RETURNED).found for w in stretches)

        return tuple(m for m in mentions if m.status not in (None, Status.DEPRECATED) and not returns(m))

    def _demands(self, source: str | None) -> list[_Demand]:
        if not source or self.source_lang is None:
            return []
        by_span: dict[Span, list[SourceName]] = {}
        for name in find_names(source, self.source_lang, self.lexicon):
            if self.lexicon.by_id(name.entry).suggestion is not None:
                by_span.setdefault(name.span, []).append(name)
        return [_Demand(tuple(names)) for _, names in sorted(by_span.items())]

    def _listed(self, item: Listed, text: str) -> Mention:
        """A mention of a listed form; the same letters in another dress are a form that nobody listed."""
        span, name, form, exact = item
        written = text[span.start : span.end]
        dress = typography(form, written) if exact and form.status is Status.PREFERRED else None
        if dress and not any(
            typography(f, written) is None and normal(f.text) == normal(written) for _, f in name.listed
        ):
            return Mention(
                span, written, name.id, form.text, None, "typography",
                f"{form.text} with other {dress}", 1.0, form.text,
            )  # fmt: skip
        kind = "listed" if exact else "inflected"
        suggestion = name.suggestion if form.status is Status.DEPRECATED else None
        return Mention(span, written, name.id, form.text, form.status, kind, form.note, 1.0, suggestion)

    def _rendered(
        self, text: str, stretches: list[Window], taken: list[Mention], demands: list[_Demand]
    ) -> tuple[list[Mention], list[_Demand]]:
        """Give every unmet demand the stretch that comes closest, closest pairs first."""
        free = [w for w in stretches if not _overlaps(w.start, w.end, taken)]
        pairs = []
        for d, demand in enumerate(demands):
            for source in demand.names:
                pairs += [(*found, d, source) for found in self._near(source, free, demand.certain)]
        out: list[Mention] = []
        met: set[int] = set()
        for _, window, d, source in sorted(pairs, key=lambda p: (p[0].cost, p[2], p[1].start, p[1].end)):
            if d in met or _overlaps(window.start, window.end, out):
                continue
            met.add(d)
            out.append(self._mention(text, window, source))
        return out, [demand for d, demand in enumerate(demands) if d not in met]

    def _near(self, source: SourceName, free: list[Window], certain: bool) -> list[tuple[Closeness, Window]]:
        name, extra = self.lexicon.by_id(source.entry), self._source_word(source)
        lang = self.lexicon.target_lang.partition("-")[0]
        found = []
        for window in free:
            if not window.capital or window.normal in name.good:
                continue
            close = closeness(name, window.normal, DEMANDED, extra)
            if not close.found:
                continue
            common = frequency(window.normal, lang) >= COMMON
            if close.cost > (DEMANDED_COMMON if common or not certain else DEMANDED):
                continue
            found.append((close, window))
        return found

    def _source_word(self, source: SourceName) -> Native | None:
        """The word of the source as it stands there, case ending and all, ready for alignment."""
        base = (self.source_lang or "").partition("-")[0]
        table = None if base in UNSPACED else table_name(base, source.text)
        return prepare(normal(source.text), table) if table not in (None, "latin") else None

    def _mention(self, text: str, window: Window, source: SourceName) -> Mention:
        name, extra = self.lexicon.by_id(source.entry), self._source_word(source)
        close = closeness(name, window.normal, DEMANDED, extra)
        route = describe(name, window.normal, close, source.text)
        written = text[window.start : window.end]
        return Mention(
            Span(window.start, window.end), written, name.id, close.form.text if close.form else source.text, None,
            route.kind, route.text, max(0.5, min(1.0, 1.0 - close.cost)), name.suggestion,
            (f"the source has {source.text}",),
        )  # fmt: skip

    def _recognised(
        self, text: str, stretches: list[Window], taken: list[Mention], demands: list[_Demand]
    ) -> list[Mention]:
        """Spellings that are recognisable without a source, the most probable first."""
        named = {e for d in demands for e in d.entries}
        found = []
        for window in stretches:
            if not window.capital or len(window.normal) < 3 or _overlaps(window.start, window.end, taken):
                continue
            best = recognise(self.lexicon, window.normal)
            if best is None or best.name.suggestion is None:
                continue
            if best.probability >= (RECOGNISED if not demands or best.name.id in named else UNSUPPORTED):
                found.append((best, window))
        found.sort(key=lambda f: (-f[0].probability, f[1].start - f[1].end, f[1].start))
        out: list[Mention] = []
        for best, window in found:
            if _overlaps(window.start, window.end, out):
                continue
            name, close = best.name, best.closeness
            route = describe(name, window.normal, close)
            out.append(
                Mention(
                    Span(window.start, window.end),
                    text[window.start : window.end],
                    name.id,
                    close.form.text if close.form else "",
                    None,
                    route.kind,
                    route.text,
                    round(best.probability, 4),
                    name.suggestion,
                )  # fmt: skip
            )
        return out


def _best_listed(listed: list[Listed], demands: list[_Demand]) -> list[Listed]:
    """One listed form a span: that of an entry which the source names, else a good one, else the first."""
    named = {e for d in demands for e in d.entries}
    by_span: dict[Span, list[Listed]] = {}
    for item in listed:
        by_span.setdefault(item.span, []).append(item)
    return [
        min(items, key=lambda i: (not i.good, i.name.id not in named, not i.exact, i.name.id))
        for items in by_span.values()
    ]


def _unmet(demands: list[_Demand], listed: list[Listed]) -> list[_Demand]:
    """Demands that no listed form answers; a form answers as many demands as it likes to."""
    answered = {item.name.id for item in listed}
    return [d for d in demands if not answered & set(d.entries)]


def _displaced(
    mentions: list[Mention], unmet: list[_Demand], demands: list[_Demand], lexicon: Lexicon
) -> list[tuple[Mention, _Demand]]:
    """Pair each unanswered demand with a right form of an entry that the source does not name, one to one."""
    named = {e for d in demands for e in d.entries}
    strangers = [m for m in mentions if m.entry not in named and m.status is not None]
    out = []
    for demand in unmet:
        name = lexicon.by_id(demand.names[0].entry)
        for stranger in strangers:
            if demand.certain and _interchangeable(name, stranger, lexicon):
                out.append((stranger, demand))
                strangers.remove(stranger)
                break
    return out


def _interchangeable(name: Name, stranger: Mention, lexicon: Lexicon) -> bool:
    """Whether one may stand for the other by mistake: two people, two places, or two names that look alike."""
    other = lexicon.by_id(stranger.entry)
    if name.type == other.type and name.type in ("person", "place"):
        return True
    return closeness(name, normal(stranger.text), ALIKE).found


def _overlaps(start: int, end: int, mentions: list[Mention]) -> bool:
    return any(start < m.span.end and m.span.start < end for m in mentions)
