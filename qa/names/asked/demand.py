"""What a name of the source demands of the target: the entry, or one of several that share its form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qa.model import Span
from qa.names.asked.short_forms import surname_for
from qa.names.grammar.inflect import MADE
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.listed.source import find_names
from qa.names.near.candidates import EXACT
from qa.names.near.closeness import closeness
from qa.names.near.nearness import DEMANDED
from qa.names.script.romanize import in_latin
from qa.names.texts.elsewhere import in_america, is_state
from qa.names.texts.given_before import LISTED, begins_somebody, is_surname, of_another, of_somebody
from qa.names.texts.place_nouns import called_a_village, called_after_a_place, called_as_a_house, of_a_street
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import bare_word
from qa.names.words.ordinary import Known, known, of_place

_DATELINE = re.compile(r"(?:, [^—–]{1,30}| \([^)]{1,30}\))? [—–-] (?=[«„“\"]?[^\W\d_a-zа-яіїєґ])")


@dataclass(frozen=True, slots=True)
class Demand:
    """A place in the source that names one entry, or several that share the form.

    With `of_other` it is a part of somebody else's name, and demands none of the entries. With `of_one` it is a surname
    of one character borne by whom the entry is of, as the document tells, and with `possessive` an adjective that says
    whose something is. With `begun` it begins a sentence as a common word might, and is a name nearby.
    """

    names: tuple[SourceName, ...]
    of_other: bool = False
    of_one: bool = False
    possessive: bool = False
    begun: bool = False

    @property
    def entries(self) -> frozenset[str]:
        """Ids of the entries; rendering any of them meets the demand."""
        return frozenset(n.entry for n in self.names)

    @property
    def certain(self) -> bool:
        """Whether the name itself stands there, not only an adjective made from it."""
        return any(n.certain for n in self.names)

    @property
    def of_many(self) -> bool:
        """Whether a Chinese or Korean surname of one character stands there, which many persons bear."""
        return not self.certain and any(len(n.native) == 1 for n in self.names)


def demands_of(source: str | None, lang: str | None, lexicon: Lexicon) -> list[Demand]:
    """Names that a source text demands, in order; entries without a form in the target language demand nothing."""
    if not source or lang is None:
        return []
    base = lang.partition("-")[0]
    found: dict[tuple[Span, bool], list[SourceName]] = {}
    for name in find_names(source, lang, lexicon):
        entry = lexicon.by_id(name.entry)
        if entry.suggestion is None:
            continue
        if entry.type == "place" and in_dateline(source, name.span):
            name = replace(name, certain=False)
        if entry.type in MADE and called_as_a_house(source, name.span, base):
            name = replace(name, certain=False)
        of_other = _of_somebody(source, name, base, entry.type) or _called_after(source, name, base, entry)
        short = None if of_other else surname_for(name.native, lang, name.entry, lexicon)
        here = found.setdefault((name.span, of_other), [])
        here.append(replace(name, surname=short) if short else name)
    return [Demand(tuple(names), of_other) for (_, of_other), names in sorted(found.items())]


def in_dateline(source: str, span: Span) -> bool:
    """Whether a name in capitals opens a report, as where it was written, which translations leave out: KYIV — ..."""
    return span.start == 0 and source[: span.end].isupper() and _DATELINE.match(source, span.end) is not None


def _of_somebody(source: str, name: SourceName, base: str, kind: str) -> bool:
    """Whether what has the name of an entry, of some `kind`, is a part of somebody else's name, or another place's.

    So are Jack London, Björgvin Sigurðsson, Anne Spiegel, Kaan Yıldız. A well-known place may stand before a surname:
    In London Starmer spoke.
    """
    span = name.span
    if kind == "place" and (in_america(source, span.end) or is_state(source, span.start)):
        return True
    if kind != "place" and called_a_village(source, span.start, base):
        return True
    if kind in MADE and of_a_street(
        source, span.start, name.native, bare_word(source[span.start : span.end]), base
    ):
        return True
    if kind == "person":
        return of_another(source, span, name.native, base)
    latin = in_latin(bare_word(source[span.start : span.end], base), base)
    if kind != "place":
        # A thing may have a surname: Richard Wagner, beside the mercenaries.
        shared = Known.SURNAME not in known(latin)
        return of_somebody(source, span, base, LISTED, shared) or begins_somebody(source, span, base)
    if of_somebody(source, span, base) or is_surname(source, span, base):
        return True
    return not of_place(latin) and begins_somebody(source, span, base)


def _called_after(source: str, name: SourceName, base: str, entry: Name) -> bool:
    """Whether what is called after a place keeps the letters of its name, as the place does not: крейсер «Москва»."""
    return (
        entry.type == "place"
        and called_after_a_place(source, name.span, base)
        and not any(closeness(entry, good, DEMANDED).native * len(good) <= EXACT for good in entry.good)
    )


def demanded(source: SourceName, lexicon: Lexicon) -> Name:
    """The name that a name of the source demands: the entry's, or its surname alone."""
    alone = lexicon.surname(source.entry) if source.surname else None
    return alone or lexicon.by_id(source.entry)
