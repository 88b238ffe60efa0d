"""Whether two spellings alike are one name in a document: by its source, by who bears them, by their letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qa.model import Document
from qa.names.grammar.inflect import Inflection, inflection
from qa.names.mixed.bearers import Place, of_one
from qa.names.script.writing import EAST_ASIAN
from qa.names.texts.others import rendered_word
from qa.names.words.likeness import RESPELLED
from qa.names.words.ordinary import Known, frequency, known
from qa.text import level

ORDINARY = 3.3  # Zipf frequency from which a spelling is too well known to be a slip
FAR = (
    1.0  # cost a letter that is put down for two forms of one given name that are no spellings of one another
)
SOURCE_COST = 0.25  # cost a letter up to which a source word is what a spelling stands for


@dataclass(slots=True)
class Spelling:
    """A spelling with the places (segment number, window) where it stands."""

    normal: str
    places: list[Place] = field(default_factory=list)


def one_name(
    a: Spelling, b: Spelling, cost: float, document: Document, lang: str
) -> tuple[Spelling, Spelling, str] | None:
    """Two spellings at the places where they are one name, with the evidence; None where they are not."""
    bearers = of_one(a.normal, b.normal, a.places, b.places, document, lang)
    if bearers is None:
        return None
    a, b = Spelling(a.normal, list(bearers.first)), Spelling(b.normal, list(bearers.second))
    if not a.places or not b.places:
        return None
    evidence = _evidence(a, b, cost, bearers.surname, document, lang)
    return (a, b, evidence) if evidence is not None else None


def _evidence(
    a: Spelling, b: Spelling, cost: float, surname: str | None, document: Document, lang: str
) -> str | None:
    """Evidence that two spellings alike are one name, None when they are not; `surname` stands behind both."""
    x, y = a.normal, b.normal
    source = _source_words(a, b, document)
    if source is not None:
        return f"both stand for {source[0]} in the source" if source[1] else None
    if surname is not None:
        return "both are the given name of one person"
    # The names of East Asia differ in a sound as often as not: Hwaseong, Gwacheon.
    if cost == FAR or (document.source_lang or "").partition("-")[0] in EAST_ASIAN:
        return None
    both_known = known(x) is not Known.NOTHING and known(y) is not Known.NOTHING
    famous = max(frequency(x, lang), frequency(y, lang)) >= ORDINARY
    if both_known or famous or (cost > RESPELLED and known(x) | known(y)):
        return None
    return "the letters that differ stand for the same sounds" if cost <= RESPELLED else "one letter differs"


def _source_words(a: Spelling, b: Spelling, document: Document) -> tuple[str, bool] | None:
    """The source's word for the first spelling, and whether the second stands for it too; None without source."""
    first, second = (source_word(s.normal, s.places, document) for s in (a, b))
    if first is None or second is None:
        return None
    x, y = level(first), level(second)
    shared = min(len(x), len(y)) - 2
    same = x == y or (shared >= 3 and x[:shared] == y[:shared])
    return first, same or inflection(
        x, y, (document.source_lang or "und").partition("-")[0]
    ) > Inflection.DERIVED


def source_word(normal: str, places: Sequence[Place], document: Document) -> str | None:
    """The word of the source that a folded spelling stands for at the first of its places, if any is near."""
    segment = document.segments[places[0][0]]
    if not segment.source or document.source_lang is None:
        return None
    source_lang, lang = (
        (tag or "und").partition("-")[0] for tag in (document.source_lang, document.target_lang)
    )
    return rendered_word(segment.source, normal, source_lang, lang, SOURCE_COST)
