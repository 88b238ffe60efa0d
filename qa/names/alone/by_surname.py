"""Persons named by the surname alone, in a document that names them in full somewhere.

A surname belongs to many; who is named in full, in the text or in its source, is whom the surname means from then
on, unless another given name stands before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from qa.model import Document, Mention, Segment, Span
from qa.names.asked.bare_surnames import is_form, surnames_of
from qa.names.asked.demand import Demand
from qa.names.asked.possessives import says_whose
from qa.names.asked.unintroduced import unintroduced
from qa.names.grammar.in_case import nominatives
from qa.names.lexicon.keys import spelling_keys
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.listed.listed import Listed, mention_of
from qa.names.near.another_name import before_surname
from qa.names.near.candidates import LIMIT
from qa.names.near.closeness import closeness
from qa.names.near.recognise import RECOGNISED, Recognition, assess, recognise
from qa.names.near.unlisted import likeliest
from qa.names.rendering.carried import surname_carried_over
from qa.names.rendering.displaced import displaced
from qa.names.rendering.evidence import render, unsure
from qa.names.rendering.other_given import behind_other_given
from qa.names.script.romanize import in_latin
from qa.names.texts.forms import UNSPACED, normal
from qa.names.texts.given_before import before_a_name, behind_name, given_beside, surname_behind
from qa.names.texts.others import Others
from qa.names.texts.reading import SegmentNames, SourceName
from qa.names.texts.windows import Window, bare_word, has_particles_of, overlaps, windows
from qa.names.words.given import is_given_name
from qa.names.words.likeness import couple, womans
from qa.names.words.ordinary import ORDINARY, WELL_KNOWN, Known, known, means_else
from qa.text import words

SLIPPED = 0.7  # probability from which a slip in a surname is recognised: it may be somebody else's
CLOSELY = 0.3  # cost a letter up to which a spelling is somebody's who stands rightly beside it
LONGEST = 4  # words of a surname with its particles


@dataclass(frozen=True, slots=True)
class _People:
    """Persons whom a document names: their surnames by entry id; `others` are those whom it never names in full."""

    names: Mapping[str, Name]
    lexicon: Lexicon
    others: frozenset[str] = frozenset()

    @property
    def lang(self) -> str:
        return self.lexicon.base_lang

    def and_of(self, others: Mapping[str, Name], found: SegmentNames) -> _People:
        """These, and others whom a segment calls by the surname, if that is not a listed form of theirs."""
        others = {i: name for i, name in others.items() if all(n.entry != i for n in found.source)}
        return _People({**self.names, **others}, self.lexicon, frozenset(others)) if others else self

    def is_person(self, entry_id: str) -> bool:
        """Whether an entry that was met is a person's."""
        return self.lexicon.by_id(entry_id).type == "person"

    def right(self, text: str, window: Window) -> Iterator[Name]:
        """Those whose surname a stretch of a text is, as its language inflects it or makes an adjective of it."""
        written = text[window.start : window.end]
        for name in self.names.values():
            if any(
                _same(good, window.normal, self.lang) or says_whose(good, written, self.lang)
                for good in name.good
            ):
                yield name


def with_surnames(
    document: Document,
    written: Sequence[Sequence[str]],
    all_words: Set[str],
    segments: Sequence[SegmentNames],
    lexicon: Lexicon,
) -> tuple[SegmentNames, ...]:
    """The names of each segment with the surnames that stand for persons named in full.

    `written` are the words of each segment, `all_words` those of the document.
    """
    source_lang = (document.source_lang or "").partition("-")[0]
    ids = sorted(_named_in_full(segments, source_lang, lexicon))
    names = {i: name for i in ids if (name := lexicon.surname(i)) is not None}
    if lexicon.base_lang in UNSPACED:
        return tuple(segments)
    known = _unintroduced(document, segments, names, lexicon)
    if not names and not any(known):
        return tuple(segments)
    people = _People(names, lexicon)
    hot = _hot(all_words, people)
    return tuple(
        # Without a source, only a word that is like a surname has anything to say.
        _reread(segment, found, document.source_lang, hot, people.and_of(others, found))
        if (segment.source and (names or others)) or not hot.isdisjoint(here)
        else found
        for segment, here, found, others in zip(document.segments, written, segments, known, strict=True)
    )


