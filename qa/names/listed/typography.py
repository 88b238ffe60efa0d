"""What differs from a form where the letters are the same: marks, hyphens, capitals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from qa.model import Form
from qa.names.grammar.in_case import is_form
from qa.names.script.turkish import with_small_i
from qa.names.texts.forms import normal, unquoted
from qa.names.words.ordinary import frequency
from qa.text import APOSTROPHES, GERESH, GERSHAYIM, INVISIBLE, fold, word_texts

_TITLE_WORD = 5  # letters of a word that has a capital in a headline
_EVERYDAY = 3.5  # Zipf frequency from which a word may be written small or large, as a house likes
# Languages in which a mark on the last letter may be an ending: Łukaszenka, Łukaszenką.
_MARKED_ENDINGS = frozenset({"pl", "cs", "sk", "lt", "lv", "hu", "ro"})
# Those in which of several words the first one alone takes the ending: Marea Neagră.
_ENDING_FIRST = frozenset({"ro"})
_WORD = re.compile(r"[^\s-]+")
_AIDS = re.compile(
    "(?<=[\u0400-\u052f])[\u0300\u0301]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0640\u064b-\u0652\u0670]"
)
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]")
_SPACED = re.compile(
    r"(?<=(?<![^\W_])[^\W\d_]\.)[ \u00a0\u202f](?=[^\W\d_]\.)"
)  # between initials: J. D. Vance


class Place(NamedTuple):
    """Whether a form stands in a headline, and whether where a sentence begins."""

    heading: bool
    opens: bool


def typography(form: Form, written: str, place: Place) -> str | None:
    """What differs when the letters are the same: "marks", "hyphens" or "capitals"; None when nothing does.

    Text in capitals throughout, or with every word capitalised in a headline, says nothing about capitals; nor does
    a capital that begins a sentence, nor one of an everyday word (Normandy format).
    """
    right = unquoted(form.text)
    # Whether initials stand apart is a matter of typesetting, and of the language.
    written, right = _SPACED.sub("", written), _SPACED.sub("", right)
    if written == right or (fold(written) != fold(right) and normal(written) != normal(right)):
        return None
    lang = form.lang.partition("-")[0]
    mine, yours = _plain(written), _plain(right)
    if lang in _MARKED_ENDINGS and _in_another_case(mine, yours, lang):
        return None
    if mine.casefold() != yours.casefold() and _in_small(mine, lang) != _in_small(yours, lang):
        return "hyphens" if normal(written) == normal(right) and fold(written) != fold(right) else "marks"
    if mine.isupper() or (place.heading and mine == _INITIAL.sub(lambda m: m[0].upper(), yours)):
        return None
    words = enumerate(zip(mine.split(), yours.split(), strict=True))
    same = all(_same_capitals(*pair, n == 0 and place.opens, lang) for n, pair in words)
    return None if same else "capitals"


@lru_cache(maxsize=256)
def in_title_case(text: str) -> bool:
    """Whether a text is a headline with a capital on nearly every word; one of a few words may be."""
    long = [word for word in word_texts(text) if len(word) >= _TITLE_WORD]
    return sum(word[0].islower() for word in long) * 4 <= len(long)


def is_contracted(written: str, form: Form, lang: str) -> bool:
    """Whether an apostrophe makes everyday words of what has the letters of a form: I'm, and Im."""
    plain = _plain(written)
    return "'" in plain and "'" not in _plain(form.text) and frequency(plain.lower(), lang) >= _EVERYDAY


def _in_small(text: str, lang: str) -> str:
    return with_small_i(text, lang).casefold()


def _in_another_case(written: str, right: str, lang: str) -> bool:
    """Whether every word is the right one, but for a mark on its last letter that makes a case: Anną Kowalską."""
    pairs = enumerate(zip(_WORD.findall(written), _WORD.findall(right), strict=True))
    return all(
        a == b or (a[:-1] == b[:-1] and is_form(b, a, lang) and not (n and lang in _ENDING_FIRST))
        for n, (a, b) in pairs
    )


def _same_capitals(written: str, right: str, opens: bool, lang: str) -> bool:
    if written == right:
        return True
    if opens and right[:1].islower() and written[:1].isupper():
        return True
    if written[1:] != right[1:]:
        return False
    # A Hungarian adjective is made with -i, of which a name that ends so has no second one: a batumi bíróság.
    if lang == "hu" and right.endswith("i") and written[:1].islower():
        return True
    return (opens and written[:1].isupper()) or frequency(fold(right), lang) >= _EVERYDAY


def _plain(text: str) -> str:
    """A form without what never counts: kinds of apostrophe and hyphen, a sign at the end, invisible characters.

    Nor do marks that only help to read: stress in Cyrillic, vowels in Arabic and Hebrew.
    """
    text = _AIDS.sub("", unicodedata.normalize("NFC", text))
    text = re.sub(f"[{APOSTROPHES}{GERESH}]", "'", text).rstrip("'")
    text = re.sub(f"[“”″{GERSHAYIM}]|''", '"', text)
    text = re.sub("[‐‑–]", "-", text)
    return re.sub(f"[{INVISIBLE}\u00a0\u202f]", lambda m: " " if m.group() in "\u00a0\u202f" else "", text)
