"""Names said in other words: not what another word of the source says."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Segment
from qa.names import read_names

from .conftest import lexicon_of

ENTRIES = {
    "dynamo": "organisation en:Dynamo_Kyiv uk:Динамо",
    "zenit": "organisation en:Zenit_Saint_Petersburg uk:Зеніт",
    "airport": "place en:Lviv_Airport uk:аеропорт_Львова",
    "azov": "organisation en:Azov_Brigade uk:бригада_Азов",
}
CASES = [
    ("Динамо перемогло Арсенал Київ.", "The team beat Arsenal Kyiv.", []),
    ("Зеніт вилетів із Санкт-Петербурга.", "The team left Saint Petersburg Airport.", []),
    ("Він приїхав в аеропорт Львова.", "He came to Lviv. The plane left.", []),
    ("Бійці бригади Азов повернулися.", "The Azov soldiers returned.", []),
    ("Бійці бригади Азов повернулися.", "Soldiers of the Azov Detachment returned.", ["Azov Detachment"]),
]


@pytest.mark.parametrize(("source", "target", "found"), CASES)
def test_only_what_nothing_else_says(source: str, target: str, found: list[str]) -> None:
    segment = Segment("s1", target, (Anchor(0, 1, 1),), source=source)
    names = read_names(Document("t", (segment,), "uk", "en"), lexicon_of(ENTRIES)).segments[0]
    assert [m.text for m in names.mentions if m.kind == "wording"] == found
