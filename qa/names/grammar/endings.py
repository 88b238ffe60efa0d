"""The tables of endings in `qa/data/inflection`: by the final letters of a name, what stands in their place.

The file of Ukrainian says what the fields mean. Every line of a table counts, also where two of them are for the
same final letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

_TABLE_OF = {
    "sk": "cs", "mk": "bg", "hr": "sr", "bs": "sr", "sl": "sr", "sh": "sr", "da": "sv", "nb": "sv", "nn": "sv",
    "no": "sv", "fo": "is",
}  # fmt: skip
SLAVIC = frozenset("be bg bs cs hr mk pl ru sk sl sr uk".split())
_SHORTEST = 1  # letters that have to stand before a final
_SHORTEST_ARTICLED = 3  # letters of a word whose article a clitic may have taken in
_FIELD = re.compile(r"(?P<finals>[-+=].*?)(?: > (?P<into>\S+))?(?P<sign>:| ~) (?P<endings>.+)")
_GROUP = re.compile(r"@\S+")
_FINAL = re.compile(r"([-+=])(?:\[(.+)\]|\((.+)\))?(\S*)")


class Rule(NamedTuple):
    """What the final letters of a name become, or the name itself, and the endings that follow that.

    `derives` says that the endings make another word of it, such as the name of a people.
    """

    stem: str
    endings: frozenset[str]
    derives: bool


@dataclass(frozen=True, slots=True)
class Endings:
    """The table of a language: rules by final letters, and those of single names; clitics, and those of them that
    hold an article; suffixes of adjectives and the finals that these swallow.

    `absorbing` holds (clitic, article) where a clitic takes the article of the name behind it in (בחרמון, of החרמון).
    `attributive` holds (final letters, what they turn into) of an adjective among the words of a name.
    `bare` holds finals that lost a mark on the way (č as c): a name that ends so may be of another class as well.
    `several` holds the endings of several things of a make whose name ends in a consonant (Leopardy), `plural` what
    makes several of any name, before its other endings, `apart` those that an apostrophe sets apart from names that are
    not heard as they end (Marseille'is).
    `cases` says that the endings make the cases of a name, without which it cannot stand in a sentence.
    """

    finals: dict[str, tuple[Rule, ...]]
    names: dict[str, tuple[Rule, ...]]
    bare: frozenset[str]
    prefixes: tuple[str, ...]
    articles: tuple[str, ...]
    absorbing: tuple[tuple[str, str], ...]
    derived: tuple[str, ...]
    swallowed: tuple[str, ...]
    attributive: tuple[tuple[str, str], ...]
    several: frozenset[str]
    plural: tuple[str, ...]
    apart: frozenset[str]
    cases: bool

    def all(self) -> frozenset[str]:
        """Every ending that some name takes."""
        held = (rules for table in (self.finals, self.names) for rules in table.values())
        return frozenset(ending for rules in held for rule in rules for ending in rule.endings)

    def behind_clitics(self, word: str) -> Iterator[tuple[str, str]]:
        """Each clitic that a word may begin with, and what is left of the word; with the article that one took in."""
        yield from ((p, word[len(p) :]) for p in self.prefixes if word.startswith(p))
        for clitic, article in self.absorbing:
            if word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST_ARTICLED:
                yield clitic, article + word[len(clitic) :]

    def rules(self, name: str) -> Iterator[Rule]:
        """What becomes of a name, by all lines for the longest final that surely fits."""
        yield from self.names.get(name, ())
        for at in range(min(_SHORTEST, len(name)), len(name) + 1):
            found = self.finals.get(name[at:])
            if found is not None:
                for rule in found:
                    yield rule._replace(stem=name[:at] + rule.stem)
                if name[at:] not in self.bare:
                    return


@cache
def endings(lang: str, written: Callable[[str], str]) -> Endings:
    """The table of a base language, its letters as `written` makes them; an empty one where there is none."""
    finals: dict[str, list[Rule]] = {}
    names: dict[str, list[Rule]] = {}
    lists: dict[str, list[str]] = {}
    plain: set[str] = set()
    for line in _lines(lang):
        field = _FIELD.fullmatch(line)
        if field is None:
            name, _, values = line.partition(": ")
            lists[name] = [written(v) for v in values.split()]
            continue
        follow = frozenset("" if e == "." else written(e) for e in field["endings"].split())
        into = None if field["into"] is None else written(field["into"])
        for sign, before, end in _finals(field["finals"]):
            final = written(before + end)
            if final == before + end:
                plain.add(final)
            becomes = ("" if sign == "-" else written(end)) if into is None else into
            held = names if sign == "=" else finals
            held.setdefault(final, []).append(Rule(written(before) + becomes, follow, field["sign"] != ":"))
    return Endings(
        {final: tuple(rules) for final, rules in finals.items()},
        {name: tuple(rules) for name, rules in names.items()},
        frozenset(finals) - plain,
        _longest_first([*lists.get("prefixes", []), *lists.get("articles", [])]),
        tuple(lists.get("articles", [])),
        _pairs(lists.get("absorbing", [])),
        _longest_first(lists.get("derived", [])),
        _longest_first(lists.get("swallowed", [])),
        _pairs(lists.get("attributive", [])),
        frozenset(lists.get("several", [])),
        tuple(lists.get("plural", [])),
        frozenset(lists.get("apart", [])),
        "cases" in lists,
    )


def _lines(lang: str) -> list[str]:
    path = resources.files("qa.data").joinpath("inflection", f"{_TABLE_OF.get(lang, lang)}.txt")
    if not path.is_file():
        return []
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    groups = dict(line.split(": ", 1) for line in lines if line.startswith("@"))
    return [_GROUP.sub(lambda m: groups[m.group()], line) for line in lines if not line.startswith("@")]


def _finals(field: str) -> Iterator[tuple[str, str, str]]:
    """(sign, letters that stay, letters that are replaced) of each final of a field."""
    for item in field.split():
        sign, letters, groups, end = _FINAL.fullmatch(item).groups()  # type: ignore[union-attr]
        for before in letters or (groups.split("|") if groups else ("",)):
            yield sign, before, end


def _pairs(items: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, _, b in (item.partition(">") for item in items))


def _longest_first(items: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(items), key=lambda p: (-len(p), p)))
