"""The two letters i of Turkish: i has the capital İ, and I is the capital of ı."""

from __future__ import annotations

_LANGS = frozenset({"az", "tr"})  # base languages that have both


def with_small_i(text: str, base: str) -> str:
    """A text with those of these capitals as small letters that Python would take for others."""
    return text.replace("İ", "i").replace("I", "ı") if base in _LANGS else text


def with_capital_i(text: str, base: str) -> str:
    """A text with those of these small letters as capitals that Python would take for others."""
    return text.replace("i", "İ") if base in _LANGS else text
