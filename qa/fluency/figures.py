"""Figures that source and target do not share; digits need no model to be compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_FIGURE = re.compile(r"\d+(?:[.,’'\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")


def figures(text: str) -> Counter[str]:
    """Every number written in digits of any script, as bare ASCII digits without separators."""
    found = (re.sub(r"\D", "", match.group()) for match in _FIGURE.finditer(text))
    return Counter("".join(str(unicodedata.digit(c)) for c in digits).lstrip("0") or "0" for digits in found)


def unlike(source: str, target: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Figures of the source only, and of the target only, in ascending order."""
    ours, theirs = figures(source), figures(target)
    lost, new = sorted((ours - theirs).elements()), sorted((theirs - ours).elements())
    for figure in tuple(lost):
        same = next((other for other in new if _rescaled(figure, other)), None)
        if same is not None:
            lost.remove(figure)
            new.remove(same)
    return tuple(lost), tuple(new)


def changed(source: str, target: str) -> int:
    """How many figures were exchanged: present on both sides, but not the same.

    A figure on one side only is often spelled out on the other, and says nothing.
    """
    lost, new = unlike(source, target)
    return min(len(lost), len(new))


def _rescaled(one: str, other: str) -> bool:
    """Whether one may be the other with its thousands or millions as a word: "20 mil" for 20,000.

    Both have the same digits but for two zeros or more; `number-mismatch` tells it to the digit.
    """
    return one.rstrip("0") == other.rstrip("0") and abs(len(one) - len(other)) > 1
