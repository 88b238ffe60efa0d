"""Where in a text a name can start at all; asked once for each distinct word of a run.

News repeats its words, and most of them have to do with no name: those are known after their first use and cost a
look into one set from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import product

from qa.names.compile import word_starts
from qa.names.inflect import Inflection, endings, inflection
from qa.names.keys import first_word_keys, two_word_keys
from qa.names.lexicon import Lexicon
from qa.names.ordinary import frequency
from qa.names.recognise import WEAKEST, recognise
from qa.names.romanize import romanizations
from qa.names.source import candidates_at, first_word_candidates
from qa.names.windows import ELIDING, bare_word, elided

COMMON = 4.5  # Zipf frequency from which a first word counts only as it is written
_KEPT = 200_000  # words that are remembered, so that a feed without end needs no memory without end


class Interest:
    """The words met so far with a lexicon: names by themselves, first words of names, and all others."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lang = lexicon.base_lang
        self._prefixes = endings(self._lang).prefixes
        self._small = frozenset(start for lang, start in lexicon.index.small if lang == self._lang)
        self._cold: set[str] = set()
        self._alone: set[str] = set()
        self._first: set[str] = set()
        self._pairs: dict[tuple[str, str], bool] = {}

    def starts(self, words: Sequence[str]) -> list[int]:
        """Positions of the words at which a name may start, among the words of a text as written."""
        hot = set(words).difference(self._cold)
        if not hot:
            return []
        for word in hot:
            if word not in self._alone and word not in self._first:
                self._meet(word)
        if hot <= self._cold:
            return []
        last = len(words) - 1
        return [
            i
            for i, word in enumerate(words)
            if word in self._alone or (word in self._first and i < last and self._pair(word, words[i + 1]))
        ]

    def _meet(self, word: str) -> None:
        """Sort in a word that is met for the first time."""
        if len(self._cold) + len(self._pairs) > _KEPT:
            self._cold.clear()
            self._pairs.clear()
        if self._lang in ELIDING and (skip := elided(word)) and self._starts_here(word[skip:]):
            self._alone.add(word)
            return
        small = word[0].islower()
        if small and not self._starts_small(word):
            self._cold.add(word)
            return
        bare = bare_word(word, self._lang)
        natives = self._capital(word, first_word_candidates(bare, self._lang, self._lexicon))
        best = None if small else recognise(self._lexicon, bare)
        if any(" " not in native for native in natives) or (best and best.probability >= WEAKEST):
            self._alone.add(word)
        elif natives or (not small and self._holds(first_word_keys, bare)):
            # Whether it starts a name is told by the word behind it.
            self._first.add(word)
        else:
            self._cold.add(word)

    def _starts_here(self, word: str) -> bool:
        """Whether a name may start with a word that is met behind a shortened article."""
        if word not in self._alone and word not in self._first:
            self._meet(word)
        return word not in self._cold

    def _starts_small(self, word: str) -> bool:
        if not self._small:
            return False
        starts = word_starts(bare_word(word), self._lang, self._prefixes)
        return not self._small.isdisjoint(starts)

    def _capital(self, word: str, found: Iterable[tuple[int, str]]) -> list[str]:
        """The forms that may be written as the word is: with a small letter only those that have one themselves."""
        capital = not word[0].islower()
        return [native for number, native in found if capital or native in self._lexicon.name(number).small]

    def _pair(self, first: str, second: str) -> bool:
        """Whether two words may be the first ones of a name."""
        known = self._pairs.get((first, second))
        if known is None:
            known = self._pairs[first, second] = self._listed(first, second) or self._unlisted(first, second)
        return known

    def _listed(self, first: str, second: str) -> bool:
        bare, following = (bare_word(word, self._lang) for word in (first, second))
        found = candidates_at(bare, following, self._lang, self._lexicon)
        return any(
            inflection(native.split(" ", 2)[1], following, self._lang) != Inflection.NONE
            for native in self._capital(first, found)
            if " " in native
        )

    def _unlisted(self, first: str, second: str) -> bool:
        words = (bare_word(word, self._lang) for word in (first, second))
        return not first[0].islower() and self._holds(two_word_keys, *words)

    def _holds(self, keys: Callable[..., set[int]], first: str, *others: str) -> bool:
        """Whether any name of several words has one of the keys of its first words."""
        written = [romanizations(word, self._lang)[:1] for word in (first, *others)]
        # A common word is no slip and no other spelling of a first word.
        as_written = frequency(first, self._lang) >= COMMON
        holds = self._lexicon.index.words.holds
        return any(holds(key) for latin in product(*written) for key in keys(*latin, as_written))


@lru_cache(maxsize=16)
def interest_of(lexicon: Lexicon) -> Interest:
    """The words met so far with a lexicon."""
    return Interest(lexicon)
