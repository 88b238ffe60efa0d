"""An explanation says what the reading of names does, and never anything else."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.model import Entry, Form, Glossary, Status
from qa.names import Lexicon, compile_glossary
from qa.names.explain import explain
from qa.names.near.recognise import probability, recognise
from qa.names.texts.forms import normal
from qa.names.texts.lookalikes import plain
from tests.names.conftest import index, lexicon_of

LEXICON = Lexicon(index(), "en")
SPELLINGS = [
    "Gostomel",
    "Hostomil",
    "Lugansk",
    "Charkow",
    "Zaporozhye",
    "Yetomir",
    "Dolgenkoe",
    "Kherso",
    "Table",
    "Alexander",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_probability_is_that_of_the_recogniser(spelling: str) -> None:
    found = explain(LEXICON, spelling)
    best = recognise(LEXICON, normal(spelling))
    if best is None:
        return
    same = next(c for c in found.candidates if c.entry == best.name.id)
    assert same.probability == pytest.approx(best.probability)
    assert same.probability == max(c.probability for c in found.candidates)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzKLZ'- їи", max_size=20))
@settings(max_examples=60)
def test_any_text_is_explained(text: str) -> None:
    found = explain(LEXICON, text, "Луганськ", "uk")
    assert found.verdict
    for candidate in found.candidates:
        total = sum(f.contribution for f in candidate.features)
        assert candidate.model == pytest.approx(probability(tuple(f.value for f in candidate.features)))
        assert (candidate.model > 0.5) == (total > 0)
        costs = [form.per_letter for form in candidate.forms]
        assert costs == sorted(costs)


def test_letters_and_routes_are_shown() -> None:
    found = explain(LEXICON, "Lisichansk")
    native = next(f for c in found.candidates if c.entry == "lysychansk" for f in c.forms if f.lang == "ru")
    assert "".join(step.form for step in native.steps) == "лисичанск"
    assert "".join(step.spelling for step in native.steps) == "lisichansk"
    assert native.edits == 0
    assert all(step.routes for step in native.steps)


def test_the_source_decides() -> None:
    alone = explain(LEXICON, "Buchi")
    assert [n.entry for n in alone.source] == []
    found = explain(LEXICON, "Buchi", "Жителі Бучі чекали.", "uk")
    assert [n.entry for n in found.source] == ["bucha"]
    assert "the source has Бучі" in found.verdict[0]
    assert {t.name for t in found.thresholds} > {t.name for t in alone.thresholds}
    missing = explain(LEXICON, "The city", "Херсон обстріляли.", "uk")
    assert [n.entry for n in missing.missing] == ["kherson"]
    assert missing.verdict == ("the source names “Херсон” (kherson), “The city” does not",)


def test_listed_forms_tell_their_days() -> None:
    day = dt.date(2016, 2, 4)
    forms = (
        Form("Bakhmut", "en", Status.PREFERRED),
        Form("Artemivsk", "en", Status.DEPRECATED, since=day, note="Soviet-era name"),
    )
    lexicon = Lexicon(
        compile_glossary(Glossary((Entry("bakhmut", "place", forms),))), "en", dt.date(2022, 1, 1)
    )
    hit = explain(lexicon, "Artemivsk").hits[0]
    assert (hit.entry, hit.status, hit.since, hit.note, hit.valid) == (
        "bakhmut",
        "deprecated",
        day,
        "Soviet-era name",
        True,
    )
    assert explain(lexicon, "Artemivsk").verdict[0].startswith("“Artemivsk” is a deprecated form of bakhmut")


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("Kyiv", "“Kyiv” is right: preferred for kyiv"),
        ("kiev", "nothing: “kiev” begins with a small letter"),
        ("Xqzzt", "nothing: no entry comes near “Xqzzt”"),
        ("Chicken Kiev", "is right: preferred for chicken-kiev"),
        ("Кyiv", "“Кyiv” has Cyrillic К (U+041A) in a Latin word\n“Кyiv” looks right: preferred for kyiv"),
        ("Кiev", "“Кiev” has Cyrillic К (U+041A) in a Latin word\n“Кiev” stands for Kyiv (kyiv)"),
        ("Tаble", "“Tаble” has Cyrillic а (U+0430) in a Latin word"),
    ],
)
def test_the_outcome_is_told_in_words(spelling: str, expected: str) -> None:
    assert expected in "\n".join(explain(LEXICON, spelling).verdict)


@pytest.mark.parametrize(
    ("entry", "spelling", "route"),
    [
        ("place en:Kharkiv -en:Kharkov uk:Харків ru:Харьков", "Харьков", "Russian form Харьков"),
        ("place en:Kharkiv -en:Kharkov uk:Харків ru:Харьков", "Харків", "Ukrainian form Харків"),
        ("place en:Bakhmut ru:Бахмут uk:Бахмут", "Бахмут", "Russian and Ukrainian form Бахмут"),
        # A form that writes its vowels tells more than one that any vowels fit.
        (
            "place en:Mykolaiv uk:Миколаїв ru:Николаев ar:نيكولايف",
            "Nikolaïev",
            "romanization of Николаев (Russian)",
        ),
        # Where two forms explain it letter by letter, the one for which a single standard does.
        (
            "organisation en:Ukrenergo ru:Укрэнерго uk:Укренерго",
            "Ukrenerho",
            "Ukrainian national romanization (2010) of Укренерго",
        ),
    ],
)
def test_the_route_is_by_the_form_that_tells_most(entry: str, spelling: str, route: str) -> None:
    assert [route in mention.route for mention in explain(lexicon_of({"x": entry}), spelling).mentions] == [
        True
    ]


@pytest.mark.parametrize("spelling", ["Кyiv", "Kуiv", "Кyivs", "Kiеv", "Hоstomil"])
def test_a_spelling_is_explained_as_it_looks(spelling: str) -> None:
    found, seen = explain(LEXICON, spelling), explain(LEXICON, plain(spelling, "en"))
    assert found.written == spelling
    assert found.folded == seen.folded
    assert found.hits == seen.hits
    assert found.candidates == seen.candidates
