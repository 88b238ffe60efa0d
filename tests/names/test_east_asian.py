"""Chinese, Korean and Japanese names: other romanizations, other orders, and other persons with the same surname."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Segment
from qa.names import Lexicon, read_names
from qa.names.script.latin_syllables import is_pinyin, made_of_syllables
from qa.names.script.scripts import all_spelled
from qa.names.words.parted import comes_first, in_parts, is_family_name, parts, spelled_parts

from .conftest import lexicon_of, table

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
    "gusmao": "person en:Xanana_Gusmao zh:夏纳纳",
    "merkel": "person en:Angela_Merkel zh:默克尔 ja:アンゲラ・メルケル ko:메르켈",
    "monti": "person en:Mario_di_Monti zh:马里奥·迪蒙蒂",
    "mori": "person en:Yoshiro_Mori ja:森喜朗",
    "pan": "person en:Pan_Zhanle zh:潘展乐",
    "shigatse": "place en:Shigatse zh:日喀则",
    "steel": "organisation en:Nippon_Kinzoku_Kogyo ja:日本金属工業",
    "tianjin": "place en:Tianjin zh:天津",
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return lexicon_of(ENTRIES)


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


# Lines of a document as source and target, and what is found: spellings with the preferred form, lost names.
SURNAMES = [
    ("zh", "默克尔发表讲话。 | Merkel spoke.", ""),
    ("zh", "默克尔发表讲话。 | Angela Merkel spoke.", ""),
    ("zh", "默克尔发表讲话。 | Merkell spoke.", "Merkell Merkel"),
    ("zh", "默克尔发表讲话。 | She spoke.", "- Merkel"),
    ("zh", "夏纳纳辞职。 | Xanana resigned.", ""),
    ("zh", "马里奥·迪蒙蒂辞职。 | Premier di Monti resigned.", ""),
    ("zh", "马里奥·迪蒙蒂辞职。 | Mario di Montti resigned.", "Mario di Montti Mario di Monti"),
    ("ko", "메르켈은 떠났다. | Merkel left.", ""),
    (
        "ja",
        "アンゲラ・メルケル前首相 | Angela Merkel / メルケル氏は笑った。 | Mercel laughed.",
        "Mercel Merkel",
    ),
    ("ja", "安倍晋三首相が語った。 | Shinzo Abe spoke. / 安倍首相は笑った。 | Abe laughed.", ""),
    ("ja", "安倍晋三首相が語った。 | Shinzo Abe spoke. / 安倍首相は笑った。 | Abbe laughed.", "Abbe Abe"),
    ("ja", "安倍晋三首相が語った。 | Shinzo Abe spoke. / 安倍氏は笑った。 | He laughed.", "- Abe"),
    ("ja", "安倍晋三首相が語った。 | Shinzo Abe spoke. / 安倍昭恵さんは笑った。 | Akie laughed.", ""),
    ("ja", "安倍氏は笑った。 | He laughed.", ""),
    ("ja", "森喜朗氏が語った。 | Yoshiro Mori spoke. / 森で迷った。 | They were lost in the woods.", ""),
    ("zh", "邓小平讲话。 | Deng spoke.", ""),
    ("zh", "邓小平讲话。 | Deng Yingchao spoke.", "- None"),
    ("ko", "김대중 대통령이 말했다. | President Kim spoke.", ""),
    ("ko", "김대중 대통령이 말했다. | Kim Young-sam spoke.", "- None"),
    ("zh", "邓小平讲话。 | Deng Xiaoping spoke. / 小平同志笑了。 | The comrade laughed.", ""),
]


@pytest.mark.parametrize(("lang", "lines", "expected"), SURNAMES)
def test_surnames_alone(lang: str, lines: str, expected: str, lexicon: Lexicon) -> None:
    pairs = [line.split(" | ") for line in lines.split(" / ")]
    segments = tuple(
        Segment(f"s{n}", target, (Anchor(0, n, 1),), source=source)
        for n, (source, target) in enumerate(pairs)
    )
    last = read_names(Document("t", segments, lang, "en"), lexicon).segments[-1]
    found = [f"{m.text} {m.suggestion}" for m in last.mentions if m.status is None]
    assert [*found, *(f"- {n.surname}" for n in last.missing)] == ([expected] if expected else [])


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


def test_readings_of_chinese_names() -> None:
    assert spelled_parts("曾庆红", "zh") == ("zh", "zeng", "qinghong")
    assert all_spelled("重庆", "zh") == (
        ("zh", "chongqing"),
        ("zh", "zhongqing"),
    )  # the second by one who errs
    assert all_spelled("長沙", "zh")[0] == ("zh", "changsha")


def test_surnames_and_pinyin() -> None:
    assert is_family_name("hsieh", "zh")
    assert is_family_name("choi", "ko")
    assert not is_family_name("smith", "ko")
    assert comes_first("zhang")
    assert not comes_first("he")  # a common word
    assert is_pinyin("xiaoping")
    assert not is_pinyin("hsiaoping")
    assert not is_pinyin("peng")  # Wade-Giles as well


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("President Lula said so.", []),
        ("President Lula da Silva said so.", []),
        ("President Luiz Lula da Silva said so.", []),
        ("President Lulla said so.", ["Lulla"]),
    ],
)
def test_who_is_called_by_a_part_of_the_name_that_is_no_surname(target: str, found: list[str]) -> None:
    lexicon = lexicon_of({"lula": "person en:Luiz_Lula_da_Silva zh:卢拉"})
    segment = Segment("s1", target, (Anchor(0, 1, 1),), source="总统卢拉说。")
    names = read_names(Document("t", (segment,), "zh", "en"), lexicon).segments[0]
    assert [m.text for m in names.mentions if m.status is None] == found
    assert names.missing == ()


@pytest.mark.parametrize("lang", ["zh", "yue", "wuu"])
def test_all_that_is_written_in_chinese_has_names_of_a_few_characters(lang: str) -> None:
    lexicon = lexicon_of({"lula": f"person en:Lula_da_Silva {lang}:卢拉"})
    segment = Segment("s1", "President Lula said so.", (Anchor(0, 1, 1),), source="总统卢拉说。")
    names = read_names(Document("t", (segment,), lang, "en"), lexicon).segments[0]
    assert (names.mentions, names.missing) == ((), ())
