"""Whether two spellings that no entry covers may be one name.

They may be when the letters that differ are ones that orthographies write for one another, or when a long one is a
slip away from the other; never when one is a form of the other in its own right.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.names.grammar import morphology
from qa.names.grammar.in_case import has_cases
from qa.names.grammar.inflect import Inflection, inflection, possible_stems
from qa.names.script.align import distance, prepare
from qa.names.script.edits import edits
from qa.names.script.latin_syllables import is_pinyin

RESPELLED = 0.1  # cost a letter up to which two spellings are one name in two orthographies
SLIP_LENGTH = 7  # letters from which one changed letter is taken for a slip
_DEAREST_SLIP = 2.0  # what a slip costs at most: two letters that changed places
_STEM = 3  # letters of a name that its cases leave
_NOMINATIVES = ("", "a", "o", "e", "y", "i", "а", "о", "я", "й")  # how nominatives end
_BALTIC = {"lt": ("as", "is", "ys", "us"), "lv": ("s", "is", "us")}  # and those of Baltic languages besides
_ENDINGS = frozenset(
    "s es n ns an ian ians a as i e ed er ers ic in ish ist ists ite ites y o os u ko ka na va ev ov yan".split()
)
# Ends of words for what somebody holds and who holds it: Imagism, Imagist.
_HELD = re.compile(r"(?:ists?|isms?|istic)$")
# Ends of words for a woman and for several of whom she is one, folded: Bulgarin, Bulgaren; Litevka, Litevci.
_OF_SOME = {
    "de": re.compile(r"(?:in|innen|en)$"),
    "cs": re.compile(r"(?:k(?:a|am|ami|ach|o|ou|u|y)|ek|ec|c(?:e|em|i|ich|u|um))$"),
}
_OF_SOME["sk"] = _OF_SOME["cs"]
# What stands before the ending of an adjective, which is written -y, -i, -iy, -yi, -ij …
_ADJECTIVAL = ("sk", "ck", "zk", "o", "e")


@lru_cache(maxsize=16384)
def likeness(x: str, y: str, lang: str) -> float | None:
    """Cost a letter between two spellings that may be one name, None when they may not."""
    if related(x, y, lang):
        return None
    # Two Chinese given names differ in a letter as often as not.
    slip = min(len(x), len(y)) >= SLIP_LENGTH and edits(x, y, 2) <= 1 and not (is_pinyin(x) and is_pinyin(y))
    size = max(len(x), len(y))
    limit = _DEAREST_SLIP if slip else RESPELLED * size
    cost = min(distance(prepare(x, "latin"), y, limit), distance(prepare(y, "latin"), x, limit)) / size
    return cost if (cost <= RESPELLED or slip) and not _of_one_nominative(x, y, lang) else None


def _of_one_nominative(x: str, y: str, lang: str) -> bool:
    """Whether two words may be forms of one name in two cases: Szczerbie and Szczerbę, of Szczerba."""
    if not has_cases(lang):
        return False
    stems = {stem for word in (x, y) for stem in possible_stems(word, lang) if len(stem) >= _STEM}
    nominatives = _NOMINATIVES + _BALTIC.get(lang, ())
    names = (stem + ending for stem in sorted(stems) for ending in nominatives)
    return any(
        inflection(name, x, lang) >= Inflection.INFLECTED
        and inflection(name, y, lang) >= Inflection.INFLECTED
        for name in names
    )


def related(x: str, y: str, lang: str) -> bool:
    """Whether one is a form of the other in its own right: a plural, an adjective, a woman's surname."""
    if inflection(x, y, lang) or inflection(y, x, lang):
        return True
    if _bare(x) == _bare(y):
        # Krasnoselsky, Krasnoselski and Krasnoselskiy are one name in as many orthographies.
        return False
    short, long = sorted((x, y), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return True
    if short[-1:] in "aeiouy" and long.startswith(short[:-1]) and long[len(short) - 1 :] in _ENDINGS:
        return True
    if _HELD.search(x) and _HELD.sub("", x) == _HELD.sub("", y):
        return True
    of_some = _OF_SOME.get(lang)
    if of_some and of_some.search(x) and of_some.sub("", x) == of_some.sub("", y):
        return True
    if morphology.knows(lang) and not morphology.lemmas(x, lang).isdisjoint(morphology.lemmas(y, lang)):
        return True
    return couple(x, y)


def _bare(name: str) -> str:
    """A name that ends in the ending of Slavic adjectives without it; any other as it is."""
    bare = name.rstrip("yij")
    return bare if bare != name and bare.endswith(_ADJECTIVAL) else name


def couple(x: str, y: str) -> bool:
    """Whether one of two Latin spellings, alike, is a man's surname and the other a woman's."""
    return womans(x, y) or womans(y, x)


def womans(man: str, woman: str) -> bool:
    """Whether a Latin spelling is a woman's surname where another, alike, is a man's."""
    return woman.endswith("a") and not man.endswith("a")
