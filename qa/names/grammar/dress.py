"""Marks, apostrophes and hyphens of an inflected form: its letters are right, and what they wear may not be.

What an inflected word shares with the form that it is made from is dressed as that is; but of the last letters before
an ending some may change (Kraków, Krakowa; Łódź, Łodzi). Letters of other languages do not (Erdoğan, Erdoğana).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from qa.names.script.letters import is_vowel
from qa.text import APOSTROPHES, HYPHENS, fold

_CHANGING = 3  # letters before an ending that may lose or take a mark
# Languages whose endings change no mark of a name before them.
_KEEPING = frozenset("az da de en et fi fr it kk nb nl nn no sv tr uz".split())
# Languages in which a vowel takes another mark where a word is made from a name: Suède, Suédois.
_CHANGING_VOWELS = frozenset({"fr"})
# Letters with marks that no declension makes others of, but at the end of a form.
_FAST = frozenset("âåãæčçđėêğģħıîķļñņòøöőșşšßțţþûüűŵŷžż")
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

    @property
    def bare(self) -> bool:
        """Whether it has no mark and no sign behind it."""
        return self.written.casefold() == self.folded

    @property
    def fast(self) -> bool:
        """Whether it stays as it is before every ending."""
        return self.written.casefold() in _FAST


def other_dress(form: str, written: str, lang: str, derived: bool = False) -> Dress | None:
    """What an inflected word wears otherwise than the form it is made from; None where nothing is wrong.

    `lang` is the base language. A word in capitals throughout says nothing, for capitals are often written without
    marks. With `derived` it is another word made from the form, whose letters may have taken signs: Rom, Römer; Kiev,
    Kiévien; Trump, Trump'sche.
    """
    if written.isupper():
        return None
    words, forms = written.split(), form.split()
    if len(words) != len(forms):
        return _other_dress(form, written, lang, derived)
    dressed = [_other_dress(a, b, lang, derived) for a, b in zip(forms, words, strict=True)]
    kind = next((dress.kind for dress in dressed if dress is not None), None)
    right = (dress.right if dress else word for dress, word in zip(dressed, words, strict=True))
    return Dress(kind, " ".join(right)) if kind is not None else None


def _other_dress(form: str, written: str, lang: str, derived: bool) -> Dress | None:
    mine, yours = list(_letters(written)), list(_letters(form))
    pairs = zip(mine, yours, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0].folded == pair[1].folded, pairs))
    vowel = _last_vowel(yours)
    # Where the last vowel falls out, what stands before it may change: Marhaneć, Marhańcu.
    last = max(0, shared - _CHANGING, vowel if vowel < shared else 0)
    if lang in _KEEPING:
        last = shared
    fixed = [n < last or (n < shared and n + 1 < len(yours) and b.fast) for n, b in enumerate(yours)]
    if derived:
        fixed = [fast and not _is_free(letter, lang) for fast, letter in zip(fixed, yours, strict=True)]
    differ = [b for a, b, fast in zip(mine, yours, fixed, strict=False) if fast and a.dress != b.dress]
    if not differ:
        return None
    kind = "hyphens" if any(letter.folded == " " for letter in differ) else "marks"
    right = [b if fast else a for a, b, fast in zip(mine, yours, fixed, strict=False)] + mine[len(yours) :]
    return Dress(kind, "".join(letter.written for letter in right))


def _is_free(letter: _Letter, lang: str) -> bool:
    """Whether a letter of a form may be dressed otherwise in another word that is made from it."""
    return letter.bare or (lang in _CHANGING_VOWELS and is_vowel(letter.folded) and not letter.fast)


def _last_vowel(letters: Sequence[_Letter]) -> int:
    """Where the last vowel stands before the end of a form: an ending changes nothing before it (Dvořák)."""
    stem = len(letters) - 1 if letters and is_vowel(letters[-1].folded) else len(letters)
    return max((n for n in range(stem) if is_vowel(letters[n].folded)), default=0)


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
