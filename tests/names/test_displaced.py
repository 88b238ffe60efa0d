"""A right name in the place of another: not where some word of the source says what it says."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Segment
from qa.names import read_names

from .conftest import lexicon_of

ENTRIES = {
    "vlore": "place en:Vlorë sq:Vlora",
    "durres": "place en:Durrës sq:Durrësi",
    "donets": "place en:Donets ru:Донец",
    "donetsk": "place en:Donetsk ru:Донецк",
    "kherson": "place en:Kherson ru:Херсон",
    "kharkiv": "place en:Kharkiv ru:Харьков",
    "wolf": "person en:Wolf cs:Vlk",
    "anne": "person en:Anna cs:Anežka",
    "ren": "person en:Ren ja:蓮",
    "komugi": "person en:Komugi ja:小麦",
    "sofia": "place en:Sofia bg:София",
    "banya": "place en:Gorna_Banya bg:Горна_баня",
    "vlore-airport": "place en:Vlorë_International_Airport sq:Aeroporti_i_Vlorës",
    "kakhovka": "place en:Kakhovka ru:Каховка",
    "new-kakhovka": "place en:Nova_Kakhovka ru:Новая_Каховка",
}
# Source language, source, target, and what is wrong: a name and the source word in whose place it stands.
CASES = [
    ("sq", "Ata lanë Vlorën dhe Durrësi mbeti.", "They left Vlorë.", ""),
    ("sq", "Durrësi mbeti.", "Vlorë remained.", "Vlorë Durrësi"),
    (
        "cs",
        "Vlk mlčel, když soudkyně Morenová četla.",
        "He was silent as judge Marie Anna Morenova read.",
        "",
    ),
    (
        "bg",
        "В софийския квартал „Горна баня“ протестират.",
        "They protest in the Sofia quarter Upper Bath.",
        "",
    ),
    # The place that another one is called after, with the word for what that is, says it.
    ("sq", "Aeroporti i Vlorës u hap.", "Vlorë airport opened.", ""),
    ("sq", "Aeroporti i Vlorës u hap.", "The airport of Vlorë opened.", ""),
    ("sq", "Aeroporti i Vlorës u hap.", "Durrës airport opened.", "Durrës Aeroporti i Vlorës"),
    ("sq", "Aeroporti i Vlorës u hap.", "Vlorë opened.", "Vlorë Aeroporti i Vlorës"),
    ("sq", "Durrësi dhe Aeroporti i Vlorës.", "The town and the airport of Vlorë.", ""),
    # A name of one character may be a word, and may stand there all the same.
    ("ja", "「ありがとう蓮。小麦も入れるって」", "“Thanks, Ren. Wheat can come in, too.”", ""),
    ("ja", "「ありがとう。小麦も入れるって」", "“Thanks. Ren can come in, too.”", "Ren 小麦"),
    ("ru", "Бои за Новую Каховку.", "A new battle for Kakhovka.", "Kakhovka Новую Каховку"),
    ("ru", "Бои у Херсона.", "Fighting near Kharkiv.", "Kharkiv Херсона"),
    ("ru", "Река Донец вышла из берегов.", "The river Donetsk burst its banks.", "Donetsk Донец"),
]


@pytest.mark.parametrize(("lang", "source", "target", "wrong"), CASES)
def test_a_name_that_the_source_has_in_other_letters_is_not_wrong(
    lang: str, source: str, target: str, wrong: str
) -> None:
    segment = Segment("s1", target, (Anchor(0, 1, 1),), source=source)
    document = Document("t", (segment,), lang, "en")
    names = read_names(document, lexicon_of(ENTRIES)).segments[0]
    assert [f"{m.text} {n.text}" for m, n in names.wrong] == ([wrong] if wrong else [])
