"""Syllables taken apart into their sounds, so that a table of letters needs one line a sound.

A Korean block becomes its letters. In Indic writing a sign behind a consonant becomes the vowel that it stands for, a
virama goes, and a consonant that has neither gets `INHERENT`, the vowel that it has by itself. An Ethiopic syllable
becomes the first of its row and a vowel of the row of አ. Source of the orders: the code charts of Unicode, where each
Indic script has the same places in its block, and each Ethiopic row the same seven vowels. The Indic scripts but
Bengali are given in Devanagari letters.
"""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

INHERENT = "ऄ"
_INDIC = range(0x900, 0xD80)  # Devanagari to Malayalam
_DEVANAGARI, _BENGALI = range(0x900, 0x980), range(0x980, 0xA00)
_CONSONANTS = frozenset((*range(0x15, 0x3A), *range(0x58, 0x60)))
_NUKTA, _VIRAMA = 0x3C, 0x4D
_SIGNS = range(0x3E, 0x4D)
_SIGN_TO_VOWEL = 0x38

_ETHIOPIC = range(0x1200, 0x1358)
_VOWELS = "ኧኡኢኣኤእኦ"
_BARE = frozenset((0x12A0, 0x12D0))  # rows that are vowels alone
_BROAD = _BARE | {0x1200, 0x1210, 0x1280}  # rows whose first form is read like the fourth
# Rows of a consonant with w behind it, and the row of the consonant.
_ROUNDED = {0x1248: 0x1240, 0x1258: 0x1250, 0x1288: 0x1280, 0x12B0: 0x12A8, 0x12C0: 0x12B8, 0x1310: 0x1308}


def jamo(text: str) -> str:
    """Text with Korean syllables taken apart into their letters; all else stays as it is."""
    return "".join(normalize("NFD", c) if "가" <= c <= "힣" else c for c in text)


def apart(text: str) -> str:
    """Text with the syllables of all scripts taken apart; what is written in letters stays as it is."""
    if text < "\u0900" or text.isascii():
        return text
    if any(ord(c) in _INDIC for c in text):
        text = _indic(text)
    return "".join(_ethiopic(ord(c)) if ord(c) in _ETHIOPIC else c for c in jamo(text))


def _indic(text: str) -> str:
    out = []
    bare = False  # whether the last consonant has no vowel yet
    for char, after in pairwise([*normalize("NFC", text), " "]):
        place = ord(char) & 0x7F if ord(char) in _INDIC else -1
        if place in _SIGNS:
            out.append(_letter(char, -_SIGN_TO_VOWEL))
        elif place != _VIRAMA:
            out.append(_letter(char))
        bare = place in _CONSONANTS or (bare and place == _NUKTA)
        next_place = ord(after) & 0x7F if ord(after) in _INDIC else -1
        if bare and next_place not in (_NUKTA, _VIRAMA) and next_place not in _SIGNS:
            out.append(INHERENT)
    return "".join(out)


def _letter(char: str, move: int = 0) -> str:
    """A letter so many places on, in Devanagari unless it is Bengali."""
    code = ord(char)
    if code in _INDIC and code not in _BENGALI:
        code = _DEVANAGARI.start + (code & 0x7F)
    return chr(code + move)


def _ethiopic(code: int) -> str:
    row, order = code & ~7, code & 7
    if row in _ROUNDED:
        return chr(_ROUNDED[row]) + "ወ" + _VOWELS[min(order, 5)]
    if order == len(_VOWELS):
        return ("" if row in _BARE else chr(row) + "ወ") + ("ኧ" if row in _BARE else "ኣ")
    vowel = _VOWELS[3 if row in _BROAD and order == 0 else order]
    return vowel if row in _BARE else chr(row) + vowel
