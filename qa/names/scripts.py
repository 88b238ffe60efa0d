"""Native forms as they are spelled out for alignment: Chinese by its Pinyin, Japanese by its kana.

The one module that imports pypinyin.
"""

from __future__ import annotations

from functools import lru_cache

from qa.names.letters import table_name

_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


@lru_cache(maxsize=65536)
def spelled(text: str, lang: str) -> tuple[str, str] | None:
    """(letter table, text in the table's letters) of a folded form, None where it cannot be spelled out.

    Kanji have no certain reading, so a Japanese form that holds one is compared by its Latin form alone.
    """
    table = table_name(lang, text)
    if table == "ja":
        kana = text.translate(_HIRAGANA)
        return ("ja", kana) if all("ァ" <= c <= "ー" or c in " -・" for c in kana) else None
    if table == "zh":
        from pypinyin import lazy_pinyin

        return "zh", "".join(lazy_pinyin(text)).lower()
    return (table, text) if table is not None else None
