"""A difference can be put together again on both sides, and says only what differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.diff import Change, letters, words

TEXTS = st.text(alphabet=st.sampled_from("ab cß'’\u0301.,-–\n\t中国é🇺ا "), max_size=40)


@pytest.mark.parametrize("compare", [words, letters])
@given(TEXTS, TEXTS)
def test_both_sides_can_be_rebuilt(compare, left: str, right: str) -> None:
    changes = compare(left, right)
    assert "".join(change.left for change in changes) == left
    assert "".join(change.right for change in changes) == right


@pytest.mark.parametrize("compare", [words, letters])
@given(TEXTS)
def test_a_text_does_not_differ_from_itself(compare, text: str) -> None:
    assert all(change.kind == "equal" for change in compare(text, text))


@pytest.mark.parametrize(
    ("left", "right", "changed"),
    [
        ("the old town", "the city", [("old town", "city")]),
        ("a  b", "a b", []),
        ("“so,” he said", '"so," he said', []),
        ("at dawn.", "at dawn", [(".", "")]),
        ("at dawn,", "at dusk,", [("dawn", "dusk")]),
        ("don’t go", "don't go", []),
        ("中国人民", "中国公民", [("人", "公")]),
        ("नमस्ते दुनिया", "नमस्ते जग", [("दुनिया", "जग")]),
        ("one two", "", [("one two", "")]),
    ],
)
def test_words(left: str, right: str, changed: list[tuple[str, str]]) -> None:
    assert [(c.left.strip(), c.right.strip()) for c in words(left, right) if c.kind != "equal"] == changed


def test_letters_show_the_one_that_is_missing() -> None:
    assert letters("Lvv", "Lviv") == (
        Change("equal", "Lv", "Lv"),
        Change("insert", "", "i"),
        Change("equal", "v", "v"),
    )


def test_a_letter_keeps_its_marks() -> None:
    assert letters("e\u0301", "e") == (Change("replace", "e\u0301", "e"),)


def test_monstrous_texts_are_not_compared_word_by_word() -> None:
    left, right = "a b " * 2000, "b c " * 2000
    assert words(f"same {left}end", f"same {right}end") == (
        Change("equal", "same ", "same "),
        Change("replace", left, right),
        Change("equal", "end", "end"),
    )
