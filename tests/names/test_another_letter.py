"""Letters of a neighbouring language in Cyrillic targets: і for и, є for е, ы for и."""

from __future__ import annotations

from functools import cache

import pytest

from qa.model import Anchor, Document, Mention, Segment, Status
from qa.names import Lexicon, read_names
from qa.names.explain import explain

from .conftest import lexicon_of

ENTRIES = {
    "boeing": "organisation en:Boeing ru:Боинг uk:Боїнг",
    "fedor": "person en:Fyodorov ru:Фёдоров uk:Федоров",
    "kyiv": "place en:Kyiv ru:Киев uk:Київ",
    "mir": "place en:Myr ru:Мир uk:Мир",
    "peace": "place en:Belgorod ru:Белгород uk:Бєлгород",
}


@cache
def lexicon(lang: str) -> Lexicon:
    return lexicon_of(ENTRIES, lang)


def wrong(text: str, lang: str, source: str | None = None) -> list[Mention]:
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    found = read_names(Document("text", (segment,), "en", lang), lexicon(lang)).segments[0]
    return [m for m in found.mentions if m.status is None]


@pytest.mark.parametrize(
    ("lang", "text", "found", "right"),
    [
        ("ru", "Вчера Боінг закупил детали.", "Боінг", "Боинг"),
        ("ru", "Вчера в Кієве было тихо.", "Кієве", "Киеве"),
        ("ru", "Вчера Бєлгород молчал.", "Бєлгород", "Белгород"),
        ("uk", "Учора Боинг закупив деталі.", "Боинг", "Боїнг"),
        ("uk", "Учора в Кієві було тихо.", "Кієві", "Києві"),
        ("uk", "Учора Киів мовчав.", "Киів", "Київ"),
    ],
)
def test_a_name_with_a_letter_of_another_language_is_misspelled(
    lang: str, text: str, found: str, right: str
) -> None:
    assert [(m.text, m.suggestion, m.kind) for m in wrong(text, lang)] == [(found, right, "misspelling")]
    assert f"“{found}” stands for {right}" in explain(lexicon(lang), found).verdict[0]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "В Киеве и Белгороде видели Боинги."),
        ("ru", "Федорова и Фёдорова видели."),
        ("uk", "У Києві та Бєлгороді бачили Боїнги."),
        ("uk", "Станція Мір літала довго."),
        ("uk", "Киевська вулиця."),
    ],
)
def test_right_forms_and_words_of_their_own_are_left_alone(lang: str, text: str) -> None:
    assert wrong(text, lang) == []


def test_what_the_source_names_is_explained_by_it() -> None:
    found = wrong("Вчера Боінг закупил детали.", "ru", "Boeing bought parts.")
    assert [m.evidence for m in found] == [("the source has Boeing",)]


def test_a_deprecated_form_in_its_own_letters_is_no_misspelling_of_the_right_one() -> None:
    xi = lexicon_of({"xi": "person uk:Сі_Цзіньпін -uk:Сі_Цзиньпін zh:习近平"}, "uk")
    segment = Segment("s1", "Він зустрівся із Сі Цзиньпіном, а не з Сі Цзіньпіном.", (Anchor(0, 1, 1),))
    found = read_names(Document("text", (segment,), None, "uk"), xi).segments[0].mentions
    assert [(m.text, m.status, m.suggestion) for m in found] == [
        ("Сі Цзиньпіном", Status.DEPRECATED, "Сі Цзіньпіном"),
        ("Сі Цзіньпіном", Status.PREFERRED, None),
    ]
