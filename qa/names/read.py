"""Read a document for names: what is listed, what the source demands, what is recognised, in that order.

Each step may only take what the steps before left over. Listed forms and the demands of the source are read in
the whole document first, for a name that stands nearby is evidence for an unlisted spelling of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, pairwise

from qa.model import Document, Mention, Segment, Span
from qa.names.alone import with_surnames
from qa.names.carried import carried_over
from qa.names.cased_spellings import recognise_cased
from qa.names.closeness import closeness
from qa.names.compile import UNSPACED, normal
from qa.names.demand import Demand, demanded, demands_of
from qa.names.evidence import displaced, render
from qa.names.given_before import of_somebody
from qa.names.interest import interest_of
from qa.names.lexicon import Lexicon
from qa.names.listed import Listed, find_listed, mention_of
from qa.names.lookalikes import as_written, plainly
from qa.names.mixed.drift import capital_names, find_drift, uncovered
from qa.names.namesake import another_place
from qa.names.nearby import NEAR, find_nearby, right
from qa.names.ordinary import Known, known
from qa.names.others import words_outside
from qa.names.otherwise import named_within
from qa.names.parted import comes_first
from qa.names.peoples import said_by_its_people
from qa.names.pieces import pieces
from qa.names.reading import NameReading, SegmentNames
from qa.names.recognise import RECOGNISED, SLIP, Recognition
from qa.names.source import find_names
from qa.names.unlisted import likeliest
from qa.names.windows import Start, Window, bare_word, overlaps, windows
from qa.text import fold, word_texts, words_from

LONGEST = 5  # words in a stretch that may be one name
NEARBY = 0.1  # probability from which a spelling is recognised where the entry is named rightly within `NEAR` segments
CLOSELY = (
    0.2  # edit cost a letter up to which a stretch goes before a listed form in it that the source lacks
)
UNSUPPORTED = 0.95  # the same where there is a source and it does not name the entry
RETURNED = 0.45  # edit cost a letter up to which a stretch of a back-translation is the name come back


_NOTHING = SegmentNames()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A segment half read: its stretches, what the source demands, what is settled, and what is unmet."""

    segment: Segment
    source_lang: str | None
    stretches: tuple[Window, ...]
    demands: tuple[Demand, ...]
    mentions: tuple[Mention, ...]
    unmet: tuple[Demand, ...]

    @property
    def said(self) -> bool:
        """Whether there is anything to say of the segment."""
        return bool(self.stretches or self.demands or self.mentions)


def read_names(document: Document, lexicon: Lexicon) -> NameReading:
    """Names of every segment; the languages are those of the document, the source may be absent."""
    plain = plainly(document)
    reading = _read(plain, lexicon)
    return reading if plain is document else as_written(reading, document)


def _read(document: Document, lexicon: Lexicon) -> NameReading:
    written = [word_texts(segment.text) for segment in document.segments]
    words = set().union(*written)
    where = _starts(document, written, words, lexicon)
    drafts = [
        _settle(segment, starts, document.source_lang, lexicon)
        for segment, starts in zip(document.segments, where, strict=True)
    ]
    people = _People(written)
    segments = tuple(
        _finish(draft, _around(drafts, i), people, lexicon) if draft.said else _NOTHING
        for i, draft in enumerate(drafts)
    )
    segments = with_surnames(document, written, words, segments, lexicon)
    further = find_nearby(document, written, words, [s.mentions for s in segments], people.among, lexicon)
    segments = tuple(s.with_further(further[i]) if i in further else s for i, s in enumerate(segments))
    ids = {m.entry for s in segments for m in s.mentions} | {n.entry for s in segments for n in s.source}
    names = capital_names(words, lexicon.base_lang)
    drift = find_drift(document, names, [s.mentions for s in segments])
    free = uncovered(names, [m.text for s in segments for m in s.mentions])
    return NameReading(segments, drift, tuple(lexicon.by_id(i).entry for i in sorted(ids)), free)


def _starts(
    document: Document, written: Sequence[Sequence[str]], words: Set[str], lexicon: Lexicon
) -> Iterator[Sequence[Start] | None]:
    """For each segment the words at which a name may start; None where every place is looked at.

    Most words of most sentences are near no name at all; each is looked at once in a run.
    """
    free = lexicon.base_lang not in UNSPACED and not all(segment.source for segment in document.segments)
    interest = interest_of(lexicon)
    hot = interest.among(words) if free else frozenset()
    for segment, here in zip(document.segments, written, strict=True):
        if segment.source or not free:
            yield None
        else:
            yield () if hot.isdisjoint(here) else interest.starts(here)


