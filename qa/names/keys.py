"""Keys under which spellings of one name meet: sound skeletons and one-letter deletions.

A key only proposes candidates; whether a candidate is the name is decided by alignment. So keys are coarse:
letters that any romanization or neighbouring orthography writes for one another share a class.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from zlib import crc32

# Letter groups and the classes they may stand for; the longest group is read first. A group with several
# readings (German ch is kh, English ch is tch) yields several skeletons.
_READINGS: dict[str, tuple[str, ...]] = {
    "schtsch": ("S",), "shch": ("S",), "szcz": ("S",), "chtch": ("S",), "tsch": ("S",), "sch": ("S", "SK"),
    "tch": ("S",), "sh": ("S",), "zh": ("S",), "ch": ("S", "K"), "kh": ("K",), "gh": ("K", ""), "ph": ("F",),
    "th": ("T",), "dh": ("T",), "ts": ("S",), "tz": ("S",), "cz": ("S",), "sz": ("S",), "dj": ("S",),
    "dz": ("S",), "ds": ("S",), "ck": ("K",), "qu": ("K",), "gu": ("K",), "ks": ("KS",), "x": ("KS", "K"),
    "ce": ("S", "K"), "ci": ("S", "K"), "cy": ("S", "K"), "c": ("K", "S"), "g": ("K",), "k": ("K",),
    "q": ("K", ""), "h": ("K", ""), "j": ("", "S", "K"), "b": ("P",), "p": ("P",), "f": ("F",), "v": ("F",),
    "w": ("F", ""), "d": ("T",), "t": ("T",), "s": ("S",), "z": ("S",), "l": ("L",), "r": ("R",), "m": ("M",),
    "n": ("N",), "ng": ("N", "NK"),
}  # fmt: skip
_LONGEST = max(map(len, _READINGS))
_MOST_READINGS = 8


@lru_cache(maxsize=65536)
def skeletons(latin: str) -> tuple[str, ...]:
    """Consonant skeletons of a folded Latin spelling, at most eight; vowels and doublings are dropped."""
    parts: list[tuple[str, ...]] = []
    i = 0
    while i < len(latin):
        for size in range(min(_LONGEST, len(latin) - i), 0, -1):
            readings = _READINGS.get(latin[i : i + size])
            if readings is not None:
                parts.append(readings)
                i += size
                break
        else:
            i += 1
    first = latin[:1]
    start = "A" if first in "aeiouy" else ""
    count, cut = 1, len(parts)
    for n, readings in enumerate(parts):
        count *= len(readings)
        if count > _MOST_READINGS:
            cut = n
            break
    choices = [r if n < cut else r[:1] for n, r in enumerate(parts)]
    found = dict.fromkeys(start + _squeeze("".join(choice)) for choice in product(*choices))
    return tuple(found)


def _squeeze(classes: str) -> str:
    out = ""
    for c in classes:
        if not out or out[-1] != c:
            out += c
    return out


def deletions(latin: str) -> list[str]:
    """The spelling and every spelling with one letter less."""
    return [latin, *dict.fromkeys(latin[:i] + latin[i + 1 :] for i in range(len(latin)))]


def hashed(kind: str, key: str) -> int:
    """A stable 32-bit hash of a key; a collision only proposes a candidate too many."""
    return crc32(f"{kind}{key}".encode())


@lru_cache(maxsize=65536)
def spelling_keys(latin: str) -> tuple[int, ...]:
    """All candidate keys of a folded Latin spelling (spaces and hyphens are ignored)."""
    solid = latin.replace(" ", "").replace("-", "")
    keys: dict[int, None] = {}
    for skeleton in skeletons(solid):
        bare = skeleton.removeprefix("A")
        if len(bare) <= 2:
            # Too few consonants to tell names apart: the vowels count too, roughly.
            keys[hashed("v", f"{skeleton}{_vowels(solid)}")] = None
            continue
        keys[hashed("k", skeleton)] = None
        if len(bare) >= 4:
            keys.update((hashed("k", d), None) for d in deletions(skeleton)[1:])
    if len(solid) >= 6:
        keys.update((hashed("d", d), None) for d in deletions(solid))
    elif len(solid) >= 3:
        keys[hashed("d", solid)] = None
    return tuple(keys)


def _vowels(latin: str) -> int:
    """Number of vowel groups, the shape that short names still share."""
    groups, inside = 0, False
    for c in latin:
        vowel = c in "aeiouy"
        groups += vowel and not inside
        inside = vowel
    return groups
