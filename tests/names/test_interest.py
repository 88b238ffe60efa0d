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
)  # fmt: skip
OTHERS = "I The At In Ein Moon Al told ran said von der Mary John Petri don't 2014 well-to-do".split()


@cache
def lexicon() -> Lexicon:
    return lexicon_of(ENTRIES)


def mentions(text: str) -> tuple[Mention, ...]:
    document = Document("a.txt", (Segment("s1", text, (Anchor(0, 1, 1),)),), target_lang="en")
    return read_names(document, lexicon()).segments[0].mentions


def read_everywhere(text: str) -> tuple[Mention, ...]:
    with mock.patch("qa.names.read._starts", lambda document, *_: [None] * len(document.segments)):
        return mentions(text)


@given(
    st.lists(
        st.tuples(st.sampled_from([*NAMES, *OTHERS]), st.sampled_from([" ", " ", ", ", "-", ". "])),
        max_size=9,
    )
)
def test_a_text_read_where_names_may_start_has_the_names_of_one_read_everywhere(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(f"{word}{gap}" for word, gap in pieces)
    assert mentions(text) == read_everywhere(text)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("I told Mary that the moon ran away.", []),
        ("The hall was full, and I ran.", []),
        ("They met in Ain al Arab.", [Start(3, 4)]),
        ("He met Moon Jae in Seoul.", [Start(2, 4)]),
    ],
)
def test_few_words_are_looked_at(text: str, starts: list[Start]) -> None:
    interest = Interest(lexicon())
    words = word_texts(text)
    interest.among(set(words))
    assert interest.starts(text, words) == starts
