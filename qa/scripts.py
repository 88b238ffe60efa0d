"""Which script a letter belongs to, and which scripts a language is written in."""

from __future__ import annotations

import re
from functools import cache

# Only what news is written in; anything else counts as no script and is never judged.
SCRIPTS = {
    "Latin": "A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ",
    "Greek": "Ͱ-ͽͿ-Ͽἀ-῿",
    "Cyrillic": "Ѐ-ԯᲀ-ᲈ",
    "Armenian": "Ա-֏",
    "Hebrew": "א-ת",
    "Arabic": "ء-يٮ-ۓەۮ-ۿݐ-ݿࢠ-ࣉ",
    "Devanagari": "ऄ-ह\u093e-\u094dक़-ॡ",
    "Bengali": "অ-হ\u09be-\u09cdড়-ৱ",
    "Tamil": "அ-ஹ\u0bbe-\u0bcd",
    "Thai": "ก-ฺเ-ๆ",
    "Georgian": "Ⴀ-ჿᲐ-Ჿ",
    "Hangul": "ᄀ-ᇿㄱ-ㆎ가-힣",
    "Kana": "ぁ-ゖァ-ヺー",
    "Han": "㐀-䶿一-鿿",
}
_LANGUAGES = {
    "Cyrillic": "ru uk be bg mk sr kk ky tg mn tt ba cv sah",
    "Greek": "el",
    "Armenian": "hy",
    "Hebrew": "he yi",
    "Arabic": "ar fa ur ps ckb sd ug",
    "Devanagari": "hi mr ne sa",
    "Bengali": "bn as",
    "Tamil": "ta",
    "Thai": "th",
    "Georgian": "ka",
    "Hangul": "ko",
    "Kana": "ja",
    "Han": "zh ja ko yue",
}  # fmt: skip
# What a tag says about the script itself (ISO 15924), such as "uz-Cyrl".
_CODES = {
    "latn": "Latin", "cyrl": "Cyrillic", "grek": "Greek", "armn": "Armenian", "hebr": "Hebrew", "arab": "Arabic",
    "deva": "Devanagari", "beng": "Bengali", "taml": "Tamil", "thai": "Thai", "geor": "Georgian", "hang": "Hangul",
    "hani": "Han", "hans": "Han", "hant": "Han",
}  # fmt: skip
# Languages that other scripts are at home in as well.
_LATIN_TOO = frozenset(["sr", "kk", "uz", "az", "tg", "bs"])
_ASCII = re.compile(r"[\x00-\x7f]+")
LETTERS = {script: re.compile(f"[{letters}]") for script, letters in SCRIPTS.items()}


@cache
def scripts_of(lang: str | None) -> frozenset[str]:
    """The scripts a language is written in, given its BCP 47 tag; empty where nobody can say (None)."""
    if not lang:
        return frozenset()
    base, *subtags = lang.lower().split("-")
    if named := [_CODES[subtag] for subtag in subtags if subtag in _CODES]:
        return frozenset(named[:1])
    found = {script for script, langs in _LANGUAGES.items() if base in langs.split()}
    if not found or base in _LATIN_TOO:
        found.add("Latin")
    return frozenset(found)


def counts(text: str) -> dict[str, int]:
    """How many letters of each script a text has, scripts without any left out."""
    if text.isascii():
        n = len(LETTERS["Latin"].findall(text))
        return {"Latin": n} if n else {}
    # Most signs of most texts are of ASCII, which has letters of one script only.
    plain = "".join(_ASCII.findall(text))
    rest = _ASCII.sub("", text) if plain else text
    found = {script: len(pattern.findall(rest)) for script, pattern in LETTERS.items()}
    found["Latin"] += len(LETTERS["Latin"].findall(plain))
    return {script: n for script, n in found.items() if n}
