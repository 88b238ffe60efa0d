"""Keys under which spellings of one name meet: sound skeletons and one-letter deletions.

A key only proposes candidates; whether a candidate is the name is decided by alignment. So keys are coarse:
letters that any romanization or neighbouring orthography writes for one another share a class.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product
from zlib import crc32

# Letter groups and the classes they may stand for; the longest group is read first. A group with several
# readings (German ch is kh, English ch is tch) yields several skeletons.
_READINGS: dict[str, tuple[str, ...]] = {
    "schtsch": ("S",), "shch": ("S",), "szcz": ("S",), "chtch": ("S",), "tsch": ("S",), "sch": ("S", "SK"),
    "tch": ("S",), "sh": ("S",), "zh": ("S",), "ch": ("S", "K"), "kh": ("K",), "gh": ("K", ""), "ph": ("F",),
    "th": ("T",), "dh": ("T",), "ts": ("S",), "tz": ("S",), "cz": ("S",), "sz": ("S",), "dj": ("S",),
    "dz": ("S",), "ds": ("S",), "ck": ("K",), "qu": ("K",), "gu": ("K",), "ks": ("KS",), "x": ("KS", "K", "S"),
    "ce": ("S", "K"), "ci": ("S", "K"), "cy": ("S", "K"), "c": ("K", "S"), "g": ("K",), "k": ("K",),
    "q": ("K", ""), "h": ("K", ""), "j": ("", "S", "K"), "b": ("P",), "p": ("P",), "f": ("F",), "v": ("F",),
    "w": ("F", ""), "d": ("T",), "t": ("T",), "s": ("S",), "z": ("S",), "l": ("L",), "r": ("R",), "m": ("M",),
    "n": ("N",), "ng": ("N", "NK"),
}  # fmt: skip
_GROUP = re.compile("|".join(sorted(_READINGS, key=lambda g: (-len(g), g))))
_REPEATED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiouy]+")
_VOWEL_RUN = re.compile("([aeiou])[aeiou]+")
_GLIDES = str.maketrans("jy", "ii")
_VOWEL_LETTERS = frozenset("aeiou")
_MOST_READINGS = 8
_LONG = 6  # letters from which one may be missing
_SHORT = 2  # consonants up to which the vowels have to agree in number
_FIRST = 2  # consonants from which a word of a name is met by its sound: the other word selects as well


@lru_cache(maxsize=16384)
def skeletons(latin: str) -> tuple[str, ...]:
    """Consonant skeletons of a folded Latin spelling, at most eight; vowels and doublings are dropped."""
    readings = [_READINGS[group] for group in _GROUP.findall(latin)]
    # Y and j may be a consonant before the first vowel, or nothing (Yevtushenko, Evtushenko).
    starts = ("A", "") if latin[:1] in ("y", "j") else ("A",) if latin[:1] in _VOWEL_LETTERS else ("",)
    count = 1
    for n, choices in enumerate(readings):
        count *= len(choices)
        if count > _MOST_READINGS:
            readings[n] = choices[:1]
            count //= len(choices)
    found = dict.fromkeys(
        start + _REPEATED.sub(r"\1", "".join(choice)) for start in starts for choice in product(*readings)
    )
    return tuple(found)


def _deletions(key: str) -> list[str]:
    return [key[:i] + key[i + 1 :] for i in range(len(key))]


def hashed(kind: str, key: str) -> int:
    """A stable 32-bit hash of a key; a collision only proposes a candidate too many."""
    return crc32(key.encode(), _seed(kind))


@cache
def _seed(kind: str) -> int:
    return crc32(kind.encode())


def sound_keys(latin: str) -> set[int]:
    """Keys of the letters and of the consonant skeletons as they are, under which regular romanizations meet."""
    solid = _solid(latin)
    keys = {hashed("d", solid)}
    for skeleton in skeletons(solid):
        short = len(skeleton) - skeleton.startswith("A") <= _SHORT
        keys.add(hashed("v", f"{skeleton}{len(_VOWELS.findall(solid))}") if short else hashed("k", skeleton))
    return keys


def whole_key(latin: str) -> int:
    """Key of the letters as they are."""
    return hashed("d", _solid(latin))


def slip_keys(latin: str, letters: bool = True) -> set[int]:
    """Keys of the consonant skeletons with one consonant less and, with `letters`, of the letters with one less."""
    solid = _solid(latin)
    keys: set[int] = set()
    for skeleton in skeletons(solid):
        if len(skeleton) - skeleton.startswith("A") > _SHORT + 1:
            keys.update(hashed("k", d) for d in _deletions(skeleton))
    if letters and len(solid) >= _LONG:
        keys.update(hashed("d", d) for d in _deletions(solid))
    return keys


@lru_cache(maxsize=16384)
def spelling_keys(latin: str) -> frozenset[int]:
    """All keys under which two folded Latin spellings may meet (spaces and hyphens are ignored)."""
    return frozenset(sound_keys(latin) | slip_keys(latin))


def _solid(latin: str) -> str:
    return latin.replace(" ", "").replace("-", "")


def word_keys(word: str, as_written: bool = False) -> set[int]:
    """Keys of either of the first two words of a name: how it sounds, or its letters."""
    return {hashed("w", start) for start in _starts(word, as_written)}


def two_word_keys(first: str, initial: str, as_written: bool = False) -> set[int]:
    """Keys of the first two words of a name: how the first one sounds, or its letters, and how the second begins."""
    return {hashed("w", f"{start} {initial}") for start in _starts(first, as_written)}


def led_word_keys(initial: str, second: str) -> set[int]:
    """Keys of the first two words of a name: how the first one begins, and how the second sounds."""
    return {hashed("w", f"{initial}+{start}") for start in _starts(second, False)}


@lru_cache(maxsize=32768)
def initials(word: str) -> frozenset[str]:
    """The sounds with which a folded Latin word may begin."""
    return frozenset(skeleton[:1] for skeleton in skeletons(word))


def _starts(word: str, as_written: bool) -> set[str]:
    """Consonant skeletons are in capitals and letters small, so that neither is taken for the other."""
    sounds = set() if as_written else {s for s in skeletons(word) if len(s.removeprefix("A")) >= _FIRST}
    # Long vowels are written in many ways (Youko, Yoko), and so is what glides: Yahya, Jahia.
    return sounds or {word if as_written else _VOWEL_RUN.sub(r"\1", word.translate(_GLIDES))}
