"""Writing systems: that of a letter, those of a text, and those in which a language is written.

Scripts are named by their ISO 15924 codes. The script of a letter is read off its Unicode name, which the
standard library knows; signs that many scripts share (apostrophes, digits, marks) have none.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BY_NAME = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor", "ETHIOPIC": "Ethi", "DEVANAGARI": "Deva", "BENGALI": "Beng", "TAMIL": "Taml",
    "TELUGU": "Telu", "MALAYALAM": "Mlym", "KANNADA": "Knda", "GUJARATI": "Gujr", "GURMUKHI": "Guru",
    "SINHALA": "Sinh", "THAI": "Thai", "LAO": "Laoo", "KHMER": "Khmr", "MYANMAR": "Mymr", "TIBETAN": "Tibt",
    "THAANA": "Thaa", "SYRIAC": "Syrc", "MONGOLIAN": "Mong", "CJK": "Hani", "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan", "HANGUL": "Kore", "BOPOMOFO": "Hani",
}  # fmt: skip

_LANGS = {
    "Cyrl": "ab ba be bg ce cv kk ky mk mn os ru tg tt tyv udm uk",
    "Arab": "ar arz ary arc azb ckb fa glk ks lrc mzn ps sd ug ur",
    "Hebr": "he yi", "Grek": "el", "Armn": "hy hyw", "Geor": "ka xmf", "Ethi": "am ti", "Thai": "th",
    "Deva": "hi mr ne sa", "Beng": "bn as", "Taml": "ta", "Telu": "te", "Mlym": "ml", "Knda": "kn",
    "Gujr": "gu", "Sinh": "si", "Laoo": "lo", "Khmr": "km", "Mymr": "my", "Tibt": "bo dz", "Thaa": "dv",
    "Latn": (
        "af ast br bs ca ceb co cs cy da de en eo es et eu fi fil fo fr fy ga gd gl ha hr ht hu id ig is it"
        " jv la lb lt lv mg mi ms mt nb nl nn no oc pl pt qu rm ro rw sk sl sm sn so sq st su sv sw tl tr vi"
        " xh yo zu"
    ),
}  # fmt: skip
_WRITTEN_IN: dict[str, frozenset[str]] = {
    lang: frozenset({script}) for script, langs in _LANGS.items() for lang in langs.split()
} | {
    "sr": frozenset({"Cyrl", "Latn"}), "sh": frozenset({"Cyrl", "Latn"}), "ku": frozenset({"Latn", "Arab"}),
    "crh": frozenset({"Latn", "Cyrl"}), "pa": frozenset({"Guru", "Arab"}), "zh": frozenset({"Hani"}),
    "yue": frozenset({"Hani"}), "ja": frozenset({"Hani", "Jpan"}), "ko": frozenset({"Kore", "Hani"}),
    "uz": frozenset({"Latn", "Cyrl"}), "az": frozenset({"Latn", "Cyrl"}), "tk": frozenset({"Latn", "Cyrl"}),
}  # fmt: skip

# Letters that one of two close languages never writes; they betray a row filed under the wrong one.
_NEVER = {"uk": frozenset("ыэёъЫЭЁЪ"), "ru": frozenset("іїєґўІЇЄҐЎ"), "be": frozenset("ищъїєґИЩЪЇЄҐ")}

_WORD = re.compile(r"[^\W\d_]+")
_EAST_ASIAN = frozenset({"Hani", "Jpan", "Kore"})


@lru_cache(maxsize=4096)
def script_of(char: str) -> str | None:
    """ISO 15924 code of a letter's script, None for what is no letter or belongs to no one script."""
    if not char.isalpha():
        return None
    first, _, rest = unicodedata.name(char, "").partition(" ")
    return None if rest.startswith("MODIFIER") else _BY_NAME.get(first)


def scripts(text: str) -> frozenset[str]:
    """Scripts of the letters of a text."""
    if text.isascii():
        return frozenset({"Latn"}) if any(c.isalpha() for c in text) else frozenset()
    return frozenset(s for s in map(script_of, text) if s)


def written_in(lang: str) -> frozenset[str] | None:
    """Scripts in which a language is written, by its tag; None where that is not known here."""
    parts = lang.split("-")
    named = [p for p in parts[1:] if len(p) == 4 and p.isalpha()]
    if named:
        return {
            "Hans": frozenset({"Hani"}),
            "Hant": frozenset({"Hani"}),
            "Jpan": frozenset({"Hani", "Jpan"}),
        }.get(named[0], frozenset({named[0]}))
    return _WRITTEN_IN.get(parts[0])


def foreign_letters(text: str, lang: str) -> str:
    """Letters of a text that its language never uses, in order, each once."""
    never = _NEVER.get(lang.partition("-")[0], frozenset())
    return "".join(dict.fromkeys(c for c in text if c in never))


def mixed_word(text: str) -> tuple[str, frozenset[str]] | None:
    """The first word whose letters come from two scripts that are never mixed, with those scripts."""
    if text.isascii():
        return None
    for match in _WORD.finditer(text):
        found = scripts(match.group())
        if len(found) > 1 and not found <= _EAST_ASIAN:
            return match.group(), found
    return None
