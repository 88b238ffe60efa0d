"""Words and folding: offsets are exact whatever the form of the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.names.texts.windows import windows
from qa.text import WORD, fold, level, opens_sentence, word_texts, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lysychansk’s fall", ["Lysychansk’s", "fall"]),
        ("Itum-Kale", ["Itum", "Kale"]),
        ("Т-72 and Су-35", ["Т", "and", "Су"]),
        ("Ky\u0131iv, Kyi\u0308v", ["Ky\u0131iv", "Kyi\u0308v"]),
        ("Kyiv\u200b.", ["Kyiv\u200b"]),
        ("مدينة كييف،", ["مدينة", "كييف"]),
        ("5pm", ["pm"]),
        ("नरेंद्र मोदी।", ["नरेंद्र", "मोदी"]),
        ("শেখ হাসিনার", ["শেখ", "হাসিনার"]),
        ("மு.க. ஸ்டாலின்", ["மு", "க", "ஸ்டாலின்"]),
        ("ทักษิณ ชินวัตร", ["ทักษิณ", "ชินวัตร"]),
        ("နေပြည်တော်၊", ["နေပြည်တော်"]),
        ("ភ្នំពេញ", ["ភ្នំពេញ"]),
        ('צה"ל ושב״כ', ['צה"ל', "ושב״כ"]),
        ("צה''ל, מנכ\"לית", ["צה''ל", 'מנכ"לית']),
        ('ב"הארץ" וב״מעריב״', ["ב", "הארץ", "וב", "מעריב"]),
        ("ז'בוטינסקי, סמוטריץ׳ וסמוטריץ'", ["ז'בוטינסקי", "סמוטריץ׳", "וסמוטריץ'"]),
        ("'הארץ' דיווח", ["הארץ", "דיווח"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [w.text for w in words(text)] == expected


@given(st.text(st.sampled_from("aZ'`-.5 _\n")))
def test_ascii_text_has_the_same_words(text: str) -> None:
    assert word_texts(text) == tuple(WORD.findall(text)) == tuple(w.text for w in words(text))


@given(st.text())
def test_words_are_slices(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text
    for window in windows(text, 3):
        assert 0 <= window.start < window.end <= len(text)


@given(st.text())
def test_folding_is_blind_to_composition(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("typed", "written"),
    [('צה"ל', "צה״ל"), ("צה''ל", "צה״ל"), ("ז'בוטינסקי", "ז׳בוטינסקי"), ("סמוטריץ’", "סמוטריץ׳")],
)
def test_folding_reads_what_is_typed_for_a_hebrew_sign(typed: str, written: str) -> None:
    assert fold(typed) == fold(written) == written


def test_folding_keeps_letters_of_other_scripts_apart() -> None:
    assert fold("Київ") == "київ"
    assert fold("Йосип") != fold("Иосип")
    assert fold("Černígov’s Łódź") == "cernigovs lodz"
    assert fold("Ιμαλαΐων") == fold("Ιμαλαίων")
    assert fold("कीव") != fold("कव")
    assert fold("ทักษิณ") == "ทักษิณ"


def test_levelling_joins_careless_spellings() -> None:
    assert level("Бєлґород") == level("Белгород")
    assert level("O'Нилл") == level("О'Нилл")
    assert level("أحمد") == level("احمد")
    assert level("हिन्दी") == level("हिंदी")
    assert level("ज़ेलेंस्की") == level("जेलेंस्कि")
    assert level("हिज़्बुल्लाह") == level("हिजबुल्लाह")
    assert level("মোদী") == level("মোদি")
    assert level("ዐቢይ") == level("አቢይ")
    assert level("ሃይሌ") == level("ኃይሌ") == level("ሀይሌ")
    assert level("ሓዋሳ") == level("ሀዋሳ")
    assert level("ሥላሴ") == level("ስላሴ")
    assert level("لاہور") == level("لاهور")
    assert level("ننګرهار") == level("ننگرهار")


@pytest.mark.parametrize(
    ("before", "opens"),
    [("", True), ("He left. ", True), ("He left.", False), ("He said “", True), ("He said: ", True), ("in ", False),
     ("He left – ", False), ("He left! (", True)],
)  # fmt: skip
def test_where_a_sentence_or_a_quotation_begins(before: str, opens: bool) -> None:
    assert opens_sentence(before + "Kyiv", len(before)) is opens
    assert opens_sentence("x" * 100 + before + "Kyiv", 100 + len(before)) is (opens and bool(before))
