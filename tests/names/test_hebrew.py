"""Hebrew as it is typed: signs of acronyms and of foreign sounds, and what is written together with a name."""

from __future__ import annotations

from functools import cache

import pytest

from qa.model import Anchor, Document, Segment
from qa.names import Lexicon, SegmentNames, read_names
from qa.names.explain import explain
from qa.names.texts.shape import shaped

from .conftest import lexicon_of

ENTRIES = {
    "army": "organisation en:IDF he:צה״ל",
    "fence": "place en:Zhivot he:ז׳בוט",
    "galilee": "place en:Galilee he:הגליל",
    "greens": "organisation en:Greens he:הירוקים -he:הירקים",
    "gvir": "person en:Ben-Gvir he:בן_גביר",
    "hess": "person en:Hess he:הסרון",
    "jenin": "place en:Jenin he:ג׳נין",
    "paper": "organisation en:Haaretz he:הארץ",
    "smotrich": "person en:Smotrich he:סמוטריץ׳",
    "tel": "place en:Tel_Aviv he:תל_אביב",
}


@cache
def lexicon(lang: str) -> Lexicon:
    return lexicon_of(ENTRIES, lang)


def read(text: str, target: str, source: str | None = None, source_lang: str | None = None) -> SegmentNames:
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    return read_names(Document("text", (segment,), source_lang, target), lexicon(target)).segments[0]


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ('צה"ל ירה אמש.', "army"),
        ("ובצה״ל שתקו.", "army"),
        ("סמוטריץ' שתק.", "smotrich"),
        ("ג’נין שקטה.", "jenin"),
        ('ב"הארץ" נכתב כך.', "paper"),
        ("אזעקות בתל אביב.", "tel"),
        ("ובן גביר שתק.", "gvir"),
        ("אזעקות בגליל.", "galilee"),
    ],
)
def test_a_source_demands_its_names_however_they_are_typed(source: str, missing: str) -> None:
    assert [n.entry for n in read("It was quiet.", "en", source, "he").missing] == [missing]


@pytest.mark.parametrize(
    "text",
    [
        "צה\"ל וסמוטריץ' בג'נין.",
        "צה״ל ליד ז׳בוט.",
        "ובן גביר נאם בתל אביב.",
        'ב"הארץ" ובצה"ל שתקו.',
        "מהגליל, לגליל ושבגליל, גם לירוקים.",
    ],
)
def test_what_is_typed_so_is_right(text: str) -> None:
    found = read(text, "he").mentions
    assert found
    assert all(m.suggestion is None for m in found)


def test_a_word_of_the_country_is_not_the_paper_and_persons_have_no_article() -> None:
    assert read("It was hot.", "en", "היה חם בארץ.", "he").missing == ()
    assert read("It was hot.", "en", "היה חם בסרון.", "he").missing == ()


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("נמסר לירקים.", "לירוקים"),
        ("נמסר להירקים.", "להירוקים"),
        ("הירקים הודיעו.", "הירוקים"),
        ("אזעקות בגלייל.", "גליל"),
    ],
)
def test_a_preposition_takes_in_the_article_of_what_is_suggested(text: str, suggested: str) -> None:
    found = read(text, "he", "The Greens are in the Galilee.", "en").mentions
    assert [shaped(m, "he", text[: m.span.start]) for m in found] == [suggested]


def test_vowels_of_the_form_say_nothing_beside_a_script_without_them() -> None:
    found = read("הודיע על כך.", "he", "The IDF announced it.", "en")
    assert (found.mentions, [n.entry for n in found.missing]) == ((), ["army"])


def test_a_sign_is_inside_the_span() -> None:
    text = "אתמול צה\"ל נכנס לג'נין."
    assert [m.text for m in read(text, "he").mentions] == ['צה"ל', "לג'נין"]


def test_an_explanation_reads_the_signs_too() -> None:
    assert explain(lexicon("he"), 'צה"ל').verdict == ('“צה"ל” is right: preferred for army',)
