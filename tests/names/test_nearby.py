"""Spellings told by the right name that stands nearby: what is found, and what is a name of its own."""

from __future__ import annotations

from functools import cache

import pytest

from qa.model import Anchor, Document, Mention, Segment
from qa.names import Lexicon, read_names
from qa.names.alone.nearby import CONFIDENCE
from qa.names.texts.reach import NEAR

from .conftest import lexicon_of

ENTRIES = {
    "orsha": "place en:Orsha be:Орша ru:Орша",
    "rata": "place en:Rata uk:Рата",
    "pulka": "place en:Pulka uk:Пулька",
    "hanka": "place en:Hanka uk:Ганка",
    "bila": "place en:Bila uk:Біла",
    "tulsa": "place en:Tulsa ru:Талса",
    "malta": "place en:Malta ru:Мальта",
    "raynor": "place en:Raynor",
    "hawes": "person en:Hawes ru:Хоуз",
    "orlov": "person en:Orlov ru:Орлов",
    "thorne": "person en:Thorne ru:Торн",
}
# What is said first, what a line later, and the spellings that are then taken for the name.
FOUND = """
The road to Orsha was closed. | Shells fell on [Orsh].
They swam in the Rata. | The bridge over the [Raty] fell, and the [Raty]’s banks with it.
The road to Pulka was closed. | Nobody lives in [Pulk] now.
Ms Hawes denied it. | What [Haues] had said was clear.
"""
ALONE = """
Malta was quiet. | The Maltan and the Maltas were quiet.
Mr Orlov agreed. | His wife, Ms Orlova, agreed.
Ms Thorne agreed. | Thorn by thorn they cut the hedge. Thorns are bad.
Mr Thorne agreed. | Thorn after thorn was cut.
Bila was quiet. | Bile was all that he had to offer.
Rata was quiet. | Rate the hotel. Rati was here. Joel Raty laughed; Raty often does.
Hanka was quiet. | Hank was here.
Orsha was quiet. | An orsh is a kind of nothing. Orsh is for sale.
Tulsa was quiet. | Malta was quiet.
"""


@cache
def lexicon() -> Lexicon:
    return lexicon_of(ENTRIES)


def reading(*lines: str, source: str | None = None) -> list[list[Mention]]:
    segments = tuple(
        Segment(f"s{n}", line, (Anchor(0, n, 1),), source=source) for n, line in enumerate(lines, 1)
    )
    document = Document("text", segments, "uk" if source else None, "en")
    names = read_names(document, lexicon()).segments
    return [[m for m in s.mentions if m.status is None] for s in names]


@pytest.mark.parametrize("case", FOUND.strip().splitlines())
def test_a_right_name_nearby_tells_another_spelling(case: str) -> None:
    first, _, second = case.partition(" | ")
    text = second.replace("[", "").replace("]", "")
    wanted = [part.partition("]")[0] for part in second.split("[")[1:]]
    assert [[m.text for m in s] for s in reading(first, text)] == [[], wanted]
    assert [[m.text for m in s] for s in reading(text, first)] == [wanted, []], "the order does not matter"
    assert reading(text) == [[]], "by itself it says nothing"


@pytest.mark.parametrize("case", ALONE.strip().splitlines())
def test_a_word_with_a_meaning_of_its_own_is_left_alone(case: str) -> None:
    assert reading(*case.split(" | ")) == [[], []]


def test_the_mention_says_why_and_is_not_certain() -> None:
    nothing, (mention,) = reading("Rata was quiet.", "By the Raty there was no light.")
    assert nothing == []
    assert (mention.entry, mention.suggestion, mention.confidence) == ("rata", "Rata", CONFIDENCE)
    assert (mention.kind, mention.form) == ("case-ending", "Рата")
    assert mention.route.endswith("; Rata stands nearby")
    assert mention.evidence == (), "a name nearby is no proof, as the source is"


@pytest.mark.parametrize(("apart", "found"), [(NEAR, 1), (NEAR + 1, 0)])
def test_far_away_is_not_nearby(apart: int, found: int) -> None:
    lines = ["Rata was quiet.", *["So it went on."] * (apart - 1), "By the Raty too."]
    assert len(reading(*lines)[-1]) == found


def test_the_source_decides_where_there_is_one() -> None:
    assert reading("Rata was quiet.", "Mr Raty agreed.", source="Пан Раменко погодився.") == [[], []]
