"""A compact character model of a language: how expected the letters of a text's words are.

Learnt from the word list of wordfreq (through `qa.names.words.ordinary`) on first use, in a fraction of a second,
so that nothing has to be shipped: interpolated n-grams up to five letters, word edges included, words
weighted by the square root of their frequency so that rare but regular words shape it too. Smoothing after
Witten and Bell (1991). Numbers are in bits a letter; well-formed English news lies near 2, garbage above 5.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from math import log2

from qa.names.words.ordinary import common_words

ORDER = 5
WORDS = 12_000
# Letters of the window in which the worst stretch of a text is looked for: about two words.
WINDOW = 12
_WORD = re.compile(r"[^\W\d_]+")
_Counts = dict[str, tuple[float, int, dict[str, float]]]


def letter_bits(text: str, language: str) -> list[float]:
    """Surprise of every letter of the text's words, and of every word end; empty for an unknown language."""
    model = _model(language)
    if model is None:
        return []
    return [bits for word in _WORD.findall(text.casefold()) for bits in _word_bits(word, language)]


def worst_window(bits: list[float]) -> float:
    """Highest mean over `WINDOW` letters in a row; the mean of all when there are fewer."""
    if not bits:
        return 0.0
    size = min(WINDOW, len(bits))
    total = best = sum(bits[:size])
    for new, old in zip(bits[size:], bits, strict=False):
        total += new - old
        best = max(best, total)
    return best / size


@lru_cache(maxsize=16384)
def _word_bits(word: str, language: str) -> tuple[float, ...]:
    model, alphabet = _model(language) or ({}, 1)
    marked = f"^{word}$"
    return tuple(
        -log2(_probability(model, marked[max(0, i - ORDER + 1) : i], marked[i], alphabet))
        for i in range(1, len(marked))
    )


def _probability(model: _Counts, context: str, letter: str, alphabet: int) -> float:
    """Witten-Bell: each context shares its weight with the shorter one by how many letters follow it."""
    chance = 1 / alphabet
    for start in range(len(context), -1, -1):
        known = model.get(context[start:])
        if known is None:
            break
        total, kinds, follow = known
        chance = (follow.get(letter, 0.0) + kinds * chance) / (total + kinds)
    return chance


@lru_cache(maxsize=16)
def _model(language: str) -> tuple[_Counts, int] | None:
    words = common_words(language)[:WORDS]
    if not words:
        return None
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    letters: Counter[str] = Counter()
    for word, zipf in words:
        weight = 10 ** ((zipf - 3) / 2)
        marked = f"^{word}$"
        letters.update(word)
        for i in range(1, len(marked)):
            for start in range(max(0, i - ORDER + 1), i + 1):
                counts[marked[start:i]][marked[i]] += weight
    model = {c: (sum(follow.values()), len(follow), dict(follow)) for c, follow in counts.items()}
    # Letters the list never shows (other scripts) share one place more.
    return model, 2 * len(letters) + 2
