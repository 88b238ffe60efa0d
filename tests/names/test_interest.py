"""Where a name may start: what is passed over without a reading has no name in it."""

from __future__ import annotations

from functools import cache
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.model import Anchor, Document, Mention, Segment
from qa.names import Lexicon, read_names
from qa.names.alone.interest import Interest
from qa.names.texts.windows import Start
from qa.text import word_texts

from .conftest import lexicon_of

ENTRIES = {
    "ain": "place en:Ain_al-Arab ar:عين_العرب",
    "kyiv": "place en:Kyiv uk:Київ ru:Киев -en:Kiev",
    "kut": "place en:Mokryn_Kut uk:Мокрин_Кут",
    "petri": "place en:Ai-Petri uk:Ай-Петрі",
    "zor": "place en:Deir_ez-Zor ar:دير_الزور",
    "jae": "person en:Moon_Jae-in ko:문재인",
    "hague": "place en:The_Hague nl:Den_Haag",
    "leyen": "person en:Ursula_von_der_Leyen uk:Урсула_фон_дер_Ляєн",
    "lysychansk": "place en:Lysychansk uk:Лисичанськ ru:Лисичанск",
}
NAMES = (
    "Ain al Arab", "Ayn al-Arab", "Kiev", "Kyiv's", "Mokryny Kut", "Ay Petri", "Aj-Petri", "Deir al Zor", "Moon Jae in",
    "Moon Che-in", "The Hague", "the Haague", "Ursula von der Layen", "von der Leyen", "Lysichansk", "Lysychans k",
    "Lysy Chansk", "Mokryn Ku T",
)  # fmt: skip
BEFORE = (
    "",
    "I told ",
    "They met near ",
    "On the road to ",
    "Mary, John and ",
    "In 2014 we said: ",
    "I don't know ",
)
BEHIND = (" ran. ", ", well-to-do, ", " and ", "; I told Mary. ")


@cache
def lexicon() -> Lexicon:
    return lexicon_of(ENTRIES)


def mentions(text: str) -> tuple[Mention, ...]:
    document = Document("a.txt", (Segment("s1", text, (Anchor(0, 1, 1),)),), target_lang="en")
    return read_names(document, lexicon()).segments[0].mentions


def read_everywhere(text: str) -> tuple[Mention, ...]:
    with mock.patch("qa.names.read._starts", lambda document, *_: [None] * len(document.segments)):
        return mentions(text)


@given(st.lists(st.tuples(*map(st.sampled_from, (BEFORE, NAMES, BEHIND))), max_size=5))
def test_reading_where_names_may_start_finds_what_reading_everywhere_does(
    pieces: list[tuple[str, ...]],
) -> None:
    text = "".join(map("".join, pieces))
    assert mentions(text) == read_everywhere(text)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("I told Mary that the moon ran away.", []),
        ("The hall was full, and I ran.", []),
        ("They met in Ain al Arab.", [Start(3, 5)]),
        ("He met Moon Jae in Seoul.", [Start(2, 5)]),
    ],
)
def test_few_words_are_looked_at(text: str, starts: list[Start]) -> None:
    interest = Interest(lexicon())
    words = word_texts(text)
    interest.meet(set(words))
    assert interest.starts(text, words) == starts
