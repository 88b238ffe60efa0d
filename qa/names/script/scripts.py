"""Native forms spelled out for alignment: Chinese by its Pinyin, Japanese by its kana, syllables by their sounds.

The one module that imports pypinyin.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.names.script import kanji
from qa.names.script.chinese import simplified, surname_readings
from qa.names.script.syllables import apart
from qa.names.script.writing import table_name

_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
# A vowel that only makes the one before it long is written by few romanizations.
_LONG = re.compile("(?<=[オコソトノホモヨロゴゾドボポョォ])[ウオ]|(?<=[ウクスツヌフムユルグズブプュゥ])ウ")


@lru_cache(maxsize=16384)
def spelled(text: str, lang: str) -> tuple[str, str] | None:
    """(letter table, text in the table's letters) of a folded form, None where it cannot be spelled out."""
    return next(iter(all_spelled(text, lang)), None)


@lru_cache(maxsize=16384)
def all_spelled(text: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Every way in which a folded form is spelled out; a Japanese name may have the family name first or last."""
    table = table_name(lang, text)
    if table is None:
        return ()
    if table == "ja":
        return tuple(("ja", kana) for kana in _kana(text))
    if table == "zh":
        return tuple(("zh", pinyin) for pinyin in _pinyin(simplified(text)))
    return ((table, apart(text)),)


def _pinyin(text: str) -> tuple[str, ...]:
    """Readings of a Chinese form: as a dictionary of words has it, and character by character, as one who errs may.

    Where surname and given name are apart, a surname has its own reading.
    """
    from pypinyin import lazy_pinyin

    surnames = surname_readings() if " " in text else {}
    parts = re.split("([ -])", text)
    as_word = (surnames.get(part) or "".join(lazy_pinyin(part)) for part in parts)
    each = (surnames.get(part) or "".join(lazy_pinyin(c)[0] for c in part) for part in parts)
    return tuple(dict.fromkeys("".join(reading).lower() for reading in (as_word, each)))


def pinyin(text: str) -> list[str]:
    """The reading of each character of a simplified Chinese text by itself, those of other scripts as they are."""
    from pypinyin import lazy_pinyin

    return [syllable.lower() for syllable in lazy_pinyin(list(text))]


def _kana(text: str) -> tuple[str, ...]:
    """Readings in katakana; kanji have one where a dictionary is installed that knows them."""
    kana = text.translate(_HIRAGANA)
    readings = (kana,) if _is_kana(kana) else kanji.readings(text)
    return tuple(_LONG.sub("ー", reading) for reading in readings if _is_kana(reading))


def _is_kana(text: str) -> bool:
    return all("ァ" <= c <= "ー" or c in " -・" for c in text)
