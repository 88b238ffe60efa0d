"""East Asian places whose unit the target says in its own words, or not at all: Bogil Island for Bogildo.

The last character of such a name may be what kind of place it is. A house that keeps it as a part of the name finds it
translated by one engine and left out by another.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from qa.model import Mention
from qa.names.asked.demand import Demand, demanded
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.near.candidates import EXACT
from qa.names.rendering.reworded import in_other_words
from qa.names.script.align import distance, prepare
from qa.names.script.scripts import all_spelled
from qa.names.texts.windows import Window, before_syllable, capital_behind, overlaps
from qa.names.words.ordinary import frequency

# What the last character of a name of a place says in English.
_ENGLISH = {
    "ko": {
        "도": "island", "섬": "island", "산": "mountain mount mt", "봉": "peak", "강": "river", "호": "lake",
        "천": "stream creek river", "사": "temple", "암": "hermitage", "궁": "palace", "시": "city", "군": "county",
        "구": "district", "읍": "town township", "면": "township", "리": "village", "로": "road street",
        "동": "neighborhood neighbourhood", "교": "bridge", "항": "port", "역": "station", "만": "bay", "곶": "cape",
    },
    "zh": {
        "省": "province", "市": "city", "县": "county", "縣": "county", "区": "district", "區": "district",
        "镇": "town township", "鎮": "town township", "乡": "township", "鄉": "township", "村": "village",
        "岛": "island", "島": "island", "山": "mountain mount mt", "峰": "peak", "河": "river", "江": "river",
        "湖": "lake", "寺": "temple", "路": "road", "街": "street", "桥": "bridge", "橋": "bridge",
        "港": "port harbor harbour", "站": "station", "宫": "palace", "宮": "palace", "湾": "bay", "灣": "bay",
    },
    "ja": {
        "県": "prefecture", "市": "city", "町": "town", "村": "village", "区": "ward", "郡": "district county",
        "島": "island", "山": "mountain mount mt", "岳": "mountain mount mt peak", "川": "river", "湖": "lake",
        "寺": "temple", "橋": "bridge", "港": "port", "駅": "station", "城": "castle", "沼": "lake marsh pond swamp",
        "池": "pond lake", "滝": "falls waterfall", "湾": "bay", "岬": "cape", "峠": "pass", "浜": "beach",
    },
}  # fmt: skip
_SHORTEST = 4  # letters of what is left of a name, one less beside the unit
_COMMON = 4.0  # Zipf frequency from which what is left is a word of its own


class _Unit(NamedTuple):
    """What the last character of a place's name says in English, and the right forms that end with it, as one word."""

    english: frozenset[str]
    rights: tuple[str, ...]


def in_other_units(
    text: str, stretches: Sequence[Window], demands: Sequence[Demand], lang: str, lexicon: Lexicon
) -> tuple[list[Mention], list[Demand]]:
    """The demands met in some free stretches of an English text but for their unit, and those that are not.

    `lang` is the language of the source.
    """
    base = lang.partition("-")[0]
    if base not in _ENGLISH or lexicon.base_lang != "en":
        return [], list(demands)
    out: list[Mention] = []
    left: list[Demand] = []
    for demand in demands:
        name, native = demanded(demand.names[0], lexicon), demand.names[0].native
        unit = _unit(demand, name, base)
        free = (w for w in stretches if not overlaps(w.start, w.end, out) and w.normal not in name.good)
        found = [w for w in free if unit is not None and _is_without(w, text, native, unit, base)]
        if found:
            window = max(found, key=lambda w: (w.end - w.start, -w.start))
            route = f"the same name, {native[-1]} left out or translated"
            out.append(in_other_words(text, window, demand.names[0], name, route))
        else:
            left.append(demand)
    return out, left


def _unit(demand: Demand, name: Name, base: str) -> _Unit | None:
    """The unit of a place that a source names; None where no right form ends with it."""
    native = demand.names[0].native
    if not demand.certain or name.type != "place" or native[-1] not in _ENGLISH[base]:
        return None
    english = frozenset(_ENGLISH[base][native[-1]].split())
    # A house may say the unit twice: Shirakawa River.
    bare = ("".join(word for word in good.split(" ") if word not in english) for good in sorted(name.good))
    rights = tuple(right for right in bare if _renders(right, native, base))
    return _Unit(english, rights) if rights else None


def _is_without(window: Window, text: str, native: str, unit: _Unit, base: str) -> bool:
    """Whether a stretch is a native form without its unit, with the unit in other words or without it.

    What goes on behind it has the unit in yet another spelling (Bogil-do), or is another name (Jeju Air).
    """
    if before_syllable(text, window) or capital_behind(text, window.end) is not None:
        return False
    words = window.normal.split(" ")
    kept = [word for word in words if word not in unit.english]
    spelling = "".join(kept)
    if not window.capital or len(words) - len(kept) > 1 or len(spelling) < _SHORTEST - (kept != words):
        return False
    if frequency(spelling, "en") >= _COMMON:
        return False
    # What is left of a form in Japanese may have another reading by itself (白, and 白川).
    rests = (right[len(spelling) :] for right in unit.rights if right.startswith(spelling))
    return _renders(spelling, native[:-1], base) or any(_renders(rest, native[-1], base) for rest in rests)


@lru_cache(maxsize=8192)
def _renders(spelling: str, bare: str, base: str) -> bool:
    """Whether letters are a regular romanization of a form."""
    spelled = all_spelled(bare, base)
    return any(distance(prepare(letters, table), spelling, EXACT) <= EXACT for table, letters in spelled)
