"""Whole romanizations of native forms, one for each regular route, for making look-up keys."""

from __future__ import annotations

from functools import lru_cache

from qa.names.letters import Table, load_table, table_name
from qa.text import fold

# Routes worth a key of their own; the looser ones meet these under the same skeletons.
_ROUTES = "nbsrcgdfp"


@lru_cache(maxsize=65536)
def romanizations(text: str, lang: str) -> tuple[str, ...]:
    """Folded Latin renderings of a native form, without repeats; a Latin form gives itself alone."""
    folded = fold(text)
    name = table_name(lang, text)
    if name is None:
        return ()
    if name == "latin":
        return (folded,)
    table = load_table(name)
    return tuple(dict.fromkeys(_render(folded, table, route) for route in _ROUTES))


def _render(text: str, table: Table, route: str) -> str:
    """Render by one route, the longest letter group first; a group without that route takes its first step."""
    out = []
    i = 0
    while i < len(text):
        for size in range(min(table.longest, len(text) - i), 0, -1):
            group = text[i : i + size]
            first = i == 0 or text[i - 1] in " -"
            last = i + size == len(text) or text[i + size] in " -"
            key = next((k for k in _bound(group, first, last) if k in table.steps), None)
            if key is not None and (size == 1 or any(route in s.routes for s in table.steps[key])):
                steps = table.steps[key]
                out.append(next((s for s in steps if route in s.routes), steps[0]).latin)
                i += size
                break
        else:
            out.append(text[i] if text[i] in " -" else "")
            i += 1
    return "".join(out)


def _bound(group: str, first: bool, last: bool) -> list[str]:
    keys = [f"{group}$"] if last else []
    if first:
        keys.insert(0, f"^{group}")
    return [*keys, group]
