"""Text as the rest of the house sees it: words with exact offsets, and letters folded for comparison.

Folding never moves an offset that anyone reports: words are cut from the text as it is, and only their
letters are compared folded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Invisible characters that may stand inside a word without being part of it: zero-width marks, soft
# hyphens, bidi controls, Arabic tatweel, variation selectors.
INVISIBLE = (
    "\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
# Marks that combine with the letter before: Latin, Cyrillic, Hebrew, Arabic and generic ones.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
)
# Signs that are no letters by their category and yet spell a sound: the vowels of Indic, Thai, Burmese, Khmer and
# Maldivian writing, and what belongs to them.
SIGNS = "".join(
    chr(code)
    for code in (*range(0x7A6, 0x7B1), *range(0x900, 0x10A0), *range(0x1780, 0x17D4))
    if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
APOSTROPHES = "'’‘ʼʹʻʾʿ`´′＇"
HYPHENS = "-\u2010\u2011\u00ad"

_LETTER = r"[^\W\d_]"
_PIECE = rf"(?:{_LETTER}|[{MARKS}{SIGNS}{INVISIBLE}])"
_NUMBER = r"(?:\d+(?=s?(?!\w)))?"  # TB2, and of several TB2s
WORD = re.compile(rf"{_LETTER}{_PIECE}*(?:[{APOSTROPHES}]{_PIECE}+)*{_NUMBER}")

# Hebrew marks acronyms before their last letter and foreign sounds behind theirs. Keyboards have quotation marks in
# their place, which also stand around words (ב"הארץ").
GERESH, GERSHAYIM = "\u05f3", "\u05f4"
_ACRONYM = (
    rf"(?<=[א-ת])(?:[{GERSHAYIM}\"“”″]|[{GERESH}{APOSTROPHES}]{{2}})(?=[א-ת](?:י|ים|ית|יות|ות)?(?![א-ת]))"
)
_WITH_SIGNS = rf"{_LETTER}{_PIECE}*(?:(?:[{APOSTROPHES}{GERESH}]|{_ACRONYM}){_PIECE}+)*"
_LAST_SOUND = rf"(?:(?<=[גזצץת])[{GERESH}'’])?"
_HEBREW_WORD = re.compile(rf"(?:(?<!['‘’]){_WITH_SIGNS}{_LAST_SOUND}|{_WITH_SIGNS}){_NUMBER}")
_HEBREW = re.compile("[א-ת]")
ACRONYM_MARK = re.compile(_ACRONYM)
# The same with what is written for a geresh, in the group.
_HEBREW_SIGNS = re.compile(rf"{_ACRONYM}|(?<=[א-ת])([{APOSTROPHES}])")

# The same for a text in ASCII, where it takes half the time; less still where a word is cut out already.
_ASCII_WORD = re.compile(rf"[A-Za-z]+(?:['`][A-Za-z]+)*{_NUMBER}")
_ASCII = "".join(map(chr, range(128)))
_CUT = "".join(c if c.isalnum() or c in "_'`" else " " for c in _ASCII)  # what no word reaches across
_RUNS = "".join(c.lower() if c.isalnum() else " " for c in _ASCII)

_SPECIAL = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    "ŋ": "ng", "ə": "a", "ƒ": "f",
    "\u0307": "",  # what is left of a capital İ beside its i
}  # fmt: skip


_OPENING = re.compile(r"(?:\A|[.!?…:]\s)[\s\"“„«(–—-]*\Z|[\"“„«‘]\s?\Z")
_OPENS_WITHIN = 16  # characters before a word that are looked at


# What a sentence ends with, quotation marks and brackets behind it.
_ENDED = re.compile(r"[.!?…:;。！？؟।\"'”’»)\]]\s*$")


def ended(text: str) -> bool:
    """Whether a text ends as a sentence does, and not as a headline."""
    return _ENDED.search(text) is not None


class Word(NamedTuple):
    """A word of a text: `text == whole[start:end]`, without surrounding punctuation."""

    start: int
    end: int
    text: str


class _Fold(dict[int, str]):
    """Folds one character when it is first met; `str.translate` looks each one up here."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in SIGNS:
            out = char
        elif re.match(f"[{MARKS}{INVISIBLE}{APOSTROPHES}]", char) or unicodedata.category(char) in (
            "Mn",
            "Cf",
        ):
            out = ""
        else:
            # Some letters with two marks fall apart in small letters: ΐ.
            low = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", char).casefold())
            out = "".join(_SPECIAL.get(c, _base(c)) for c in low)
        self[code] = out
        return out


def _base(char: str) -> str:
    """A Latin or Greek letter without its marks; letters of other scripts keep theirs (й is not и)."""
    bare = unicodedata.normalize("NFD", char)
    if len(bare) == 1 or not ("a" <= bare[0] <= "z" or "α" <= bare[0] <= "ω"):
        return char
    return bare[0]


_FOLD = _Fold()


