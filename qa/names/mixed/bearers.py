"""Whose name a spelling is, by the words beside it.

A given name belongs to many, and each bearer spells it his own way: *Dmytro Kuleba* and *Dmitry Peskov* are two
people, *Dmytro Kuleba* and *Dmitry Kuleba* are one. So what stands behind a given name, and the given name before a
surname, say whether two spellings are one name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.model import Document
from qa.names.grammar.inflect import Inflection, inflection
from qa.names.lexicon.compile import word_starts
from qa.names.lexicon.lexicon import Lexicon
from qa.names.texts.windows import Window, bare_word
from qa.names.words.given import is_given_name, same_given
from qa.names.words.likeness import RESPELLED, likeness
from qa.text import words

Place = tuple[int, Window]


@dataclass(frozen=True, slots=True)
class Bearers:
    """What two spellings say of their bearers: the places of each that may name the same person.

    `surname` is the surname that both stand before, None where neither stands before any.
    """

    first: tuple[Place, ...]
    second: tuple[Place, ...]
    surname: str | None = None


def of_one(
    x: str, y: str, first: Sequence[Place], second: Sequence[Place], document: Document, lang: str
) -> Bearers | None:
    """The places at which two folded spellings may name one person or thing; None where they name two."""
    if is_given_name(x) or is_given_name(y):
        return _with_one_surname(first, second, document, lang)
    before = [{g for p in places if (g := _given_before(p, document, lang))} for places in (first, second)]
    if all(before) and not _any_alike(before[0], before[1], lambda a, b: _one_given(a, b, lang)):
        return None
    return Bearers(tuple(first), tuple(second))


def of_one_listed(
    usual: str, rare: str, places: Sequence[Place], document: Document, lexicon: Lexicon
) -> bool:
    """Whether one of two folded spellings is the right surname of somebody listed, and the rare one need not be wrong.

    It is itself the right one, or stands at its `places` behind another given name: Andrii Zelenskyi, beside Zelensky.
    """
    if _given_names(rare, lexicon):
        return True
    listed = _given_names(usual, lexicon)
    before = [_given_before(place, document, lexicon.base_lang) for place in places] if listed else []
    others = {given for given in before if given is not None}
    if not listed or len(others) < len(set(before)):
        return False
    return not _any_alike(others, listed, lambda a, b: _one_given(a, b, lexicon.base_lang))


def _given_names(surname: str, lexicon: Lexicon) -> set[str]:
    """What stands beside a folded surname in the right forms of those listed in full who bear it."""
    lang = lexicon.base_lang
    near = {n.id: n for start in word_starts(surname, lang) for n in lexicon.by_surname(lang).get(start, ())}
    full = (good.split(" ") for i, n in near.items() if surname in n.good for good in lexicon.by_id(i).good)
    return {
        word for words in full if len(words) > 1 and surname in words for word in words if word != surname
    }


def _with_one_surname(
    first: Sequence[Place], second: Sequence[Place], document: Document, lang: str
) -> Bearers | None:
    behind = [[(_behind(place, document, lang), place) for place in places] for places in (first, second)]
    named: list[dict[str, None]] = [dict.fromkeys(n for n, _ in found if n) for found in behind]
    everybody = list(named[0] | named[1])
    if not everybody:
        return Bearers(tuple(first), tuple(second))
    shared = [a for a in named[0] if any(_one_surname(a, b, lang) for b in named[1])]
    alone = all(_one_surname(everybody[0], other, lang) for other in everybody)
    if not alone and not shared:
        return None

    def kept(found: Sequence[tuple[str | None, Place]]) -> tuple[Place, ...]:
        # Without a surname it is the one person of the document, if there is but one.
        return tuple(
            p
            for n, p in found
            if (alone if n is None else alone or any(_one_surname(n, s, lang) for s in shared))
        )

    return Bearers(kept(behind[0]), kept(behind[1]), shared[0] if shared else None)


def _behind(place: Place, document: Document, lang: str) -> str | None:
    """The folded word with a capital that stands directly behind a place."""
    return _beside(place, document, lang, 1)


def _given_before(place: Place, document: Document, lang: str) -> str | None:
    """The folded given name that stands directly before a place."""
    found = _beside(place, document, lang, -1)
    return found if found and is_given_name(found) else None


def _beside(place: Place, document: Document, lang: str, step: int) -> str | None:
    number, window = place
    text = document.segments[number].text
    tokens = words(text)
    at = window.last + 1 if step > 0 else window.first - 1
    if not 0 <= at < len(tokens) or not tokens[at].text[0].isupper():
        return None
    gap = text[window.end : tokens[at].start] if step > 0 else text[tokens[at].end : window.start]
    return bare_word(tokens[at].text, lang) if gap in (" ", "\u00a0") else None


def _any_alike(some: set[str], others: set[str], alike: Callable[[str, str], bool]) -> bool:
    return any(alike(a, b) for a in some for b in others)


def _one_given(x: str, y: str, lang: str) -> bool:
    return x == y or same_given(x, y) or likeness(x, y, lang) is not None


def _one_surname(x: str, y: str, lang: str) -> bool:
    if x == y or max(inflection(x, y, lang), inflection(y, x, lang)) > Inflection.DERIVED:
        return True
    cost = likeness(x, y, lang)
    return cost is not None and cost <= RESPELLED
