"""What is known of the characters of Chinese names: simplified ones for traditional ones, surnames, given names."""

from __future__ import annotations

import re
from functools import cache

from qa.data import lines_of, named_lines

# Base languages that are written in Chinese characters alone.
CHINESE = frozenset({"zh", "yue", "wuu"})


def simplified(text: str) -> str:
    """Text with traditional Chinese characters replaced one by one by simplified ones; its length stays the same."""
    return text if text.isascii() else text.translate(_simple())


def surname_length(name: str) -> int:
    """How many characters of a Chinese name of two to four (simplified) are its surname; 0 when it has none."""
    if not 2 <= len(name) <= 4:
        return 0
    if len(name) > 2 and name[:2] in _compound():
        return 2
    return int(len(name) < 4 and name[0] in _surnames())


def _surnames() -> str:
    """The simplified characters that are surnames."""
    return _characters()["surnames"] + _characters()["others"]


def may_be_surname(character: str) -> bool:
    """Whether a simplified character is a surname."""
    return character in _surnames() or character in surname_readings()


@cache
def titles() -> tuple[str, ...]:
    """What stands behind a surname instead of a given name."""
    return tuple(_characters()["titles"].split())


def surnames_in_pinyin() -> list[str]:
    """The surnames as they are read."""
    return _characters()["pinyin"].split()


@cache
def kin() -> tuple[str, ...]:
    """What the old are called by behind a surname: Auntie Cha. Behind a word it says somebody else."""
    return tuple(_characters()["kin"].split())


def is_only_surname(character: str) -> bool:
    """Whether a simplified character is a surname that hardly stands as a word of its own."""
    return character in _characters()["surnames"]


def is_of_given_name(character: str) -> bool:
    """Whether given names are made with a simplified character."""
    return character in _characters()["given"]


@cache
def surname_readings() -> dict[str, str]:
    """Pinyin of the simplified surnames that are read in a way of their own."""
    found = (re.fullmatch("([^a-z]+)([a-z]+)", item) for item in _characters()["readings"].split())
    return {match[1]: match[2] for match in found if match}


@cache
def _simple() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in lines_of("names", "simplified.txt")}


@cache
def _characters() -> dict[str, str]:
    return dict(named_lines("names", "chinese-persons.txt"))


@cache
def _compound() -> frozenset[str]:
    return frozenset(_characters()["compound"].split())
