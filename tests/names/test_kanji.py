"""Japanese names in kanji: read where a dictionary is installed, left to their Latin forms where there is none."""

from __future__ import annotations

import pytest

from qa.names.script import kanji
from qa.names.script.scripts import _kana, all_spelled


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


def test_a_compiled_glossary_knows_its_dictionary() -> None:
    assert (kanji.dictionary() or "").startswith("sudachidict-small ")
