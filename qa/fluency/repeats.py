"""Words and phrases that stand twice in a row."""

from __future__ import annotations

import re

# "He had had enough", "I know that that is so", "very, very": said on purpose.
_ALLOWED = frozenset({"had", "that", "very", "long", "many", "so", "much", "bye", "no", "yes"})
_TOKEN = re.compile(r"\w+|[^\w\s]")
_LONGEST = 8


def repeats(text: str) -> int:
    """How many stretches of one to eight words come again at once; numbers do not count."""
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    count, at = 0, 0
    while at < len(tokens):
        size = next((n for n in range(1, _LONGEST + 1) if _again(tokens, at, n)), 0)
        count += size > 0
        at += 2 * size or 1
    return count


def loops(text: str) -> bool:
    """Whether a word or phrase comes three times in a row, as from a translator caught in a loop."""
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    return any(
        _again(tokens, at, size) and _again(tokens, at + size, size)
        for size in range(1, _LONGEST + 1)
        for at in range(len(tokens) - 3 * size + 1)
    )


def _again(tokens: list[str], at: int, size: int) -> bool:
    phrase = tokens[at : at + size]
    if phrase != tokens[at + size : at + 2 * size]:
        return False
    words = [token for token in phrase if token[0].isalpha()]
    return any(word not in _ALLOWED for word in words)
