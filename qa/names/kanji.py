"""Readings of Japanese names in kanji, by the dictionary of Sudachi where it is installed (the extra `japanese`).

The one module that imports sudachipy. A kanji can be read in several ways; the dictionary knows how names are read.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any


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
def readings(text: str) -> tuple[str, ...]:
    """Readings of a name in katakana: as it stands and, for a person, with the family name last; () if unknown."""
    if dictionary() is None or not text:
        return ()
    from sudachipy import SplitMode

    parts = [(m.reading_form(), m.part_of_speech()[3]) for m in _tokenizer().tokenize(text, SplitMode.A)]
    found = "".join(reading for reading, _ in parts)
    if [part for _, part in parts] == ["姓", "名"]:
        return f"{parts[0][0]} {parts[1][0]}", f"{parts[1][0]} {parts[0][0]}"
    return (found,)
