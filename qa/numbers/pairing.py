"""Which lost source number belongs to which added target number: the likest first, then in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from qa.numbers.quantity import Quantity, Weight

MAX = 20


def pairs(
    lost: Sequence[Quantity], added: Sequence[Quantity]
) -> Iterator[tuple[Quantity | None, Quantity | None]]:
    """Each lost quantity with the added one most like it; what is left over comes alone."""
    left, right = list(lost), list(added)
    while left and right:
        ranked = max(
            ((_likeness(a, b), -i, -j) for i, a in enumerate(left[:MAX]) for j, b in enumerate(right[:MAX])),
        )
        yield left.pop(-ranked[1]), right.pop(-ranked[2])
    yield from ((a, None) for a in left)
    yield from ((None, b) for b in right)


def _likeness(one: Quantity, other: Quantity) -> float:
    same_kind = (
        2.0 * (one.weight is other.weight) + 1.0 * (one.unit == other.unit) + 0.5 * (one.scale == other.scale)
    )
    first, second = _digits(one), _digits(other)
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return same_kind + ratio + (len(first) == len(second)) + (one.weight is Weight.FIRM)


def _digits(one: Quantity) -> str:
    return "".join(str(a) for a in one.readings[0])