def _settle(
    segment: Segment, starts: Sequence[Start] | None, source_lang: str | None, lexicon: Lexicon
) -> _Draft:
    """Listed forms, and renderings of what the source demands."""
    text = segment.text
    if starts is not None and not starts:
        return _Draft(segment, source_lang, (), (), (), ())
    demands = demands_of(segment.source, source_lang, lexicon)
    listed = [
        item
        for item in find_listed(text, lexicon, starts)
        if not carried_over(item, text, demands, source_lang, lexicon.base_lang)
    ]
    if starts is not None and listed:
        starts = _outside(text, starts, listed)
    stretches = tuple(windows(text, LONGEST, starts, lexicon.base_lang))
    # What the source asks for, it also explains.
    listed = [i for i in listed if not (i.another_letter and any(i.name.id in d.entries for d in demands))]
    mentions = [mention_of(item, text) for item in _one_a_span(listed, demands)]
    answered = {item.name.id for item in listed}
    unmet = [d for d in demands if not answered & d.entries]
    unmet = [d for d in unmet if not named_within(d, (m.text for m in mentions), lexicon)]
    if unmet and source_lang is not None:
        mentions, unmet = _rendered(segment, stretches, mentions, demands, unmet, source_lang, lexicon)
    return _Draft(segment, source_lang, stretches, tuple(demands), tuple(mentions), tuple(unmet))


def _outside(text: str, starts: Sequence[Start], listed: Sequence[Listed]) -> list[Start]:
    """The starts that are not inside a listed form; most names are written rightly, and need no second look."""
    found = ((start, words_from(text, start.word, 1)[0].start) for start in starts)
    return [s for s, at in found if not any(i.span.start <= at < i.span.end for i in listed)]


def _rendered(
    segment: Segment,
    stretches: Sequence[Window],
    mentions: Sequence[Mention],
    demands: Sequence[Demand],
    unmet: Sequence[Demand],
    source_lang: str,
    lexicon: Lexicon,
) -> tuple[list[Mention], list[Demand]]:
    """The mentions with the renderings of what is unmet, and what is unmet still."""
    text, source = segment.text, segment.source or ""
    names = [demanded(name, lexicon) for demand in unmet for name in demand.names]
    kept = () if lexicon.base_lang in UNSPACED else stretches
    stretches = [*kept, *pieces(text, names, lexicon.base_lang)]
    found, left = render(text, _free(stretches, mentions), unmet, source, source_lang, lexicon)
    taken = [*mentions, *found]
    if left and (wider := _wider(stretches, taken, {e for d in demands for e in d.entries})):
        found, left = render(text, wider, left, source, source_lang, lexicon, CLOSELY)
        taken = [*(m for m in taken if not overlaps(m.span.start, m.span.end, found)), *found]
    left = [d for d in left if not any(said_by_its_people(lexicon.by_id(e), text) for e in d.entries)]
    return taken, left


def _finish(draft: _Draft, around: frozenset[str], people: _People, lexicon: Lexicon) -> SegmentNames:
    """Spellings recognisable on their own, and what the source demands in vain."""
    mentions = [*draft.mentions, *_recognised(draft, around, people, lexicon)]
    mentions.sort(key=lambda m: m.span)
    wrong = displaced(mentions, draft.unmet, draft.demands, lexicon)
    replaced = [demand for _, demand in wrong]
    met = {m.entry for m in mentions}
    return SegmentNames(
        mentions=tuple(mentions),
        source=tuple(n for d in draft.demands for n in d.names),
        missing=tuple(
            d.names[0] for d in draft.unmet if d.certain and d not in replaced and not d.entries & met
        ),
        wrong=tuple((mention, demand.names[0]) for mention, demand in wrong),
        lost=_lost(draft.segment, mentions, lexicon),
    )


def _around(drafts: Sequence[_Draft], here: int) -> frozenset[str]:
    """Entries named by a right form in the segments around this one."""
    near = drafts[max(0, here - NEAR) : here + NEAR + 1]
    return frozenset(m.entry for draft in near for m in draft.mentions if right(m))


def _free(stretches: Sequence[Window], taken: Sequence[Mention]) -> list[Window]:
    return [w for w in stretches if not overlaps(w.start, w.end, taken)]


def _wider(stretches: Sequence[Window], taken: Sequence[Mention], named: Set[str]) -> list[Window]:
    """Stretches around a listed form that the source does not ask for: Yuval Rafael holds the name of a company."""
    held = [m for m in taken if m.status is not None and m.entry not in named]
    firm = [m for m in taken if m not in held]
    return [
        w
        for w in _free(stretches, firm)
        if any(w.start <= m.span.start and m.span.end <= w.end and w.normal != normal(m.text) for m in held)
    ]


