"""Where a name ends in a text without spaces."""

from __future__ import annotations

import pytest

from qa.names.script.spread import written_end
from qa.text import fold


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("习近平出席", "习近平", "出席"),
        ("习 近平出席", "习近平", "出席"),
        ("ลำปางฝนตก", "ลำปาง", "ฝนตก"),
        ("ทักษิณ ชินวัตร กลับ", "ทักษิณชินวัตร", " กลับ"),
        ("ភ្នំ\u200bពេញ", "ភ្នំពេញ", ""),
        ("拉德-黑恩市", "拉德黑恩", "市"),
        ("习近", "习近平", None),
        (" 习近平", "习近平", None),
        ("\u200b习近平", "习近平", None),
        ("张近平", "习近平", None),
    ],
)
def test_the_end_is_behind_the_last_letter(text: str, name: str, rest: str | None) -> None:
    end = written_end(text, 0, fold(name))
    assert (None if end is None else text[end:]) == rest
