"""Makes characters visible that would otherwise act on a terminal or a page without being seen.

A text from outside may carry terminal escapes, a null, or bidirectional overrides that make a line read
differently from what it says. Reporters show such characters by a sign or a short name and never send
them on. The joiners ZWJ and ZWNJ and the soft hyphen belong to ordinary spelling and stay.
"""

from __future__ import annotations

import re

_NAMES = {
    0x061C: "⟨ALM⟩",
    0x200B: "⟨ZWSP⟩",
    0x200E: "⟨LRM⟩",
    0x200F: "⟨RLM⟩",
    0x202A: "⟨LRE⟩",
    0x202B: "⟨RLE⟩",
    0x202C: "⟨PDF⟩",
    0x202D: "⟨LRO⟩",
    0x202E: "⟨RLO⟩",
    0x2066: "⟨LRI⟩",
    0x2067: "⟨RLI⟩",
    0x2068: "⟨FSI⟩",
    0x2069: "⟨PDI⟩",
    0x007F: "␡",
    0xFEFF: "⟨BOM⟩",
}

# Controls, bidirectional and other format characters, line separators, surrogates, tags, non-characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2061-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
_HIDDEN_IN_LINE = re.compile(_HIDDEN.pattern.replace("\x00-\x08\x0b-\x1f", "\x00-\x1f"))


def visible(text: str) -> str:
    """The text with every hidden character shown; tabs and line feeds are kept."""
    return _HIDDEN.sub(_sign, text)


def visible_line(text: str) -> str:
    """The same for output of one line an item: tabs and line feeds are shown as well."""
    return _HIDDEN_IN_LINE.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return _NAMES.get(code, f"⟨U+{code:04X}⟩")
