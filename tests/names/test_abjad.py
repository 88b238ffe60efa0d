"""Likeness to forms without vowels: any vowels fit, and then a letter that differs is one too many."""

from __future__ import annotations

from functools import cache

import pytest

from qa.model import Anchor, Document, Segment
from qa.names import Lexicon, read_names
from qa.names.explain import explain

from .conftest import lexicon_of, unlisted_in

ENTRIES = {
    "ascalon": "place en:Ascalon he:אשקלון",
    "cairo": "place en:Cairo ar:القاهرة",
    "damascus": "place en:Damascus ar:دمشق uk:Дамаск",
    "fasher": "place en:El_Fasher ar:الفاشر",
    "iraklion": "place en:Heraq ar:عراقة",
    "kremlin": "place en:Kremlin ru:Кремль ar:الكرملين he:הקרמלין",
    "macron": "person en:Macron ar:ماكرون",
    "lahia": "place en:Beit_Lahia ar:بيت_لاهيا",
    "merz": "person en:Merz ar:ميرتس he:מרץ",
    "mosul": "place en:Mosul ar:الموصل",
    "putin": "person en:Putin ru:Путин ar:بوتين he:פוטין",
    "pokrovsk": "place en:Pokrovsk uk:Покровськ ar:بوكروفسك",
    "raqqa": "place en:Raqqa ar:الرقة",
    "tuapse": "place en:Tuapse ru:Туапсе ar:توابسي",
}


@cache
def lexicon() -> Lexicon:
    return lexicon_of(ENTRIES)


def unlisted(text: str) -> list[str]:
    return unlisted_in(text, lexicon())


@pytest.mark.parametrize("other", ["Potagina", "Butison", "Dreamline", "Maiorescu", "Omicron"])
def test_a_word_with_another_consonant_is_another_word(other: str) -> None:
    assert unlisted(f"Yesterday {other} was quiet.") == []
    found = explain(lexicon(), other)
    assert found.mentions == ()
    assert all(c.probability < 0.5 for c in found.candidates)


@pytest.mark.parametrize("other", ["Topsoe", "Boeotian"])
def test_quite_other_vowels_are_another_words(other: str) -> None:
    assert unlisted(f"Yesterday {other} was quiet.") == []
    assert all(c.probability < 0.1 for c in explain(lexicon(), other).candidates)


@pytest.mark.parametrize(
    "form", ["Toapsi", "Dimashq", "Fashir", "Mousil", "Rakka", "Moussul", "Ashqelon", "Eshkelon", "Iraqah"]
)
def test_other_vowels_are_met(form: str) -> None:
    assert unlisted(f"Yesterday {form} was quiet.") == [form]


@pytest.mark.parametrize(
    ("lang", "source", "text", "route"),
    [
        ("uk", "Бої точаться поблизу Покровська.", "Fighting near Pokrovskoe.", "misspelling of Pokrovsk"),
        ("ar", "معارك قرب بوكروفسك.", "Fighting near Pokrovskoe.", "romanization of بوكروفسك"),
    ],
)
def test_a_source_that_writes_its_vowels_is_not_read_through_arabic(
    lang: str, source: str, text: str, route: str
) -> None:
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    (mention,) = read_names(Document("text", (segment,), lang, "en"), lexicon()).segments[0].mentions
    assert (mention.text, mention.suggestion) == ("Pokrovskoe", "Pokrovsk")
    assert route in mention.route


@pytest.mark.parametrize("written", ["Al-Qahira", "al-Qahirah", "Al Qahira", "Qahira"])
def test_an_article_that_the_right_form_has_not_goes_with_the_name(written: str) -> None:
    segment = Segment("s1", f"They met in {written}.", (Anchor(0, 1, 1),), source="التقوا في القاهرة.")
    (mention,) = read_names(Document("text", (segment,), "ar", "en"), lexicon()).segments[0].mentions
    assert (mention.text, mention.suggestion) == (written, "Cairo")


def test_a_word_that_two_names_of_the_source_share_tells_neither() -> None:
    source = "دخلت الدبابات بيت حانون وبيت لاهيا."
    segment = Segment("s1", "Tanks entered Beit Hanoun and Beit Laiha.", (Anchor(0, 1, 1),), source=source)
    found = read_names(Document("text", (segment,), "ar", "en"), lexicon()).segments[0]
    assert [(m.text, m.evidence) for m in found.mentions] == [("Beit Laiha", ("the source has وبيت لاهيا",))]
    assert found.missing == ()


def test_so_is_a_slip_near_the_latin_form() -> None:
    assert unlisted("The Kremlim was quiet.") == ["Kremlim"]


@cache
def of_consonants() -> Lexicon:
    return lexicon_of(
        {
            "alexandria": "place en:Alexandria ar:الإسكندرية",
            "galilee": "place en:Sea_of_Galilee he:הכינרת",
            "herod": "person en:Herod he:הורדוס",
            "jerusalem": "place en:Jerusalem he:ירושלים",
            "kala": "place en:El_Kala ar:القالة",
            "khelif": "person en:Imane_Khelif ar:إيمان_خليف",
            "suez": "place en:Suez ar:السويس he:סואץ",
            "tripoli": "place en:Tripoli ar:طرابلس",
        }
    )


@pytest.mark.parametrize(
    "form", ["Kinneret", "Yerushalayim", "Hordus", "Tarabulus", "Iskandariya", "Iman Khalif"]
)
def test_many_consonants_tell_a_name_that_is_called_otherwise_at_home(form: str) -> None:
    assert unlisted_in(f"Yesterday {form} was quiet.", of_consonants()) == [form]


@pytest.mark.parametrize("other", ["Kolya", "Swissa", "Yaron", "Gamaleya"])
def test_few_consonants_tell_none(other: str) -> None:
    assert unlisted_in(f"Yesterday {other} was quiet.", of_consonants()) == []


@cache
def with_articles() -> Lexicon:
    return lexicon_of(
        {
            "bayda": "place en:Al-Bayda ar:البيضاء",
            "burhan": "person en:Al-Burhan ar:البرهان",
            "dabaa": "place en:El_Dabaa ar:الضبعة",
            "sisi": "person en:Abdel_Fattah_al-Sisi ar:عبد_الفتاح_السيسي",
            "hay": "place en:Al-Hay ar:الحي",
            "salman": "person en:Al-Salman ar:السلمان",
            "salvador": "place en:El_Salvador ar:السلفادور",
            "sharaa": "person en:Al-Sharaa ar:الشرع",
        }
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said Burhan left.", ["Burhan"]),
        ("He said Sharaa left.", ["Sharaa"]),
        ("Work at Dabaa goes on.", ["Dabaa"]),
        ("Work at Al-Hayy goes on.", ["Al-Hayy"]),
        # What is mostly a given name, and whoever has one of these with a surname.
        ("He said Salman left.", []),
        ("He said Burhan Wani left.", []),
        ("He said Burhan Ghalioun left.", []),
        # Another place, and a surname without its article where the person is listed in full.
        ("They live in Salvador.", []),
        ("They live in Dubai.", []),
        ("He said Sisi left.", []),
    ],
)
def test_a_name_without_the_arabic_article_of_the_right_form_is_another_form(
    text: str, found: list[str]
) -> None:
    assert unlisted_in(text, with_articles()) == found