def _unintroduced(
    document: Document, read: Sequence[SegmentNames], names: Mapping[str, Name], lexicon: Lexicon
) -> list[dict[str, Name]]:
    """For each segment the surnames of persons whom the document does not name in full."""
    if document.source_lang is None or not any(segment.source for segment in document.segments):
        return [{} for _ in document.segments]
    return unintroduced(document.segments, read, document.source_lang, names.keys(), lexicon)


def _named_in_full(segments: Sequence[SegmentNames], source_lang: str, lexicon: Lexicon) -> set[str]:
    met = {m.entry for s in segments for m in s.mentions if " " in normal(m.text)}
    met |= {n.entry for s in segments for n in s.source if n.surname or _is_full(n, source_lang, lexicon)}
    return {i for i in met if lexicon.by_id(i).type == "person"}


def _is_full(source: SourceName, lang: str, lexicon: Lexicon) -> bool:
    """Whether a name of the source is a person's in full."""
    if lang not in UNSPACED:
        return " " in source.native
    short = lexicon.surname(source.entry)
    return short is not None and source.native not in short.natives_in(lang)


def _hot(written: Set[str], people: _People) -> set[str]:
    """Words of a document that may be one of the surnames, in whatever spelling."""
    keys = frozenset().union(*(spelling_keys(r) for n in people.names.values() for r in _last_words(n)))
    return {w for w in written if not w[0].islower() and not keys.isdisjoint(_keys(w, people.lang))}


def _last_words(name: Name) -> set[str]:
    return {latin.rpartition(" ")[2] for latin in name.renderings}


@lru_cache(maxsize=65536)
def _keys(word: str, lang: str) -> frozenset[int]:
    spelling = bare_word(word, lang)
    return spelling_keys(in_latin(spelling, lang)) if spelling else frozenset()


def _reread(
    segment: Segment, found: SegmentNames, source_lang: str | None, hot: Set[str], people: _People
) -> SegmentNames:
    text = segment.text
    tokens = words(text)
    small = {right for name in people.names.values() if (right := name.suggestion) and right[0].islower()}
    capital = [
        w
        for w in windows(text, LONGEST, lang=people.lang)
        if w.capital or any(has_particles_of(w, text, right) for right in small)
    ]
    free = [
        w
        for w in capital
        if not overlaps(w.start, w.end, found.mentions)
        and not given_beside(text, tokens, w.first, people.lang)
        and not before_a_name(text, Span(w.start, w.end), people.lang)
    ]
    alone = _surnames_of(segment, source_lang, found, people)
    carried = {w.normal for w in capital if _carried_over(w, alone, segment, source_lang, people)}
    mentions = _right(text, [w for w in free if w.normal not in carried], people)
    # A word that the source has as well means what it means there; where the source asks, names of the news are rare.
    said = {bare_word(word.text) for word in words(segment.source or "")}
    most = WELL_KNOWN if segment.source else ORDINARY
    free = [
        w
        for w in free
        if not overlaps(w.start, w.end, mentions)
        and (w.normal in said or not means_else(w.normal, people.lang, most))
    ]
    if not segment.source or source_lang is None:
        mentions += _recognised(text, free, hot, people)
        return found.with_further(mentions)
    # A namesake answers as well: what counts is that the surname is written rightly.
    met = {m.entry for m in found.mentions}
    rightly = [(w, name.id) for w in capital for name in people.right(text, w)]
    met |= {entry for w, entry in rightly if w.normal not in carried}
    found = _by_source(segment, source_lang, found, free, mentions, alone, met, people)
    return _with_namesakes(segment, source_lang, found, rightly, people)


