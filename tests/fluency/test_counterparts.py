"""Names and negations that one side of a translation has and the other has not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.fluency.counterparts import denies, lost_name, lost_negation


def scored(text, *low):
    """Every word likely, save those named."""
    return tuple((word, -9.0 if word in low else -0.5) for word in text.split())


@pytest.mark.parametrize(
    ("words", "other", "name", "score"),
    [
        (scored("She met Carvalho in Lisbon.", "Carvalho"), "Ela conheceu Moreira em Lisboa.", "Carvalho", -9.0),
        (scored("She met Carvalho in Lisbon."), "Ela conheceu Carvalho em Lisboa.", "", 0.0),
        (scored("a strike in Zaragoza", "Zaragoza"), "uma greve em Saragoça", "", 0.0),
        (scored("a strike in Germany"), "uma greve na Alemanha", "Germany", -0.5),
        (scored("the minister's car, Moreira's", "Moreira's"), "o carro de Moreira", "", 0.0),
        (scored("Carvalho left.", "Carvalho"), "Moreira saiu.", "", 0.0),
        (scored("It is over. Carvalho left.", "Carvalho"), "Acabou. Moreira saiu.", "", 0.0),
        (scored("the EU and a G7 of UN", "EU", "UN"), "a UE", "", 0.0),
        ((), "nada", "", 0.0),
    ],
    ids=[
        "another name", "the same", "spelled differently", "translated", "possessive", "at the start",
        "at the start of the second sentence", "two letters", "no words",
    ],
)  # fmt: skip
def test_the_least_likely_name_without_a_counterpart(words, other, name, score):
    assert lost_name(words, other) == (name, score)


@pytest.mark.parametrize(
    ("text", "language", "other", "other_language", "word"),
    [
        ("They did not go.", "en", "Eles foram.", "pt", "not"),
        ("They didn’t go.", "en", "Eles foram.", "pt", "didn’t"),
        ("They did not go.", "en", "Eles não foram.", "pt", ""),
        ("“Nunca” foram.", "pt", "They went.", "en", "Nunca"),
        ("It will not open until May.", "en", "Só abre em maio.", "pt", ""),
        ("Ils n'ont rien vu.", "fr", "They saw it.", "en", "n'ont"),
        ("Er hat keinen gesehen.", "de", "He saw one.", "en", "keinen"),
        ("Он никогда там не был.", "ru", "He was there.", "en", "не"),
        ("Він не був там.", "uk", "He was there.", "en", "не"),
        ("لم يذهب أحد", "ar", "They went.", "en", "لم"),
        ("No vino nadie.", "es", "They came.", "en", "No"),
        ("They did not go.", "en", "Hutu.", "rn", ""),
        ("Notable knots.", "en", "Nós notáveis.", "pt", ""),
    ],
)
def test_a_negation_that_the_other_side_has_not(text, language, other, other_language, word):
    found, score = lost_negation(scored(text), language, other, other_language)
    assert found == word
    assert score == (-0.5 if word else 0.0)


def test_whether_a_text_denies():
    assert denies("It is not so.", "en") is True
    assert denies("It is so.", "en") is False
    assert denies("Ezt nem.", "hu") is None


@given(st.lists(st.tuples(st.text(max_size=8), st.floats(-50, 0))), st.text(max_size=40))
def test_a_loss_is_one_of_the_words_and_never_above_zero(words, other):
    for name, score in (lost_name(words, other), lost_negation(words, "en", other, "pt")):
        assert score <= 0
        assert not name or any(name in word for word, _ in words)
