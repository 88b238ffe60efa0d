"""Names of two words whose first one has few consonants: met by how that sounds, not only by its letters."""

from __future__ import annotations

from functools import cache

import pytest

from qa.model import Anchor, Document, Glossary, Segment
from qa.names import Lexicon, compile_glossary, read_names

from .conftest import entry

ENTRIES = {
    "prystan": "place en:Hola_Prystan uk:Гола_Пристань",
    "krynytsia": "place en:Bila_Krynytsia uk:Біла_Криниця",
    "kut": "place en:Mokryn_Kut uk:Мокрин_Кут",
}


@cache
def lexicon() -> Lexicon:
    return Lexicon(compile_glossary(Glossary(tuple(entry(k, ENTRIES[k]) for k in sorted(ENTRIES)))), "en")


def unlisted(text: str) -> list[str]:
    document = Document("text", (Segment("s1", text, (Anchor(0, 1, 1),)),), None, "en")
    return [m.text for m in read_names(document, lexicon()).segments[0].mentions if m.status is None]


@pytest.mark.parametrize(
    "form",
    ["Holoi Prystan", "Goloy Pristan", "Golaya Pristan", "Biloi Krynytsi", "Bela Krynytsia", "Mokryny Kut"],
)
def test_the_first_word_may_be_spelled_otherwise(form: str) -> None:
    assert unlisted(f"They met near {form} at night.") == [form]


@pytest.mark.parametrize(
    "text",
    [
        "Hello Prime Minister.",
        "Bill Crane met Holly Price.",
        "Bela Kun came.",
        "The Hall Park and the Gala Night.",
    ],
)
def test_other_words_of_the_same_sound_are_left_alone(text: str) -> None:
    assert unlisted(text) == []
