"""Read a document for names: what is listed, what the source demands, what is recognised, in that order.

Each step may only take what the steps before left over. Listed forms and the demands of the source are read in
the whole document first, for a name that stands nearby is evidence for an unlisted spelling of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from qa.model import Document, Mention, Segment
from qa.names.alone.by_surname import with_surnames
from qa.names.alone.interest import interest_of
from qa.names.alone.nearby import find_nearby, right
from qa.names.alone.said_alone import with_told_alone
from qa.names.alone.unasked import unasked
from qa.names.asked.begun import marking_begun
from qa.names.asked.demand import Demand, demands_of
from qa.names.asked.known_by_given import marking_namesakes, marking_others
from qa.names.asked.possessives import marking_possessives
from qa.names.asked.sole_bearers import marking_sole_bearers
from qa.names.lexicon.lexicon import Lexicon
from qa.names.listed.source import find_names
from qa.names.mixed.drift import capital_names, find_drift, uncovered
from qa.names.near.closeness import closeness
from qa.names.rendering.displaced import displaced
from qa.names.rendering.draft import Draft, settle
from qa.names.texts.elsewhere import elsewhere
from qa.names.texts.forms import UNSPACED
from qa.names.texts.lookalikes import as_written, plainly
from qa.names.texts.persons import Persons
from qa.names.texts.reach import in_reach
from qa.names.texts.reading import NameReading, SegmentNames
from qa.names.texts.windows import LONGEST, Start, windows
from qa.text import word_texts

RETURNED = 0.45  # edit cost a letter up to which a stretch of a back-translation is the name come back

_NOTHING = SegmentNames()


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
        settle(segment, starts, asked, document.source_lang, lexicon) if starts is None or starts else None
        for segment, starts, asked in zip(document.segments, where, _demands(document, lexicon), strict=True)
    ]
    people = Persons(written)
    segments = tuple(
        _finish(draft, _around(drafts, i), people, lexicon) if draft is not None and draft.said else _NOTHING
        for i, draft in enumerate(drafts)
    )
    segments = with_surnames(document, written, words, segments, lexicon)
    if document.source_lang is not None:
        segments = with_told_alone(
            document.segments, segments, document.source_lang.partition("-")[0], lexicon
        )
    further = find_nearby(document, written, words, [s.mentions for s in segments], people.among, lexicon)
    segments = tuple(s.with_further(further[i]) if i in further else s for i, s in enumerate(segments))
    ids = {m.entry for s in segments for m in s.mentions} | {n.entry for s in segments for n in s.source}
    names = capital_names(words, lexicon.base_lang)
    drift = find_drift(document, written, names, [s.mentions for s in segments], lexicon)
    free = uncovered(names, [m.text for s in segments for m in s.mentions])
    return NameReading(segments, drift, tuple(lexicon.by_id(i).entry for i in sorted(ids)), free)


def _demands(document: Document, lexicon: Lexicon) -> Sequence[Sequence[Demand]]:
    """What the source of each segment asks for, with what is other people's and theirs alone marked as such."""
    segments = document.segments
    sources = [segment.source or "" for segment in segments]
    if not any(sources):
        return [()] * len(segments)
    base = (document.source_lang or "").partition("-")[0]
    found = [demands_of(source, document.source_lang, lexicon) for source in sources]
    begun = marking_begun(found, sources, base)
    marked = marking_others(marking_possessives(begun, base), sources, base, lexicon)
    marked = marking_namesakes(marked, segments, base, lexicon)
    return marking_sole_bearers(marked, segments, base, lexicon)


def _starts(
    document: Document, written: Sequence[Sequence[str]], words: Set[str], lexicon: Lexicon
) -> Iterator[Sequence[Start] | None]:
    """For each segment the words at which a name may start; None where every place is looked at.

    Most words of most sentences are near no name at all; each is looked at once in a run.
    """
    free = lexicon.base_lang not in UNSPACED and not all(segment.source for segment in document.segments)
    interest = interest_of(lexicon)
    if free:
        interest.meet(words)
    for segment, here in zip(document.segments, written, strict=True):
        yield None if segment.source or not free else interest.starts(segment.text, here)


def _finish(draft: Draft, around: frozenset[str], people: Persons, lexicon: Lexicon) -> SegmentNames:
    """Spellings recognisable on their own, and what the source demands in vain."""
    text = draft.segment.text
    found = (*draft.mentions, *unasked(draft, around, people, lexicon))
    asked = {e for d in draft.demands for e in d.entries}
    mentions = [
        m for m in found if lexicon.by_id(m.entry).type != "place" or not elsewhere(text, m, m.entry in asked)
    ]
    mentions.sort(key=lambda m: m.span)
    source, lang = draft.segment.source or "", draft.source_lang or ""
    wrong = displaced(text, mentions, draft.unmet, draft.demands, source, lang, lexicon)
    replaced = [demand for _, demand in wrong]
    met = {m.entry for m in mentions}
    return SegmentNames(
        mentions=tuple(mentions),
        source=tuple(n for d in draft.demands for n in d.names),
        missing=tuple(
            d.names[0]
            for d in draft.unmet
            if (d.certain or _said_otherwise(d, mentions, asked, lexicon))
            and d not in replaced
            and not d.entries & met
        ),
        wrong=tuple((mention, demand.names[0]) for mention, demand in wrong),
        lost=_lost(draft.segment, mentions, lexicon),
    )


def _said_otherwise(demand: Demand, mentions: Sequence[Mention], asked: Set[str], lexicon: Lexicon) -> bool:
    """Whether for what begins a sentence, likely as a name, the target has one of its kind that nothing asks for."""
    kinds = {lexicon.by_id(entry).type for entry in demand.entries} if demand.begun else set()
    return any(m.entry not in asked and right(m) and lexicon.by_id(m.entry).type in kinds for m in mentions)


def _around(drafts: Sequence[Draft | None], here: int) -> frozenset[str]:
    """Entries named by a right form in the segments around this one."""
    return frozenset(
        m.entry for draft in drafts[in_reach(here)] if draft is not None for m in draft.mentions if right(m)
    )


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
