"""Which words of a feed are names, told by how the feed itself writes them.

A word that stands with a capital inside sentences and hardly ever without one is a name, unless it is a day, a
month or a people. Where capitals mean little (German, headlines), rare and known words count alone. A text in a
script without capitals gives nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from qa.names.texts.windows import GAP, bare_length
from qa.names.words.capitalised import a_place, made_from_place, names_nobody
from qa.names.words.ordinary import Known, common_words, frequency, known
from qa.text import APOSTROPHES, HYPHENS, WORD, fold

SMALL_SHARE = 0.15  # of its uses inside sentences, most that a name may be written small
TITLED = 0.6  # share of words with a capital from which a sentence is a headline
NOUNS = 0.2  # share of words with a capital inside sentences from which a language capitalises its nouns
RARE = 3.0  # Zipf frequency below which a word is no word of everyday
EVERYDAY = 4.3  # Zipf frequency from which a word is one, and has to be met often to be a name
OFTEN = 4
ALWAYS = 0.8  # share of a word's uses behind one other word from which the two are one name
ARTICLE = 0.35  # share of uses behind an article from which a word of everyday is no name
# d'Odessa, L'Ukraine: the article is no part of the name, but O'Neill is one name.
_ELIDED = re.compile(rf"(?:[a-z]{{1,2}}|[LD])[{APOSTROPHES}](?=[^\W\d_])")
_CONTRACTED = re.compile(rf"^\w[{APOSTROPHES}][a-z]")
_STOP = re.compile(r"[.!?:;…«»“”„\"()\[\]—–•]")


class Token(NamedTuple):
    """A word of a sentence: its place, how it is compared, and what stands before it.

    `opens` says that it begins a clause, so that its capital tells nothing; `hyphen` that a hyphen binds it to
    the word before.
    """

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    opens: bool
    hyphen: bool


@lru_cache(maxsize=32768)
def _word(text: str) -> tuple[int, str]:
    size = bare_length(text)
    return size, fold(text[:size])


def tokens(text: str) -> list[Token]:
    """The words of a sentence; the first one, and one behind a stop or a quotation mark, opens a clause."""
    out: list[Token] = []
    before = 0
    for match in WORD.finditer(text):
        opens = not out or _STOP.search(text, before, match.start()) is not None
        elided = _ELIDED.match(match.group())
        start = match.start()
        if elided and match.group()[elided.end()].isupper() and (opens or elided.group()[0].islower()):
            start, opens = start + elided.end(), False
        word = text[start : match.end()]
        size, folded = _word(word)
        hyphen = start == before + 1 and text[before] in HYPHENS
        capital = not word[0].islower() and not _CONTRACTED.match(word)
        out.append(Token(start, start + size, word[:size], folded, capital, opens, hyphen))
        before = match.end()
    return out


class Usage:
    """How often a feed writes each word with a capital and small, inside sentences."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.capital: Counter[str] = Counter()
        self.small: Counter[str] = Counter()
        self.with_article: Counter[str] = Counter()
        self._before: Counter[tuple[str, str]] = Counter()
        self._article = next((word for word, _ in common_words(lang)), "")
        self._judged: dict[str, bool] = {}

    def read(self, sentence: Iterable[Token]) -> None:
        """Count the words of a sentence; a headline with capitals throughout tells nothing."""
        listed = list(sentence)
        inner = [token for token in listed if not token.opens]
        long = [token for token in inner if len(token.folded) > 3]
        titled = len(long) > 3 and sum(token.capital for token in long) > TITLED * len(long)
        for token in inner:
            if not token.capital:
                self.small[token.folded] += 1
            elif not titled:
                self.capital[token.folded] += 1
        for before, token in pairwise(listed):
            if token.capital and before.folded == self._article:
                self.with_article[token.folded] += 1
            elif token.capital and before.capital and not token.opens:
                self._before[before.folded, token.folded] += 1

    def is_name(self, word: str) -> bool:
        """Whether a folded word is part of names; asked when the whole feed has been read."""
        found = self._judged.get(word)
        if found is None:
            found = self._judged[word] = self._judge(word)
        return found

    def nobody(self, word: str) -> bool:
        """Whether a word with a capital names nobody on its own: a day, a month, a people, "the Ministry"."""
        if names_nobody(word, self.lang) or made_from_place(word, self.lang):
            return True
        if not self.everyday(word):
            return False
        return self.with_article[word] >= ARTICLE * self.capital[word]

    def whole(self, text: str, sentence: list[Token], run: list[Token]) -> list[Token]:
        """A word with the one before it, where that hardly ever is missing: New Caledonia, San Marino."""
        first = sentence.index(run[0])
        if not first or len(run) > 1 or Known.GIVEN in known(run[0].folded):
            return run
        before, word = sentence[first - 1], run[0]
        uses = self.capital[word.folded]
        together = self._before[before.folded, word.folded]
        if not before.capital or self.nobody(before.folded) or together < max(2, ALWAYS * uses):
            return run
        return [before, *run] if text[before.end : word.start] == " " else run

    def everyday(self, word: str) -> bool:
        """Whether a word that is no known place is one of everyday."""
        return frequency(word, self.lang) >= EVERYDAY and not a_place(word, self.lang)

    def _judge(self, word: str) -> bool:
        capital, small = self.capital[word], self.small[word]
        if len(word) < 2 or not word.isalpha() or small > SMALL_SHARE * (capital + small):
            return False
        zipf, lists = frequency(word, self.lang), known(word)
        if self._nouns() or not capital:
            # A capital says nothing here: what counts is that the word is not one of everyday.
            return len(word) > 2 and (
                zipf < RARE or a_place(word, self.lang) or (bool(lists) and zipf < EVERYDAY)
            )
        return capital >= OFTEN or not self.everyday(word)

    def _nouns(self) -> bool:
        capitals = self.capital.total()
        return capitals > NOUNS * max(1, capitals + self.small.total())


def runs(text: str, sentence: list[Token], usage: Usage) -> Iterator[list[Token]]:
    """Words of names that follow one another with a blank or a hyphen in between.

    A word of everyday beside another word with a capital ("Security Council") is a part of what is no name.
    """
    run: list[Token] = []
    first = False  # whether the run follows a word with a capital
    for before, token in zip([None, *sentence], [*sentence, None], strict=True):
        together = (
            before is not None and token is not None and bool(GAP.match(text[before.end : token.start]))
        )
        # Gazprom-Media: what a hyphen binds to a name is a part of it.
        part = (
            token is not None
            and token.capital
            and (usage.is_name(token.folded) or (together and token.hyphen and bool(run)))
        )
        if run and not (part and together):
            lonely = len(run) > 1 or not usage.everyday(run[0].folded)
            if lonely or not ((together and token is not None and token.capital) or first):
                yield run
            run = []
        if token is not None and part:
            if not run:
                first = together and before is not None and before.capital and not before.opens
            run.append(token)
