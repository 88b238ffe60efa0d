"""A surname that is an ordinary word asks for itself where the document shows that it is meant, and as the word not."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Segment
from qa.names import read_names

from .conftest import lexicon_of

ENTRIES = {
    "salam": "person en:Nawaf_Salam ar:نواف_سلام",
    "berri": "person en:Nabih_Berri ar:نبيه_بري",
    "burhan": "person en:Abdel_Fattah_al-Burhan ar:عبد_الفتاح_البرهان",
}
NAMED = ("كلف نواف سلام بتشكيل الحكومة.", "Nawaf Salam was asked to form a government.")
ALONE = ("وقال سلام إن الوقت ضيق.", "Salam said time was short.")
BURHAN = ("هبطت طائرة عبد الفتاح البرهان في الخرطوم.", "Abdel Fattah al-Burhan landed in Khartoum.")
BERRI = ("ترأس نبيه بري الجلسة.", "Nabih Berri chaired the session.")
# Lines of one document, and the surnames that the target lacks.
CASES = [
    ([NAMED, ALONE, ("ورحب جنبلاط بتكليف سلام.", "Jumblatt welcomed the appointment of Peace.")], ["سلام"]),
    ([BURHAN, ("ويتهم البرهان الإمارات بذلك.", "Proof accuses the Emirates of that.")], ["البرهان"]),
    ([BERRI, ("والتقى ماكرون بري وميقاتي.", "Macron met Mikati.")], ["بري"]),
    # A word as common as peace is no name because somebody of that name was named in full.
    ([NAMED, ("ووقع الطرفان اتفاق سلام.", "The parties signed a peace deal.")], []),
    # With the article it is the word, wherever else the surname stands.
    ([NAMED, ALONE, ("وقال صياد: نريد السلام.", "A fisherman said: we want peace.")], []),
    # A word that the target has more often as a word than as the surname is the word.
    (
        [NAMED, ALONE, ("اتفاق سلام جديد.", "A new peace deal."), ("هو سلام هش.", "It is a fragile peace.")],
        [],
    ),
    # The surname stands there, though another given name is before it.
    ([NAMED, ALONE, ("ودعا سلام إلى الحوار.", "Faisal Salam called for dialogue.")], []),
    # Far away, in another article of a feed.
    (
        [
            BURHAN,
            *[("كان الطقس جميلا.", "The weather was fine.")] * 30,
            ("وقدم البرهان.", "He brought proof."),
        ],
        [],
    ),
]


@pytest.mark.parametrize(("lines", "missing"), CASES)
def test_a_surname_is_told_from_the_word_by_the_rest_of_the_document(
    lines: list[tuple[str, str]], missing: list[str]
) -> None:
    segments = tuple(
        Segment(f"s{n}", target, (Anchor(0, n, 1),), source=source)
        for n, (source, target) in enumerate(lines, 1)
    )
    reading = read_names(Document("t", segments, "ar", "en"), lexicon_of(ENTRIES))
    assert [n.text for s in reading.segments for n in s.missing] == missing
    assert all(n.common for s in reading.segments for n in s.missing)
