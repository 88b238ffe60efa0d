"""What came back differently: the words of a text that its back-translation does not have."""

from __future__ import annotations

import re
from collections import Counter

from qa import diff
from qa.fluency.overlap import plain

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def changed_words(target: str, back_translation: str) -> tuple[str, ...]:
    """Words of the target that did not come back, in reading order.

    Punctuation is left out; quotes, dashes and capitals alone are no difference.
    """
    out: list[str] = []
    for change in diff.words(target, back_translation):
        if change.kind in ("delete", "replace"):
            back = Counter(_key(word) for word in _WORD.findall(change.right))
            for word in _WORD.findall(change.left):
                back[_key(word)] -= 1
                if back[_key(word)] < 0:
                    out.append(word)
    return tuple(out)


def _key(word: str) -> str:
    return plain(word).casefold()
