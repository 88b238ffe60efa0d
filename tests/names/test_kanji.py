"""Japanese names in kanji: read where a dictionary is installed, left to their Latin forms where there is none."""

from __future__ import annotations

import pytest

from qa.names.near.candidates import EXACT
from qa.names.script import kanji
from qa.names.script.align import distance, prepare
from qa.names.script.scripts import _kana, all_spelled
from tools import make_kanji


@pytest.fixture
def fresh() -> None:
    for cached in (kanji.dictionary, kanji._morphemes, kanji.readings, all_spelled):
        cached.cache_clear()


def test_a_persons_name_is_read_in_both_orders() -> None:
    assert kanji.readings("石破茂") == ("イシバ シゲル", "シゲル イシバ")
    assert kanji.readings("赤沢亮正")[1].endswith(" アカザワ")
    assert kanji.family_length("小林製薬") == 0
    assert kanji.readings("東京") == ("トウキョウ",)
    assert all_spelled("東京", "ja") == (("ja", "トーキョー"),)


def test_without_a_dictionary_kanji_are_not_read(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kanji, "dictionary", lambda: None)
    assert _kana("東京") == ()
    assert _kana("とうきょう") == ("トーキョー",)
    assert kanji.family_length("石破茂") == 0
    kanji._morphemes.cache_clear()
    kanji.readings.cache_clear()


@pytest.mark.parametrize(
    ("kanji", "spelling", "read"),
    [
        ("新谷", "araya", True), ("新谷", "niiya", True), ("新谷", "shintani", True), ("新谷", "murata", False),
        ("佐々木", "sasaki", False), ("東海林", "tokairin", True), ("新橋", "shimbashi", True),
        ("千駄ヶ谷", "sendagaya", True), ("豊田", "houda", True), ("豊田", "hoda", True),
        ("大和田", "yamatoda", True), ("大和田", "owada", True), ("長谷部", "hasebe", True), ("大和", "hase", False),
    ],
)  # fmt: skip
def test_any_readings_of_the_characters_may_be_put_together(kanji: str, spelling: str, read: bool) -> None:
    assert (distance(prepare(kanji, "kanji"), spelling, EXACT) <= EXACT) is read


def test_the_units_of_a_text_are_read() -> None:
    assert kanji.units_read("鹿児島の馬毛島")[:2] == ((0, "カゴシマ"), (3, "ノ"))
    assert kanji.stands_as_surname("林さん", 0, 1)
    assert not kanji.stands_as_surname("林業", 0, 1)


def test_a_text_may_be_longer_than_the_dictionary_takes() -> None:
    text = "林さんは話した。" * 3000
    assert kanji.units_read(text)[-1] == (len(text) - 1, "。")
    assert kanji.stands_as_surname(text, len(text) - 8, len(text) - 7)


def test_what_a_character_is_read_as_is_told_by_the_rest_of_a_word() -> None:
    known = {"井": {"イ"}, "新": {"シン"}}
    assert make_kanji.counted([("新井", "アライ"), ("新聞", "シンブン")], known) == {
        ("新", "アラ"): 1, ("井", "イ"): 1, ("新", "シン"): 1, ("聞", "ブン"): 1,
    }  # fmt: skip
    assert make_kanji.in_letters(["ジョウ", "シン"]) == ["jo", "jou", "shim", "shin"]


def test_two_characters_may_be_read_together() -> None:
    known = {
        "田": {"タ", "ダ"},
        "川": {"ガワ"},
        "新": {"シン"},
        "大": {"オオ", "ダイ"},
        "和": {"ワ"},
        "北": {"キタ"},
    }
    words = [("大和", "ヤマト"), ("大和", "ダイワ"), ("大和田", "オオワダ"), ("大和川", "ヤマトガワ")]
    assert make_kanji.together(words, known) == {}
    assert make_kanji.together([*words, ("北大和", "キタヤマト")], known) == {"大和": {"ヤマト"}}


def test_a_compiled_glossary_knows_its_dictionary() -> None:
    assert (kanji.dictionary() or "").startswith("sudachidict-small ")
