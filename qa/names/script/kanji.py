"""Readings of Japanese names in kanji, by the dictionary of Sudachi where it is installed (the extra `japanese`).

The one module that imports sudachipy. A kanji can be read in several ways; the dictionary knows how names are read.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

_MOST = 8_000  # characters that are cut into units at once; Sudachi takes 49,149 bytes
_AROUND = 16  # characters on either side of a stretch that tell what it is


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


@lru_cache(maxsize=4096)
def _morphemes(text: str) -> tuple[tuple[str, str, str], ...]:
    """(characters, reading, kind of name) of the shortest units of a text; () without a dictionary."""
    if dictionary() is None or not text or len(text) > _MOST:
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


@lru_cache(maxsize=64)
def units_read(text: str) -> tuple[tuple[int, str], ...]:
    """(offset, reading) of the shortest units of a text; () without a dictionary."""
    out, at = [], 0
    for start in range(0, len(text), _MOST):
        for surface, reading, _ in _morphemes(text[start : start + _MOST]):
            out.append((at, reading))
            at += len(surface)
    return tuple(out)


def stands_as_surname(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text is a surname by itself; False without a dictionary."""
    at = max(0, start - _AROUND)
    for surface, _, kind in _morphemes(text[at : end + _AROUND]):
        if at >= start:
            return at == start and at + len(surface) == end and kind == "姓"
        at += len(surface)
    return False
