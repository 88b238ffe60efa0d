"""Where in a text a name can start at all; asked once for each distinct word of a run.

News repeats its words, and most of them have to do with no name: those are known after their first use and cost a
look into one set from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import starmap

from qa.names.compile import UNTOLD, pair_key, word_starts
from qa.names.keys import first_word_keys, initials, two_word_keys
from qa.names.lexicon import Lexicon
from qa.names.ordinary import frequency
from qa.names.recognise import WEAKEST, recognise
from qa.names.romanize import romanizations
from qa.names.source import candidates_at, openings_at
from qa.names.windows import ELIDING, Start, bare_word, elided
from qa.text import level

COMMON = 4.5  # Zipf frequency from which a first word counts only as it is written
_KEPT = 200_000  # words that are remembered, so that a feed without end needs no memory without end


class Interest:
    """The words met so far with a lexicon: names by themselves, first words of names, and all others."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lang = lexicon.base_lang
        self._small = frozenset(start for lang, start in lexicon.index.small if lang == self._lang)
        self._cold: set[str] = set()
        self._alone: set[str] = set()
        self._first: set[str] = set()
        self._pairs: dict[tuple[str, str], bool] = {}
        self._sounds: dict[tuple[str, str], bool] = {}

    def among(self, words: Set[str]) -> Set[str]:
        """Those of the words of a document at which a name may start."""
        hot = words - self._cold
        for word in hot:
            if word not in self._alone and word not in self._first:
                self._meet(word)
        return hot - self._cold

    def starts(self, words: Sequence[str]) -> list[Start]:
        """Where a name may start among the words of a text as written, all of which were met."""
        hot = ((i, word) for i, word in enumerate(words) if word in self._alone or word in self._first)
        out = []
        for i, word in hot:
            if word in self._first and i + 1 < len(words) and self._pair(word, words[i + 1]):
                out.append(Start(i, self._lexicon.index.longest))
            elif word in self._alone:
                out.append(Start(i, 1))
        return out

    def _meet(self, word: str) -> None:
        """Sort in a word that is met for the first time."""
        if len(self._cold) > _KEPT:
            self._cold.clear()
        small = word[0].islower()
        if self._lang in ELIDING and (skip := elided(word)) and self._starts_here(word[skip:]):
            self._alone.add(word)
            self._first.add(word)
            return
        if small and not self._starts_small(word):
            self._cold.add(word)
            return
        bare = bare_word(word, self._lang)
        opened = openings_at(bare, self._lang, self._lexicon.index)
        best = None if small else recognise(self._lexicon, bare)
        if (best and best.probability >= WEAKEST) or (
            "" in opened and (not small or self._listed_small(bare))
        ):
            self._alone.add(word)
        if any(opened) or (not small and self._holds(starmap(first_word_keys, self._written(bare)))):
            # Whether it starts a name of several words is told by the word behind it.
            self._first.add(word)
        if word not in self._alone and word not in self._first:
            self._cold.add(word)

    def _listed_small(self, bare: str) -> bool:
        """Whether a word that is written small is a name that is written so itself."""
        found = candidates_at(bare, "", self._lang, self._lexicon)
        return any(native in self._lexicon.name(number).small for number, native in found)

    def _starts_here(self, word: str) -> bool:
        """Whether a name may start with a word that is met behind a shortened article."""
        if word not in self._alone and word not in self._first:
            self._meet(word)
        return word not in self._cold

    def _starts_small(self, word: str) -> bool:
        if not self._small:
            return False
        starts = word_starts(bare_word(word), self._lang)
        return not self._small.isdisjoint(starts)

    def _pair(self, first: str, second: str) -> bool:
        """Whether two words may be the first ones of a name."""
        if self._lang in ELIDING:
            first = first[elided(first) :]
        known = self._pairs.get((first, second))
        if known is None:
            if len(self._pairs) > _KEPT:
                self._pairs.clear()
            known = self._pairs[first, second] = self._listed(first, second) or self._unlisted(first, second)
        return known

    def _listed(self, first: str, second: str) -> bool:
        index = self._lexicon.index
        following = bare_word(second, self._lang)
        opened = openings_at(bare_word(first, self._lang), self._lang, index)
        numbers = opened.get(UNTOLD, ()) + opened.get(level(following)[:1], ())
        return bool(numbers) and any(
            pair_key(index.openings.parts(number)[0], start, self._lang) in index.words
            for start in word_starts(following, self._lang)
            for number in numbers
        )

    def _unlisted(self, first: str, second: str) -> bool:
        if first[0].islower():
            return False
        return any(
            self._begins(first, initial)
            for latin in romanizations(bare_word(second, self._lang), self._lang)[:1]
            for initial in initials(latin)
        )

    def _begins(self, first: str, initial: str) -> bool:
        """Whether any name of several words begins so, its second word with a sound."""
        known = self._sounds.get((first, initial))
        if known is None:
            if len(self._sounds) > _KEPT:
                self._sounds.clear()
            keys = (
                two_word_keys(latin, initial, as_written)
                for latin, as_written in self._written(bare_word(first, self._lang))
            )
            known = self._sounds[first, initial] = self._holds(keys)
        return known

    def _written(self, bare: str) -> Iterator[tuple[str, bool]]:
        """How a folded word is written in Latin letters, and whether it counts only so.

        A common word is no slip and no other spelling of a first word.
        """
        as_written = frequency(bare, self._lang) >= COMMON
        return ((latin, as_written) for latin in romanizations(bare, self._lang)[:1])

    def _holds(self, keys: Iterable[set[int]]) -> bool:
        held = self._lexicon.index.words
        return any(key in held for some in keys for key in some)


@lru_cache(maxsize=16)
def interest_of(lexicon: Lexicon) -> Interest:
    """The words met so far with a lexicon."""
    return Interest(lexicon)
