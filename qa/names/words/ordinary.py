"""Evidence that a word is something else than a misspelled name: an ordinary word, or somebody else's name.

The one module that imports wordfreq.
"""

from __future__ import annotations

import math
from enum import Flag, auto
from functools import cache, lru_cache

from qa.data import lines_of
from qa.names.script.romanize import in_latin

# Zipf frequency from which a word means something else: one that stands on no list of names, and any other.
ORDINARY, WELL_KNOWN = 2.5, 4.0
CAPITAL_NOUNS = frozenset({"de", "lb"})  # languages in which every noun has a capital
_ALL = 9.0  # Zipf frequency of what is every word
_LISTED_AS = {"bs": "sh", "hr": "sh", "sr": "sh"}  # base languages that share a list
# On which Serbian words stand in Latin letters.
_SERBIAN = str.maketrans(
    dict(
        zip(
            "абвгдђежзијклљмнњопрстћуфхцчџш",
            "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(),
            strict=True,
        )
    )
)


class Known(Flag):
    """Which lists of names a word stands on."""

    NOTHING = 0
    GIVEN = auto()
    SURNAME = auto()
    PLACE = auto()


@lru_cache(maxsize=32768)
def frequency(word: str, lang: str) -> float:
    """Zipf frequency of a word in a base language (log10 of uses in a billion words), 0 when unknown.

    Of several words the rarest counts. A language without a list gives 0 for every word.
    """
    listed = _frequencies(_LISTED_AS.get(lang, lang))
    if lang == "sr":
        word = word.translate(_SERBIAN)
    rarest = min((listed.get(w, 0.0) for w in word.split(" ")), default=0.0)
    return round(math.log10(rarest) + _ALL, 2) if rarest else 0.0


def frequency_together(words: str, lang: str) -> float:
    """Zipf frequency with which words of a base language meet by chance, 0 at least: no list has pairs of words."""
    found = [frequency(word, lang) for word in words.split(" ")]
    return max(0.0, sum(found) - _ALL * (len(found) - 1))


def has_frequencies(lang: str) -> bool:
    """Whether the words of a base language have frequencies."""
    return _LISTED_AS.get(lang, lang) in _languages()


@cache
def _frequencies(lang: str) -> dict[str, float]:
    """Share of all words that each word has. Read as it is: to cut words, wordfreq needs a library for each script."""
    if lang not in _languages():
        return {}
    import wordfreq

    return wordfreq.get_frequency_dict(lang)


@cache
def _languages() -> frozenset[str]:
    import wordfreq

    return frozenset(wordfreq.available_languages())


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(lines_of("known", f"{kind}.txt"))


@lru_cache(maxsize=32768)
def known(word: str) -> Known:
    """Lists of given names, surnames and places that a folded Latin word stands on."""
    found = Known.NOTHING
    for kind, flag in (("given", Known.GIVEN), ("surnames", Known.SURNAME), ("places", Known.PLACE)):
        if word in _names(kind):
            found |= flag
    return found


def means_else(word: str, lang: str, most: float = ORDINARY) -> bool:
    """Whether a folded word of a base language is common enough to mean something else.

    `most` is the Zipf frequency from which one does that stands on no list of names.
    """
    return frequency(word, lang) >= (WELL_KNOWN if known(in_latin(word, lang)) else most)


def of_person(word: str) -> bool:
    """Whether a folded Latin word stands on a list of given names or surnames."""
    return word in _names("given") or word in _names("surnames")


def of_place(word: str) -> bool:
    """Whether a folded Latin word stands on the list of places."""
    return word in _names("places")


def common_words(lang: str) -> tuple[tuple[str, float], ...]:
    """The ordinary words of a base language with their Zipf frequencies, most frequent first.

    Some 30,000 of them; empty for a language without a list.
    """
    if lang not in _languages():
        return ()
    import wordfreq

    frequencies = wordfreq.get_frequency_dict(lang, wordlist="small")
    found = ((word, wordfreq.freq_to_zipf(freq)) for word, freq in frequencies.items())
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))
