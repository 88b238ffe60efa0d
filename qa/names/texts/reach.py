"""Which segments of a document are near one another, so that a name in the one tells of a word in the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

NEAR = 12  # segments on either side within which a name is evidence: about an article of a feed


def is_near(number: int, places: Sequence[int]) -> bool:
    """Whether one of some ascending segment numbers is near another one."""
    at = bisect_left(places, number - NEAR)
    return at < len(places) and places[at] <= number + NEAR


def in_reach(number: int) -> slice:
    """The segments near one with a number, itself among them."""
    return slice(max(0, number - NEAR), number + NEAR + 1)
