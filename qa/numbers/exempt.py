"""Numbers that a translator may leave out without changing what is said."""

from __future__ import annotations

import re

from qa.numbers.quantity import Quantity

# A number in a name or symbol that is as often written without it, or in another way (m2, m²).
NAMED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:covid|ковід|ковид|كوفيد|קוביד|コロナ|新冠)\W?\d+",
        r"sars\W?cov\W?\d+",
        r"24/7",
        r"(?<![^\W_])(?:[kcm]|[км]|с)?[mм][23](?!\w)",
        r"(?<![^\W_])(?:co|со|h)2(?![^\W\d_])",
    )
)
LIST_MARK = re.compile(r"\s*[(\[]?(?:\d{1,2}[.)\]]|\d{1,2}\.\d{1,2}\.?)\s+(?=\D)")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,64}@\S+|[@#]\w+")


def exempt(one: Quantity, text: str, other: str) -> bool:
    """Whether a number belongs to something that the other text does not have at all.

    A list mark, a web address, "Covid-19": where both sides have it, its number is compared like any other.
    """
    return any(
        one.span.start < m.end() and m.start() < one.span.end and not pattern.search(other)
        for pattern in (*NAMED, ADDRESS)
        for m in pattern.finditer(text)
    ) or _list_mark(one, text, other)


def _list_mark(one: Quantity, text: str, other: str) -> bool:
    """Whether a number only counts the items of a list; "2.5 million people" at the beginning of a line does not."""
    mark = LIST_MARK.match(text) if one.scale == 1 and one.unit is None else None
    return mark is not None and one.span.end <= mark.end() and not LIST_MARK.match(other)
