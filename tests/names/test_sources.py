"""Sources of many languages: the name is found in its own script, inflected, and decides about the target."""

from __future__ import annotations

import re

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, SegmentNames, compile_glossary, read_names
from qa.names.words.ordinary import frequency, has_frequencies

from .conftest import table

ROWS = [tuple(row) for row in table("sources.tsv")]
GONE = "Everybody went home."


def read(lang: str, kind: str, native: str, english: str, source: str, target: str) -> SegmentNames:
    forms = (Form(english, "en", Status.PREFERRED), Form(native, lang, Status.PREFERRED))
    lexicon = Lexicon(compile_glossary(Glossary((Entry("name", kind, forms),))), "en")
    segment = Segment("s1", target, (Anchor(0, 1, 1),), source=source)
    return read_names(Document("-", (segment,), lang, "en"), lexicon).segments[0]


@pytest.mark.parametrize(("lang", "kind", "native", "english", "source", "marked"), ROWS)
def test_the_source_names_it_and_the_target_is_judged_by_it(
    lang: str, kind: str, native: str, english: str, source: str, marked: str
) -> None:
    names = read(lang, kind, native, english, source, re.sub(r"[\[\]]", "", marked))
    found = [(m.text, m.suggestion) for m in names.mentions if m.suggestion is not None]
    assert found == [(form, english) for form in re.findall(r"\[(.+?)\]", marked)]
    assert names.source
    assert names.missing == ()


@pytest.mark.parametrize(("lang", "kind", "native", "english", "source", "marked"), ROWS)
def test_a_target_without_it_lacks_it(
    lang: str, kind: str, native: str, english: str, source: str, marked: str
) -> None:
    names = read(lang, kind, native, english, source, GONE)
    # An adjective or a name of a people made from it does not demand it.
    assert len(names.missing) == sum(name.certain for name in names.source)


@pytest.mark.parametrize(
    ("lang", "kind", "native", "english", "source", "common"),
    [
        ("fa", "person", "رئیسی", "Raisi", "رئیسی سخنرانی کرد.", True),
        ("he", "person", "רחובות", "Rehovot", "הוא גר ברחובות.", True),
        ("he", "person", "לכיש", "Lachish", "הלכיש יבש.", True),
        ("hi", "person", "मोदी", "Modi", "मोदी ने भाषण दिया।", False),
        ("fa", "person", "تهران", "Tehran", "تهران آرام بود.", False),
        ("ar", "person", "جنبلاط", "Jumblatt", "رفض جنبلاط.", False),
        ("ru", "person", "Песков", "Peskov", "Песков отказался.", False),
        ("en", "person", "Hughes", "Khyuz", "Hughes answered.", False),
        ("cs", "place", "Písek", "Pisek", "Písek na cestách klouže.", True),
        ("cs", "place", "Písek", "Pisek", "Vlak do Písku stojí.", False),
        ("sr", "place", "Сунце", "Sunce", "Сунце неће залазити.", True),
        ("sr", "place", "Сунце", "Sunce", "У месту Сунце.", False),
        ("de", "place", "Singen", "Singen", "Vielen macht das Singen Freude.", True),
        ("de", "place", "Potsdam", "Potsdam", "Sie sahen Potsdam im Regen.", False),
    ],
)
def test_a_common_word_whose_capital_says_nothing_is_told(
    lang: str, kind: str, native: str, english: str, source: str, common: bool
) -> None:
    assert [n.common for n in read(lang, kind, native, english, source, GONE).missing] == [common]


@pytest.mark.parametrize(
    ("lang", "word"), [("sr", "људи"), ("sr", "ljudi"), ("hr", "ljudi"), ("bs", "ljudi")]
)
def test_languages_that_share_a_list_of_words_share_their_frequencies(lang: str, word: str) -> None:
    assert has_frequencies(lang)
    assert frequency(word, lang) == frequency("ljudi", "sh") > 0


@pytest.mark.parametrize(
    ("written", "right"), [("LPD", "LDP"), ("Liberal Democrat Party", "Liberal Democratic Party")]
)
def test_wrong_initials_are_corrected_to_the_right_ones(written: str, right: str) -> None:
    forms = (
        Form("自民党", "ja", Status.PREFERRED),
        Form("Liberal Democratic Party", "en", Status.PREFERRED),
        Form("LDP", "en", Status.ADMITTED),
    )
    lexicon = Lexicon(compile_glossary(Glossary((Entry("ldp", "organisation", forms),))), "en")
    segment = Segment("s1", f"The {written} won.", (Anchor(0, 1, 1),), source="自民党が勝った。")
    mentions = read_names(Document("-", (segment,), "ja", "en"), lexicon).segments[0].mentions
    assert [(m.text, m.suggestion) for m in mentions] == [(written, right)]


def test_the_languages_are_many() -> None:
    assert len({lang for lang, *_ in ROWS}) >= 18
