"""Whole romanizations of native forms, one for each regular route, for making look-up keys."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from qa.names.script.letters import load_table
from qa.names.script.scripts import all_spelled
from qa.text import fold

# Routes worth a key of their own; the looser ones meet these under the same skeletons.
_ROUTES = "nbsrcgwdfp"
_WORD = re.compile("[^ -]+")


@lru_cache(maxsize=16384)
def romanizations(text: str, lang: str) -> tuple[str, ...]:
    """Folded Latin renderings of a native form, without repeats; a Latin form gives itself alone."""
    if text.isascii():
        return (fold(text),)
    found = all_spelled(fold(text), lang)
    if found and found[0][0] == "latin":
        return (found[0][1],)
    return tuple(dict.fromkeys(latin for table, letters in found for latin in by_routes(letters, table)))


def by_routes(letters: str, table: str) -> tuple[str, ...]:
    """Folded Latin renderings of letters of a table, one for each regular route, without repeats."""
    bounded = _WORD.sub(r"^\g<0>$", letters)
    return tuple(dict.fromkeys(_render(bounded, table, route) for route in _ROUTES))


def in_latin(text: str, lang: str) -> str:
    """A folded spelling by the first of its routes; as it is where its script has none."""
    return next(iter(romanizations(text, lang)), text)


def _render(bounded: str, table: str, route: str) -> str:
    """Render by one route, the longest letter group first; `bounded` has ^ and $ around every word."""
    pattern, latin = _groups(table, route)
    return pattern.sub(lambda m: latin.get(m.group(), ""), bounded)


@cache
def _groups(table: str, route: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the letter groups that the route writes, and how; single letters have a way on any route."""
    latin = {" ": " ", "-": "-"}
    for key, steps in load_table(table).steps.items():
        mine = next((s for s in steps if route in s.routes), None)
        if mine is not None or len(key) == 1:
            latin[key] = (mine or steps[0]).latin
    groups = sorted(latin, key=lambda k: (-len(k.strip("^$")), -len(k), k))
    return re.compile("|".join([*map(re.escape, groups), "."]), re.DOTALL), latin
