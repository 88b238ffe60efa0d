"""Stretches of a text that may be a name: one word or several, without possessives, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from qa.model import Mention, Span
from qa.names.grammar.endings import endings
from qa.names.texts.reading import SourceName
from qa.text import APOSTROPHES, HYPHENS, INVISIBLE, MARKS, Word, fold, is_small, words, words_from

LONGEST = 5  # words in a stretch that may be one name

_POSSESSIVE = re.compile(rf"(?:(?<![א-ת])[{APOSTROPHES}]s?)?[{INVISIBLE}]*$", re.IGNORECASE)
# Turkish sets the endings of a name apart: Harkiv'de, Zelenskiy’nin.
_SET_APART = re.compile(rf"[{APOSTROPHES}](?:[a-zçğıöşü]{{1,6}}|[A-ZÇĞİÖŞÜ]{{1,6}})?[{INVISIBLE}]*$")
_BEHIND_APOSTROPHE = re.compile(rf"[{APOSTROPHES}]\w")
SETTING_APART = frozenset({"az", "tr"})
# An ending in Cyrillic behind a name in Latin letters: Keymerов, HIMARSы.
_OTHER_LETTERS = re.compile(r"(?<=[A-Za-z]{3})[\u0430-\u045f\u0491]{1,6}$")
_LAST_APOSTROPHE = re.compile(rf"[{APOSTROPHES}](?=[^\W\d_]+[{INVISIBLE}]*$)")
_HEARD_OTHERWISE = (
    3  # letters of a name that an ending may be set apart from where only some names have it so
)
# Articles and prepositions that are shortened before a vowel, with a name behind: d'Odesa, l'Ukraine, dell'Ucraina.
ELIDING = frozenset({"ca", "fr", "it", "oc"})
_ELIDED = re.compile(
    rf"(?:[cdlnsDL]|(?:[Jj]us|lors|puis)?qu|[Dd]?all|[Dd]ell|[Nn]ell|[Ss]ull)[{APOSTROPHES}](?=[^\W\d_])"
)
_BINDING = frozenset("-‐‑")  # hyphens that are seen
# What may stand between two words of one name.
GAP = re.compile(r"(?: |\u00a0|\u202f|[-‐‑]|\. ?|/)\Z")

_NUMBER_BEHIND = re.compile(r"[ \u00a0\u202f‐‑-](\d{1,6})(?=s?(?!\w))")  # 737s is 737 and an ending
_CAPITAL_BEHIND = re.compile(rf"[ \u00a0-]([^\W\d_a-z](?:[^\W\d_]|[{MARKS}{INVISIBLE}])*)")
_HYPHEN = re.compile(f"[{HYPHENS}]")
LOOK_BACK = 40  # letters before a stretch in which the word before it is looked for
# "And" by language, folded, but for those in which it is a particle of names as well (de, e, y).
_AND = {
    "be": "і й ды", "bg": "и", "cs": "a i", "da": "og", "de": "und", "en": "and", "et": "ja", "fi": "ja", "fr": "et",
    "hr": "i", "hu": "es", "lt": "ir", "lv": "un", "mk": "и", "nb": "og", "nl": "en", "nn": "og", "no": "og",
    "pl": "i oraz", "ro": "si", "ru": "и", "sk": "a i", "sl": "in", "sr": "и i", "sv": "och", "tr": "ve",
    "uk": "і й та",
}  # fmt: skip
_ANY_AND = frozenset(" ".join(_AND.values()).split()) | {"&", "+"}
_ON_A_RIVER = re.compile(
    r"[-‐‑](?:on|upon|na|nad|an|am|ob|bei|sur|de|del|do|da|la|le|les|en|op|aan|på|ved|на|над|под|при|у)[-‐‑](?=[^\W\d_])",
    re.IGNORECASE,
)
# Днестровского, Podilskyi: of a town that shares its first word with another.
_ADJECTIVE_BEHIND = re.compile(
    r"[-‐‑](?=[^\W\d_a-z])\w+(?:s[ck]|[cz]k|ск|цк|[сцз]ьк)(?:[aeijouyýíáéůœ]|[аеиійоуюяїєыхмг])[^\W\d_]{0,2}(?!\w)"
)
_COMPOUND_BEFORE = re.compile(r"\b([^\W\d_])\w*[-‐‑]\Z")
_COMPOUND_BEHIND = re.compile(r"[-‐‑](\w)")


class Window(NamedTuple):
    """Words `first` to `last` of a text, `normal` spelling for look-up, `start` and `end` in the text."""

    first: int
    last: int
    start: int
    end: int
    normal: str
    capital: bool


class Start(NamedTuple):
    """A word of a text at which a name may start, and how many words it may have at most."""

    word: int
    longest: int


def windows(text: str, longest: int, starts: Iterable[Start] | None = None, lang: str = "") -> list[Window]:
    """All stretches of up to `longest` words that stand close together, in order of their start.

    Words are held together by one space or a hyphen; anything else between them ends the stretch. With `starts`
    only these words start a stretch, each with so many words at most. `lang` is the base language, in which articles
    may be shortened and endings set apart.
    """
    if starts is not None:
        return [w for i, most in starts for w in _from(text, words_from(text, i, most)[:longest], i, lang)]
    tokens = words(text)
    return [w for i in range(len(tokens)) for w in _from(text, tokens[i : i + longest], i, lang)]


def with_possessives(text: str, longest: int, lang: str) -> Iterator[Window]:
    """The stretches that have a possessive within, which elsewhere ends one: People's Power Party."""
    tokens = words(text)
    ends = [word.start + bare_length(word.text, lang) for word in tokens]
    opened = [
        end < word.end or text.startswith(tuple(APOSTROPHES), end)
        for end, word in zip(ends, tokens, strict=True)
    ]
    for i in range(len(tokens)):
        for window in _from(text, tokens[i : i + longest], i, lang, possessives=True):
            if any(opened[window.first : window.last]):
                yield window


