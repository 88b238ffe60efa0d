"""Given names that languages share: Олександр, Alexander, Aleksandr are forms of one name."""

from __future__ import annotations

from functools import cache

from qa.data import named_lines
from qa.model import Entry
from qa.names.words.ordinary import Known, known
from qa.text import fold


@cache
def _families() -> dict[str, frozenset[str]]:
    """Folded native given names, each with the folded Latin spellings of its whole family."""
    out: dict[str, frozenset[str]] = {}
    for natives, latin in named_lines("names", "given-names.txt"):
        family = frozenset(map(fold, latin.split()))
        for native in map(fold, natives.split()):
            out[native] = out.get(native, frozenset()) | family
    return out


@cache
def _latin() -> frozenset[str]:
    return frozenset().union(*_families().values())


def is_shared_in_latin(spelling: str) -> bool:
    """Whether a folded Latin spelling is one of a given name that languages share."""
    return spelling in _latin()


@cache
def _families_of() -> dict[str, frozenset[int]]:
    """The numbers of the families that each folded Latin spelling belongs to."""
    out: dict[str, frozenset[int]] = {}
    for number, family in enumerate(dict.fromkeys(_families().values())):
        for spelling in family:
            out[spelling] = out.get(spelling, frozenset()) | {number}
    return out


def same_given(one: str, other: str) -> bool:
    """Whether two folded Latin spellings are forms of one given name: Dmytro and Dmitry, never Yevhen and Yevheniia."""
    families = _families_of()
    return not families.get(one, frozenset()).isdisjoint(families.get(other, frozenset()))


def is_given_name(spelling: str) -> bool:
    """Whether a folded Latin spelling is a given name, one that languages share or any other."""
    return is_shared_in_latin(spelling) or Known.GIVEN in known(spelling)


def is_shared_natively(spelling: str) -> bool:
    """Whether a folded spelling in another script is one of a given name that languages share."""
    return spelling in _families()


def equivalents(entry: Entry) -> frozenset[str]:
    """Folded Latin spellings in any language of the given name that an entry is; empty for anything else."""
    if entry.type != "person":
        return frozenset()
    families = _families()
    return frozenset().union(*(families.get(fold(f.text), frozenset()) for f in entry.forms))
