"""Surnames that are ordinary words, where the rest of a document shows that they are meant.

Arabic news calls Nawaf Salam سلام, which is peace as well, and nothing but the article before it tells the two apart.
Where the target has the surname for that word nearby, at least as often as it has not, it is missing where it has not:
"the appointment of Peace". For a rarer word it is enough that the person is named in full nearby.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from qa.model import Segment
from qa.names.grammar.endings import endings
from qa.names.lexicon.lexicon import Lexicon
from qa.names.near.nearness import COMMON
from qa.names.texts.forms import normal
from qa.names.texts.reach import NEAR
from qa.names.texts.reading import SegmentNames, SourceName
from qa.names.texts.windows import bare_word
from qa.names.words.ordinary import frequency
from qa.text import has_capitals, level


def with_told_alone(
    segments: Sequence[Segment], read: Sequence[SegmentNames], base: str, lexicon: Lexicon
) -> tuple[SegmentNames, ...]:
    """The names of each segment with the missing surnames that its neighbours tell from words.

    `base` is the language of the sources.
    """
    unsaid = [
        [n for n in _doubted(names, base) if not _stands(n, segment.text, lexicon)]
        for segment, names in zip(segments, read, strict=True)
    ]
    if not any(unsaid):
        return tuple(read)
    lacking, said, in_full = defaultdict(list), defaultdict(list), defaultdict(list)
    for number, (names, lost) in enumerate(zip(read, unsaid, strict=True)):
        met = {mention.entry for mention in names.mentions}
        for name in names.source:
            if name in lost:
                lacking[name.entry].append(number)
            elif name.entry in met and name.surname is None:
                in_full[name.entry].append(number)
            elif name.entry in met and _has_no_article(name, base):
                said[name.entry].append(number)

    def told(name: SourceName, here: int) -> bool:
        told_by = _near(said[name.entry], here)
        if frequency(name.native, base) < COMMON:
            told_by += _near(in_full[name.entry], here)
        return told_by >= _near(lacking[name.entry], here)

    return tuple(
        replace(names, missing=(*names.missing, *(replace(n, common=True) for n in lost if told(n, i))))
        for i, (names, lost) in enumerate(zip(read, unsaid, strict=True))
    )


def _doubted(names: SegmentNames, base: str) -> list[SourceName]:
    """The surnames alone that the target of a segment lacks, and that no capital tells from words."""
    met = {m.entry for m in names.mentions} | {name.entry for _, name in names.wrong}
    return [
        n
        for n in names.source
        if n.surname is not None
        and not n.certain
        and n.entry not in met
        and not has_capitals(n.text)
        and _has_no_article(n, base)
    ]


def _has_no_article(name: SourceName, base: str) -> bool:
    """Whether a surname stands as it is listed, behind a clitic of one letter at most, which is no article."""
    word, native = level(bare_word(name.text)), level(name.native)
    clitics = endings(base, level).behind_clitics(word)
    return word == native or any(len(clitic) == 1 and rest == native for clitic, rest in clitics)


def _stands(name: SourceName, text: str, lexicon: Lexicon) -> bool:
    """Whether a right form of a surname stands in a text, be it a namesake's."""
    alone = lexicon.surname(name.entry)
    written = f" {normal(text)} "
    return alone is not None and any(good in written for good in alone.good)


def _near(numbers: Sequence[int], here: int) -> int:
    """How many of some segments are near one."""
    return sum(abs(number - here) <= NEAR for number in numbers)
