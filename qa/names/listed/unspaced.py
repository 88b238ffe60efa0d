"""Whether a name in a text without spaces stands there as a word of its own.

The characters of 厦门 stand in 厦门大学 and in 大厦门口, and only the first one names the place. So the text around is
cut into the likeliest words, by their frequency (the cheapest way through all cuts, as word segmenters do): once with
the name as a word, once without. Words that hold the whole name (东京湾) say nothing, for they are named after it.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import accumulate

from qa.names.grammar.inflect import Inflection
from qa.names.script import kanji
from qa.names.script.chinese import (
    CHINESE,
    is_of_given_name,
    is_only_surname,
    kin,
    may_be_surname,
    simplified,
    titles,
)
from qa.names.words.ordinary import frequency

_AROUND = 8  # characters on either side that are cut into words
_LONGEST = 5  # characters of a word
_NAME = 4.0  # Zipf frequency that a name on a glossary has at least in the news
_WORD = 3.5  # Zipf frequency from which two characters are a word rather than a given name
# The same for a person in full, of whom no list knows, by the characters of the given name.
_PERSON = {1: 3.0, 2: 1.0}
_SAME = 1e-6  # orders of magnitude that are but the rounding of one sum
_FULL = 3.5  # Zipf frequency up to which a word of three characters may be somebody's name
_UNKNOWN = 1.5  # Zipf frequency of a single character on no list
_TITLED = 1.5  # the same for a surname before a title
_DOUBT = 0.5  # orders of magnitude by which another cut is less likely, up to which the name is doubtful
_SUFFIX = 3.5  # Zipf frequency of a word in kana that may follow a name without a space
_BESIDE = frozenset("东南西北新東")  # what makes the name of a place another one: 北広島 is not 広島
# Behind a surname, what makes the name of a place of it (羽生市), and no title (山本市長).
_OF_A_PLACE = re.compile("[県市町村区郡島山川駅](?![長議政知民])")
_CHARACTERS = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〆ヶ\u3041-\u3096]*\Z")
_KANA = re.compile("[ァ-ヺー]*")


def standing(text: str, start: int, end: int, lang: str, kind: str) -> Inflection:
    """How surely characters `start` to `end` of a text name an entry of some kind: EXACT, DERIVED (doubtful)
    or NONE.

    `lang` is the base language. A language without a list of word frequencies gives EXACT for everything.
    """
    lang = "zh" if lang in CHINESE else lang  # one list tells of words in all of them
    if lang not in ("ja", "zh"):
        return Inflection.EXACT
    name = text[start:end]
    if _KANA.fullmatch(name):
        return _in_kana(text, start, end)
    if len(name) == 1 and lang == "ja":
        return Inflection.EXACT if kanji.stands_as_surname(text, start, end) else Inflection.NONE
    left = _run(text[max(0, start - _AROUND) : start])
    right = _run(text[end : end + _AROUND][::-1])[::-1]
    if lang == "zh":
        left, name, right = simplified(left), simplified(name), simplified(right)
    if len(name) == 1:
        return _surname(left, name, right)
    return _judged(left, name, right, lang, kind)


def _run(before: str) -> str:
    """The characters at the end of a text that no sign and no other script parts from what follows."""
    found = _CHARACTERS.search(before)
    return found.group() if found else ""


def _in_kana(text: str, start: int, end: int) -> Inflection:
    """A foreign name may be the first part of a longer word (トヨタグループ); what it ends is another name."""
    if start and _KANA.fullmatch(text[start - 1]):
        return Inflection.NONE
    following = _KANA.match(text, end)
    rest = following.group() if following else ""
    return (
        Inflection.EXACT if not rest or (rest[1:] and frequency(rest, "ja") >= _SUFFIX) else Inflection.NONE
    )


@lru_cache(maxsize=8192)
def _surname(left: str, name: str, right: str) -> Inflection:
    """Whether a single Chinese character is a surname: before a given name or a title, and no part of a word.

    Many bear it, and a translation may leave it out, so it is never more than DERIVED.
    """
    if not may_be_surname(name):
        return Inflection.NONE
    before, without = _cut(left, "zh")[0], _cut(left + name + right, "zh")[0]
    # Whose surname is told stands behind 姓: 姓邝的保安员.
    if left.endswith("姓") and not left.endswith("百姓"):
        return Inflection.DERIVED
    titled = right.startswith(titles()) or (is_only_surname(name) and right.startswith(kin()))
    if titled and before + _cut(name, "zh")[0] + _cut(right, "zh")[0] < without + _TITLED:
        return Inflection.DERIVED
    if before + _in_full(name, right) < without + _SAME:
        return Inflection.DERIVED
    rest, _ = _likeliest_given(right)
    return Inflection.DERIVED if before + rest + _DOUBT < without else Inflection.NONE


def _in_full(name: str, right: str) -> float:
    """What a full name that is on the list of words costs together with the rest, infinite where there is none."""
    full = frequency(name + right[:2], "zh")
    if not 0.0 < full < _FULL or not _given(right[:2], 2):
        return math.inf
    return _cost(full) + _cut(right[2:], "zh")[0]


def given_behind(text: str, end: int) -> str:
    """The given name behind a Chinese surname that ends at a place in a text, simplified; "" before a title."""
    right = simplified(_run(text[end : end + _AROUND][::-1])[::-1])
    if right.startswith((*titles(), *kin())):
        return ""
    return right[: _likeliest_given(right)[1]]


def _likeliest_given(right: str) -> tuple[float, int]:
    """What the likeliest given name at the start of a text costs together with the rest, and its length, if any."""
    found = [
        (_cost(zipf) + _cut(right[n:], "zh")[0], n) for n, zipf in _PERSON.items() if _given(right[:n], n)
    ]
    return min(found, default=(math.inf, 0))


def _given(characters: str, size: int) -> bool:
    """Whether characters may be a given name: one that names are made with, or two that are no common word."""
    if size == 1:
        return is_of_given_name(characters)
    return len(characters) == size and frequency(characters, "zh") < _WORD


@lru_cache(maxsize=8192)
def _judged(left: str, name: str, right: str, lang: str, kind: str) -> Inflection:
    before, after = _cut(left, lang), _cut(right, lang)
    with_name = before[0] + _cost(max(_NAME, frequency(name, lang))) + after[0]
    without, words = _cut(left + name + right, lang, (len(left), len(left) + len(name)))
    if without < with_name + _DOUBT and not {len(left), len(left + name)} <= {
        0,
        *accumulate(map(len, words)),
    }:
        return Inflection.NONE if without < with_name else Inflection.DERIVED
    if kind == "person" and lang == "ja" and len(name) == 2 and _OF_A_PLACE.match(right):
        return Inflection.NONE
    if kind == "place" and before[1] and before[1][-1] in _BESIDE:
        return Inflection.DERIVED
    if lang == "zh" and len(name) == 2:
        # 王毅夫 is not 王毅, and 李海南 may be a person.
        if kind == "person" and after[1] and len(after[1][0]) == 1 and is_of_given_name(after[1][0]):
            return Inflection.NONE
        if kind != "person" and before[1] and is_only_surname(before[1][-1]):
            return Inflection.DERIVED
    return Inflection.EXACT


@lru_cache(maxsize=8192)
def _cut(text: str, lang: str, name: tuple[int, int] | None = None) -> tuple[float, tuple[str, ...]]:
    """The likeliest words of a text with their cost; no word may hold the whole stretch `name`."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(text) + 1):
        options = []
        for start in range(max(0, end - _LONGEST), end):
            if name is not None and start <= name[0] and name[1] <= end:
                continue
            word = text[start:end]
            zipf = frequency(word, lang) or (_UNKNOWN if len(word) == 1 else 0.0)
            if zipf:
                cost, words = best[start]
                options.append((cost + _cost(zipf), (*words, word)))
        best.append(min(options))
    return best[-1]


def _cost(zipf: float) -> float:
    """Orders of magnitude by which a word is rarer than all words together."""
    return 9.0 - zipf
