"""Abbreviations made of the initials of a name: *CATL* is right for *Contemporary Amperex Technology*."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from qa.names.lexicon.lexicon import Name
from qa.text import words

_FEWEST = 2  # initials that make an abbreviation
_SURE = 3  # initials from which an abbreviation may have one letter more: Ltd, Corporation


def abbreviated(names: Iterable[Name], text: str) -> bool:
    """Whether a text has a word made of the initials of one of some names as listed in its language, in their order."""
    capital = {word.text for word in words(text) if word.text.isupper()}
    longer = {word[:-1] for word in capital if len(word) > _SURE}
    return bool(capital) and any(i in capital or i in longer for name in names for i in _initials(name))


@lru_cache(maxsize=4096)
def _initials(name: Name) -> tuple[str, ...]:
    """The initials of the forms of several words, with small words left out and with them (BOJ, Bank of Japan)."""
    firsts = ([word.text[0] for word in words(form.text)] for _, form in name.listed)
    made = ("".join(some) for all_ in firsts for some in (filter(str.isupper, all_), map(str.upper, all_)))
    return tuple(dict.fromkeys(initials for initials in made if len(initials) >= _FEWEST))
