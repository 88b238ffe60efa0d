"""Chinese names of which a text translates the end alone."""

from __future__ import annotations

from functools import cache

import pytest

from qa.names import Lexicon

from .conftest import lexicon_of, unlisted_in

ENTRIES = {
    "peking": "organisation en:Peking_University zh:北京大学",
    "sun": "organisation en:Sun_Yat-sen_University zh:中山大学",
    "boc": "organisation en:Bank_of_China zh:中国银行",
    "li": "organisation en:Li_Auto zh:理想汽车",
    "daily": "organisation en:People's_Daily zh:人民日報",
    "court": "place en:Wang_Fuk_Court zh:宏福苑",
    "cuoguo": "place en:Cuoguo_Township zh:措果乡",
    "baiyun": "place en:Guangzhou_Baiyun_International_Airport zh:白云机场",
    "tang": "person en:Tang_Prize zh:邓大奖",
}


@cache
def lexicon() -> Lexicon:
    return lexicon_of(ENTRIES)


@pytest.mark.parametrize(
    "form",
    ["Beijing University", "Zhongshan University", "Zhongguo Bank", "Lixiang Auto", "Renmin Daily", "Hongfu Court",
     "Tsokuo Township"],
)  # fmt: skip
def test_a_name_with_its_end_translated_is_met(form: str) -> None:
    assert unlisted_in(f"They left {form} on Monday.", lexicon()) == [form]


@pytest.mark.parametrize(
    "text",
    [
        "They left Beijing Normal University on Monday.",
        "They left Renmin University and Beijing Bank on Monday.",
        "They left Baiyun Airport on Monday.",
        "They left Peking University Press on Monday.",
        "Deng Prize",
    ],
)
def test_another_name_with_such_an_end_is_left_alone(text: str) -> None:
    assert unlisted_in(text, lexicon()) == []