def _with_namesakes(
    segment: Segment,
    source_lang: str,
    found: SegmentNames,
    rightly: Sequence[tuple[Window, str]],
    people: _People,
) -> SegmentNames:
    """The names of a segment with those of others who have the surname of a person whom the source names in full.

    `rightly` are the stretches that are somebody's surname, each with the entry.
    """
    text, lang = segment.text, source_lang.partition("-")[0]
    replaced = {source.entry for _, source in found.wrong}
    for source in found.source:
        if (
            source.entry in replaced
            or source.entry not in people.names
            or source.surname
            or not source.certain
        ):
            continue
        right = (w for w, entry in rightly if entry == source.entry)
        name, langs = people.lexicon.by_id(source.entry), (lang, people.lang)
        others = Others(segment.source or "", source.span, lang, source.native)
        spans = (behind_other_given(text, w, name, source, others, langs) for w in right)
        if (span := next(filter(None, spans), None)) is None:
            continue
        rest = tuple(m for m in found.mentions if m.entry != source.entry or not overlaps(*span, [m]))
        if all(m.entry != source.entry for m in rest):
            replaced.add(source.entry)
            written = text[span.start : span.end]
            wrong = Mention(span, written, source.entry, written, None, "namesake", "another given name", 0.8)
            found = replace(found, mentions=rest).with_wrong([(wrong, source)])
    return found


def _surnames_of(
    segment: Segment, source_lang: str | None, found: SegmentNames, people: _People
) -> list[SourceName]:
    """The surnames that the source of a segment has alone."""
    if not segment.source or source_lang is None:
        return []
    return list(surnames_of(segment.source, source_lang, found.source, people.names.values()))


def _carried_over(
    window: Window, alone: Sequence[SourceName], segment: Segment, source_lang: str | None, people: _People
) -> bool:
    """Whether a stretch is a surname of the source with the case ending that it has there."""
    langs = ((source_lang or "").partition("-")[0], people.lang)
    return any(
        surname_carried_over(window.normal, name, people.names[name.entry].good, segment.source or "", langs)
        for name in alone
    )


def _right(text: str, free: Sequence[Window], people: _People) -> list[Mention]:
    """Right surnames among some stretches."""
    out: list[Mention] = []
    for window in sorted(free, key=lambda w: (w.start - w.end, w.start)):
        name = None if overlaps(window.start, window.end, out) else next(people.right(text, window), None)
        if name is not None:
            out.append(_mention(text, window, name))
    return out


def _same(good: str, written: str, base: str) -> bool:
    pairs = zip(good.split(" "), written.split(" "), strict=False)
    return good.count(" ") == written.count(" ") and all(is_form(a, b, base) for a, b in pairs)


def _mention(text: str, window: Window, name: Name) -> Mention:
    form = next((f for n, f in name.listed if n == window.normal), name.listed[0][1])
    exact = window.normal == normal(form.text)
    return mention_of(Listed(Span(window.start, window.end), name, form, exact, True), text)


def _by_source(
    segment: Segment,
    lang: str,
    found: SegmentNames,
    free: Sequence[Window],
    mentions: list[Mention],
    alone: Sequence[SourceName],
    met: set[str],
    people: _People,
) -> SegmentNames:
    """What the source demands: its surnames, and the persons whom it names in full and the target does not."""
    source = segment.source or ""
    full = {n: _alone(n, people) for n in found.missing if n.entry in people.names}
    demands = [Demand((n,)) for n in (*alone, *full.values())]
    unmet = [d for d in demands if d.entries.isdisjoint(met)]
    strangers = [d for d in unmet if not d.entries.isdisjoint(people.others)]
    unmet = [d for d in unmet if d not in strangers]
    rendered, unmet = render(segment.text, free, unmet, source, lang, people.lexicon)
    mentions = [*mentions, *rendered]
    # Who is called once more than the target calls them rightly may be called in another spelling; or "he".
    again = _said_again(demands, found, mentions, people)
    rendered, _ = render(
        segment.text,
        [w for w in _of_no_couple(free, again, people) if not overlaps(w.start, w.end, mentions)],
        again,
        source,
        lang,
        people.lexicon,
        CLOSELY,
    )
    mentions += rendered
    mentions += _of_strangers(
        segment, lang, [w for w in free if not overlaps(w.start, w.end, mentions)], strangers, people
    )
    others = [Demand((n,)) for n in found.missing if n not in full and people.is_person(n.entry)]
    everything = [*demands, *(Demand((n,)) for n in found.source)]
    wrong = displaced(segment.text, mentions, [*unmet, *others], everything, source, lang, people.lexicon)
    replaced = {d for _, d in wrong}
    left = {d.names[0] for d in unmet if d not in replaced}
    stays = [
        n for n in found.missing if full.get(n, n) in left or (n not in full and Demand((n,)) not in replaced)
    ]
    return replace(
        found.with_further(mentions),
        source=tuple(sorted([*found.source, *alone], key=lambda n: (n.span, n.entry))),
        missing=(*stays, *(n for n in alone if n in left and n.certain)),
    ).with_wrong((m, d.names[0]) for m, d in wrong)


