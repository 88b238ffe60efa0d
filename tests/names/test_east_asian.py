"""Chinese, Korean and Japanese names: other romanizations, other orders, and other persons with the same surname."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Glossary, Segment
from qa.names import Lexicon, compile_glossary, read_names
from qa.names.latin_syllables import is_pinyin, made_of_syllables
from qa.names.parted import comes_first, in_parts, is_family_name, parts

from .conftest import entry, table

ENTRIES = {
    "abe": "person en:Shinzo_Abe ja:安倍晋三",
    "ban": "person en:Ban_Ki-moon ko:반기문",
    "chen": "person en:Chen_Gang zh:陈刚",
    "deng": "person en:Deng_Xiaoping zh:邓小平",
    "dj": "person en:Kim_Dae-jung ko:김대중",
    "fujian": "place en:Fujian zh:福建",
    "gansu": "place en:Gansu zh:甘肃",
    "hangzhou": "place en:Hangzhou zh:杭州",
    "ningbo": "place en:Ningbo zh:宁波",
    "tianjin": "place en:Tianjin zh:天津",
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(compile_glossary(Glossary(tuple(entry(k, v) for k, v in sorted(ENTRIES.items())))), "en")


@pytest.mark.parametrize(("lang", "marked", "source", "expected"), table("east_asian.tsv"))
def test_spellings_in_a_sentence(
    lang: str, marked: str, source: str, expected: str, lexicon: Lexicon
) -> None:
    text = marked.replace("[", "").replace("]", "")
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source or None)
    names = read_names(Document("t", (segment,), None if lang == "-" else lang, "en"), lexicon).segments[0]
    found = [(m.text, m.suggestion) for m in names.mentions if m.status is None]
    spellings = [part.partition("]")[0] for part in marked.split("[")[1:]]
    lost = [lexicon.by_id(n.entry).suggestion for n in names.missing]
    if expected.startswith("-"):
        assert (found, lost) == ([], [expected[1:]])
    else:
        assert (found, lost) == (list(zip(spellings, expected.split("|"), strict=bool(expected))), [])


@pytest.mark.parametrize(
    ("text", "lang", "family"),
    [("邓小平", "zh", "邓"), ("鄧小平", "zh", "鄧"), ("诸葛亮", "zh", "诸葛"), ("普京", "zh", None),
     ("김대중", "ko", "김"), ("남궁억", "ko", "남궁"), ("푸틴", "ko", None), ("安倍晋三", "ja", "安倍"),
     ("東京", "ja", None), ("Abe", "en", None)],
)  # fmt: skip
def test_parts_of_a_name(text: str, lang: str, family: str | None) -> None:
    found = parts(text, lang)
    assert (found.family if found else None) == family


def test_parts_are_written_in_either_order() -> None:
    assert tuple(in_parts("陈刚", "zh")) == ("陈 刚", "刚 陈")
    assert tuple(in_parts("김대중", "ko")) == ("김 대중", "대중 김", "김 대-중", "대-중 김")
    assert tuple(in_parts("東京", "ja")) == ()


@pytest.mark.parametrize(
    ("latin", "lang", "expected"),
    [("xiaoping", "zh", True), ("hsiaoping", "zh", True), ("xiaopig", "zh", False), ("daejung", "ko", True),
     ("daejrng", "ko", False)],
)  # fmt: skip
def test_syllables(latin: str, lang: str, expected: bool) -> None:
    assert made_of_syllables(latin, lang) is expected


def test_surnames_and_pinyin() -> None:
    assert is_family_name("hsieh", "zh")
    assert is_family_name("choi", "ko")
    assert not is_family_name("smith", "ko")
    assert comes_first("zhang")
    assert not comes_first("he")  # a common word
    assert is_pinyin("xiaoping")
    assert not is_pinyin("hsiaoping")
    assert not is_pinyin("peng")  # Wade-Giles as well
