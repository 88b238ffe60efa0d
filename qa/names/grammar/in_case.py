"""The right form of a name in the case of a word that stands for it.

Whoever misspells a name, or takes its form from another language, still gives it the endings of the language of the
text. So of the forms of the right name the one that ends as the word does is in its case; and with the ending of the
nominative in place of its own, the word can be compared with names.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from qa.names.grammar import morphology
from qa.names.grammar.endings import SLAVIC, endings
from qa.names.grammar.surnames import takes_no_ending
from qa.names.script.edits import same_end, same_start
from qa.names.script.greek import stress, stressed_at
from qa.names.script.letters import is_vowel
from qa.text import fold, level

# Languages whose names have declensions by their last letters.
DECLINING = SLAVIC | {"lt", "lv"}
# Languages in which the last word of somebody's name alone takes the ending.
_LAST_ALONE = frozenset("az et fi hu hy ka kk ky mn tr uz".split())
# Consonants after which Russian has one set of endings; surnames have another one in -в and -н.
_HARD = frozenset("бгдзклмпрстфх")
_DRAWING = tuple(map(fold, ("εως", "ου", "ους", "ων")))  # Greek endings that may draw the stress towards them
_SHORTEST = 3  # letters that have to stand before an ending that is taken off


class _Form(NamedTuple):
    """A form of a name in small letters, an ending of it, and what the nominative has in place of that."""

    text: str
    ending: str
    own: str


class _Kind(NamedTuple):
    """What a name names: things of which there may be several, somebody."""

    made: bool
    person: bool


def has_cases(lang: str) -> bool:
    """Whether names take endings for cases in a base language."""
    return endings(lang, str.lower).cases


def declines_alike(name: str, other: str, lang: str) -> bool:
    """Whether two names take the same endings, so that one stands in the case of the other where it ends as that does.

    Where names have declensions, that is told by their last letter: Покровську and Бахмуту end alike in two cases.
    """
    ends = {fold(name)[-1:], fold(other)[-1:]}
    return lang not in DECLINING or len(ends) == 1 or (lang == "ru" and ends <= _HARD)


def made_alike(name: str, other: str, word: str) -> str | None:
    """What is made of another name as a word is of a name: Kyivan, as Kievan of Kiev; None where they end otherwise.

    Belorussian is made of Belorussia, and what Belarus makes is another matter.
    """
    shared = same_start(name.lower(), word.lower())
    kept, left = name[:shared], name[shared:]
    stem = other.removesuffix(left)
    if (stem == other and left) or fold(kept[-1:]) != fold(stem[-1:]):
        return None
    made = stem + word[shared:]
    return made.upper() if word.isupper() else made if word[0].isupper() else made[:1].lower() + made[1:]


def in_case(right: str, written: str, lang: str, made: bool = False, person: bool = False) -> str | None:
    """The form of a right name in the case of what stands in its place; None where that case is not known.

    Both may be of several words, in the same order; each word is put in the case of its own, but for one that takes no
    endings, and for a given name where the surname alone does. `made` says that there may be several of what is named
    so, `person` that it is somebody.
    """
    names, words = right.split(" "), written.split(" ")
    if len(names) != len(words) or not has_cases(lang):
        return None
    kind = _Kind(made, person)
    found = [_joined(name, word, lang, kind) for name, word in zip(names, words, strict=True)]
    if len(names) > 1:
        last = len(names) - 1 if person and lang in _LAST_ALONE else 0
        stay = (n < last or not _forms(name, lang, person) for n, name in enumerate(names))
        found = [name if fast else form for name, form, fast in zip(names, found, stay, strict=True)]
    return None if None in found else " ".join(word for word in found if word)


def _joined(right: str, written: str, lang: str, kind: _Kind) -> str | None:
    """The same for a word with hyphens, the last part of which takes the ending."""
    before, hyphen, last = right.rpartition("-")
    if last.isupper():  # initials take no endings
        return None
    found = _best(last, written, lang, fold, kind) or _best(last, written, lang, level, kind)
    if found is not None and lang == "el" and found != last.lower():
        found = _stressed(found, written)
    return None if found is None else before + hyphen + _as(last, found)


def _stressed(form: str, written: str) -> str:
    """A Greek form with one stress: where the word has it, if that is nearer to an ending that draws it there."""
    drawn, own = stress(normalize("NFC", written.lower())), stress(form)
    if own is None:
        return form
    nearer = drawn is not None and drawn < own and fold(form).endswith(_DRAWING)
    return stressed_at(form, drawn if nearer and drawn is not None else own)


def _best(right: str, written: str, lang: str, letters: Callable[[str], str], kind: _Kind) -> str | None:
    """The form of a word that shares most of its end with another word; None where several do as well, or none.

    Of forms that end alike, the one counts without whose ending the word ends as the nominative does.
    """
    low, plain = normalize("NFC", written.lower()), letters(written)
    name = normalize("NFC", right.lower())
    scores: dict[str, tuple[int, int, int]] = {}
    several = endings(lang, str.lower).several if kind.made and not is_vowel(fold(name)[-1:]) else ()
    declined = _forms(right, lang, kind.person)
    for form in (_Form(name, "", ""), *declined, *(_Form(name + e, e, "") for e in several)):
        ending = letters(form.ending)
        if plain.endswith(ending) and len(plain) > len(ending):
            bare = plain[: len(plain) - len(ending)] + letters(form.own)
            score = (
                same_end(letters(form.text), plain),
                same_end(bare, letters(name)),
                same_end(form.text, low),
            )
            scores[form.text] = max(score, scores.get(form.text, score))
    most = max(scores.values(), default=(0, 0, 0))
    best = [text for text, score in scores.items() if score == most]
    return best[0] if len(best) == 1 and most[0] else None


def nominatives(right: str, word: str, lang: str) -> tuple[str, ...]:
    """What a folded word may be in the nominative, if it is a spelling of a one-word name in another case."""
    found = dict.fromkeys(
        word[: -len(ending)] + fold(form.own)
        for form in _forms(right, lang)
        if word.endswith(ending := fold(form.ending)) and len(word) - len(ending) >= _SHORTEST
    )
    found.pop(word, None)
    return tuple(found)


def is_form(right: str, written: str, lang: str) -> bool:
    """Whether a one-word name is written in another case, mark by mark: Łukaszenkę of Łukaszenka."""
    low = normalize("NFC", written.lower())
    return any(form.text == low for form in _forms(right, lang))


@lru_cache(maxsize=16384)
def _forms(right: str, lang: str, person: bool = False) -> tuple[_Form, ...]:
    """The forms of a word other than the nominative, by the dictionary or else by the table.

    A thing that is called as a `person` is may change where the name does not: Кір, Кіром, and кір, кором.

    A form comes twice where its stem is another one than that of the nominative: with the ending that both make
    different, and with the ending alone.
    """
    low = normalize("NFC", right.lower())
    if person and takes_no_ending(low, lang):
        return ()
    known = sorted(morphology.forms(low, lang, person) - {low}) if morphology.knows(lang) else []
    if known:
        stem = known[0][: same_start(known[0], known[-1])]
        parts = [(stem, text[len(stem) :]) for text in known]
    else:
        rules = endings(lang, str.lower).rules(low)
        parts = sorted({(r.stem, ending) for r in rules if not r.derives for ending in r.endings})
    out: dict[_Form, None] = {}
    for stem, ending in parts:
        text = stem + ending
        same = same_start(low, text)
        out[_Form(text, text[same:], low[same:])] = None
        out[_Form(text, ending, low[len(stem) :] if low.startswith(stem) else "")] = None
    return tuple(form for form in out if form.ending and form.text != low)


def _as(right: str, low: str) -> str:
    """A form in small letters with the capitals of the nominative."""
    size = same_start(right.lower(), low)
    return right[:size] + low[size:]
