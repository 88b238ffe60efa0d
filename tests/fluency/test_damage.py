"""The damage that training and measuring rest on: every kind does something, and only to the text it is given."""

import random

import pytest

from tools.agreement_damage import damaged
from tools.damage import KINDS, damage

GOOD = (
    "The prime minister of Georgia was told on Monday that the unusual agreement with Poland, signed in 2019,"
    " would not have increased the number of responsible companies without new investment from abroad."
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_damages_and_does_so_the_same_way_again(kind):
    found = [damage(GOOD, kind, random.Random(seed)) for seed in range(20)]
    assert any(found)
    assert GOOD not in found
    assert found == [damage(GOOD, kind, random.Random(seed)) for seed in range(20)]
    assert kind.__doc__


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_four_words_are_left_alone(kind):
    assert damage("He was told so.", kind, random.Random(1)) is None


SOURCE = (
    "O primeiro-ministro da Geórgia não foi informado na segunda-feira sobre o acordo com a Polônia de 2019."
)
PAIRS = (
    "The mayor of Porto said that Helena Duarte would not come.",
    "Police in Lisbon stopped 14 people near the port of Setúbal on Sunday.",
)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", GOOD),
        ("en", GOOD.replace(" not", "")),
        ("pt", SOURCE),
        ("pt", SOURCE.replace("não foi", "foi")),
    ],
)
def test_the_sense_is_damaged_in_every_way_that_applies_and_always_the_same(lang, text):
    made = [damaged(text, "the other side", lang, PAIRS, random.Random(seed)) for seed in (1, 1, 2)]
    assert made[0] == made[1]
    found = dict(made[0])
    expected = {"truncated", "wrong sentence", "added", "name replaced", "number changed"}
    negated = "not" in text.split() or "não" in text
    assert found.keys() == expected | {"negation lost" if negated else "negation added"}
    assert text not in found.values()
    assert text.startswith(found["truncated"])
    assert found["added"].startswith(text)
    assert found["wrong sentence"] in PAIRS


def test_where_a_damage_does_not_apply_there_is_none():
    found = dict(damaged("Talks went on.", "Conversas.", "en", PAIRS, random.Random(1)))
    assert found.keys() == {"wrong sentence", "added"}
