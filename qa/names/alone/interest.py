"""Where in a text a name can start at all; asked once for each distinct word of a run.

News repeats its words, and most of them have to do with no name: those are known after their first use and cost a
look into one set from then on.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import starmap

from qa.names.lexicon.compile import UNTOLD, pair_key, word_starts
from qa.names.lexicon.keys import initials, two_word_keys, word_keys
from qa.names.lexicon.lexicon import Lexicon
from qa.names.listed.second_words import GRAMMAR, SecondWords, holds, written
from qa.names.listed.source import candidates_at, openings_at
from qa.names.near.cased_spellings import recognise_cased
from qa.names.near.recognise import WEAKEST
from qa.names.rendering.draft import LONGEST
from qa.names.script.romanize import romanizations
from qa.names.texts.windows import ELIDING, Start, bare_word, elided, inner_word
from qa.names.words.ordinary import frequency
from qa.text import HYPHENS, is_small, level

# How many words are looked at for a capital where two words may be the first ones of a name; a listed form needs none.
_NONE, _LISTED, _GRAMMATICAL = 0, 1, 2
_KEPT = 200_000  # words that are remembered, so that a feed without end needs no memory without end


class Interest:
    """The words met so far with a lexicon: names by themselves, words of names, and all others."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lang = lexicon.base_lang
        self._small = frozenset(start for lang, start in lexicon.index.small if lang == self._lang)
        self._cold: set[str] = set()
        self._alone: set[str] = set()
        self._paired: set[str] = set()
        self._hot: set[str] = set()  # those of either
        self._seconds = SecondWords(lexicon.index, self._lang)
        self._pairs: dict[tuple[str, str], int] = {}
        self._sounds: dict[tuple[str, str], bool] = {}

    def among(self, words: Set[str]) -> Set[str]:
        """Those of the words of a document at which a name may start."""
        for word in words - self._cold - self._hot:
            self._meet(word)
        return words & self._hot

    def starts(self, text: str, words: Sequence[str]) -> list[Start]:
        """Where a name may start in a text, whose words as written were all met."""
        longest = self._lexicon.index.longest
        hot = self._hot
        out: list[Start] = []
        for i, word in [(i, word) for i, word in enumerate(words) if word in hot]:
            paired = word in self._paired
            if paired and i and self._led(text, words, i - 1):
                if out and out[-1].word == i - 1:
                    out.pop()
                out.append(Start(i - 1, longest))
            if paired and self._opens(text, words, i):
                out.append(Start(i, longest))
            elif word in self._alone:
                out.append(Start(i, 1))
        return out

    def _meet(self, word: str) -> None:
        """Sort in a word that is met for the first time."""
        if len(self._cold) > _KEPT:
            self._cold.clear()
        alone, paired = self._roles(word)
        if alone:
            self._alone.add(word)
        if paired:
            self._paired.add(word)
        (self._hot if alone or paired else self._cold).add(word)

    def _roles(self, word: str) -> tuple[bool, bool]:
        """Whether a word may be a name by itself, and whether it may be the first one of a longer name."""
        if self._lang in ELIDING and (skip := elided(word)) and self._starts_here(word[skip:]):
            return True, True
        small = word[0].islower()
        if small and not self._starts_small(word):
            return False, False
        bare = bare_word(word, self._lang)
        index = self._lexicon.index
        opened = openings_at(bare, self._lang, index)
        alone = "" in opened and (not small or self._listed_small(bare))
        if not alone and not small:
            best = recognise_cased(self._lexicon, bare)[0]
            alone = best is not None and best.probability >= WEAKEST
        # Whether it is a word of a name of several words is told by its neighbour.
        inner = inner_word(word, self._lang)
        if inner != bare:
            opened = openings_at(inner, self._lang, index)
            alone |= "" in opened and not small
        paired = any(opened) or (not small and holds(index, starmap(word_keys, written(inner, self._lang))))
        return alone, paired

    def _listed_small(self, bare: str) -> bool:
        """Whether a word that is written small is a name that is written so itself."""
        found = candidates_at(bare, "", self._lang, self._lexicon)
        return any(native in self._lexicon.name(number).small for number, native in found)

    def _starts_here(self, word: str) -> bool:
        """Whether a name may start with a word that is met behind a shortened article."""
        if word not in self._hot and word not in self._cold:
            self._meet(word)
        return word in self._hot

    def _starts_small(self, word: str) -> bool:
        if not self._small:
            return False
        starts = word_starts(bare_word(word), self._lang)
        return not self._small.isdisjoint(starts)

    def _opens(self, text: str, words: Sequence[str], at: int) -> bool:
        """Whether a name of several words may start with one of the words of a text: a listed one, or one like it."""
        if at + 1 == len(words):
            return False
        first, second = words[at], words[at + 1]
        seen = self._pairs.get((first, second))
        if seen is None:
            seen = self._pair(first, second)
        if seen <= _LISTED:
            return seen == _LISTED
        behind = words[at + 1 : at + seen]
        if all(map(is_small, behind)) and not (
            ("-" in text or not text.isascii()) and any(_bound(text, word) for word in behind)
        ):
            return False
        return self._recognised(text, words[at : at + LONGEST])

    def _recognised(self, text: str, words: Sequence[str]) -> bool:
        """Whether some words of a text, the first of them and more, are like a name.

        A name that nobody listed ends with a capital, or behind a hyphen: "I told" is none.
        """
        first = words[0][elided(words[0]) :] if self._lang in ELIDING else words[0]
        spelling = inner_word(first, self._lang)
        for word in words[1:]:
            if not is_small(word) or _bound(text, word):
                best = recognise_cased(self._lexicon, f"{spelling} {bare_word(word, self._lang)}")[0]
                if best is not None and best.probability >= WEAKEST:
                    return True
            spelling = f"{spelling} {inner_word(word, self._lang)}"
        return False

    def _pair(self, first: str, second: str) -> int:
        """Among how many words one has to have a capital, that two words may be the first ones of a name."""
        bare = first[elided(first) :] if self._lang in ELIDING else first
        if self._listed(bare, second):
            seen = _LISTED
        elif not self._unlisted(bare, second):
            seen = _NONE
        else:
            common = frequency(inner_word(bare, self._lang), self._lang) >= GRAMMAR
            seen = _GRAMMATICAL if common else LONGEST
        if len(self._pairs) > _KEPT:
            self._pairs.clear()
        self._pairs[first, second] = seen
        return seen

    def _led(self, text: str, words: Sequence[str], at: int) -> bool:
        """Whether a name may start with a word that is none of a name by itself, as the one behind it tells."""
        first = words[at]
        return first[0].isupper() and first not in self._paired and self._opens(text, words, at)

    def _listed(self, first: str, second: str) -> bool:
        index = self._lexicon.index
        following = bare_word(second, self._lang)
        opened = openings_at(inner_word(first, self._lang), self._lang, index)
        numbers = opened.get(UNTOLD, ()) + opened.get(level(following)[:1], ())
        return bool(numbers) and any(
            pair_key(index.openings.parts(number)[0], start, self._lang) in index.words
            for start in word_starts(following, self._lang)
            for number in numbers
        )

    def _unlisted(self, first: str, second: str) -> bool:
        if first[0].islower():
            return False
        leading, following = inner_word(first, self._lang), bare_word(second, self._lang)
        return any(
            self._begins(leading, initial)
            for latin in romanizations(following, self._lang)[:1]
            for initial in initials(latin)
        ) or (second[0].isupper() and self._seconds.led(leading, following))

    def _begins(self, first: str, initial: str) -> bool:
        """Whether any name of several words begins with a folded word, its second word with a sound."""
        known = self._sounds.get((first, initial))
        if known is None:
            if len(self._sounds) > _KEPT:
                self._sounds.clear()
            spelled = written(first, self._lang)
            keys = (two_word_keys(latin, initial, as_written) for latin, as_written in spelled)
            known = self._sounds[first, initial] = holds(self._lexicon.index, keys)
        return known


def _bound(text: str, word: str) -> bool:
    """Whether a hyphen stands before a word of a text, wherever it is."""
    return any(hyphen + word in text for hyphen in HYPHENS)


@lru_cache(maxsize=16)
def interest_of(lexicon: Lexicon) -> Interest:
    """The words met so far with a lexicon."""
    return Interest(lexicon)
