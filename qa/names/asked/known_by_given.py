"""Persons whom a document calls by a given name alone: with a surname behind it, the name is somebody else's.

News names a person in full first, and by a part of the name from then on. So whoever is called by the given name first
and mostly is known by it, and where far away, in another article of a feed, a surname stands behind it that has an
entry of its own, another person is meant: Марина, and then Марина Овсяннікова.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from qa.model import Segment
from qa.names.asked.demand import Demand
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.near.closeness import closeness
from qa.names.near.nearness import DEMANDED
from qa.names.script.romanize import in_latin
from qa.names.script.scripts import spelled
from qa.names.texts.others import SAID, TELLING, rendering_cost
from qa.names.texts.reach import is_near
from qa.names.texts.windows import GAP, bare_word, capital_behind
from qa.names.words.given import is_given_name
from qa.names.words.ordinary import Known, known
from qa.text import fold, is_small, words

_SURNAMES_LAST = frozenset({"ar"})  # languages in which nothing of a name stands behind the surname


def marking_others(
    asked: Sequence[Sequence[Demand]], sources: Sequence[str], base: str, lexicon: Lexicon
) -> list[list[Demand]]:
    """What the source of each segment asks for, with the given names of others marked as such.

    `asked` are the demands of each segment, `sources` the texts they stand in, `base` their language.
    """
    before_surnames = [
        frozenset(_before_surnames(here, source, base, lexicon))
        for here, source in zip(asked, sources, strict=True)
    ]
    alone: dict[str, list[int]] = {}
    in_full: dict[str, list[int]] = {}
    if any(before_surnames):
        for number, (here, given) in enumerate(zip(asked, before_surnames, strict=True)):
            for demand in here:
                full = demand in given or capital_behind(sources[number], demand.names[0].span.end)
                for entry in demand.entries:
                    (in_full if full else alone).setdefault(entry, []).append(number)

    def other(entry: str, number: int) -> bool:
        """Whether an entry is known by its given name, and so is not whom a segment names in full."""
        known_by_it, full = alone.get(entry, []), in_full[entry]
        if len(known_by_it) <= len(full) or known_by_it[0] > full[0]:
            return False
        return not is_near(number, known_by_it)

    return [
        [replace(d, of_other=True) if d in given and all(other(e, i) for e in d.entries) else d for d in here]
        for i, (here, given) in enumerate(zip(asked, before_surnames, strict=True))
    ]


def marking_namesakes(
    asked: Sequence[Sequence[Demand]], segments: Sequence[Segment], base: str, lexicon: Lexicon
) -> list[list[Demand]]:
    """The same, with those marked who bear the one name of somebody and have another behind it in source and target."""
    return [
        [
            replace(d, of_other=True)
            if d.certain
            and not d.of_other
            and _of_namesake(d, segment.source or "", segment.text, base, lexicon)
            else d
            for d in here
        ]
        for here, segment in zip(asked, segments, strict=True)
    ]


def _of_namesake(demand: Demand, source: str, text: str, base: str, lexicon: Lexicon) -> bool:
    """Whether a target renders behind a name of one word the word behind it in the source: فيروز كراوية, a singer.

    Elsewhere a surname may have another one or the given name behind it, in Arabic it ends the name.
    """
    names = [lexicon.by_id(entry) for entry in sorted(demand.entries)]
    if base not in _SURNAMES_LAST or not all(map(_has_one_name, names)):
        return False
    behind = capital_behind(source, demand.names[0].span.end)
    letters = spelled(fold(behind), base) if behind else None
    if letters is None:
        return False
    target = lexicon.base_lang
    for word, surname in pairwise(words(text)):
        if is_small(word.text) or is_small(surname.text) or text[word.end : surname.start] != " ":
            continue
        spelling = bare_word(surname.text, target)
        if (
            len(spelling) >= TELLING
            and not is_given_name(in_latin(spelling, target))
            and rendering_cost(letters, spelling, target, SAID) <= SAID
        ):
            return any(closeness(name, fold(word.text), DEMANDED).found for name in names)
    return False


def _has_one_name(name: Name) -> bool:
    """Whether somebody is listed by one name only, which is no surname that is known."""
    if name.type != "person" or any(" " in good for good in name.good):
        return False
    latin = [in_latin(good, name.base_lang) for good in name.good]
    return not any(Known.SURNAME in known(word) for word in latin)


def _before_surnames(demands: Sequence[Demand], source: str, base: str, lexicon: Lexicon) -> Iterator[Demand]:
    """Those of a segment that are given names directly before somebody's name that is none."""
    for one, other in pairwise(demands):
        gap = source[one.names[0].span.end : other.names[0].span.start]
        if (
            GAP.match(gap)
            and _is_given(one, base, lexicon)
            and _is_person(other, lexicon)
            and not _is_given(other, base, lexicon)
        ):
            yield one


def _is_given(demand: Demand, base: str, lexicon: Lexicon) -> bool:
    """Whether a demand is for persons whose entries are a given name alone."""
    return _is_person(demand, lexicon) and all(is_given_name(in_latin(n.native, base)) for n in demand.names)


def _is_person(demand: Demand, lexicon: Lexicon) -> bool:
    return all(lexicon.by_id(entry).type == "person" for entry in demand.entries)
