"""Where a name ends in a text without spaces: its letters one after another, whatever parts them."""

from __future__ import annotations

from collections.abc import Callable

from qa.text import fold

# A Thai name has a space behind the given name, a Chinese one may have hyphens or say in brackets where it is, and a
# name may be broken between two lines.
_BETWEEN = frozenset(" \u00a0\u3000\n-‐‑–()（）")


def written_end(text: str, start: int, letters: str, folded: Callable[[str], str] = fold) -> int | None:
    """End of the stretch from `start` on that spells folded `letters`, None where they do not stand there.

    Spaces and signs that fold to nothing may stand between the letters; a sign that folds to two (ำ) counts as both.
    """
    at, done = start, 0
    while done < len(letters):
        if at == len(text):
            return None
        char = text[at]
        at += 1
        if done and char in _BETWEEN:
            continue
        spelled = folded(char)
        if not letters.startswith(spelled, done) or not (spelled or done):
            return None
        done += len(spelled)
    return at
