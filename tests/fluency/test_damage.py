"""The damage that training and measuring rest on: every kind does something, and only to the text it is given."""

import random

import pytest

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
