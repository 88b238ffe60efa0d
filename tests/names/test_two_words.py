"""Names of two words whose first one has few consonants: met by how that sounds, not only by its letters."""

from __future__ import annotations

from functools import cache

import pytest

from qa.model import Anchor, Document, Segment
from qa.names import Lexicon, read_names

from .conftest import lexicon_of, unlisted_in

ENTRIES = {
    "prystan": "place en:Hola_Prystan uk:Гола_Пристань",
    "krynytsia": "place en:Bila_Krynytsia uk:Біла_Криниця",
    "kut": "place en:Mokryn_Kut uk:Мокрин_Кут",
    "petri": "place en:Ai-Petri uk:Ай-Петрі",
    "qasr": "place en:Umm_Qasr ar:أم_قصر",
    "abyad": "place en:Tal_Abyad ar:تل_أبيض",
    "gedi": "place en:Ein_Gedi he:עין_גדי",
    "sheva": "place en:Beersheba he:באר_שבע",
    "xi": "person en:Xi_Jinping zh:习近平",
    "fasher": "place en:El_Fasher ar:الفاشر",
    "raqqa": "place en:Raqqa ar:الرقة",
    "sandu": "person en:Maia_Sandu ru:Майя_Санду",
    "dbeibah": "person en:Abdul_Hamid_Dbeibah ar:عبد_الحميد_الدبيبة",
    "ras": "place en:Ras_al-Ain ar:رأس_العين",
    "sinwar": "person en:Yahya_Sinwar ar:يحيى_السنوار uk:Яхʼя_Сінвар",
    "bazar": "place en:Cox's_Bazar",
    "pivet": "person en:Braun-Pivet zh:布劳恩-皮韦",
    "lecornu": "person en:Lecornu zh:勒科尔尼",
    "desantis": "person en:Ron_DeSantis",
    "vietnam": "place en:Vietnam",
    "shijiazhuang": "place en:Shijiazhuang zh:石家庄",
    "pechoin": "organisation en:Pechoin zh:百雀羚",
    "henan": "place en:Henan zh:河南",
    "sudan": "place en:Sudan ru:Судан",
    "newport": "place en:Newport",
}


@cache
def lexicon() -> Lexicon:
    return lexicon_of(ENTRIES)


def unlisted(text: str) -> list[str]:
    return unlisted_in(text, lexicon())


@pytest.mark.parametrize(
    "form",
    ["Holoi Prystan", "Goloy Pristan", "Golaya Pristan", "Biloi Krynytsi", "Bela Krynytsia", "Mokryny Kut"],
)
def test_the_first_word_may_be_spelled_otherwise(form: str) -> None:
    assert unlisted(f"They met near {form} at night.") == [form]


@pytest.mark.parametrize(
    "form", ["Ay Petri", "Aj-Petri", "Um Qasr", "Oum Kasr", "Tell Abyad", "En Gedi", "Beer Sheva"]
)
def test_the_second_word_tells_where_the_first_is_short_or_common(form: str) -> None:
    assert unlisted(f"They met near {form} at night.") == [form]
    assert unlisted(f"Near {form} they met.") == [form]


@pytest.mark.parametrize("form", ["Yahia Sinvar", "Jahja Sinwar", "Yahyia Sinwar"])
def test_a_first_word_of_vowels_may_glide_otherwise(form: str) -> None:
    assert unlisted(f"They met {form} at night.") == [form]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They left Al-Fashir.", "Al-Fashir"),
        ("They left al-Fashir.", "al-Fashir"),
        ("They left Al Fashir.", "Al Fashir"),
        ("As Fashir fell, they left.", "Fashir"),
        ("They left al-Raqa.", "Raqa"),
    ],
)
def test_an_article_is_replaced_where_the_right_form_has_one(text: str, found: str) -> None:
    assert unlisted(text) == [found]


@pytest.mark.parametrize("form", ["Xi Jin Ping", "Xijinping", "Abdulhamid al-Dabaiba"])
def test_what_is_written_together_or_apart_is_no_other_letter(form: str) -> None:
    assert unlisted(f"On Monday {form} spoke.") == [form]


@pytest.mark.parametrize("form", ["Le Cornu", "Ron De Santis", "Viet Nam", "Shi Jiazhuang", "Baique Ling"])
def test_a_name_of_one_word_is_met_in_two(form: str) -> None:
    assert unlisted(f"On Monday {form} said so.") == [form]


@pytest.mark.parametrize("form", ["Brown-Pivet", "Bron-Pivet", "Braun-Piwet"])
def test_either_of_two_surnames_that_a_hyphen_binds_is_met(form: str) -> None:
    assert unlisted(f"On Monday {form} said so.") == [form]


@pytest.mark.parametrize("text", ["They left Cox's Bazar.", "The coast of Cox’s Bazar’s south."])
def test_a_possessive_inside_a_name_is_a_part_of_it(text: str) -> None:
    document = Document("text", (Segment("s1", text, (Anchor(0, 1, 1),)),), None, "en")
    assert [m.entry for m in read_names(document, lexicon()).segments[0].mentions] == ["bazar"]


@pytest.mark.parametrize(
    "text",
    [
        "Mircea Sandu met Maya Sands.",
        "All Petri dishes; Anna Gedi; Tell Abby.",
        "Hello Prime Minister.",
        "Bill Crane met Holly Price.",
        "Bela Kun came.",
        "The Hall Park and the Gala Night.",
        "On Monday He Nan and Su Dan said so.",
        "The New Port Authority said so.",
        "Eva Braun met Carla Pivot.",
    ],
)
def test_other_words_of_the_same_sound_are_left_alone(text: str) -> None:
    assert unlisted(text) == []
