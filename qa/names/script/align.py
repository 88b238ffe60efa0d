"""How far a Latin spelling is from a native one: the cheapest way through the letter correspondences.

The distance is a weighted edit distance in which every rendering that a table lists is free or cheap, and
anything else is an edit of about 1. It is found by dynamic programming over (native position, Latin position),
so that renderings of several standards may be mixed in one word, as writers do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from qa.names.script.letters import Step, Table, is_vowel, load_table

DELETE, INSERT, REPLACE = 1.0, 1.0, 1.0
VOWEL_REPLACE = 0.7
DOUBLED = 0.3
UNWRITTEN = 0.06
SEPARATOR = 0.1
_NO_LETTER = frozenset(" -")
_Steps = dict[str, tuple[tuple[int, str, int, float], ...]]
_NO_STEPS: _Steps = {}
_NOTHING: tuple[tuple[int, str, int, float], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Native:
    """A native form made ready for alignment.

    `steps[i]` holds, by the first Latin letter of the rendering, the steps that may be taken at native position
    i as (native letters, rendering, Latin letters, cost); `vowels[i]` says whether a vowel stands there.
    """

    text: str
    table: Table
    steps: tuple[_Steps, ...]
    vowels: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The cheapest path: its cost, the steps taken, and how many letters were edited."""

    cost: float
    steps: tuple[Step, ...]
    edits: int


@lru_cache(maxsize=16384)
def prepare(text: str, table_name: str) -> Native:
    """Make a native form (folded) ready; words are bounded by ^ and $ in the table, spaces stand between."""
    longest = _longest(table_name)
    steps = []
    for i, letter in enumerate(text):
        first = i == 0 or text[i - 1] in _NO_LETTER
        # What may be written for a letter is told by the letters of its groups and the one behind them.
        steps.append(_steps(table_name, text[i : i + longest.get(letter, 1) + 1], first))
    return Native(text, load_table(table_name), tuple(steps), tuple(map(is_vowel, text)))


@lru_cache(maxsize=32768)
def _steps(table_name: str, ahead: str, first: bool) -> _Steps:
    """The steps that may be taken at the first of some letters, the last of which only tells where the word ends."""
    options: dict[tuple[int, str], float] = {}
    if ahead[0] in _NO_LETTER:
        options = {(1, " "): 0.0, (1, ""): SEPARATOR, (1, "-"): 0.05}
    elif ahead[0].isdecimal():
        options = {(1, ahead[0]): 0.0}
    else:
        table = load_table(table_name)
        for size in range(1, min(_longest(table_name).get(ahead[0], 1), len(ahead)) + 1):
            last = size == len(ahead) or ahead[size] in _NO_LETTER
            for key in _keys(ahead[:size], first, last):
                for step in table.steps.get(key, ()):
                    options.setdefault((size, step.latin), step.cost)
    by_letter: dict[str, list[tuple[int, str, int, float]]] = {}
    for (size, latin), cost in options.items():
        by_letter.setdefault(latin[:1], []).append((size, latin, len(latin), cost))
    return {letter: tuple(found) for letter, found in by_letter.items()}


@cache
def _longest(table_name: str) -> dict[str, int]:
    """Length of the longest letter group that starts with each letter."""
    out: dict[str, int] = {}
    for key in load_table(table_name).steps:
        group = key.strip("^$")
        out[group[:1]] = max(out.get(group[:1], 1), len(group))
    return out


def _keys(group: str, first: bool, last: bool) -> list[str]:
    """Table keys of a group, the most specific first."""
    keys = [f"^{group}$"] if first and last else []
    if first:
        keys.append(f"^{group}")
    if last:
        keys.append(f"{group}$")
    return [*keys, group]


def distance(native: Native, latin: str, limit: float) -> float:
    """Cost of the cheapest path from a native form to a folded Latin spelling; more than `limit` is inf."""
    return _search(native, latin, limit, None)


