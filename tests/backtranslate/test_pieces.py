import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.backtranslate.pieces import LIMIT, cut, join, words


def halves(text, language):
    """A splitter at full stops."""
    ends = [i + 1 for i, char in enumerate(text) if char == "."]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def test_sentences_go_one_by_one():
    assert cut("He came. She left. ", "en", halves) == ("He came.", "She left.")
    assert cut("He came. She left.", "en") == ("He came. She left.",)


def test_a_long_sentence_is_cut_at_the_best_place():
    clause = "the quick brown fox saw a ferry"
    assert cut("; ".join([clause] * 40), "en")[0].endswith(";")
    assert cut(", ".join([clause] * 40), "en")[0].endswith(",")
    assert cut(" ".join(["word"] * 400), "en")[0].endswith("word")
    assert len(cut("x" * 2_000, "en")[0]) == LIMIT


@given(st.text(max_size=4 * LIMIT))
def test_nothing_is_lost_in_cutting(text):
    pieces = cut(text, "en", halves)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(0 < len(piece) <= LIMIT for piece in pieces)


@pytest.mark.parametrize(("language", "joined"), [("en", "One. Two."), ("ja", "One.Two.")])
def test_join(language, joined):
    assert join([" One. ", "Two."], language) == joined


@pytest.mark.parametrize(
    ("tokens", "text", "language", "expected"),
    [
        ([("▁The", -1.0), ("▁riv", -2.0), ("er", -0.5), (".", -0.25), ("</s>", -9.0)], "The river.", "en",
         (("The", -1.0), ("river.", -2.75))),
        ([("__en__", -9.0), ("▁", -0.5), ("Yes", -1.0), ("</s>", -9.0)], "Yes", "en", (("Yes", -1.5),)),
        ([("eng_Latn", -9.0), ("▁½", -1.0), ("</s>", -9.0)], "1⁄2", "en", (("1⁄2", -1.0),)),
        ([("▁a", -1.0), ("▁b", -1.0)], "a b c", "en", (("a", -1.0), ("b", -1.0))),
        ([("▁今", -1.0), ("日", -2.0), ("</s>", -9.0)], "今日", "zh", (("今", -1.0), ("日", -2.0))),
        ([], "", "en", ()),
    ],
)  # fmt: skip
def test_words(tokens, text, language, expected):
    assert words(tokens, text, language) == expected
