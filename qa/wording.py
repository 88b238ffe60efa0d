"""How things are said to people in one way everywhere."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """A number of things: 1 finding, 2 findings."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
