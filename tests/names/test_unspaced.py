"""Names in texts without spaces: the characters of a name inside other words are not the name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.names import SegmentNames
from qa.names.grammar.inflect import Inflection
from qa.names.listed.unspaced import standing
from qa.names.script.chinese import simplified, surname_length
from tests.names.conftest import table


@pytest.mark.parametrize(("lang", "kind", "text", "expected"), table("unspaced.tsv"))
def test_a_name_stands_as_a_word_of_its_own(lang: str, kind: str, text: str, expected: str) -> None:
    before, _, rest = text.partition("[")
    name, _, after = rest.partition("]")
    found = standing(before + name + after, len(before), len(before) + len(name), lang, kind)
    assert found is Inflection[expected.upper()]


@pytest.mark.parametrize(
    ("name", "length"), [("王毅", 1), ("欧阳修", 2), ("诸葛", 0), ("泽连斯基", 0), ("特朗普", 0), ("李", 0)]
)
def test_surnames_of_chinese_names(name: str, length: int) -> None:
    assert surname_length(name) == length


def test_traditional_characters_are_met_by_simplified_ones(read: Callable[..., SegmentNames]) -> None:
    assert simplified("賴清德 spoke in 重慶") == "赖清德 spoke in 重庆"
    names = read("Nobody spoke.", source="習近平發表講話。", source_lang="zh")
    assert [(n.text, n.native) for n in names.missing] == [("習近平", "习近平")]
