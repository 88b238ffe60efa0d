"""Chinese and Korean surnames of one character, and which of their bearers in a document an entry is of.

Many persons share such a surname, each of whom may write it in another way (Li, Lee; Jung, Jeong), so an entry says
nothing of most of them. It is of whom the target calls by its right form, or of the only one whom the document names;
two entries that are written differently (정, Chung and Jung) are of the only two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from qa.model import Segment
from qa.names.asked.demand import Demand
from qa.names.lexicon.lexicon import Lexicon
from qa.names.listed.unspaced import given_behind
from qa.names.near.candidates import EXACT
from qa.names.near.closeness import closeness
from qa.names.script.chinese import CHINESE
from qa.names.texts.windows import bare_word
from qa.names.words.ordinary import frequency
from qa.names.words.parted import KOREAN_NAME, korean_person
from qa.text import fold, word_texts

_COMMON = 4.5  # Zipf frequency from which two syllables are a word


class _Bearer(NamedTuple):
    """Somebody whom a source names: the surname as it stands there, and how the given name begins, "" without one.

    Where a Chinese given name ends is a guess.
    """

    surname: str
    given: str


def marking_sole_bearers(
    asked: Sequence[Sequence[Demand]], segments: Sequence[Segment], base: str, lexicon: Lexicon
) -> list[list[Demand]]:
    """What the source of each segment asks for, with the surnames marked of whom their entries are.

    `asked` are the demands of each segment, `base` is the language of the sources.
    """
    if not any(demand.of_many for here in asked for demand in here):
        return [list(here) for here in asked]
    bearers = [
        [_bearer(demand, segment.source or "", base) if demand.of_many else None for demand in here]
        for here, segment in zip(asked, segments, strict=True)
    ]
    rightly: dict[str, set[str]] = defaultdict(set)
    otherwise: dict[str, set[str]] = defaultdict(set)
    for here, borne, segment in zip(asked, bearers, segments, strict=True):
        words = {bare_word(w, lexicon.base_lang) for w in word_texts(segment.text) if w[0].isupper()}
        for demand, bearer in zip(here, borne, strict=True):
            if bearer is None:
                continue
            for right in _renderings(demand, words, lexicon):
                (rightly if right else otherwise)[bearer.surname].add(bearer.given)

    def of_one(bearer: _Bearer, most: int) -> bool:
        """Whether somebody is whom an entry is of, where `most` are written differently."""
        called = rightly.get(bearer.surname)
        if called and bearer.given in called - {""}:
            return True
        named = (called or otherwise.get(bearer.surname, set())) - {""}
        return len(named | ({bearer.given} - {""})) <= most

    return [
        [
            replace(d, of_one=True) if b is not None and of_one(b, _written(d, lexicon)) else d
            for d, b in zip(here, borne, strict=True)
        ]
        for here, borne in zip(asked, bearers, strict=True)
    ]


def _written(demand: Demand, lexicon: Lexicon) -> int:
    """In how many ways the entries of a surname are written."""
    return len({lexicon.by_id(entry).suggestion for entry in demand.entries})


def _renderings(demand: Demand, words: Iterable[str], lexicon: Lexicon) -> Iterator[bool]:
    """For each folded word of the target that renders a surname, whether it is a right form."""
    names = [lexicon.by_id(entry) for entry in sorted(demand.entries)]
    for word in words:
        if any(word in name.good for name in names):
            yield True
        elif any(closeness(name, word, EXACT / len(word)).found for name in names):
            yield False


def _bearer(demand: Demand, source: str, base: str) -> _Bearer | None:
    """Whom a surname of a source is of; None where a Korean word begins with the syllable: 엄마."""
    surname = demand.names[0]
    end = surname.span.end
    if base in CHINESE:
        return _Bearer(surname.native, given_behind(source, end)[:1])
    word = fold(source[end - 1 : end - 1 + KOREAN_NAME])
    if frequency(word[:2], base) >= _COMMON:
        return None
    found = korean_person(word)
    return _Bearer(surname.native, found.given[:1] if found is not None else "")
