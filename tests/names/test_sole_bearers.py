"""Whose a Chinese or Korean surname of one character is, and units that the target says in its own words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, NameReading, compile_glossary, read_names


def _read(
    lang: str, entries: Sequence[tuple[str, str, str]], pairs: Sequence[tuple[str, str]]
) -> NameReading:
    forms = tuple(
        Entry(
            f"e{n}",
            kind,
            (Form(english, "en", Status.PREFERRED), Form(native, lang, Status.PREFERRED)),
        )
        for n, (kind, native, english) in enumerate(entries)
    )
    segments = tuple(
        Segment(f"s{i}", target, (Anchor(0, i, i),), source=source)
        for i, (source, target) in enumerate(pairs, 1)
    )
    lexicon = Lexicon(compile_glossary(Glossary(forms)), "en")
    return read_names(Document("-", segments, lang, "en"), lexicon)


def _found(reading: NameReading) -> list[str]:
    return [f"{m.text} > {m.suggestion}" for s in reading.segments for m in s.mentions if m.status is None]


CHIU = (("person", "邱", "Chiu"), ("person", "仇", "Qiu"))


def test_another_entry_that_is_written_as_the_surname_is_not_meant() -> None:
    pairs = [("画家邱承宏走了。", "The painter Qiu Chenghong left."), ("仇大勇来了。", "Qiu Dayong came.")]
    assert _found(_read("zh", CHIU, pairs)) == ["Qiu > Chiu"]


LEE = ("person", "李", "Lee")
KANG_SHENG = ("导演带来与李康生合作的短片。", "The director brought a short film made with Lee Kang-sheng.")
KANGSHENG = ("导演带来与李康生合作的短片。", "The director brought a short film made with Li Kangsheng.")
LI_JUAN = ("李娟很少露面。", "Li Juan rarely appears.")


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([KANGSHENG], ["Li > Lee"]),
        # Who is called Lee is whom the entry is of; the other one is not.
        ([KANG_SHENG, LI_JUAN], []),
        ([KANG_SHENG, KANGSHENG, LI_JUAN], ["Li > Lee"]),
        # Of two, nobody knows which.
        ([KANGSHENG, LI_JUAN], []),
        # One is told by a title alone.
        ([("李女士说，她很累。", "Ms. Li said she was tired.")], ["Li > Lee"]),
        ([("一名姓李的司机受伤。", "A driver named Li was hurt.")], ["Li > Lee"]),
        ([("官员说老百姓李子好吃。", "An official said that people like Li plums.")], []),
        # A part of a given name is no surname.
        ([("李康生走了。", "Lee Kang-li left.")], []),
    ],
)
def test_an_entry_is_of_one_of_those_who_bear_a_surname(
    pairs: Sequence[tuple[str, str]], found: list[str]
) -> None:
    assert _found(_read("zh", [LEE], pairs)) == found


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        # Two who are written differently are the two whom the document names.
        (
            [
                ("정기선 회장이 왔다.", "Chairman Chung Ki-sun came."),
                ("정회일 판사가 갔다.", "Judge Jeong Hoe-il left."),
            ],
            ["Jeong > Chung"],
        ),
        # Of three, one is somebody else.
        (
            [
                ("정기선 회장이 왔다.", "Chairman Chung Ki-sun came."),
                ("정회일 판사가 갔다.", "Judge Jung Hoe-il left."),
                ("정성일은 웃었다.", "Jeong Seong-il smiled."),
            ],
            [],
        ),
    ],
)
def test_entries_of_one_surname_are_of_as_many(pairs: Sequence[tuple[str, str]], found: list[str]) -> None:
    entries = [("person", "정", "Chung"), ("person", "정", "Jung")]
    assert _found(_read("ko", entries, pairs)) == found


def test_it_is_never_certain() -> None:
    (mention,) = (
        _read("ko", [("person", "정", "Jung")], [("정성일은 웃었다.", "Jeong Seong-il smiled.")])
        .segments[0]
        .mentions
    )
    assert mention.confidence == 0.5
    (mention,) = _read("zh", [LEE], [KANGSHENG]).segments[0].mentions
    assert mention.confidence == 0.5
    assert mention.route == "Hanyu Pinyin of 李; the source has 李, a surname that many bear"


@pytest.mark.parametrize(
    ("entries", "source", "target", "found"),
    [
        ([("person", "엄", "Um")], "엄홍길 씨는 웃었다.", "Eom Hong-gil laughed.", ["Eom > Um"]),
        # Words that begin with the syllable are no bearers.
        (
            [("person", "엄", "Um")],
            "엄홍길 씨는 엄마와 갔다.",
            "Eom Hong-gil went with his mother.",
            ["Eom > Um"],
        ),
        ([("person", "노", "Roe")], "정노아가 이겼다.", "Jeong No-ah won.", []),
        # Words of the target are no surnames.
        (
            [("person", "이", "Lee")],
            "이재명 대통령은 모른다고 말했다.",
            "I do not know, the president said.",
            [],
        ),
        ([("person", "노", "Roh")], "노태우가 갔다.", "No one came.", []),
        # A given name from another language, by how it is written in the source.
        ([("person", "천", "Chen")], "천위페이가 웃었다.", "Cheon Wipei smiled.", ["Cheon > Chen"]),
        ([("person", "천", "Chen")], "천위페이가 웃었다.", "Cheon Bernstein spoke.", []),
        # The one syllable of a full name is no reason to leave the whole name as it is.
        (
            [("person", "한", "Han"), ("person", "한강", "Han Kang")],
            "한 서점은 한강의 책을 판다.",
            "A shop sells Han Gang's books.",
            ["Han Gang > Han Kang"],
        ),
        (
            [("person", "한", "Han"), ("person", "한강", "Han Kang")],
            "한승원은 한강의 책을 판다.",
            "Han Seung-won sells Han Kang's books.",
            [],
        ),
        # A place is no person's name in two parts.
        ([("place", "강동", "Gangdong")], "강동구 씨가 말했다.", "Kang Dong-gu spoke.", []),
    ],
)
def test_korean_surnames(
    entries: Sequence[tuple[str, str, str]], source: str, target: str, found: list[str]
) -> None:
    assert _found(_read("ko", entries, [(source, target)])) == found


@pytest.mark.parametrize(
    ("native", "english", "target", "found"),
    [
        ("천", "Chen", "They met Go Chun-ja.", []),
        ("혜인", "Hyein", "Judge Moon Hyeong-bae spoke.", []),
        ("혜인", "Hyein", "They met Hyeyin in Seoul.", ["Hyeyin > Hyein"]),
        # Behind a hyphen stands a word.
        ("시진핑", "Xi Jinping", "A visit of Xi Jinpin-era leaders.", ["Xi Jinpin > Xi Jinping"]),
    ],
)
def test_a_syllable_of_a_given_name_is_no_surname(
    native: str, english: str, target: str, found: list[str]
) -> None:
    assert _found(_read("ko", [("person", native, english)], [("", target)])) == found


@pytest.mark.parametrize(
    ("lang", "native", "english", "source", "target", "found"),
    [
        (
            "ko",
            "보길도",
            "Bogildo",
            "보길도에는 정원이 있다.",
            "Bogil Island has a garden.",
            ["Bogil Island > Bogildo"],
        ),
        (
            "ko",
            "보현산",
            "Bohyeonsan",
            "보현산 아래에서.",
            "Below Mt. Bohyeon.",
            ["Mt. Bohyeon > Bohyeonsan"],
        ),
        ("ko", "망원동", "Mangwon-dong", "망원동에서.", "In the Mangwon area.", ["Mangwon > Mangwon-dong"]),
        ("zh", "歙县", "Shexian", "歙县的古城。", "The old town of She County.", []),
        ("zh", "洪泽湖", "Hongzehu", "洪泽湖很大。", "Hongze Lake is big.", ["Hongze Lake > Hongzehu"]),
        ("ko", "보길도", "Bogildo", "보길도에는 정원이 있다.", "Nohwa Island has a garden.", []),
        ("ko", "보길도", "Bogildo", "보길도에는 정원이 있다.", "Bogildo has a garden.", []),
        # The unit in yet another spelling, and a name that goes on.
        ("ko", "보길도", "Bogildo", "보길도는 멀다.", "Bogil-do is far.", ["Bogil-do > Bogildo"]),
        ("ko", "제주도", "Jejudo", "제주항공은 제주도로 간다.", "Jeju Air flies to the island.", []),
    ],
)
def test_units_in_other_words(
    lang: str, native: str, english: str, source: str, target: str, found: list[str]
) -> None:
    assert _found(_read(lang, [("place", native, english)], [(source, target)])) == found


def test_a_surname_before_a_unit_is_a_place() -> None:
    habu = [("person", "羽生", "Habu")]
    assert _found(_read("ja", habu, [("羽生市は発表した。", "Hanyu City announced it.")])) == []
    assert _found(_read("ja", habu, [("羽生市長は発表した。", "Mayor Habo announced it.")])) == [
        "Habo > Habu"
    ]
