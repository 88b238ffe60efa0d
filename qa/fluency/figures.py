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
    return tuple(sorted((ours - theirs).elements())), tuple(sorted((theirs - ours).elements()))


def changed(source: str, target: str) -> int:
    """How many figures were exchanged: present on both sides, but not the same.

    A figure on one side only is often spelled out on the other, and says nothing.
    """
    lost, new = unlike(source, target)
    return min(len(lost), len(new))
