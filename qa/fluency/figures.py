"""Figures that were exchanged between source and target; digits need no model to be compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from qa.numbers import compare

_FIGURE = re.compile(r"\d+(?:[.,’'\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")


def exchanged(
    source: str, target: str, source_lang: str, target_lang: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Figures of the source only, and of the target only, as they are written; none of either if none is exchanged.

    A figure on one side only is often spelled out on the other, and says nothing. Nor do two that are the same in
    another way of writing or in another unit (20h is 8 p.m., 60 km are 37 miles).
    """
    lost, new = unlike(source, target)
    found = compare(source, target, source_lang, target_lang) if lost and new else ()
    if not found:
        return (), ()
    ours = [one.source.text for one in found if one.source]
    theirs = [one.target.text for one in found if one.target]
    return _within(lost, ours), _within(new, theirs)


def unlike(source: str, target: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Figures of the source only, and of the target only, as they are written, in ascending order of their digits."""
    ours, theirs = figures(source), figures(target)
    lost, new = sorted((ours - theirs).elements()), sorted((theirs - ours).elements())
    for figure in tuple(lost):
        same = next((other for other in new if _rescaled(figure, other)), None)
        if same is not None:
            lost.remove(figure)
            new.remove(same)
    here, there = _written(source), _written(target)
    return tuple(here[one] for one in lost), tuple(there[one] for one in new)


def figures(text: str) -> Counter[str]:
    """Every number written in digits of any script, as bare ASCII digits without separators."""
    return Counter(_bare(match.group()) for match in _FIGURE.finditer(text))


def _written(text: str) -> dict[str, str]:
    return {_bare(match.group()): match.group() for match in _FIGURE.finditer(text)}


def _bare(figure: str) -> str:
    digits = re.sub(r"\D", "", figure)
    return "".join(str(unicodedata.digit(c)) for c in digits).lstrip("0") or "0"


def _within(figures: tuple[str, ...], numbers: Iterable[str]) -> tuple[str, ...]:
    """The figures that are part of one of the numbers, all where none is told: "1" may be "a" there."""
    numbers = list(numbers)
    return tuple(one for one in figures if any(one in number for number in numbers)) or figures


def _rescaled(one: str, other: str) -> bool:
    """Whether one may be the other with its thousands or millions as a word: "20 mil" for 20,000.

    Both have the same digits but for two zeros or more; `number-mismatch` tells it to the digit.
    """
    return one.rstrip("0") == other.rstrip("0") and abs(len(one) - len(other)) > 1
