"""A right surname behind another given name than the source has: somebody else, but not by every given name."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Segment
from qa.names import read_names

from .conftest import lexicon_of

ENTRIES = {
    "aoun": "person en:Joseph_Aoun de:Joseph_Aoun ar:جوزيف_عون",
    "trier": "person en:Joachim_Trier fa:یواخیم_تریه",
    "biden": "person en:Joseph_Biden uk:Джозеф_Байден",
    "clinton": "person en:William_Clinton uk:Вільям_Клінтон",
    "salman": "person en:Mohammed_bin_Salman de:Mohammed_bin_Salman ar:محمد_بن_سلمان",
    "poroshenko": "person en:Petro_Poroshenko ru:Пётр_Порошенко uk:Петро_Порошенко",
}
AOUN = ("ar", "انتخب مجلس النواب اللبناني قائد الجيش جوزيف عون رئيسا للجمهورية.")
SALMAN = ("ar", "استقبل ولي العهد محمد بن سلمان الرئيس في جدة.")
BIDEN = ("uk", "Президент Джозеф Байден приїхав до Києва.")
CLINTON = ("uk", "Вільям Клінтон приїхав до Києва.")
POROSHENKO = ("uk", "Президентом став Петро Порошенко.")
# Source, target language, target, and who stands wrongly in the place of whom the source names.
CASES = [
    (AOUN, "en", "Parliament elected army chief Michel Aoun president.", "Michel Aoun"),
    (AOUN, "en", "Parliament elected Salim Aoun president.", "Salim Aoun"),
    (SALMAN, "en", "Khalid bin Salman received the president in Jeddah.", "Khalid bin Salman"),
    (
        ("fa", "جایزه بزرگ به یواخیم تریه، کارگردان نروژی رسید."),
        "en",
        "The Grand Prix went to the Norwegian director Lars von Trier.",
        "Lars von Trier",
    ),
    (BIDEN, "en", "Hunter Biden came to Kyiv.", "Hunter Biden"),
    (CLINTON, "en", "Hillary Clinton came to Kyiv.", "Hillary Clinton"),
    (POROSHENKO, "en", "Viktor Poroshenko became president.", "Viktor Poroshenko"),
    (POROSHENKO, "ru", "Президентом стал Виктор Порошенко.", "Виктор Порошенко"),
    # The given name itself, short for it, in another language, or of somebody whom the source names as well.
    (AOUN, "en", "Parliament elected army chief Joseph Aoun president.", ""),
    (AOUN, "en", "Parliament elected Joseph Aoun, not Michel Aoun.", ""),
    (AOUN, "en", "Parliament elected Aoun, a relative of Michel Aoun.", ""),
    (("ar", "انتقد ميشال عون خلفه جوزيف عون."), "en", "Michel Aoun criticised his successor Aoun.", ""),
    (CLINTON, "en", "Bill Clinton came to Kyiv.", ""),
    (("uk", "Вільям Клінтон і його дружина Гілларі приїхали."), "en", "Hillary Clinton came with him.", ""),
    (POROSHENKO, "ru", "Президентом стал Петр Порошенко.", ""),
    # What somebody is.
    (AOUN, "en", "Parliament elected General Aoun president.", ""),
    (SALMAN, "en", "Crown Prince bin Salman received the president.", ""),
    (SALMAN, "de", "Kronprinz bin Salman empfing den Präsidenten.", ""),
    (AOUN, "de", "Das Parlament wählte Armeechef Aoun zum Präsidenten.", ""),
    (BIDEN, "en", "US President Biden came to Kyiv.", ""),
]


@pytest.mark.parametrize(("source", "lang", "target", "wrong"), CASES)
def test_another_given_name_is_somebody_else(
    source: tuple[str, str], lang: str, target: str, wrong: str
) -> None:
    segment = Segment("s1", target, (Anchor(0, 1, 1),), source=source[1])
    names = read_names(Document("t", (segment,), source[0], lang), lexicon_of(ENTRIES, lang)).segments[0]
    assert [m.text for m, _ in names.wrong] == ([wrong] if wrong else [])
    if not wrong:
        assert [m.text for m in names.mentions if m.status is None] == []
