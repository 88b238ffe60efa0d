"""A segment half read: what is listed, what its source demands, and what of that is rendered in another way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from qa.model import Mention, Segment, Span
from qa.names.asked.demand import Demand, demanded
from qa.names.lexicon.lexicon import Lexicon
from qa.names.listed.listed import Listed, find_listed, mention_of
from qa.names.near.candidates import EXACT
from qa.names.near.closeness import closeness
from qa.names.near.namesake import village_of_town
from qa.names.rendering.again import said_again
from qa.names.rendering.carried import carried_over
from qa.names.rendering.evidence import CLOSELY, render
from qa.names.rendering.in_full import misspelled_in_full
from qa.names.rendering.kept import kept_nominative
from qa.names.rendering.otherwise import (
    carried_whole,
    in_compound,
    in_latin_title,
    latin_titles,
    named_by_its_kind,
    named_by_place_and_kind,
    named_within,
    quoted_small,
    said_as_a_word,
    said_in_one_adjective,
    said_with_signs,
)
from qa.names.rendering.peoples import said_by_its_people
from qa.names.rendering.pieces import pieces
from qa.names.rendering.reworded import reworded
from qa.names.rendering.said_units import in_other_units
from qa.names.texts.forms import UNSPACED, normal
from qa.names.texts.given_before import LISTED, SURNAMES_FIRST, behind_surname, of_somebody
from qa.names.texts.windows import (
    LONGEST,
    Start,
    Window,
    free,
    in_hyphens,
    numbered,
    overlaps,
    windows,
    with_possessives,
)
from qa.names.texts.worded import has_signs
from qa.text import is_small, opens_sentence, words_from


@dataclass(frozen=True, slots=True)
class Draft:
    """A segment half read: its stretches, what the source demands, what is settled, and what is unmet.

    `others` are entries whose form the source has as a part of somebody else's name.
    """

    segment: Segment
    source_lang: str | None
    stretches: tuple[Window, ...]
    demands: tuple[Demand, ...]
    mentions: tuple[Mention, ...]
    unmet: tuple[Demand, ...]
    others: frozenset[str] = frozenset()

    @property
    def source_base(self) -> str:
        """The base language of the source, "" where it is not known."""
        return (self.source_lang or "").partition("-")[0]

    @property
    def said(self) -> bool:
        """Whether there is anything to say of the segment."""
        return bool(self.stretches or self.demands or self.mentions)


def settle(
    segment: Segment,
    starts: Sequence[Start] | None,
    asked: Sequence[Demand],
    source_lang: str | None,
    lexicon: Lexicon,
) -> Draft:
    """Listed forms, and renderings of what the source demands; `starts` are the words at which a name may start.

    `asked` is what the source has of the glossary, parts of other names with it.
    """
    text, source = segment.text, segment.source or ""
    titles = latin_titles(text, source, asked)
    in_titles = [d for d in asked if in_latin_title(d, text, titles, source, lexicon)]
    demands = [d for d in asked if not d.of_other and d not in in_titles]
    named = _entries(demands)
    others = _entries(asked) - named
    listed = _listed(segment, starts, demands, others, source_lang, lexicon)
    stretches = _stretches(text, starts, listed, lexicon.base_lang)
    if in_titles:
        stretches = _outside_titles(stretches, titles)
    # What the source asks for, it also explains.
    listed = [i for i in listed if not (i.misspelled and i.name.id in named)]
    mentions = [mention_of(item, text, item.name.id in named) for item in _one_a_span(listed, named)]
    answered = {item.name.id for item in listed}
    unmet = [
        demand
        for demand in demands
        if not answered & demand.entries
        and not _is_met(demand, mentions, segment, source_lang or "", lexicon)
    ]
    mentions = [m for m in mentions if m.entry in named or not _sounds_as(m, unmet, lexicon)]
    if unmet and source_lang is not None:
        firm = _entries([demand for demand in demands if not demand.of_many])
        mentions, unmet = _rendered(segment, stretches, mentions, firm, unmet, source_lang, lexicon)
    if source_lang is not None:
        mentions += said_again(segment, stretches, mentions, demands, source_lang, lexicon)
    return Draft(segment, source_lang, stretches, tuple(demands), tuple(mentions), tuple(unmet), others)


def _entries(demands: Sequence[Demand]) -> frozenset[str]:
    return frozenset(entry for demand in demands for entry in demand.entries)


def _listed(
    segment: Segment,
    starts: Sequence[Start] | None,
    demands: Sequence[Demand],
    others: Set[str],
    source_lang: str | None,
    lexicon: Lexicon,
) -> list[Listed]:
    """The listed forms of a segment, but for what only looks like one.

    That is the source's word, a part of another name, or of a misspelling of the whole one.
    """
    text, base = segment.text, lexicon.base_lang
    return [
        item
        for item in find_listed(text, lexicon, starts)
        if not carried_over(item, segment, demands, source_lang, base)
        and not kept_nominative(item, segment, demands, base)
        and not _of_somebody(item, text, others, source_lang, base)
        and not (segment.source and item.misspelled and in_hyphens(text, item.span))
        and not _of_a_village(item, text)
        and not misspelled_in_full(item, text, lexicon)
    ]


def _of_a_village(item: Listed, text: str) -> bool:
    """Whether what might be made from a form that may not stand is a village's name: Kupjanśke, beside Kupjansk."""
    if item.good or item.certain or opens_sentence(text, item.span.start):
        return False
    written = text[item.span.start : item.span.end]
    return not is_small(written) and village_of_town(item.name, normal(written))


