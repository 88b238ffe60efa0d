"""Names of places without the unit that East Asian forms end with: 沖縄県 is *Okinawa*, and so is 沖縄.

四日市 is *Yokkaichi*: whether the last characters are a unit or part of the name is told by the Latin form.
"""

from __future__ import annotations

from functools import lru_cache

from qa.model import Entry, Form
from qa.names.script.align import distance, prepare
from qa.names.script.scripts import all_spelled
from qa.text import fold

_UNITS = {
    "ja": ("都", "府", "県", "市", "町", "村", "区", "郡", "島"),
    "ko": ("특별자치도", "특별자치시", "광역시", "특별시", "도", "시", "군", "구"),
    "zh": (
        "特别行政区",
        "特別行政區",
        "自治区",
        "自治區",
        "自治州",
        "省",
        "市",
        "县",
        "縣",
        "区",
        "區",
        "盟",
    ),
}
_CLEARLY = 0.9  # cost of the letters by which the Latin form has to be nearer to what is left
_SHORTEST = 2  # characters that are left of a name


def without_unit(text: str, form: Form, entry: Entry) -> str | None:
    """What is left of a normal form of a place without its unit; None where it has none."""
    base = form.lang.partition("-")[0]
    if entry.type != "place" or base not in _UNITS:
        return None
    unit = next((unit for unit in _UNITS[base] if text.endswith(unit)), "")
    left = text[: len(text) - len(unit)]
    if not unit or len(left) < _SHORTEST:
        return None
    latin = tuple(fold(f.text) for f in entry.forms if f.text.isascii() and f.text.isalpha())
    return (
        left if any(_cost(left, base, word) + _CLEARLY <= _cost(text, base, word) for word in latin) else None
    )


@lru_cache(maxsize=4096)
def _cost(text: str, base: str, latin: str) -> float:
    # A dictionary may read what is left otherwise than the whole (北上, 北上市), so any reading of kanji will do.
    spelled = [("kanji", text)] if base == "ja" else []
    return min(
        (
            distance(prepare(letters, table), latin, 99.0)
            for table, letters in (*all_spelled(text, base), *spelled)
        ),
        default=0,
    )
