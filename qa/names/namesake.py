"""Names of other places that are made from the name of a place: Mykolaivka is not a spelling of Mykolaiv.

Slavic villages are named after towns and people by a few endings. Such a word is as near to the entry as a slip is,
but it is a name of its own.
"""

from __future__ import annotations

from qa.names.closeness import closeness
from qa.names.lexicon import Name

_ENDINGS = tuple(
    "ka vka ivka yivka iivka ovka evka yevka ovo evo yevo ove eve yeve ske skoe skoye skoie ivske ovske ivtsi ovtsi "
    "ovtsy evtsy ovice owice owka iwka".split()
)
_SHORTEST = 4  # letters of a name from which others are made
_RENDERED = 0.6  # cost of the letters up to which what stands before the ending is the name


def another_place(name: Name, normal: str) -> bool:
    """Whether a folded stretch is the name of a place by one of these endings and some rendering of a place."""
    if name.type != "place":
        return False
    stems = (normal[: -len(e)] for e in _ENDINGS if normal.endswith(e) and len(normal) - len(e) >= _SHORTEST)
    return any(closeness(name, stem, _RENDERED / len(stem)).found for stem in stems)