def align(native: Native, latin: str, limit: float = 99.0) -> Alignment | None:
    """The cheapest path itself, None beyond `limit`."""
    back: dict[tuple[int, int], tuple[int, int, str]] = {}
    cost = _search(native, latin, limit, back)
    if cost > limit:
        return None
    i, j = len(native.text), len(latin)
    taken: list[Step] = []
    edits = 0
    while (i, j) != (0, 0):
        i0, j0, kind = back[i, j]
        group, out = native.text[i0:i], latin[j0:j]
        step = _step(native, i0, i, out) if kind == "step" else None
        edits += kind == "edit"
        taken.append(step or Step(group, out, 0.0, frozenset()))
        i, j = i0, j0
    return Alignment(cost, tuple(reversed(taken)), edits)


def _step(native: Native, start: int, end: int, latin: str) -> Step | None:
    text = native.text
    first = start == 0 or text[start - 1] in _NO_LETTER
    last = end == len(text) or text[end] in _NO_LETTER
    for key in _keys(text[start:end], first, last):
        for step in native.table.steps.get(key, ()):
            if step.latin == latin:
                return Step(text[start:end], latin, step.cost, step.routes)
    return None


def _search(
    native: Native, latin: str, limit: float, back: dict[tuple[int, int], tuple[int, int, str]] | None
) -> float:
    """Relax every cell forwards; cells dearer than `limit` are dead ends, and so is a row beyond the last live one.

    Cell (i, j) stands at i times the width plus j: so many letters of each side have been dealt with.
    """
    vowels = native.vowels
    n, m = len(vowels), len(latin)
    width, dead = m + 1, limit + 1.0
    inserts = _insert_costs(latin, native.table)
    cells = [dead] * ((n + 1) * width)
    cells[0] = 0.0
    last_live = 0
    for i in range(n + 1):
        if i > last_live:
            return dead
        here = native.steps[i] if i < n else _NO_STEPS
        silent = here.get("", _NOTHING)
        for j in range(width):
            at = i * width + j
            cost = cells[at]
            if cost > limit:
                continue
            for size, out, length, extra in here.get(latin[j], _NOTHING) if j < m else _NOTHING:
                total, to = cost + extra, at + size * width + length
                # The first letter is known to be there; what is longer may run over the end.
                if total <= limit and (length == 1 or latin.startswith(out, j)) and total < cells[to]:
                    cells[to] = total
                    last_live = max(last_live, i + size)
                    if back is not None:
                        back[i + size, j + length] = (i, j, "step")
            for size, _, _, extra in silent:
                total, to = cost + extra, at + size * width
                if total <= limit and total < cells[to]:
                    cells[to] = total
                    last_live = max(last_live, i + size)
                    if back is not None:
                        back[i + size, j] = (i, j, "step")
            if j < m and cost + inserts[j] < cells[at + 1]:
                cells[at + 1] = cost + inserts[j]
                if back is not None:
                    back[i, j + 1] = (i, j, "edit" if inserts[j] >= DOUBLED else "step")
            if i == n or cost + VOWEL_REPLACE > limit:
                continue
            below = at + width
            if cost + DELETE <= limit and cost + DELETE < cells[below]:
                cells[below] = cost + DELETE
                last_live = max(last_live, i + 1)
                if back is not None:
                    back[i + 1, j] = (i, j, "edit")
            if j < m:
                total = cost + (VOWEL_REPLACE if vowels[i] and is_vowel(latin[j]) else REPLACE)
                if total <= limit and total < cells[below + 1]:
                    cells[below + 1] = total
                    last_live = max(last_live, i + 1)
                    if back is not None:
                        back[i + 1, j + 1] = (i, j, "edit")
    return cells[-1]


def _insert_costs(latin: str, table: Table) -> list[float]:
    """What it costs to have each Latin letter without a native one.

    Where short vowels are not written, one that begins a word is still told by a letter.
    """
    out = []
    for j, char in enumerate(latin):
        if char in _NO_LETTER:
            out.append(SEPARATOR)
        elif char in table.unwritten and not (table.abjad and (j == 0 or latin[j - 1] in _NO_LETTER)):
            out.append(UNWRITTEN)
        else:
            out.append(DOUBLED if j and latin[j - 1] == char else INSERT)
    return out
