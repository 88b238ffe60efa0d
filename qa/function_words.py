"""How much of a text are the commonest small words of a language: cheap evidence for its language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from qa.scripts import scripts_of

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# The same in a text of ASCII alone, where a set of letters is tested far sooner than Unicode's classes.
ASCII_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")

# Common words that a list leaves out, since they tell of no language alone; they are no votes against their own.
_AT_HOME = {"en": frozenset("a am do i need no see so".split())}
# Languages that small words and letters hardly tell apart.
ALIKE = tuple(
    frozenset(group.split())
    for group in (
        "cs sk",
        "da no nb nn sv",
        "hr sr bs sl mk",
        "id ms",
        "pt gl",
        "es ca gl",
        "nl af",
        "bg mk",
        "hi mr ne",
    )
)


@cache
def _tables() -> dict[str, frozenset[str]]:
    text = (files("qa.data") / "function_words.toml").read_text("utf-8")
    return {lang: frozenset(words.split()) for lang, words in tomllib.loads(text).items()}


def languages() -> tuple[str, ...]:
    """The languages with a list."""
    return tuple(sorted(_tables()))


@cache
def small_words(lang: str | None) -> frozenset[str]:
    """The commonest words of a language tag; empty for a language without a list."""
    base = (lang or "").partition("-")[0].lower()
    return _tables().get({"nb": "no", "nn": "no", "bs": "hr"}.get(base, base), frozenset())


@cache
def neighbours(lang: str) -> tuple[str, ...]:
    """The other languages with a list that share a script with this one."""
    home = scripts_of(lang)
    base = lang.partition("-")[0].lower()
    return tuple(other for other in sorted(_tables()) if other != base and scripts_of(other) & home)


@cache
def telling(lang: str) -> dict[str, tuple[str, ...]]:
    """Small words that are none of this language's, with the languages of the same script they belong to."""
    own = small_words(lang) | _AT_HOME.get(lang.partition("-")[0].lower(), frozenset())
    found: dict[str, list[str]] = {}
    for other in neighbours(lang):
        for word in small_words(other) - own:
            found.setdefault(word, []).append(other)
    return {word: tuple(langs) for word, langs in found.items()}


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    pattern = ASCII_WORD if text.isascii() else WORD
    found: list[str] = pattern.findall(text.casefold())
    return found


def hits(found: list[str], lang: str | None) -> int:
    """How many of the words are among the commonest of a language."""
    small = small_words(lang)
    return sum(w in small for w in found)


def alike(one: str, other: str) -> bool:
    """Whether two language tags are of one language, or of two that are hard to tell apart."""
    pair = {one.partition("-")[0].lower(), other.partition("-")[0].lower()}
    return len(pair) == 1 or any(pair <= group for group in ALIKE)