def _stretches(
    text: str, starts: Sequence[Start] | None, listed: Sequence[Listed], base: str
) -> tuple[Window, ...]:
    """What may be a name that nobody listed: no stretch of it begins within a listed form."""
    if starts is not None and listed:
        starts = _outside(text, starts, listed)
    return tuple(windows(text, LONGEST, starts, base))


def _is_met(
    demand: Demand, mentions: Sequence[Mention], segment: Segment, source_lang: str, lexicon: Lexicon
) -> bool:
    """Whether a text says a name without a form of it: within a longer one, by its kind, with signs, small."""
    text = segment.text
    return (
        named_within(demand, mentions, lexicon)
        or named_by_its_kind(demand, mentions, source_lang, lexicon)
        or named_by_place_and_kind(demand, text, mentions, lexicon)
        or said_with_signs(demand, text, lexicon)
        or quoted_small(demand, text, lexicon)
        or in_compound(demand, text, lexicon)
        or said_in_one_adjective(demand, text, lexicon)
        or carried_whole(demand, text, segment.source or "")
        or said_as_a_word(demand, text, segment.source or "", source_lang, lexicon)
    )


def _sounds_as(mention: Mention, unmet: Sequence[Demand], lexicon: Lexicon) -> bool:
    """Whether the surname of somebody else is written as the Chinese or Korean one that the source has in vain."""
    written = normal(mention.text)
    asked = (lexicon.by_id(entry) for demand in unmet if demand.of_one for entry in demand.entries)
    return any(closeness(name, written, EXACT / len(written)).found for name in asked)


def _of_somebody(item: Listed, text: str, others: Set[str], source_lang: str | None, base: str) -> bool:
    """Whether what is no right form of a place or thing is a part of somebody's name, by the source or the text."""
    if item.name.type != "place":
        rightly = item.good and text[item.span.start : item.span.end] == item.form.text
        return item.name.id in others and not rightly
    if item.good:
        return False
    if item.name.id in others or of_somebody(text, item.span, base, LISTED, only_shared=True):
        return True
    return (source_lang or "").partition("-")[0] in SURNAMES_FIRST and behind_surname(text, item.span)


def _outside_titles(stretches: Sequence[Window], titles: Sequence[Span]) -> tuple[Window, ...]:
    return tuple(w for w in stretches if not any(w.start < t.end and t.start < w.end for t in titles))


def _outside(text: str, starts: Sequence[Start], listed: Sequence[Listed]) -> list[Start]:
    """The starts that are not inside a listed form; most names are written rightly, and need no second look."""
    found = ((start, words_from(text, start.word, 1)[0].start) for start in starts)
    return [s for s, at in found if not any(i.span.start <= at < i.span.end for i in listed)]


def _rendered(
    segment: Segment,
    stretches: Sequence[Window],
    mentions: Sequence[Mention],
    named: Set[str],
    unmet: Sequence[Demand],
    source_lang: str,
    lexicon: Lexicon,
) -> tuple[list[Mention], list[Demand]]:
    """The mentions with the renderings of what is unmet, and what is unmet still.

    `named` are the source's entries without surnames of one character: Han Gang for 한강, beside Han.
    """
    text, source = segment.text, segment.source or ""
    names = [demanded(name, lexicon) for demand in unmet for name in demand.names]
    kept = () if lexicon.base_lang in UNSPACED else stretches
    if any(map(has_signs, (native for name in names for native in name.good))):
        kept = [*numbered(text, kept), *kept]
    if kept and any(" " in native for name in names for native in name.good):
        kept = [*kept, *with_possessives(text, LONGEST, lexicon.base_lang)]
    stretches = [*kept, *pieces(text, names, lexicon.base_lang)]
    said, unmet = in_other_units(text, free(stretches, mentions), unmet, source_lang, lexicon)
    taken = [*mentions, *said]
    found, left = render(text, free(stretches, taken), unmet, source, source_lang, lexicon)
    taken += found
    if left and (wider := _wider(stretches, taken, named)):
        found, left = render(text, wider, left, source, source_lang, lexicon, CLOSELY)
        taken = _instead(found, taken)
    left = [d for d in left if not any(said_by_its_people(lexicon.by_id(e), text) for e in d.entries)]
    found, left = reworded(segment, free(stretches, taken), left, source_lang, lexicon)
    taken += found
    if left and (wider := _wider(stretches, taken, named)):
        found, left = reworded(segment, wider, left, source_lang, lexicon)
        taken = _instead(found, taken)
    return taken, left


def _instead(found: Sequence[Mention], taken: Iterable[Mention]) -> list[Mention]:
    """The mentions with those found, which take the place of what they overlap."""
    return [*(m for m in taken if not overlaps(m.span.start, m.span.end, found)), *found]


def _wider(stretches: Sequence[Window], taken: Sequence[Mention], named: Set[str]) -> list[Window]:
    """Stretches around a listed form that the source does not ask for: Yuval Rafael holds the name of a company."""
    held = [m for m in taken if m.status is not None and m.entry not in named]
    firm = [m for m in taken if m not in held]
    return [
        w
        for w in free(stretches, firm)
        if any(w.start <= m.span.start and m.span.end <= w.end and w.normal != normal(m.text) for m in held)
    ]


def _one_a_span(listed: Sequence[Listed], named: Set[str]) -> list[Listed]:
    """One listed form a span: a good one before a deprecated one, an entry that the source names before others."""
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
