"""Marks, apostrophes and hyphens of an inflected form: its letters are right, and what they wear may not be.

What an inflected word shares with the form that it is made from is dressed as that is; but the last letters before an
ending may change (Kraków, Krakowa; Łódź, Łodzi).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from qa.text import APOSTROPHES, HYPHENS, fold

_CHANGING = 3  # letters before an ending that may lose or take a mark
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_HYPHEN = re.compile(f"[{HYPHENS}–]")


class Dress(NamedTuple):
    """What differs, "marks" or "hyphens", and the inflected word as it should be."""

    kind: str
    right: str


class _Letter(NamedTuple):
    folded: str
    written: str

    @property
    def dress(self) -> str:
        """How a letter is written, as far as that counts: kinds of apostrophe and hyphen do not, nor do capitals."""
        text = _HYPHEN.sub("-", _APOSTROPHE.sub("'", self.written))
        return text.casefold() if self.folded.isascii() else re.sub("[^'-]", "", text)


def other_dress(form: str, written: str) -> Dress | None:
    """What an inflected word wears otherwise than the form it is made from; None where nothing is wrong.

    A word in capitals throughout says nothing, for capitals are often written without marks.
    """
    if written.isupper():
        return None
    mine, yours = list(_letters(written)), list(_letters(form))
    pairs = zip(mine, yours, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0].folded == pair[1].folded, pairs))
    fixed = max(0, shared - _CHANGING)
    differ = [b for a, b in zip(mine[:fixed], yours[:fixed], strict=True) if a.dress != b.dress]
    if not differ:
        return None
    kind = "hyphens" if any(letter.folded == " " for letter in differ) else "marks"
    return Dress(kind, "".join(letter.written for letter in (*yours[:fixed], *mine[fixed:])))


def _letters(text: str) -> Iterator[_Letter]:
    """The letters of a text, each with the signs behind it that are no letters."""
    folded, written = "", ""
    for char in text:
        plain = " " if char == " " or _HYPHEN.match(char) else fold(char)
        if plain and written:
            yield _Letter(folded, written)
            written = ""
        folded, written = plain or folded, written + char
    if written:
        yield _Letter(folded, written)
