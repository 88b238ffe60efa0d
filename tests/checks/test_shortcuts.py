"""What the rules ask first, because it is cheap, never hides what they would have found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import function_words
from qa.checks import repeated_word
from qa.checks.stretches import may_repeat, stretches


@given(st.lists(st.sampled_from("abc"), max_size=30))
def test_no_stretch_without_what_is_asked_first(folded: list[str]) -> None:
    if not may_repeat(folded):
        assert stretches(folded) == []


@pytest.mark.parametrize("module", [function_words, repeated_word], ids=lambda module: module.__name__)
@given(text=st.text(st.characters(max_codepoint=127)) | st.text("ab'-1.,:/ _"))
def test_ascii_has_the_same_words(module: object, text: str) -> None:
    spans = [m.span() for m in module.ASCII_WORD.finditer(text)]  # type: ignore[attr-defined]
    assert spans == [m.span() for m in module.WORD.finditer(text)]  # type: ignore[attr-defined]
