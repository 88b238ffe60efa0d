"""Ukrainian names in Russian texts: letter by letter, with endings that Russian has not, or as the source has them."""

from __future__ import annotations

from functools import cache

import pytest

from qa.model import Anchor, Document, Mention, Segment
from qa.names import Lexicon, read_names
from qa.names.script.cyrillic import taken_over

from .conftest import lexicon_of

ENTRIES = {
    "kaniv": "place ru:Канев uk:Канів",
    "berdychiv": "place ru:Бердичев uk:Бердичів",
    "zvenyhorodka": "place ru:Звенигородка uk:Звенигородка",
    "vilshanka": "place ru:Ольшанка uk:Вільшанка",
    "rivne": "place ru:Ровно uk:Рівне",
    "bilka": "place ru:Белка uk:Білка",
    "izvaryne": "place ru:Изварино uk:Ізварине",
    "krasnopole": "place ru:Корюковка uk:Корюківка",
    "rokycany": "place ru:Рокице uk:Рокиці",
    "lisne": "place ru:Лесное uk:Лісне",
    "lyman": "place ru:Лиман uk:Лиман",
    "onyshchenko": "person ru:Онищенко uk:Онищенко",
    "lytvynenko": "person ru:Павел_Литвиненко uk:Павло_Литвиненко",
    "kurosawa": "person ru:Морито uk:Моріто",
    "sadko": "person ru:Данко uk:Данко",
    "makron": "person ru:Макрон uk:Макрон",
    "sorokopud": "person ru:Сороко uk:Сороко",
}


@cache
def lexicon() -> Lexicon:
    return lexicon_of(ENTRIES, "ru")


def wrong(text: str, source: str | None = None) -> list[tuple[str, str | None]]:
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    found: tuple[Mention, ...] = (
        read_names(Document("text", (segment,), "uk", "ru"), lexicon()).segments[0].mentions
    )
    return [(m.text, m.suggestion) for m in found if m.status is None and m.suggestion]


@pytest.mark.parametrize(
    ("form", "tables", "taken"),
    [
        ("канів", ("uk", "ru"), "канив"),
        ("бобринець", ("uk", "ru"), "бобринец"),
        ("суми", ("uk", "ru"), "сумы"),
        ("оріхівська", ("uk", "ru"), "орихивская"),
        ("лісне", ("uk", "ru"), "лисное"),
        ("єрки", ("uk", "ru"), "ерки"),
        ("хотівці", ("uk", "ru"), "хотивцы"),
        ("ліда", ("be", "ru"), "лида"),
        ("быхаў", ("be", "ru"), "быхав"),
    ],
)
def test_letters_are_those_of_the_other_language(form: str, tables: tuple[str, str], taken: str) -> None:
    assert taken in taken_over(form, *tables)


def test_nothing_is_taken_over_into_a_language_without_a_list() -> None:
    assert taken_over("канів", "uk", "bg") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Поезд пришёл в Канив вовремя.", [("Канив", "Канев")]),
        ("Завод в Бердичиве закрыли.", [("Бердичиве", "Бердичеве")]),
        ("Жители Вильшанки ждут.", [("Вильшанки", "Ольшанки")]),
        ("Жители Корюкивки ждут.", [("Корюкивки", "Корюковки")]),
        ("Живут в Лисном давно.", [("Лисном", "Лесном")]),
        ("Уехали из Рокиц в полдень.", [("Рокиц", "Рокице")]),
        # Rightly written, and words of their own.
        ("Поезд пришёл из Канева в Ольшанку.", []),
        ("Завод в Бердичеве и в Лимане закрыли.", []),
        ("Жители Корюковки и Ровно ждут в Лесном.", []),
        ("Купили вилку и Канон.", []),
    ],
)
def test_a_name_taken_over_letter_by_letter_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert wrong(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Речь Онищенка ждали.", [("Онищенка", "Онищенко")]),
        ("Об Онищенке говорили.", [("Онищенке", "Онищенко")]),
        ("С Павлом Литвиненком говорили.", [("Павлом Литвиненком", "Павлом Литвиненко")]),
        ("Письмо Моритом написано.", [("Моритом", "Морито")]),
        # Undeclined, a given name, another ending, a word of its own.
        ("Речь Онищенко и Павла Литвиненко ждали.", []),
        ("Сердце Данка горело.", []),
        ("Речь Макрона ждали.", []),
        ("На ветке Сорока сидит.", []),
    ],
)
def test_a_russian_surname_in_o_takes_no_ending(text: str, found: list[tuple[str, str]]) -> None:
    assert wrong(text) == found


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("Учора обстріляли Ізварине.", "Вчера обстреляли Изварине.", [("Изварине", "Изварино")]),
        ("Дорога через Ізварине.", "Дорога через Изварине.", [("Изварине", "Изварино")]),
        ("Колона йде на Ізварине.", "Колонна идёт на Изварине.", [("Изварине", "Изварино")]),
        ("Ізварине готується.", "Изварине готовится.", [("Изварине", "Изварино")]),
        # A prepositional, by its preposition or its noun, or by the form that the source has.
        ("Говорили про Ізварине.", "Говорили об Изварине.", []),
        ("Були в Ізвариному.", "Были в Изварине.", []),
        ("У селі Ізварине тихо.", "В селе Изварине тихо.", []),
        ("У Лимані, Ізвариному тихо.", "В Лимане, Изварине тихо.", []),
        ("Учора обстріляли Ізварине.", "Вчера обстреляли Изварино.", []),
    ],
)
def test_a_nominative_of_the_source_is_no_prepositional(
    source: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert wrong(text, source) == found
