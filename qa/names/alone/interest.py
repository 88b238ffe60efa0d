"""Where in a text a name can start at all; asked once for each distinct word of a run.

News repeats its words, and most of them have to do with no name: those are known after their first use and cost a
look into one set from then on.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import starmap

from qa.names.lexicon.compile import UNTOLD, pair_key, word_starts
from qa.names.lexicon.keys import initials, two_word_keys, whole_key, word_keys
from qa.names.lexicon.lexicon import Lexicon
from qa.names.listed.second_words import COMMON, GRAMMAR, SecondWords, holds, written
from qa.names.listed.source import candidates_at, openings_at
from qa.names.near.cased_spellings import recognise_cased
from qa.names.near.recognise import WEAKEST
from qa.names.script.romanize import romanizations
from qa.names.texts.remembered import KEPT, Judged
from qa.names.texts.windows import ELIDING, LONGEST, Start, bare_word, elided, inner_word
from qa.names.words.ordinary import frequency
from qa.text import HYPHENS, is_small, level

_NONE_SMALL = bytes([False, False])  # of two words in a row, which is sooner found than they are looked at


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
        # How listed forms of several words begin with a word, as `openings_at` has it.
        self._openings: dict[str, dict[str, tuple[int, ...]]] = {}
        self._listed = Judged(self._opens_listed)
        self._sounds = Judged(self._begins)
        self._as_one = Judged(self._is_one)

    def meet(self, words: Set[str]) -> None:
        """Sort in those of the words of a document that were not met yet."""
        for word in words - self._cold - self._hot:
            self._meet(word)

    def starts(self, text: str, words: Sequence[str]) -> list[Start]:
        """Where a name may start in a text, whose words as written were all met."""
        longest = self._lexicon.index.longest + 1  # a word of a name may be written apart
        hot = self._hot
        apart = self._apart(words)
        if not apart and hot.isdisjoint(words):
            return []
        out: list[Start] = []
        for i, word in [(i, word) for i, word in enumerate(words) if word in hot or i in apart]:
            paired = word in self._paired
            if paired and i and self._led(text, words, i - 1):
                if out and out[-1].word == i - 1:
                    out.pop()
                out.append(Start(i - 1, longest))
            if i in apart or (paired and self._opens(text, words, i)):
                out.append(Start(i, longest))
            elif word in self._alone:
                out.append(Start(i, 1))
        return out

    def _apart(self, words: Sequence[str]) -> list[int]:
        """Where in a text two words with capitals stand that are together a name of one word: Le Cornu, for Lecornu."""
        small = bytes(map(str.islower, words))
        at, found = small.find(_NONE_SMALL), []
        while at >= 0:
            if self._as_one[words[at], words[at + 1]]:
                found.append(at)
            at = small.find(_NONE_SMALL, at + 1)
        return found

    def _is_one(self, pair: tuple[str, str]) -> bool:
        """Whether two words written as one are a rendering of a name, letter by letter; of two common ones each is one.

        So New Port Authority is not Newport.
        """
        words = inner_word(pair[0], self._lang), bare_word(pair[1], self._lang)
        if not all(word[0].isupper() for word in pair):
            return False
        if all(frequency(word, self._lang) >= COMMON for word in words):
            return False
        sounds = self._lexicon.index.sounds
        return any(whole_key(latin) in sounds for latin in romanizations("".join(words), self._lang)[:1])

    def _meet(self, word: str) -> None:
        """Sort in a word that is met for the first time."""
        if len(self._cold) > KEPT:
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
        if longer := {mark: numbers for mark, numbers in opened.items() if mark}:
            self._openings[word] = longer
        paired = bool(longer) or (not small and holds(index, starmap(word_keys, written(inner, self._lang))))
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

    def _led(self, text: str, words: Sequence[str], at: int) -> bool:
        """Whether a name may start with a word that is none of a name by itself, as the one behind it tells."""
        first = words[at]
        return first[0].isupper() and first not in self._paired and self._opens(text, words, at)

    def _opens(self, text: str, words: Sequence[str], at: int) -> bool:
        """Whether a name of several words may start with one of the words of a text: a listed one, or one like it."""
        if at + 1 == len(words):
            return False
        first, second = words[at], words[at + 1]
        if self._lang in ELIDING:
            first = first[elided(first) :]
        if first in self._openings and self._listed[first, second]:
            return True
        behind = words[at + 1 : at + LONGEST]
        return (
            self._goes_on(text, first, behind)
            and self._opens_unlisted(first, second)
            and self._recognised(text, first, behind)
        )

    def _opens_listed(self, pair: tuple[str, str]) -> bool:
        """Whether two words may be the first ones of a listed form."""
        first, second = pair
        opened, following = self._openings[first], bare_word(second, self._lang)
        numbers = opened.get(UNTOLD, ()) + opened.get(level(following)[:1], ())
        index = self._lexicon.index
        return bool(numbers) and any(
            pair_key(index.openings.parts(number)[0], start, self._lang) in index.words
            for start in word_starts(following, self._lang)
            for number in numbers
        )

    def _goes_on(self, text: str, first: str, behind: Sequence[str]) -> bool:
        """Whether a name that nobody listed may start with a word, by those behind it.

        It ends with a capital, or behind a hyphen, and one that begins with a word of grammar goes on so: "I told Mary"
        is none.
        """
        if not is_small(behind[0]):
            return True
        if frequency(inner_word(first, self._lang), self._lang) >= GRAMMAR:
            return _bound(text, behind[0])
        return any(not is_small(word) or _bound(text, word) for word in behind)

    def _opens_unlisted(self, first: str, second: str) -> bool:
        """Whether two words may be the first ones of a spelling that nobody listed."""
        if first[0].islower():
            return False
        leading, following = inner_word(first, self._lang), bare_word(second, self._lang)
        return any(
            self._sounds[leading, initial]
            for latin in romanizations(following, self._lang)[:1]
            for initial in initials(latin)
        ) or (second[0].isupper() and self._seconds.led(leading, following))

    def _recognised(self, text: str, first: str, behind: Sequence[str]) -> bool:
        """Whether a word is like a name together with some of the words behind it."""
        spelling = inner_word(first, self._lang)
        for word in behind:
            if not is_small(word) or _bound(text, word):
                best = recognise_cased(self._lexicon, f"{spelling} {bare_word(word, self._lang)}")[0]
                if best is not None and best.probability >= WEAKEST:
                    return True
            spelling = f"{spelling} {inner_word(word, self._lang)}"
        return False

    def _begins(self, pair: tuple[str, str]) -> bool:
        """Whether any name of several words begins with a folded word, its second word with a sound."""
        first, initial = pair
        spelled = written(first, self._lang)
        keys = (two_word_keys(latin, initial, as_written) for latin, as_written in spelled)
        return holds(self._lexicon.index, keys)


def _bound(text: str, word: str) -> bool:
    """Whether a hyphen stands before a word of a text, wherever it is."""
    if text.isascii():
        return "-" in text and f"-{word}" in text
    return any(hyphen + word in text for hyphen in HYPHENS)


@lru_cache(maxsize=16)
def interest_of(lexicon: Lexicon) -> Interest:
    """The words met so far with a lexicon."""
    return Interest(lexicon)
