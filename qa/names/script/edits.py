"""Plain letter-by-letter comparison; the one module that imports rapidfuzz."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein, Postfix, Prefix


def most_similar(text: str, choices: Sequence[str], floor: float, most: int) -> list[tuple[float, int]]:
    """(likeness from 0 to 1, position) of at most `most` strings, the likest first, by optimal string alignment."""
    found = process.extract(
        text, choices, scorer=OSA.normalized_similarity, score_cutoff=floor, limit=most, processor=None
    )
    return [(float(likeness), position) for _, likeness, position in found]


def similarity(a: str, b: str, floor: float) -> float:
    """Likeness of two strings, 0 to 1, by optimal string alignment; below `floor` it is 0."""
    return float(OSA.normalized_similarity(a, b, score_cutoff=floor))


def edits(a: str, b: str, most: int) -> float:
    """Letters changed, added, dropped or swapped with their neighbour; more than `most` counts as most + 1."""
    return float(OSA.distance(a, b, score_cutoff=most))


def same_start(a: str, b: str) -> int:
    """How many letters two strings have in common at their start."""
    return int(Prefix.similarity(a, b))


def same_end(a: str, b: str) -> int:
    """How many letters two strings have in common at their end."""
    return int(Postfix.similarity(a, b))


def changes(a: str, b: str) -> list[tuple[str, str, str, int]]:
    """(kind, letters of a, letters of b, position in a) of every stretch that differs."""
    return [
        (op.tag, a[op.src_start : op.src_end], b[op.dest_start : op.dest_end], op.src_start)
        for op in Levenshtein.opcodes(a, b)
        if op.tag != "equal"
    ]
