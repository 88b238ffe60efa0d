"""Whether a Latin spelling is made of whole Chinese or Korean syllables, by whatever romanization."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from qa.data import lines_of
from qa.names.script.letters import load_table
from qa.names.script.romanize import by_routes

_ONLY_PINYIN = re.compile("[qxz]|c(?!h)")
_MOST = 2  # syllables of a given name


@lru_cache(maxsize=8192)
def made_of_syllables(latin: str, lang: str) -> bool:
    """Whether a folded Latin spelling without spaces is one or two syllables of a base language, zh or ko."""
    return _pattern(lang).fullmatch(latin) is not None


def is_pinyin(latin: str) -> bool:
    """Whether a folded Latin spelling without spaces is one or two Pinyin syllables and no other romanization."""
    return _ONLY_PINYIN.search(latin) is not None and in_pinyin(latin)


def in_pinyin(latin: str) -> bool:
    """Whether a folded Latin spelling without spaces is one or two Pinyin syllables, whatever else it may be."""
    return _pattern("pinyin").fullmatch(latin) is not None


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    if lang == "ko":
        syllable = _korean()
    elif lang == "zh":
        syllable = _any(latin for pinyin in _pinyin() for latin in by_routes(pinyin, "zh"))
    else:
        syllable = _any(_pinyin())
    return re.compile(f"(?:{syllable}){{1,{_MOST}}}")


def _pinyin() -> list[str]:
    return " ".join(lines_of("names", "pinyin.txt")).split()


def _korean() -> str:
    first, middle, last = (_any(_written(group)) for group in ("ᄀ-ᄒ", "ᅡ-ᅵ", "ᆨ-ᇂ"))
    return f"{first}?{middle}{last}?"


def _written(letters: str) -> set[str]:
    """Renderings of single letters of a range in the Korean table."""
    table = load_table("ko")
    return {
        s.latin for key, steps in table.steps.items() if re.fullmatch(f"\\^?[{letters}]", key) for s in steps
    }


def _any(spellings: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(set(filter(None, spellings)), key=lambda s: (-len(s), s)))})"
