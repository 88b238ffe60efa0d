"""Whether a word of a text is an inflected form of a name, by a table of the language's endings.

The tables in `qa/data/inflection/` list what a stem loses, how it changes, which endings follow it and which
clitics stand before it. For Russian and Ukrainian the dictionaries of pymorphy3 are asked as well; they know
the irregular ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib import resources

from qa.names import morphology
from qa.text import level

_TABLE_OF = {"sk": "cs", "mk": "sr", "hr": "sr", "da": "sv", "nb": "sv", "no": "sv", "ur": "fa"}
_SHORTEST_STEM = 3
_LONGEST_ENDING = 4
_DERIVED_ENDING = 3  # letters of an ending that an adjective may have


class Inflection(IntEnum):
    """How a word relates to a name; a higher value is stronger evidence that it is the name."""

    NONE = 0
    DERIVED = 1
    INFLECTED = 2
    EXACT = 3


@dataclass(frozen=True, slots=True)
class Endings:
    """The inflection table of a language.

    `classes` holds (final letters that are replaced, what may replace them), the longest first; the last one
    replaces nothing. `stems` holds (final letters, what they turn into), `inhabitants` those of the endings that make
    the name of an inhabitant, an adjective or a surname.
    """

    prefixes: tuple[str, ...]
    classes: tuple[tuple[str, frozenset[str]], ...]
    stems: tuple[tuple[str, str], ...]
    derived: tuple[str, ...]
    inhabitants: frozenset[str]


@cache
def endings(lang: str) -> Endings:
    """The table of a base language; an empty one where there is none."""
    path = resources.files("qa.data").joinpath("inflection", f"{_TABLE_OF.get(lang, lang)}.txt")
    fields: dict[str, list[str]] = {}
    if path.is_file():
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                name, _, values = line.partition(":")
                head, dash, final = name.partition(" -")
                fields[head + dash + level(final)] = ["" if v == "." else level(v) for v in values.split()]
    shared = fields.get("endings", [])
    classes = {
        name.removeprefix("endings -"): frozenset(v)
        for name, v in fields.items()
        if name.startswith("endings -")
    }
    for final in fields.get("strip", []):
        classes[final] = frozenset(shared)
    return Endings(
        _longest_first(fields.get("prefixes", [])),
        (*((c, classes[c]) for c in _longest_first(list(classes))), ("", frozenset(shared))),
        tuple((a, b) for a, _, b in (s.partition(">") for s in fields.get("stems", []))),
        _longest_first(fields.get("derived", [])),
        frozenset(fields.get("inhabitants", [])),
    )


def _longest_first(items: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(items), key=lambda p: (-len(p), p)))


@lru_cache(maxsize=16384)
def paradigm(name: str, lang: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """(stem, endings that may follow it) of a folded one-word name, without repeats."""
    table = endings(lang)
    bases = [
        name,
        *(
            name[: len(name) - len(a)] + b
            for a, b in table.stems
            if name.endswith(a) and len(name) > len(a) + 1
        ),
    ]
    out: dict[tuple[str, frozenset[str]], None] = {}
    for base in bases:
        final, follow = next(
            (c, f) for c, f in table.classes if not c or (base.endswith(c) and len(base) - len(c) >= 2)
        )
        out[base[: len(base) - len(final)], follow] = None
        if base != name or follow == table.classes[-1][1]:
            out[base, table.classes[-1][1]] = None
    return tuple(out)


def stems(name: str, lang: str) -> tuple[str, ...]:
    """Stems of a folded one-word name; the name itself is one of them."""
    return tuple(dict.fromkeys((name, *(stem for stem, _ in paradigm(name, lang) if len(stem) >= 2))))


@lru_cache(maxsize=32768)
def inflection(name: str, word: str, lang: str, opens: bool = False) -> Inflection:
    """How the folded `word` relates to the folded one-word `name` in a base language.

    `opens` says that the name is only the first word of one, which the other words tell however short it is.
    """
    if not name or not word:
        return Inflection.NONE
    level_name, level_word = level(name), level(word)
    if level_name == level_word:
        return Inflection.EXACT
    table = endings(lang)
    best = _by_endings(level_name, level_word, lang, table)
    for prefix in table.prefixes:
        rest = level_word.removeprefix(prefix)
        if opens and rest == level_name != level_word:
            return Inflection.INFLECTED
        if rest != level_word and len(rest) >= _SHORTEST_STEM and best < Inflection.INFLECTED:
            found = Inflection.INFLECTED if rest == level_name else _by_endings(level_name, rest, lang, table)
            best = max(best, found)
    if best < Inflection.INFLECTED and morphology.knows(lang) and morphology.same_lemma(name, word, lang):
        return Inflection.INFLECTED
    return best


def possible_stems(word: str, lang: str) -> list[str]:
    """What may be left of a word by taking off an ending, by the table of a base language; the word itself first."""
    table, (follow, longest) = endings(lang), _all_endings(lang)
    found = [word]
    for size in range(len(word) - 1, max(1, len(word) - longest) - 1, -1):
        rest = word[size:]
        if rest in follow or (table.derived and (len(rest) <= _DERIVED_ENDING or _longer(rest, table))):
            found.append(word[:size])
    return found


@cache
def _all_endings(lang: str) -> tuple[frozenset[str], int]:
    """All endings of a language, and how long one can be."""
    table = endings(lang)
    follow = frozenset().union(*(follow for _, follow in table.classes))
    derived = max((len(s) + _LONGEST_ENDING for s in table.derived), default=0)
    return follow, max(derived, *map(len, follow), 0)


def _by_endings(name: str, word: str, lang: str, table: Endings) -> Inflection:
    best = Inflection.NONE
    for stem, follow in paradigm(name, lang):
        if not word.startswith(stem):
            continue
        rest = word[len(stem) :]
        if rest in follow and rest not in table.inhabitants:
            return Inflection.INFLECTED
        if rest in follow:
            best = Inflection.DERIVED
        if len(stem) >= _SHORTEST_STEM and _derives(name, rest, table):
            best = Inflection.DERIVED
    return best


def _derives(name: str, rest: str, table: Endings) -> bool:
    """Whether `rest` makes an adjective of the stem: Київ-ськ-ий, and Луганськ-ий of a name in -ськ."""
    return (len(rest) <= _DERIVED_ENDING and name.endswith(table.derived)) or _longer(rest, table)


def _longer(rest: str, table: Endings) -> bool:
    return any(rest.startswith(s) and len(rest) - len(s) <= _LONGEST_ENDING for s in table.derived)
