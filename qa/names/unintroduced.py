"""Persons listed in full whom a source calls by the surname alone from the start: Путин, Гегсет.

Everybody knows them, so no article names them in full. In a script with capitals the surname is taken for theirs,
unless somebody else of that name is named in the document, or the glossary lists two who are written differently. It
asks for nothing that may be missing: it only tells another spelling of the surname.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from qa.model import Segment
from qa.names.bare_surnames import is_form
from qa.names.compile import UNSPACED, word_starts
from qa.names.given_before import behind_name
from qa.names.lexicon import Lexicon, Name
from qa.names.windows import bare_word
from qa.names.worded import parts_of
from qa.text import Word, has_capitals, is_small, words

_SHORTEST = 3  # characters of a surname that hardly stands in other words
_DOTS = frozenset("·・•‧")


def unintroduced(
    segments: Sequence[Segment], lang: str, introduced: Set[str], lexicon: Lexicon
) -> list[dict[str, Name]]:
    """For each segment the surnames, by entry id, that its source in `lang` has of persons who are not introduced."""
    base = lang.partition("-")[0]
    if base in UNSPACED:
        return _in_characters(segments, base, introduced, lexicon)
    table = lexicon.by_surname(base)
    found: list[dict[str, Name]] = []
    others: set[str] = set()
    for segment in segments:
        here: dict[str, Name] = {}
        tokens = words(segment.source or "") if table else ()
        for number, token in enumerate(tokens):
            names = {} if is_small(token.text) else _named(token, base, table)
            if not names:
                continue
            if behind_name(segment.source or "", tokens, number, base):
                others |= names.keys()
            elif len({name.suggestion for name in names.values()}) == 1:
                here |= names
        found.append(here)
    return [{i: name for i, name in here.items() if i not in introduced | others} for here in found]


def _named(token: Word, base: str, table: dict[str, tuple[Name, ...]]) -> dict[str, Name]:
    """The persons whose surname ends in a word, by entry id."""
    if not has_capitals(token.text):
        return {}
    word = bare_word(token.text)
    near = {name.id: name for start in word_starts(word, base) for name in table.get(start, ())}
    return {
        i: name
        for i, name in near.items()
        if any(is_form(parts_of(native)[-1], word, base) for native in name.natives_in(base))
    }


def _in_characters(
    segments: Sequence[Segment], base: str, introduced: Set[str], lexicon: Lexicon
) -> list[dict[str, Name]]:
    """The same where surnames stand in characters: those behind a dot in a foreign name, of some length."""
    surnames = {name.id: name for names in lexicon.by_surname(base).values() for name in names}
    found: list[dict[str, Name]] = []
    others: set[str] = set()
    for segment in segments:
        here: dict[str, Name] = {}
        for entry, name in surnames.items() if segment.source else ():
            for native in name.natives_in(base):
                at = segment.source.find(native) if segment.source and len(native) >= _SHORTEST else -1
                if at < 0:
                    continue
                if segment.source and segment.source[at - 1 : at] in _DOTS:
                    others.add(entry)
                else:
                    here[entry] = name
        found.append(here)
    return [{i: name for i, name in here.items() if i not in introduced | others} for here in found]
