"""Japanese names in kanji: read where a dictionary is installed, left to their Latin forms where there is none."""

from __future__ import annotations

import pytest

from qa.model import Span
from qa.names.candidates import EXACT
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
    ],
)  # fmt: skip
def test_any_readings_of_the_characters_may_be_put_together(kanji: str, spelling: str, read: bool) -> None:
    assert (distance(prepare(kanji, "kanji"), spelling, EXACT) <= EXACT) is read


def test_words_beside_a_name_are_read() -> None:
    assert kanji.read_outside("鹿児島の馬毛島", Span(4, 7)) == ("カゴシマ", "ノ")
    assert kanji.is_surname("林さん", 0, 1)
    assert not kanji.is_surname("林業", 0, 1)


def test_the_table_of_readings_is_made_by_its_tool() -> None:
    made = make_kanji.table()
    assert made == make_kanji.TARGET.read_text("utf-8")


def test_a_compiled_glossary_knows_its_dictionary() -> None:
    assert (kanji.dictionary() or "").startswith("sudachidict-small ")
