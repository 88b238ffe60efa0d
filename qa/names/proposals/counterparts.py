"""What the source has for a name of the target: the word itself, its nominative, and whether it is a name there.

A word of the source is the counterpart when its letters can be written as the name's, by any table of letters. A
name that is translated (Germany, Німеччина) is found by the sentences that both stand in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from qa.names.near.nominatives import lemmas, nominatives
from qa.names.proposals.capitals import Token, tokens

TOGETHER = 0.5  # of their sentences, least that a name and a source word share when one translates the other
SEEN = 3  # sentences from which that says anything
UNSEEN = 0.04  # cost a letter of a dictionary form that the sources never hold: Германий for Германии
DEARER = 6.0  # votes, in parts of all, that a cost of 1 a letter outweighs


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A source form with how often it was met, and the share of it that is written with a capital.

    `by_letters` is False for a translation.
    """

    form: str
    count: int
    capital: float
    by_letters: bool


class Source:
    """The source sentences of a feed in one language, each looked at once."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._sentences: dict[str, tuple[Token, ...]] = {}
        self._holding: dict[str, set[str]] = defaultdict(set)
        self._capitals: dict[str, Counter[bool]] = defaultdict(Counter)
        self._initials: Counter[str] = Counter()
        self._seen: set[str] = set()

    def read(self, sentence: str) -> None:
        """Take in a sentence; one that is known is not counted again."""
        if sentence in self._sentences:
            return
        found = self._sentences[sentence] = tuple(tokens(sentence))
        for token in found:
            self._seen.add(token.folded)
            for lemma in lemmas(token.folded, self.lang)[:1]:
                self._holding[lemma].add(sentence)
                self._initials[lemma] += token.text.isupper() and len(token.text) > 1
                if not token.opens:
                    self._capitals[lemma][token.capital] += 1

    def counterpart(self, normal: str, sentences: Sequence[str]) -> Counterpart | None:
        """The counterpart of a folded name that stands in the translations of these sentences."""
        by_letters = self._by_letters(normal.split(" "), sentences)
        return by_letters or self._by_company(set(sentences))

    def _by_letters(self, words: Sequence[str], sentences: Sequence[str]) -> Counterpart | None:
        """The forms whose letters can be written as the words of the name, side by side in the source."""
        votes: Counter[str] = Counter()
        costs: dict[str, float] = {}
        capitals = 0
        for sentence, times in Counter(sentences).items():
            found = self._written(tuple(words), sentence)
            if found is not None:
                cost, form, capital = found
                votes[form] += times
                costs[form] = min(cost, costs.get(form, cost))
                capitals += times * capital
        total = votes.total()
        if total * 2 < len(sentences):
            return None
        # An adjective made from the name is often more frequent, but the name itself is written more like it.
        form = min(votes, key=lambda f: (DEARER * costs[f] - votes[f] / total, f))
        return Counterpart(form, total, capitals / total, by_letters=True)

    def _written(self, words: tuple[str, ...], sentence: str) -> tuple[float, str, bool] | None:
        """(cost, nominative, whether it is a name there) of the words that come closest in one sentence."""
        read = self._sentences[sentence]
        best: tuple[float, str, bool] | None = None
        for start in range(len(read) - len(words) + 1):
            stretch = read[start : start + len(words)]
            costs = [self._nominative(t.folded, w) for t, w in zip(stretch, words, strict=True)]
            if all(found is not None for found in costs):
                good = [found for found in costs if found is not None]
                cost = sum(c for c, _ in good) / len(good)
                if best is None or cost < best[0]:
                    form = " ".join(_dressed(n, t) for (_, n), t in zip(good, stretch, strict=True))
                    best = cost, form, all(t.capital for t in stretch)
        return best

    def _nominative(self, word: str, name: str) -> tuple[float, str] | None:
        """(cost, form) of the likeliest dictionary form of a word; of two alike the one that the sources hold."""
        found = nominatives(word, name, self.lang)
        return min(((c + UNSEEN * (form not in self._seen), form) for c, form in found), default=None)

    def _by_company(self, sentences: set[str]) -> Counterpart | None:
        """The source word that stands in the same sentences, where one does much more than others."""
        if len(sentences) < SEEN:
            return None
        met = Counter(
            lemma
            for sentence in sentences
            for lemma in {lemmas(t.folded, self.lang)[0] for t in self._sentences[sentence]}
        )
        share, lemma = max(
            ((2 * n / (len(sentences) + len(self._holding[lemma])), lemma) for lemma, n in met.items()),
            default=(0.0, ""),
        )
        if share < TOGETHER:
            return None
        seen = self._capitals[lemma]
        capital = seen[True] / max(1, seen.total())
        whole = self._initials[lemma] * 2 > len(self._holding[lemma])
        form = lemma.upper() if whole else lemma[:1].upper() + lemma[1:]
        return Counterpart(form, met[lemma], capital, by_letters=False)


def _dressed(nominative_: str, token: Token) -> str:
    """A nominative written with a capital where the word in the text has one; an all-capital word stays so."""
    if token.text.isupper() and len(token.text) > 1:
        return nominative_.upper()
    return nominative_[:1].upper() + nominative_[1:] if token.capital else nominative_