def _said_again(
    demands: Sequence[Demand], found: SegmentNames, mentions: Sequence[Mention], people: _People
) -> list[Demand]:
    """A demand for each of the persons, named alone, whom the source has more often than the target."""
    alone = [d for d in demands if d.certain and d.entries.isdisjoint(people.others)]
    asked = Counter(n.entry for n in (*found.source, *(d.names[0] for d in alone)))
    said = Counter(m.entry for m in (*found.mentions, *mentions))
    once = {d.names[0].entry: d for d in alone}
    return [d for entry, d in once.items() if 0 < said[entry] < asked[entry]]


def _of_no_couple(
    stretches: Sequence[Window], demands: Sequence[Demand], people: _People, base: str = ""
) -> Iterator[Window]:
    """Those of some stretches that are no woman's surname beside a man's who is demanded, nor a man's beside hers.

    Where a source in the language `base` has the surname as it is listed, an ending of the target may be that of a
    case: Latvian Trumpa.
    """
    goods = {good for d in demands for e in d.entries for good in people.names[e].good}
    as_listed = base and all(bare_word(n.text, base) == n.native for d in demands for n in d.names)
    for window in stretches:
        latin = in_latin(window.normal, people.lang)
        if not any(
            (couple(good, latin) or womans(good, window.normal))
            and not (as_listed and nominatives(good, window.normal, people.lang))
            for good in goods
        ):
            yield window


def _of_strangers(
    segment: Segment, lang: str, free: Sequence[Window], demands: Sequence[Demand], people: _People
) -> list[Mention]:
    """Other spellings of surnames of persons whom the document never names in full; nobody knows that they are meant.

    What is a place or a woman's surname beside a man's is none, nor is a given name before a surname (Abas Araghchi).
    """
    given = any(is_given_name(good) for d in demands for e in d.entries for good in people.names[e].good)
    fit = [
        w
        for w in _of_no_couple(free, demands, people, lang.partition("-")[0])
        if Known.PLACE not in known(in_latin(w.normal, people.lang))
        and not (given and surname_behind(segment.text, Span(w.start, w.end), people.lang))
    ]
    found, _ = render(segment.text, fit, demands, segment.source or "", lang, people.lexicon)
    return [unsure(mention, "and nobody in full") for mention in found]


def _alone(source: SourceName, people: _People) -> SourceName:
    """What is left to ask for of a person named in full whom the target does not name so."""
    return replace(source, surname=people.names[source.entry].suggestion)


def _recognised(text: str, free: Sequence[Window], hot: Set[str], people: _People) -> list[Mention]:
    """Spellings of the surnames that nobody listed, where there is no source: the most probable first."""
    found = []
    for window in free:
        if not any(word.text in hot for word in words(text)[window.first : window.last + 1]):
            continue
        best = max(
            (r for n in people.names.values() if (r := _assessed(n, window, people))), default=None, key=_rank
        )
        if best is None or best.probability < (RECOGNISED if best.regular else SLIPPED):
            continue
        if best.regular or not (
            behind_name(text, words(text), window.first, people.lang)
            or before_surname(text, window, best.name, people.lang)
        ):
            found.append((best, window))
    return likeliest(text, found)


def _rank(recognition: Recognition) -> tuple[float, str]:
    return recognition.probability, recognition.name.id


def _assessed(name: Name, window: Window, people: _People) -> Recognition | None:
    """What speaks for a stretch being a surname; None where it means something else."""
    spelling = window.normal
    close = closeness(name, spelling, LIMIT)
    if close.best is None or spelling.count(" ") != close.best.text.count(" "):
        return None
    latin = in_latin(spelling, people.lang)
    if known(latin) & (Known.GIVEN | Known.PLACE) or any(couple(good, latin) for good in name.good):
        return None
    found = assess(name, spelling, close, people.lang)
    rival = recognise(people.lexicon, spelling)
    return found if rival is None or rival.probability <= found.probability else None
