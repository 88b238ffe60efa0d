"""What a Russian dictionary knows of a name in Latin letters: Sakharov is a surname of its own, Krasnodon a town.

A word that is like a name on the glossary may be another name of the region, which no list of names in Latin letters
has. So it is spelled back into Cyrillic, in the ways of the common romanizations, and looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, product

from qa.names.grammar.morphology import Proper, proper_noun

# Letter groups with what they may stand for; the longest group is read first.
_READINGS: dict[str, tuple[str, ...]] = {
    "schtsch": ("щ",), "shch": ("щ",), "tsch": ("ч",), "sch": ("ш", "щ"), "sh": ("ш",), "zh": ("ж",), "kh": ("х",),
    "ch": ("ч", "х"), "cz": ("ч",), "sz": ("ш",), "ts": ("ц", "тс"), "tz": ("ц",), "yu": ("ю",), "iu": ("ю",),
    "ju": ("ю",), "ya": ("я",), "ia": ("ия", "я"), "ja": ("я",), "ye": ("е",), "je": ("е",), "yo": ("е",),
    "iy": ("ий",), "ii": ("ий",), "yi": ("ый",), "yy": ("ый",), "ky": ("кий", "ки"), "ski": ("ский",),
    "ie": ("е", "ие"), "y": ("ы", "й", "и"), "a": ("а",), "b": ("б",), "c": ("ц", "к"), "d": ("д",), "e": ("е", "э"),
    "f": ("ф",), "g": ("г",), "h": ("х", "г"), "i": ("и",), "j": ("й", "ж"), "k": ("к",), "l": ("л", "ль"),
    "m": ("м",), "n": ("н",), "o": ("о",), "p": ("п",), "q": ("к",), "r": ("р",), "s": ("с",), "t": ("т",),
    "u": ("у",), "v": ("в",), "w": ("в",), "x": ("кс",), "z": ("з",),
}  # fmt: skip
_GROUP = re.compile("|".join(sorted(_READINGS, key=lambda g: (-len(g), g))))
_MOST = 64  # spellings that are looked up
_SHORTEST = 4  # letters of a word that is looked up


@lru_cache(maxsize=8192)
def known_in_russian(latin: str) -> Mapping[str, Proper]:
    """The words of a Russian dictionary that a folded Latin word may be, and what each of them is."""
    if len(latin) < _SHORTEST or not latin.isascii() or not latin.isalpha():
        return {}
    found = ((word, proper_noun(word, "ru")) for word in islice(_spelled_back(latin), _MOST))
    return {word: proper for word, proper in found if proper}


def _spelled_back(latin: str) -> Iterator[str]:
    return map("".join, product(*(_READINGS[group] for group in _GROUP.findall(latin))))