def _from(
    text: str, tokens: Sequence[Word], number: int, lang: str, *, possessives: bool = False
) -> list[Window]:
    """Stretches from the first of some words on; with `possessives` no such ending ends one."""
    skip = elided(tokens[0].text) if lang in ELIDING else 0
    out: list[Window] = []
    parts: list[str] = []
    start = end = tokens[0].start + skip
    capital = not is_small(text[start])
    for i, word in enumerate(tokens):
        if i and possessives:
            gap = text[tokens[i - 1].end : word.start]
            if not GAP.match(gap[1:] if gap.startswith(tuple(APOSTROPHES)) else gap):
                break
        elif i and (end != tokens[i - 1].end or not GAP.match(text[end : word.start])):
            break
        length, folded, whole = _bare(word.text[skip:] if i == 0 else word.text, lang)
        parts.append(whole)
        end = (start if i == 0 else word.start) + length
        # What a hyphen binds may be small: Jae-in, ez-zor.
        small = i > 0 and is_small(word.text) and text[word.start - 1] not in HYPHENS
        spelling = " ".join((*parts[:-1], folded))
        out.append(Window(number, number + i, start, end, spelling, capital and not small))
    return out


def joins(window: Window, forms: Iterable[str], lang: str) -> bool:
    """Whether a stretch has an "and" of a language within, where none of some normal forms has any: two names."""
    inner = set(_AND.get(lang, "").split()).intersection(window.normal.split(" ")[1:-1])
    return bool(inner) and all(_ANY_AND.isdisjoint(form.split(" ")) for form in forms)


def numbered(text: str, stretches: Iterable[Window]) -> Iterator[Window]:
    """The stretches of a text that have a number behind, with it."""
    for window in stretches:
        if window.capital and (found := _NUMBER_BEHIND.match(text, window.end)):
            yield window._replace(end=found.end(), normal=f"{window.normal} {found[1]}")


def capital_behind(text: str, end: int) -> str | None:
    """The word with a capital that stands close behind a place in a text, None where there is none.

    In a script without capitals any word may be meant.
    """
    found = _CAPITAL_BEHIND.match(text, end)
    return found[1] if found is not None and not is_small(found[1]) else None


def has_particles_of(window: Window, text: str, right: str | None) -> bool:
    """Whether a stretch begins small, as a right form does with a particle, and ends with a capital: фон дер Лейєн.

    The capital may stand behind an article: brigades al-Kassam.
    """
    written, words = text[window.start : window.end].split(), (right or "").split()
    return len(words) == len(written) > 1 and all(
        is_small(given[0]) and not all(map(is_small, filter(None, _HYPHEN.split(given[-1]))))
        for given in (words, written)
    )


