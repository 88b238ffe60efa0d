"""Persons whom a document calls by a given name alone: with a surname behind it, the name is somebody else's.

News names a person in full first, and by a part of the name from then on. So whoever is called by the given name first
and mostly is known by it, and where far away, in another article of a feed, a surname stands behind it that has an
entry of its own, another person is meant: Марина, and then Марина Овсяннікова.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from qa.names.asked.demand import Demand
from qa.names.lexicon.lexicon import Lexicon
from qa.names.script.romanize import in_latin
from qa.names.texts.windows import GAP, capital_behind
from qa.names.words.given import is_given_name

ARTICLE = 12  # segments on either side within which a given name is that of one person


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
        at = bisect_left(known_by_it, number)
        return all(abs(number - place) > ARTICLE for place in known_by_it[max(0, at - 1) : at + 1])

    return [
        [replace(d, of_other=True) if d in given and all(other(e, i) for e in d.entries) else d for d in here]
        for i, (here, given) in enumerate(zip(asked, before_surnames, strict=True))
    ]


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
