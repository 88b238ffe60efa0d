"""Persons listed in full whom a source calls by the surname alone from the start: Путин, Гегсет.

Everybody knows them, so no article names them in full. In a script with capitals, in one without for what is no given
name and no ordinary word (نتنياهو), and in Chinese and Japanese for a foreign surname of some length, the surname is
taken for theirs, unless somebody else of that name is named in the document, or the glossary lists two who are written
differently. It asks for nothing that may be missing: it only tells another spelling of the surname.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from qa.model import Segment, Span
from qa.names.asked.bare_surnames import UNCASED_COMMON, is_form
from qa.names.lexicon.compile import word_starts
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.lexicon.surnames import DOTS
from qa.names.listed.wordlike import is_word
from qa.names.texts.forms import UNSPACED
from qa.names.texts.given_before import before_a_name, behind_name
from qa.names.texts.reading import SegmentNames
from qa.names.texts.windows import bare_word
from qa.names.texts.worded import parts_of
from qa.names.words.given import is_shared_natively
from qa.text import has_capitals, is_small, words

_SHORTEST = 3  # characters of a surname that hardly stands in other words, or is another word


def unintroduced(
    segments: Sequence[Segment],
    read: Sequence[SegmentNames],
    lang: str,
    introduced: Set[str],
    lexicon: Lexicon,
) -> list[dict[str, Name]]:
    """For each segment the surnames, by entry id, that its source in `lang` has of persons who are not introduced.

    `read` are the names of the segments.
    """
    base = lang.partition("-")[0]
    find = _in_characters if base in UNSPACED else _in_words
    found: list[dict[str, Name]] = []
    others: set[str] = set()
    for segment, names_here in zip(segments, read, strict=True):
        here: dict[str, Name] = {}
        things = [n.span for n in names_here.source if lexicon.by_id(n.entry).type != "person"]
        for names, of_other in find(segment.source or "", things, base, lexicon):
            if of_other:
                others |= names.keys()
            elif len({name.suggestion for name in names.values()}) == 1:
                here |= names
        found.append(here)
    return [{i: name for i, name in here.items() if i not in introduced | others} for here in found]


def _in_words(
    source: str, things: Sequence[Span], base: str, lexicon: Lexicon
) -> Iterator[tuple[Mapping[str, Name], bool]]:
    """The persons whom each surname of a text may mean, by entry id, and whether it is another's by the word before.

    At `things` stand names of no persons, which are nobody's given names: the mayor of Novi Sad Čanak.
    """
    tokens = words(source)
    for number, token in enumerate(tokens):
        if not is_small(token.text):
            names = _named(bare_word(token.text), base, lexicon)
            if names:
                before = tokens[number - 1].start if number else -1
                apart = any(span.start <= before < span.end for span in things)
                behind = not apart and behind_name(source, tokens, number, base)
                yield names, behind or before_a_name(source, Span(token.start, token.end), base)


@lru_cache(maxsize=16384)
def _named(word: str, base: str, lexicon: Lexicon) -> Mapping[str, Name]:
    """The persons whose surname ends in a folded word, by entry id."""
    table = lexicon.by_surname(base)
    near = {name.id: name for start in word_starts(word, base) for name in table.get(start, ())}
    return {
        i: name
        for i, name in near.items()
        if any(
            is_form(last, word, base) and (has_capitals(word) or _only_a_surname(name, last, base))
            for native in name.natives_in(base)
            for last in parts_of(native)[-1:]
        )
    }


def _only_a_surname(name: Name, native: str, base: str) -> bool:
    """Whether a surname in a script without capitals is neither a given name nor an ordinary word: not سعيد, happy."""
    told = len(native) >= _SHORTEST and not is_shared_natively(native)
    return told and not is_word(name, native, base, UNCASED_COMMON)


def _in_characters(
    source: str, _things: Sequence[Span], base: str, lexicon: Lexicon
) -> Iterator[tuple[Mapping[str, Name], bool]]:
    """The same where nothing stands between words; behind a dot a surname is that of somebody named in full."""
    table = lexicon.by_characters(base)
    for at in range(len(source) if table else 0):
        near = table.get(source[at : at + 2], ())
        names = {
            name.id: name
            for name in near
            for native in name.natives_in(base)
            if len(native) >= _SHORTEST and source.startswith(native, at)
        }
        if names:
            yield names, source[at - 1 : at] in DOTS if at else False
