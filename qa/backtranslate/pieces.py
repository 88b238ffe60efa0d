"""Cutting a text into what a translator takes well, and joining what comes back.

Translators work sentence by sentence: given two, a greedy one may drop the second; given a page, all of them
lose the thread or the memory. So a text goes through in pieces, sentence by sentence where the caller can
split sentences, and never longer than `LIMIT` characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

Splitter = Callable[[str, str], Sequence[tuple[int, int]]]
"""(text, base language) to the (start, end) spans of its sentences, in order."""

LIMIT = 800
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
# Where a sentence that is too long may be cut, the best places first.
_BREAKS = (re.compile(r"[.!?;:…。！？؟；]\s*"), re.compile(r"[,،、—–]\s*"), re.compile(r"\s+"))


def cut(text: str, language: str, split: Splitter | None = None) -> tuple[str, ...]:
    """Pieces of `text` in order, stripped of white space around them; blank ones are left out."""
    sentences = [text[a:b] for a, b in split(text, language)] if split else [text]
    pieces = (piece.strip() for sentence in sentences for piece in _bounded(sentence))
    return tuple(piece for piece in pieces if piece)


def join(pieces: Sequence[str], language: str) -> str:
    """Join translated pieces as `language` writes its sentences, with a space or without."""
    return ("" if language in _UNSPACED else " ").join(piece.strip() for piece in pieces)


def words(tokens: Sequence[tuple[str, float]], text: str, language: str) -> tuple[tuple[str, float], ...]:
    """Join the pieces of words (SentencePiece: "▁" opens a word) and add their log probabilities.

    The sum is the log probability of the word, given what stands before it. Words are spelled as in `text`
    where they can be told apart there, else as the vocabulary spells them; marks that are no text (the end
    of the sentence, language codes) are left out. Languages without spaces keep their pieces.
    """
    joined: list[tuple[str, float]] = []
    for token, score in tokens:
        if _is_mark(token):
            continue
        if not joined or token.startswith("▁") or language in _UNSPACED:
            joined.append((token.removeprefix("▁"), score))
        else:
            joined[-1] = (joined[-1][0] + token, joined[-1][1] + score)
    found = [(word, round(score, 4)) for word, score in joined if word]
    spelled = text.split()
    if len(spelled) == len(found):
        return tuple((word, score) for word, (_, score) in zip(spelled, found, strict=True))
    return tuple(found)


def _is_mark(token: str) -> bool:
    return re.fullmatch(r"<[^<>]*>|__\w+__|>>\w+<<|[a-z]{3}_[A-Z][a-z]{3}", token) is not None


def _bounded(text: str) -> Iterator[str]:
    """Cut at the last good place before the limit; a text without any is cut at the limit."""
    while len(text) > LIMIT:
        ends = ([m.end() for m in pattern.finditer(text, LIMIT // 2, LIMIT)] for pattern in _BREAKS)
        end = next((found[-1] for found in ends if found), LIMIT)
        yield text[:end]
        text = text[end:]
    yield text