def in_hyphens(text: str, span: Window | Span) -> bool:
    """Whether a hyphen holds a stretch together with another capitalised word: Білгород-Дністровський."""
    return any(_bound(text, span))


def before_syllable(text: str, window: Window) -> bool:
    """Whether a hyphen holds a stretch together with small letters behind it: No-ah, Dong-gu."""
    found = _COMPOUND_BEHIND.match(text, window.end)
    return found is not None and found[1].islower()


def goes_on_as_place(text: str, end: int) -> bool:
    """Whether the name of a place that ends in a text goes on as another's: Komsomolsk-on-Amur, Novhorod-Siverskyi."""
    if text[end : end + 1] not in _BINDING:
        return False
    return _ON_A_RIVER.match(text, end) is not None or _ADJECTIVE_BEHIND.match(text, end) is not None


def within_hyphens(text: str, span: Window | Span) -> bool:
    """Whether hyphens hold a stretch together with a capitalised word on either side: Al-Kassim-Moschee."""
    return all(_bound(text, span))


def _bound(text: str, span: Window | Span) -> tuple[bool, bool]:
    """Whether a hyphen holds a stretch together with a capitalised word before it, and with one behind it."""
    before = _COMPOUND_BEFORE.search(text, max(0, span.start - LOOK_BACK), span.start)
    behind = _COMPOUND_BEHIND.match(text, span.end)
    return before is not None and before[1].isupper(), behind is not None and behind[1].isupper()


def overlaps(start: int, end: int, mentions: Iterable[Mention | SourceName]) -> bool:
    """Whether a stretch of text overlaps any of the mentions in it."""
    return any(start < m.span.end and m.span.start < end for m in mentions)


def free(stretches: Iterable[Window], taken: Sequence[Mention]) -> list[Window]:
    """The stretches that overlap none of the mentions."""
    return [w for w in stretches if not overlaps(w.start, w.end, taken)]


def bare_length(text: str, lang: str = "") -> int:
    """Length of a word or stretch without its possessive ending, or what the base language sets apart."""
    if text.isascii() and text.isalpha():
        return len(text)
    found = (
        _apart(text, lang)
        or _OTHER_LETTERS.search(text)
        or (_SET_APART if lang in SETTING_APART else _POSSESSIVE).search(text)
    )
    return found.start() if found and found.start() else len(text)


def _apart(text: str, lang: str) -> re.Match[str] | None:
    """The apostrophe before an ending that a language sets apart from some names: Marseille'is, Versailles'ssa."""
    follow = endings(lang, str.lower).apart
    found = _LAST_APOSTROPHE.search(text) if follow else None
    if found is None or found.start() < _HEARD_OTHERWISE:
        return None
    return found if text[found.end() :].rstrip(INVISIBLE).lower() in follow else None


def is_set_apart(text: str, at: int = 0) -> bool:
    """Whether an apostrophe and what it sets apart from the name before it stand at a place of a text."""
    return _BEHIND_APOSTROPHE.match(text, at) is not None


def sets_apart(lang: str) -> bool:
    """Whether a base language sets the endings of names apart, if only of some."""
    return lang in SETTING_APART or bool(endings(lang, str.lower).apart)


def elided(word: str) -> int:
    """Length of a shortened article before a name, with its apostrophe; 0 where there is none."""
    found = _ELIDED.match(word) if len(word) > 3 else None
    return found.end() if found else 0


def bare_word(word: str, lang: str = "") -> str:
    """A word folded as it is looked up: without its possessive ending, which is no letter of the name (Hamas's)."""
    return _bare(word, lang)[1]


def inner_word(word: str, lang: str = "") -> str:
    """A word folded as it is looked up where more of a name follows: there nothing is a possessive (Cox's Bazar)."""
    return _bare(word, lang)[2]


@lru_cache(maxsize=32768)
def _bare(word: str, lang: str) -> tuple[int, str, str]:
    """Length and folded spelling of a word without its possessive ending, and the folded spelling of all of it."""
    length = bare_length(word, lang)
    whole = fold(word)
    return length, whole if length == len(word) else fold(word[:length]), whole
