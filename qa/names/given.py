"""Given names that languages share: Олександр, Alexander, Aleksandr are forms of one name."""

from __future__ import annotations

from functools import cache
from importlib import resources

from qa.model import Entry
from qa.text import fold


@cache
def _families() -> dict[str, frozenset[str]]:
    """Folded native given names, each with the folded Latin spellings of its whole family."""
    text = resources.files("qa.data").joinpath("names", "given-names.txt").read_text("utf-8")
    out: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        natives, colon, latin = line.partition(": ")
        if colon and not line.startswith("#"):
            family = frozenset(map(fold, latin.split()))
            for native in map(fold, natives.split()):
                out[native] = out.get(native, frozenset()) | family
    return out


@cache
def _latin() -> frozenset[str]:
    return frozenset().union(*_families().values())


def is_given(spelling: str) -> bool:
    """Whether a folded Latin spelling is one of a given name that languages share."""
    return spelling in _latin()


def is_native(spelling: str) -> bool:
    """Whether a folded spelling in another script is one of a given name that languages share."""
    return spelling in _families()


def equivalents(entry: Entry) -> frozenset[str]:
    """Folded Latin spellings in any language of the given name that an entry is; empty for anything else."""
    if entry.type != "person":
        return frozenset()
    families = _families()
    return frozenset().union(*(families.get(fold(f.text), frozenset()) for f in entry.forms))
