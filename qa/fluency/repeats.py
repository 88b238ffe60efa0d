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
    return sum(
        _again(tokens, at, size)
        for size in range(1, _LONGEST + 1)
        for at in range(len(tokens) - 2 * size + 1)
    )


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
    return bool(words) and not (size == 1 and words[0] in _ALLOWED)
