"""Reading a text for names: what is found, what it is taken for, and what is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.model import Anchor, Document, Segment, Status
from qa.names import Lexicon, SegmentNames, read_names

from .conftest import index, table

Read = Callable[..., SegmentNames]

# text with the spelling in brackets, the form it stands for
UNLISTED = """
The city of [Lyschansk] fell on Monday. | Lysychansk
Troops stood in [Gostomel] for weeks. | Hostomel
Troops stood in [Hostomil] for weeks. | Hostomel
People fled from [Zaporozhye] yesterday. | Zaporizhzhia
Shells fell on [Yetomir] again. | Zhytomyr
Heavy fighting near [Dolgenkoe] went on. | Dovhenke
The mayor of [Kharkov] resigned. | Kharkiv
The office of [Zelenskiy] denied it. | Zelensky
The office of [Zelenskyi]’s wife denied it. | Zelensky
It was [Arestovich] who said so. | Arestovych
Shells fell on [Khersson] again. | Kherson
They work for [Gazprom Media] now. | Gazprom-Media
The road to [Deir al-Zour] is closed. | Deir ez-Zor
"""
LEFT_ALONE = """
Kyiv and Kharkiv, Luhansk's mayor and Lysychansk’s council.
He ordered chicken Kiev in Moscow.
She met Harris, Lukas and Karl in Paris.
A bucket of Butcher's best; a bunch of Bush voters.
Peskov is not Pskov.
Home is where the heart is. Even so, Never say Never.
Austria, Australia, Niger, Nigeria, Iran, Iraq, Gaza, Giza, Mali and Malta.
Slovakia and Slovenia, Sudan and Sedan, Kazan and Cezanne.
"""
# A near pair: the word that stands in the text must not be an error for the entry that looks like it.
HARD = """
Donets Donetsk; Pskov Peskov; Belgrade Belgorod; Kharkiv Kherson; Kherson Kharkiv; Buchan Bucha; Butcher Bucha;
Luhan Luhansk; Aleppo Alep; Lepanto Aleppo; Zhitomirsky Zhytomyr; Zelinsky Zelensky;
Zielinski Zelensky; Lisichkin Lysychansk; Donetz Donetsk; Kievan Kyiv; Keeve Kyiv; Kirov Kyiv; Hosmer Hostomel;
Kherskov Kherson; Hansen Kherson; Persson Kherson; Dovhan Dovhenke; Dolgin Dovhenke; Bucharest Bucha;
Buchanan Bucha; Buch Bucha; Alexandria Oleksandr; Alexandrov Oleksandr; Lewinsky Zelensky; Kalinsky Zelensky;
Polanski Zelensky; Stravinsky Zelensky; Belgravia Belgorod; Novgorod Belgorod; Zvenigorod Belgorod; Donegal Donetsk;
Dunedin Donetsk; Lugano Luhansk; Lugansky Luhansk; Saratov Arestovych; Kiel Kyiv; Xining Xi
"""


def split(line: str) -> tuple[str, str, str]:
    text, _, wanted = line.partition(" | ")
    before, _, rest = text.partition("[")
    form, _, after = rest.partition("]")
    return before + form + after, form, wanted


@pytest.mark.parametrize(("text", "form", "wanted"), [split(line) for line in UNLISTED.strip().splitlines()])
def test_unlisted_spellings_are_recognised(read: Read, text: str, form: str, wanted: str) -> None:
    found = [(m.text, m.suggestion) for m in read(text).mentions if m.status is None]
    assert found == [(form, wanted)]


@pytest.mark.parametrize("text", LEFT_ALONE.strip().splitlines())
def test_other_words_are_left_alone(read: Read, text: str) -> None:
    assert [m for m in read(text).mentions if m.status in (None, Status.DEPRECATED)] == []


@pytest.mark.parametrize("pair", [p.strip() for p in HARD.replace("\n", " ").split(";")])
def test_no_error_on_a_name_that_only_looks_alike(read: Read, pair: str) -> None:
    word, _ = pair.split(" ")
    sure = [
        m for m in read(f"They spoke of {word} again.").mentions if m.status is None and m.confidence >= 0.9
    ]
    assert sure == []


def test_listed_forms_are_found_always(read: Read) -> None:
    for text in (
        "Lugansk",
        "LUGANSK",
        "lugansk".title(),
        "Lugansk’s",
        "Lugansk's",
        "(Lugansk)",
        "Lugansk-based",
    ):
        (mention,) = read(f"In {text} today.").mentions
        assert (mention.status, mention.suggestion) == (Status.DEPRECATED, "Luhansk"), text


@pytest.mark.parametrize(
    ("text", "source", "lang", "wanted"),
    [
        ("Lyschansk fell.", "سقطت ليسيتشانسك ولوهانسك", "ar", [("Lyschansk", "Lysychansk")]),
        ("The town of Slysk fell.", "Пал Лисичанск.", "ru", []),
        ("They live in Buchi.", "Вони живуть у Бучі.", "uk", [("Buchi", "Bucha")]),
        ("They live in Buch.", "Вони живуть у Бучі.", "uk", [("Buch", "Bucha")]),
        ("He met Alexander.", "Він зустрів Олександра.", "uk", [("Alexander", "Oleksandr")]),
        ("In Harukiu it was quiet.", "ハルキウは静かだった。", "ja", [("Harukiu", "Kharkiv")]),
        ("In Kharkhiv it was quiet.", "哈尔科夫很安静。", "zh", [("Kharkhiv", "Kharkiv")]),
        ("Chi Jinping spoke.", "习近平发表讲话。", "zh", [("Chi Jinping", "Xi Jinping")]),
        ("Kharqov is quiet.", "חרקוב שקטה", "he", [("Kharqov", "Kharkiv")]),
    ],
)
def test_the_source_decides(
    read: Read, text: str, source: str, lang: str, wanted: list[tuple[str, str]]
) -> None:
    names = read(text, "en", source, lang)
    assert [(m.text, m.suggestion) for m in names.mentions if m.status is None] == wanted
    if not wanted:
        assert names.missing


@pytest.mark.parametrize(
    ("text", "source", "lang", "wanted"),
    [
        ("Spokesman Pescoff denied it.", "ペスコフ報道官は否定した。", "ja", [("Pescoff", "Peskov")]),
        ("Khersson was quiet.", "ヘルソンは静かだった。", "ja", [("Khersson", "Kherson")]),
        ("Shells fell on Yetomir again.", "지토미르가 포격을 받았다.", "ko", [("Yetomir", "Zhytomyr")]),
        ("In Hostomil it was quiet.", "W Hostomelu było cicho.", "pl", [("Hostomil", "Hostomel")]),
        # What a source has as it stands is a name of its own.
        ("Bucci won.", "Ha vinto Bucci.", "it", []),
        # A source that could name it, and does not, means another name.
        ("In Yetomir it was quiet.", "У Єтомирі було тихо.", "uk", []),
    ],
)
def test_what_a_source_has_no_word_for_is_judged_without_it(
    read: Read, text: str, source: str, lang: str, wanted: list[tuple[str, str]]
) -> None:
    names = read(text, "en", source, lang)
    assert [(m.text, m.suggestion) for m in names.mentions if m.status is None] == wanted


def test_a_name_in_another_names_place(read: Read) -> None:
    names = read("Belgrade was shelled at night.", "en", "Ночью обстреляли Харьков.", "ru")
    ((mention, source),) = names.wrong
    assert (mention.text, source.entry) == ("Belgrade", "kharkiv")
    assert names.missing == ()


def test_a_missing_name(read: Read) -> None:
    names = read("The city was shelled at night.", "en", "Ночью обстреляли Херсон.", "ru")
    assert [(n.text, n.entry) for n in names.missing] == [("Херсон", "kherson")]


def test_an_adjective_demands_nothing(read: Read) -> None:
    assert read("The region was shelled.", "en", "Обстреляли херсонскую область.", "ru").missing == ()


@pytest.mark.parametrize(
    ("target", "text", "wanted"),
    [
        ("ru", "В Луганьске и Киеве тихо.", [("Луганьске", "Луганске")]),
        ("uk", "У Києві, Харкові та Луганську тихо.", []),
        ("de", "In Kiew und Charkiw, sagte Selenskijs Sprecher.", [("Selenskijs", "Selenskyjs")]),
        ("pl", "W Ługańsku jest cicho.", []),
        ("ar", "قال زيلينسكي إن لوهانسك سقطت", []),
    ],
)
def test_other_target_languages(read: Read, target: str, text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(m.text, m.suggestion) for m in read(text, target).mentions if m.status is None] == wanted


def test_longest_match_wins(read: Read) -> None:
    (mention,) = read("He ordered chicken Kiev.").mentions
    assert mention.entry == "chicken-kiev"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_marks_and_invisible_characters_do_not_hide_a_name(read: Read, form: str) -> None:
    import unicodedata

    text = unicodedata.normalize(form, "In Lug\u200bansk and Luga\u00adnsk, \u202aLugansk\u202c too.")
    found = read(text).mentions
    assert [m.suggestion for m in found] == ["Luhansk"] * 3
    assert all(text[m.span.start : m.span.end] == m.text for m in found)


@pytest.mark.parametrize(("lang", "row"), [tuple(row) for row in table("dress.tsv")])
def test_names_are_found_in_every_dress(read: Read, lang: str, row: str) -> None:
    marked = re.sub("<([0-9a-f]{4})>", lambda code: chr(int(code[1], 16)), row)
    found = read(re.sub(r"[\[\]]", "", marked), lang).mentions
    assert [m.text for m in found if m.suggestion is not None] == re.findall(r"\[(.+?)\]", marked)


words = st.sampled_from(
    "Kyiv Kiev Lugansk Lyschansk the Zelensky's and, — “Buchi” Kharkov. \u200f chicken Deir ez-Zor İ ß 12 —".split(
        " "
    )
)


@settings(max_examples=60)
@given(st.lists(words, max_size=25).map(" ".join), st.lists(words, max_size=6).map(" ".join))
def test_mentions_are_sorted_slices_that_never_overlap(text: str, source: str) -> None:
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    document = Document("text", (segment,), "uk", "en")
    names = read_names(document, Lexicon(index(), "en")).segments[0]
    end = 0
    for mention in names.mentions:
        assert mention.span.start >= end
        assert text[mention.span.start : mention.span.end] == mention.text
        end = mention.span.end
