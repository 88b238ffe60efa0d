"""What came back differently: the words of a text against those of its back-translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from qa.fluency.overlap import plain

_TOKEN = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")


def word_diff(target: str, back_translation: str) -> tuple[tuple[str, str], ...]:
    """Align `target` with `back_translation` word by word.

    Returns (op, text) pieces in reading order: "equal" for what came back the same, "delete" for what
    stands only in the target, "insert" for what stands only in the back-translation. A word that came back
    as another one is a "delete" followed by an "insert". The texts of "equal" and "delete", joined, are the
    target to the letter, white space included; quotes, dashes and capitals alone are no difference.
    """
    ours, theirs = list(_TOKEN.finditer(target)), list(_TOKEN.finditer(back_translation))
    matcher = SequenceMatcher(
        a=[_key(m.group()) for m in ours], b=[_key(m.group()) for m in theirs], autojunk=False
    )
    return tuple((op, text) for op, text in _pieces(target, back_translation, ours, theirs, matcher) if text)


def changed_words(target: str, back_translation: str) -> tuple[str, ...]:
    """Words of the target that did not come back, in reading order, punctuation left out."""
    gone = (text for op, text in word_diff(target, back_translation) if op == "delete")
    return tuple(m.group() for text in gone for m in _TOKEN.finditer(text) if m.group()[0].isalnum())


def _key(token: str) -> str:
    return plain(token).casefold()


def _pieces(
    target: str,
    back: str,
    ours: list[re.Match[str]],
    theirs: list[re.Match[str]],
    matcher: SequenceMatcher[str],
) -> Iterator[tuple[str, str]]:
    """Each piece takes the white space before it along, so that nothing of the target is lost."""
    done = 0
    for op, a0, a1, b0, b1 in matcher.get_opcodes():
        if a1 > a0:
            end = ours[a1 - 1].end() if a1 < len(ours) else len(target)
            yield ("equal" if op == "equal" else "delete"), target[done:end]
            done = end
        if op != "equal" and b1 > b0:
            start = theirs[b0 - 1].end() if b0 else 0
            yield "insert", back[start : theirs[b1 - 1].end()]
    yield "equal", target[done:]
