"""Number words and months in a text of a language that puts spaces between words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from qa.model import Span
from qa.numbers.grammar import Item, Sum, numbers
from qa.numbers.lexicon import Entry, look_up, look_up_pair
from qa.numbers.quantity import Quantity, Weight
from qa.numbers.tables import Table

# Vowel signs of Indic scripts and vowel points are no word characters to Python.
WORD = re.compile(
    r"(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0dff\u200c])+"
    r"(?:['’ʼ][^\W\d_]+)*"
)
GAP = re.compile(r"[\s\u00a0\u200c-]{1,3}")


class Found(NamedTuple):
    """A word (or two) of the text that has to do with numbers."""

    start: int
    end: int
    entry: Entry


def spelled(text: str, language: Table) -> Iterator[Quantity]:
    """Numbers written in words, and the months, of one text."""
    found = _found(text, language.lang)
    for run in _runs(text, found):
        sums = list(numbers(run, language))
        for index, one in enumerate(sums):
            yield from _quantities(text, one)
            if language.lang == "en" and index and (year := _year(sums[index - 1], one)):
                yield _quantity(text, sums[index - 1].items[0].start, one.items[-1].end, year, Weight.LOOSE)
    for start, end, entry in found:
        if entry.month:
            yield Quantity(Span(start, end), text[start:end], ((f"m{entry.month}",),), Weight.LOOSE)


def _found(text: str, lang: str) -> list[Found]:
    found: list[Found] = []
    passed = 0
    for m in WORD.finditer(text):
        entry = look_up(m[0], lang)
        if entry is None or m.start() < passed:
            continue
        end = m.end()
        if entry.opens and (following := WORD.match(text, end + 1)):
            pair = look_up_pair(m[0], following[0], lang)
            entry, end = (pair, following.end()) if pair else (entry, end)
        found.append(Found(m.start(), end, entry))
        passed = end
    return found


def _runs(text: str, found: list[Found]) -> Iterator[list[Item]]:
    """Runs of number words with nothing but space, hyphens and one linking word between them."""
    run: list[Item] = []
    last, link = 0, False
    for start, end, entry in found:
        near = bool(run) and GAP.fullmatch(text, last, start) is not None
        if entry.item is None:
            link = near and entry.link and not link
            if not link:
                yield from [run] if run else []
                run = []
            last = end
            continue
        if not near:
            yield from [run] if run else []
            run = []
        joined = entry.item.linked or (link and near)
        run.append(replace(entry.item, start=start, end=end, linked=joined))
        last, link = end, False
    yield from [run] if run else []


def _quantities(text: str, one: Sum) -> Iterator[Quantity]:
    first, last = one.items[0], one.items[-1]
    value = one.value
    # "thousand" alone, "one" and "second" are as often a figure of speech as a number.
    alone = len(one.items) == 1 and (first.scale or first.ambiguous or value in (1, 100))
    figure = alone or (last.ordinal and value <= 2)
    whole = _quantity(text, first.start, last.end, value, Weight.LOOSE if figure else Weight.SPELLED)
    if len(one.items) == 2 and first.scale and not last.scale:
        # "Миллиона два" is some two million.
        whole = replace(whole, readings=(*whole.readings, (first.value * last.value,)))
    yield whole
    if any(i.linked for i in one.items):
        # "between five and twenty" must not read as 25 alone.
        for item in one.items:
            yield _quantity(text, item.start, item.end, item.value, Weight.LOOSE)


def _quantity(text: str, start: int, end: int, value: Decimal, weight: Weight) -> Quantity:
    return Quantity(Span(start, end), text[start:end], ((value,),), weight)


def _year(left: Sum, right: Sum) -> Decimal | None:
    whole = len(left.items) == 1 and 10 <= left.value <= 20 and 10 <= right.value < 100
    return left.value * 100 + right.value if whole else None
