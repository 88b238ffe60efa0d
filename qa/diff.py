"""Differences between two texts, cut so that both of them can be put together again.

A difference is a sequence of `Change`s; the `left` parts joined give the first text, the `right` parts the
second, white space included. Two granularities: words, for a sentence and its back-translation, and
letters, for a name and its suggestion. Matching is `difflib`'s (Ratcliff and Obershelp), without its
guess at junk, which would hide frequent words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["equal", "replace", "delete", "insert"]
_Code = tuple[Kind, int, int, int, int]

# Matching takes time in proportion to the product of the lengths, so a monstrous "sentence" could hold up
# a whole run. Beyond this product the differing middle is shown as one replacement.
_LIMIT = 1_000_000

# Scripts written without spaces between words are cut into single characters, with their marks.
_UNSPACED = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_CHUNK = re.compile(r"\S+|\s+")
# A round trip straightens quotes and dashes; that says nothing about the words.
_PLAIN = str.maketrans("’‘ʼ“”„«»–—‑", '\'\'\'"""""---')
_LETTER = re.compile(r".[\u0300-\u036f\u0591-\u05bd\u064b-\u065f]*", re.DOTALL)


class Change(NamedTuple):
    """One stretch of a difference: what stands on the left and what on the right."""

    kind: Kind
    left: str
    right: str


def words(left: str, right: str) -> tuple[Change, ...]:
    """Compares two texts word by word; white space and the shape of quotes are kept but not compared."""
    return _compare(_units(left), _units(right))


def letters(left: str, right: str) -> tuple[Change, ...]:
    """Compares two words letter by letter; a letter keeps its combining marks."""
    return _compare(
        [(letter, "") for letter in _LETTER.findall(left)],
        [(letter, "") for letter in _LETTER.findall(right)],
    )


def _units(text: str) -> list[tuple[str, str]]:
    """Cuts a text into (word or punctuation mark, white space after it)."""
    units: list[tuple[str, str]] = []
    for chunk in _CHUNK.findall(text):
        if not chunk.isspace():
            units.extend((token, "") for token in _tokens(chunk))
        elif units:
            units[-1] = (units[-1][0], chunk)
        else:
            units.append(("", chunk))
    return units


def _tokens(chunk: str) -> list[str]:
    """Splits punctuation off both ends of a chunk and cuts unspaced scripts into characters."""
    start, end = 0, len(chunk)
    while start < end and _is_mark(chunk[start]):
        start += 1
    while end > start and _is_mark(chunk[end - 1]):
        end -= 1
    core = [part for part in _UNSPACED.split(chunk[start:end]) if part]
    return [*chunk[:start], *core, *chunk[end:]]


def _is_mark(char: str) -> bool:
    return not char.isalnum() and unicodedata.category(char)[0] in "PS"


def _compare(left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> tuple[Change, ...]:
    a, b = ([word.translate(_PLAIN) for word, _ in side] for side in (left, right))
    codes = _opcodes(a, b)
    return tuple(Change(kind, _join(left[i1:i2]), _join(right[j1:j2])) for kind, i1, i2, j1, j2 in codes)


def _join(units: Sequence[tuple[str, str]]) -> str:
    return "".join(word + space for word, space in units)


def _opcodes(a: list[str], b: list[str]) -> list[_Code]:
    """Opcodes of the two lists; equal ends are cut off first, which is quick and keeps them aligned."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    codes: list[_Code] = [("equal", 0, head, 0, head)] if head else []
    for kind, i1, i2, j1, j2 in _middle(middle_a, middle_b):
        codes.append((kind, i1 + head, i2 + head, j1 + head, j2 + head))
    if tail:
        codes.append(("equal", len(a) - tail, len(a), len(b) - tail, len(b)))
    return codes


def _middle(a: list[str], b: list[str]) -> list[_Code]:
    if not a and not b:
        return []
    if not a or not b or len(a) * len(b) > _LIMIT:
        kind: Kind = "insert" if not a else "delete" if not b else "replace"
        return [(kind, 0, len(a), 0, len(b))]
    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
