"""Readings of Japanese names in kanji, by the dictionary of Sudachi where it is installed (the extra `japanese`).

The one module that imports sudachipy. A kanji can be read in several ways; the dictionary knows how names are read.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from qa.model import Span


@cache
def dictionary() -> str | None:
    """The dictionary in use, as a name and a version; None where there is none."""
    try:
        return f"sudachidict-small {version('sudachidict-small')}, sudachipy {version('sudachipy')}"
    except PackageNotFoundError:
        return None


@cache
def _tokenizer() -> Any:
    from sudachipy import Dictionary

    return Dictionary(dict="small").tokenizer()


@lru_cache(maxsize=16384)
def _morphemes(text: str) -> tuple[tuple[str, str, str], ...]:
    """(characters, reading, kind of name) of the shortest units of a text; () without a dictionary."""
    if dictionary() is None or not text:
        return ()
    from sudachipy import SplitMode

    found = _tokenizer().tokenize(text, SplitMode.A)
    return tuple((m.surface(), m.reading_form(), m.part_of_speech()[3]) for m in found)


def family_length(text: str) -> int:
    """How many characters at the start of a person's name are the family name; 0 for anything else."""
    units = _morphemes(text)
    return len(units[0][0]) if [unit[2] for unit in units[:2]] == ["姓", "名"] else 0


@lru_cache(maxsize=16384)
def readings(text: str) -> tuple[str, ...]:
    """Readings of a name in katakana: as it stands and, for a person, with the family name last; () if unknown."""
    units = _morphemes(text)
    first, rest = "".join(u[1] for u in units[:1]), "".join(u[1] for u in units[1:])
    if family_length(text):
        return f"{first} {rest}", f"{rest} {first}"
    return (first + rest,) if units else ()


def read_outside(text: str, span: Span) -> tuple[str, ...]:
    """Readings of the shortest units of a text that do not begin in a span; () without a dictionary."""
    out, at = [], 0
    for surface, reading, _ in _morphemes(text):
        if not span.start <= at < span.end:
            out.append(reading)
        at += len(surface)
    return tuple(out)


def is_surname(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text is a surname by itself; False without a dictionary."""
    at = 0
    for surface, _, kind in _morphemes(text):
        if at >= start:
            return at == start and at + len(surface) == end and kind == "姓"
        at += len(surface)
    return False
