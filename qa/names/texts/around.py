"""What a word has around the name in it, and whether another name can take the name's place without a change.

A text says *Charkows* where the glossary lists *Charkow*: the ending goes with the new name where the language has
one ending for all names. In a language of cases a form says which case it stands in by its own ending alone; the new
name stands in the same one only where it ends alike. What cannot be told is left to a person.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from qa.names.grammar.endings import endings
from qa.names.grammar.in_case import DECLINING
from qa.names.grammar.inflect import Inflection, inflection
from qa.names.texts.forms import normal
from qa.names.words.articles import WRITTEN
from qa.text import fold

# Languages whose names have one form, but for a plural in -s.
_ONE_FORM = frozenset("en fr es it pt ca gl zh ja ko vi th id ms fa ur".split())
# Languages whose names have a genitive in -s and no other ending.
_GENITIVE = frozenset("da de nb nl nn no sv".split())
# Languages that write small words together with the name behind them.
_CLITIC = frozenset("ar he".split())
# Languages that add endings to a name; a form without one is the nominative.
_ADDING = frozenset("az fi hu ka kk tr uz".split())
_VOWELS = frozenset("aeiouyаеёиіїоуыэюяєαεηιουω")
_SIBILANTS = ("s", "x", "z")


class Around(NamedTuple):
    """What stands around a name in one word."""

    before: str = ""
    behind: str = ""


def around(text: str, suggestion: str, forms: Collection[str], base: str) -> Around | None:
    """What to keep around a suggestion that takes the place of a word; None where that cannot be told.

    `forms` are the listed forms of the entry in the language `base`, folded as they are looked up.
    """
    written = normal(text)
    if written in forms:
        return Around() if _same_case(written, normal(suggestion), base) else None
    names = _nominatives(forms)
    if base not in _ONE_FORM and normal(suggestion) not in names:
        return Around()  # it is in the case of the word
    if (
        base == "en"
        and _has_s(text, suggestion[:-1])
        and normal(suggestion[:-1]) in names - {normal(suggestion)}
    ):
        return Around()  # it is in the plural as the word is
    if base in _CLITIC:
        return _clitic(text, suggestion, forms, base)
    if _has_s(text, suggestion) and (base in _GENITIVE or base == "en"):
        # "Kievs" is the plural of a listed form; of a form that nobody listed it may be a slip.
        told = normal(text[:-1]) in forms and not (base == "nl" and fold(suggestion[-1]) in "aiouy")
        return Around(behind="s") if told else None
    # A part of a listed form that is longer, or shorter, is an adjective or another form of it.
    if any(len(form) > 2 and written.startswith(form) for form in forms):
        return None
    if base in _ONE_FORM or (base in _GENITIVE and not _inflected(written, normal(suggestion), base)):
        return Around()
    # A mark may be an ending (Odesą), and a longer ending may end as the nominative does (Zełenskiemu, Zełenskyjowi).
    alike = text[-1:].casefold() == suggestion[-1:].casefold()
    return Around() if alike and not _inflected(written, normal(suggestion), base) else None


def _nominatives(forms: Collection[str]) -> set[str]:
    """Listed forms, and the surnames of persons, which may be met alone."""
    return {name for form in forms for name in (form, form.rpartition(" ")[2])}


def is_derived(written: str, forms: Collection[str], base: str) -> bool:
    """Whether a folded word is made from a listed form, and is none of its cases: Charkower."""
    return max((inflection(form, written, base) for form in forms), default=0) == Inflection.DERIVED


def is_sibilant(name: str) -> bool:
    """Whether a name ends in a sound after which no -s is spoken, so that an apostrophe may stand for it."""
    return fold(name).endswith(_SIBILANTS)


def _has_s(text: str, suggestion: str) -> bool:
    return text[-1:] in "sS" and not is_sibilant(suggestion)


def _clitic(text: str, suggestion: str, forms: Collection[str], base: str) -> Around | None:
    """Small words before a listed form; an article among them melts with what it stands before."""
    for prefix in endings(base, str.lower).prefixes:
        if text.startswith(prefix) and normal(text[len(prefix) :]) in forms:
            melts = prefix.endswith(("ال", "لل", "ل")) and suggestion.startswith(WRITTEN)
            return None if melts else Around(before=prefix)
    for prefix, article in endings(base, str.lower).absorbing:
        if text.startswith(prefix) and normal(article + text[len(prefix) :]) in forms:
            return Around(before=prefix)
    return None


def without_taken_in(suggestion: str, before: str, text: str, base: str) -> str:
    """A suggestion without the article that the clitic before it takes in: ל and החות'ים, together לחות'ים.

    `before` is the text up to the suggestion, `text` what it takes the place of behind the clitic.
    """
    for clitic, article in endings(base, str.lower).absorbing:
        if suggestion.startswith(article) and not text.startswith(article) and _ends_with(before, clitic):
            return suggestion[len(article) :]
    return suggestion


def _ends_with(text: str, word: str) -> bool:
    """Whether a text ends with a whole word."""
    return text.endswith(word) and not text[: -len(word)][-1:].isalpha()


def _inflected(written: str, suggestion: str, base: str) -> bool:
    """Whether a spelling ends as inflected words of its language do, and the suggestion does not."""
    return any(
        len(ending) > 1 and written.endswith(ending) and not suggestion.endswith(ending)
        for ending in endings(base, fold).all()
    )


def _same_case(old: str, new: str, base: str) -> bool:
    """Whether a listed form stands in a case in which the new one has the form that is listed of it, too."""
    if base in _ONE_FORM | _GENITIVE | _CLITIC | _ADDING:
        return True
    words, others = old.split(" "), new.split(" ")
    if len(words) != len(others):
        words, others = words[-1:], others[-1:]
    return all(_ends_alike(a[-1:], b[-1:], base) for a, b in zip(words, others, strict=True))


def _ends_alike(old: str, new: str, base: str) -> bool:
    # Where names have declensions, one in -a is a nominative.
    if old == new or (old in "aая" and base in DECLINING):
        return True
    # A name in a consonant has one form for nominative and accusative, and so has another of its kind.
    return old not in _VOWELS and new not in _VOWELS
