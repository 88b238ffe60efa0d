"""What was not judged, said once for each reason instead of once for each sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from qa.model import Skipped


@dataclass(frozen=True, slots=True)
class Group:
    """One reason of one check, with the sentences it holds for.

    `ranges` are their numbers, first and last of each run; without any, the whole document is meant. `others`
    are segments that the document does not have.
    """

    stage: str
    reason: str
    count: int
    ranges: tuple[tuple[int, int], ...]
    others: tuple[str, ...]


def grouped(skipped: Iterable[Skipped], numbers: Mapping[str, int]) -> tuple[Group, ...]:
    """Groups in the order in which they first come, the whole document's before those of sentences."""
    places: dict[tuple[bool, str, str], list[str]] = {}
    for item in skipped:
        named = places.setdefault((item.segment is not None, item.stage, item.reason), [])
        if item.segment is not None:
            named.append(item.segment)
    return tuple(
        Group(
            stage,
            reason,
            len(named),
            tuple(_runs(sorted({numbers[name] for name in named if name in numbers}))),
            tuple(name for name in named if name not in numbers),
        )
        for (_, stage, reason), named in sorted(places.items(), key=lambda item: item[0][0])
    )


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for number in numbers:
        if first is None or last is None:
            first = number
        elif number != last + 1:
            yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last
