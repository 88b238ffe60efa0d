"""Given names with a case ending of the source carried over: *Nadi* for Nadya.

Such a spelling is often somebody's name elsewhere, and then no likeness makes it probable. Beside a glossary entry
that is that given name it is still the likeliest reading, as another language's form of the name is.
"""

from __future__ import annotations

from functools import cache, lru_cache

from qa.names.lexicon.lexicon import Name
from qa.names.near.closeness import Closeness
from qa.names.script.align import align
from qa.names.script.letters import ROUTES, load_table
from qa.names.words.ordinary import Known, frequency, known

CASE_ENDING = 0.21  # cost of a case ending, all other letters as a standard writes them
RARE = 3.0  # Zipf frequency up to which a word has no life of its own


@cache
def _endings() -> tuple[str, ...]:
    """Case endings as they are romanized, without those on -e: given names of the West end so (Susanne, Petre)."""
    steps = (step for name in ROUTES for options in load_table(name).steps.values() for step in options)
    found = {step.latin for step in steps if step.case_ending}
    return tuple(sorted(ending for ending in found if ending and not ending.endswith("e")))


@lru_cache(maxsize=16384)
def may_be_cased(normal: str, lang: str) -> bool:
    """Whether a folded word of a base language may be a given name with a case ending; most words are not."""
    return normal.endswith(_endings()) and bool(known(normal)) and frequency(normal, lang) < RARE


def is_cased(name: Name, normal: str, close: Closeness) -> bool:
    """Whether a folded word is a given name, regularly romanized but for a case ending."""
    if name.type != "person" or close.best is None or close.cost * len(normal) > CASE_ENDING:
        return False
    if frequency(normal, name.base_lang) >= RARE or not (name.equivalents or _given(name)):
        return False
    path = align(close.best, normal)
    last = path.steps[-1] if path else None
    return last is not None and last.case_ending and last.latin in _endings()


def _given(name: Name) -> bool:
    return any(Known.GIVEN in known(good) for good in name.good)
