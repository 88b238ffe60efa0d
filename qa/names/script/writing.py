"""Which table of letters a form is read with: by its language, else by its script."""

from __future__ import annotations

from qa.names.script.chinese import CHINESE
from qa.names.script.letters import ROUTES

# Base languages whose names are a few short syllables, written as a character each.
EAST_ASIAN = CHINESE | {"ja", "ko"}

# Languages written with another language's table.
_TABLE_OF = {
    "fa": "ar", "prs": "ar", "yi": "he", "rue": "uk", "yue": "zh", "wuu": "zh", "mr": "hi", "ne": "hi", "ti": "am",
    "pnb": "ur",
}  # fmt: skip
_SCRIPTS = (
    (0x370, 0x3FF, "el"), (0x400, 0x52F, "ru"), (0x530, 0x58F, "hy"), (0x590, 0x5FF, "he"), (0x600, 0x77F, "ar"),
    (0x900, 0x97F, "hi"), (0x980, 0x9FF, "bn"), (0xA00, 0xA7F, "pa"),
    (0xA80, 0xAFF, "gu"), (0xB00, 0xB7F, "or"), (0xB80, 0xBFF, "ta"), (0xC00, 0xC7F, "te"), (0xC80, 0xCFF, "kn"),
    (0xD00, 0xD7F, "ml"), (0x10A0, 0x10FF, "ka"), (0x1100, 0x11FF, "ko"), (0x1200, 0x137F, "am"),
    (0x3041, 0x30FF, "ja"), (0xAC00, 0xD7A3, "ko"),
)  # fmt: skip


def table_name(lang: str, text: str) -> str | None:
    """Name of the table for a native form: by language, for Latin letters "latin", else by script."""
    base = lang.partition("-")[0]
    if all(ord(c) < 0x250 or not c.isalpha() for c in text):
        return "latin"
    name = _TABLE_OF.get(base, base)
    if name in ROUTES and name != "latin":
        return name
    return _by_script(text)


def _by_script(text: str) -> str | None:
    for char in text:
        code = ord(char)
        for low, high, name in _SCRIPTS:
            if low <= code <= high:
                return name
    return None