def _one_a_span(listed: Sequence[Listed], demands: Sequence[Demand]) -> list[Listed]:
    """One listed form a span: a good one before a deprecated one, an entry that the source names before others."""
    named = {e for d in demands for e in d.entries}
    by_span: dict[Span, list[Listed]] = {}
    for item in listed:
        by_span.setdefault(item.span, []).append(item)
    for span, items in by_span.items():
        # A form as it stands in the glossary is not an inflected form of its own entry (Donbass, Donbas + s).
        exact = {i.name.id for i in items if i.exact}
        by_span[span] = [i for i in items if i.exact or i.name.id not in exact]
    return [
        min(items, key=lambda i: (not i.good, i.name.id not in named, not i.exact, i.name.id))
        for items in by_span.values()
    ]


class _People:
    """Folded words that stand behind a given name, or a surname that comes first, and the given names themselves.

    They are gathered when first asked for: few documents have anything to ask.
    """

    def __init__(self, written: Sequence[Sequence[str]]) -> None:
        self._written = written
        self._words: set[str] | None = None

    def among(self, words: Iterable[str]) -> bool:
        """Whether any of the words is one of them."""
        if self._words is None:
            self._words = set(chain.from_iterable(map(_named, self._written)))
        return not self._words.isdisjoint(words)


def _named(words: Sequence[str]) -> Iterator[str]:
    for first, second in pairwise(words):
        if first[0].isupper() and second[0].isupper():
            if Known.GIVEN in known(fold(first)):
                yield from (fold(first), bare_word(second))
            elif comes_first(fold(first)):
                yield bare_word(second)


def _recognised(draft: _Draft, around: frozenset[str], people: _People, lexicon: Lexicon) -> list[Mention]:
    """Unlisted spellings that are recognisable without the source, the most probable first."""
    named = {e for d in draft.demands for e in d.entries}
    text, lang = draft.segment.text, lexicon.base_lang
    found: list[tuple[Recognition, Window]] = []
    for window in _free(draft.stretches, draft.mentions):
        if window.capital and len(window.normal) >= 3:
            best, spelling = recognise_cased(lexicon, window.normal)
            window = window._replace(normal=spelling)
            if best is None or (best.name.type != "person" and _another(window, best, people)):
                continue
            if best.name.type == "place" and of_somebody(text, Span(window.start, window.end), lang):
                continue
            if _in_another_script(window, best) and not (best.exact and best.regular):
                continue
            if _another_word(window, best, draft):
                continue
            if best.probability >= _threshold(best, draft, named, around):
                found.append((best, window))
    return likeliest(text, found)


def _another(window: Window, best: Recognition, people: _People) -> bool:
    """Whether a stretch that is no regular romanization of a place is rather a village's or somebody's name."""
    if best.exact:
        return False
    if another_place(best.name, window.normal):
        return True
    return Known.GIVEN in known(window.normal) or people.among(window.normal.split(" "))


def _in_another_script(window: Window, best: Recognition) -> bool:
    """Whether a stretch is in Latin letters where the name is not: a brand rather than a misspelled name."""
    return window.normal.isascii() and not fold(best.name.suggestion or "").isascii()


def _another_word(window: Window, best: Recognition, draft: _Draft) -> bool:
    """Whether a stretch stands so in the source, which is no form of the name in a language that has one."""
    source, base = draft.segment.source, (draft.source_lang or "").partition("-")[0]
    if not source or not best.name.natives_in(base):
        return False
    outside = words_outside(source, tuple(n.span for d in draft.demands for n in d.names))
    return outside.issuperset(window.normal.split(" "))


def _threshold(best: Recognition, draft: _Draft, named: set[str], around: frozenset[str]) -> float:
    if draft.segment.source and best.name.id not in named:
        return UNSUPPORTED
    if best.name.id in around:
        return NEARBY
    return RECOGNISED if best.regular else SLIP


def _lost(segment: Segment, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Right mentions without any rendering in the back-translation, whatever language that is in."""
    trip = segment.trip
    if trip is None or not trip.text:
        return ()
    lang = trip.source_lang if trip.kind == "pivot" else trip.pivot_lang
    back = {n.entry for n in find_names(trip.text, lang.partition("-")[0], lexicon)}
    stretches = [w for w in windows(trip.text, LONGEST) if w.capital]

    def returns(mention: Mention) -> bool:
        name = lexicon.by_id(mention.entry)
        return name.id in back or any(closeness(name, w.normal, RETURNED).found for w in stretches)

    return tuple(m for m in mentions if right(m) and not returns(m))
