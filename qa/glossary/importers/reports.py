"""Keeps account of what an import leaves behind, so that nothing is lost in silence."""

from __future__ import annotations

from collections import Counter

_MOST_LINES = 20


class Drops:
    """Collects what was left behind: single cases by line, and kinds of information by count."""

    def __init__(self) -> None:
        self._cases: list[str] = []
        self._more = 0
        self._kinds: Counter[str] = Counter()

    def add(self, case: str) -> None:
        """Note one case, such as `line 12: unknown status 'foo'`."""
        if len(self._cases) < _MOST_LINES:
            self._cases.append(case)
        else:
            self._more += 1

    def count(self, kind: str) -> None:
        """Note one more piece of a kind of information that a glossary does not hold."""
        self._kinds[kind] += 1

    def told(self) -> tuple[str, ...]:
        """Everything as lines for a reader."""
        more = [f"and {self._more} more"] if self._more else []
        return (*self._cases, *more, *(f"{number} × {kind}" for kind, number in sorted(self._kinds.items())))