def fold(text: str) -> str:
    """Lower-case letters without marks, apostrophes and invisible characters, for comparing spellings."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    composed = unicodedata.normalize("NFC", text)
    if composed > "א" and _HEBREW.match(composed):
        composed = _HEBREW_SIGNS.sub(lambda m: GERESH if m[1] else GERSHAYIM, composed)
    return composed.translate(_FOLD)


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """All words of a text in order; hyphens separate words, apostrophes and invisible marks do not."""
    return tuple(_located(text).words(0, None))


@lru_cache(maxsize=256)
def words_from(text: str, first: int, most: int) -> tuple[Word, ...]:
    """At most so many words of a text from the one with a number on; the others cost little."""
    return tuple(_located(text).words(first, first + most))


class _Located:
    """The words of a text, and the offset of each as far as anybody has asked.

    There is no letter between two words, so the next place where a word is found is its own; asking for it takes
    half the time of a match object.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = word_texts(text)
        self._starts: list[int] = []

    def words(self, first: int, last: int | None) -> Iterator[Word]:
        """The words from one number on, to below another."""
        starts, text = self._starts, self._text
        if last is None or last > len(starts):
            # Several threads may ask at once, so what is there never changes; it doubles, to be copied seldom.
            until = None if last is None else max(last, 2 * len(starts))
            starts = starts.copy()
            at = starts[-1] + len(self._words[len(starts) - 1]) if starts else 0
            for word in self._words[len(starts) : until]:
                at = text.index(word, at)
                starts.append(at)
                at += len(word)
            self._starts = starts
        found = zip(starts[first:last], self._words[first:last], strict=True)
        return (Word(start, start + len(word), word) for start, word in found)


@lru_cache(maxsize=64)
def _located(text: str) -> _Located:
    return _Located(text)


def opens_sentence(text: str, at: int) -> bool:
    """Whether a sentence or a quotation may begin at a place in a text, so that a capital there says nothing."""
    return _OPENING.search(text, max(0, at - _OPENS_WITHIN), at) is not None


def has_capitals(word: str) -> bool:
    """Whether the script of a word has capitals; Georgian prose uses none."""
    return word.lower() != word.upper() and not _in_georgian(word)


def is_small(word: str) -> bool:
    """Whether a word begins with a small letter where a capital could stand."""
    return word[0].islower() and not _in_georgian(word)


def _in_georgian(word: str) -> bool:
    return "ა" <= word[0] <= "ჿ"


@lru_cache(maxsize=256)
def word_texts(text: str) -> tuple[str, ...]:
    """The words of a text as they are written, in order."""
    if text.isascii():
        pieces = text.translate(_CUT).split()
        if all(map(str.isalpha, pieces)):
            return tuple(pieces)
        return tuple(
            [word for piece in pieces for word in ((piece,) if piece.isalpha() else _words_in(piece))]
        )
    return tuple((_HEBREW_WORD if _HEBREW.search(text) else WORD).findall(text))


@lru_cache(maxsize=8192)
def _words_in(piece: str) -> tuple[str, ...]:
    """The words of a piece of ASCII with other signs within: an apostrophe, digits."""
    return tuple(_ASCII_WORD.findall(piece))


@lru_cache(maxsize=256)
def ascii_runs(text: str) -> tuple[str, ...]:
    """The runs of letters and digits of a text in ASCII, in small letters.

    Every word of the text is one of them or several: what they do not have, the text does not have either.
    """
    return tuple(text.translate(_RUNS).split())


# A nasal before a consonant made at the same place is written as a letter or as a dot: हिन्दी, हिंदी.
_NASAL = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
# Letters that stand for one another in careless or older spelling of one language, by script: they are
# levelled where a source text is searched, never where a spelling is judged.
_DOUBLE_VAV = re.compile("(?<![א-ת])וו")
_LATIN, _CYRILLIC = re.compile("[a-z]"), re.compile("[а-я]")
_LEVEL = str.maketrans(
    "ґёєїіыэъ" + "أإآٱىئؤةک" + "ךםןףץ",
    "гееиииеь" + "ااااييوهك" + "כמנפצ",
    "़়्",  # the dots below Indic letters, and in Hindi the sign that no vowel follows: many leave them out
)
# Urdu, Pashto and Kurdish letters for which keyboards have others; long vowels of Hindi and Bengali, Bengali ণ.
_LEVEL |= str.maketrans("یېہھەۀۂۃګڕڵ" + "ँीू" + "ীূণ", "ييههههههگرل" + "ंिु" + "িুন")
# Ethiopic letters that have fallen together in Amharic, row by row; behind h and the stop, a and ä have as well.
_SOUNDS_AS = {0x1210: 0x1200, 0x1280: 0x1200, 0x1220: 0x1230, 0x12D0: 0x12A0, 0x1340: 0x1338}
_LEVEL |= {row + n: to + n for row, to in _SOUNDS_AS.items() for n in range(7)}
_LEVEL |= {row + 3: _SOUNDS_AS.get(row, row) for row in (0x1200, 0x1210, 0x1280, 0x12A0, 0x12D0)}
_CYRILLIC_LOOKALIKE = str.maketrans("aceiopxykmtbhj", "асеіорхукмтвнј")


@lru_cache(maxsize=32768)
def level(text: str) -> str:
    """Folded text with spelling variants of one letter made alike, for finding native names in a source."""
    out = fold(text)
    if out.isascii():
        return out
    if _LATIN.search(out) and _CYRILLIC.search(out):
        out = out.translate(_CYRILLIC_LOOKALIKE)
    if "וו" in out:
        # A consonant at the beginning is doubled by some, and behind a clitic by all: ווילנה, לווילנה.
        out = _DOUBLE_VAV.sub("ו", out)
    if out > "\u0900":
        out = _NASAL.sub("ं", out)
    return out.translate(_LEVEL)
