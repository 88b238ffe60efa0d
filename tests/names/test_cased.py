"""Given names with a case ending of the source carried over, beside a glossary entry of that name."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Glossary, Segment
from qa.names import Lexicon, compile_glossary, read_names
from qa.names.explain import explain
from qa.names.near.recognise import GIVEN_NAME, recognise

from .conftest import entry

ENTRIES = {
    "tanya": "person en:Tanya ru:Таня",
    "sonya": "person en:Sonya ru:Соня",
    "zoya": "person en:Zoya ru:Зоя",
    "alina": "person en:Alina ru:Алина",
    "petro": "person en:Petro uk:Петро ru:Пётр",
    "suzanna": "person en:Suzanna ru:Сузанна",
    "masha": "person en:Masha ru:Маша",
    "ship": "other en:Zoya ru:Зоя",
}


def lexicon(*names: str) -> Lexicon:
    return Lexicon(compile_glossary(Glossary(tuple(entry(k, ENTRIES[k]) for k in sorted(names)))), "en")


@pytest.mark.parametrize(("name", "spelling"), [("tanya", "Tanyu"), ("sonya", "Soni"), ("zoya", "Zoi")])
def test_a_case_ending_of_a_given_name_is_recognised(name: str, spelling: str) -> None:
    found = recognise(lexicon(name), spelling.lower())
    assert found is not None
    assert (found.name.id, found.probability) == (name, GIVEN_NAME)
    segment = Segment("s1", f"They asked {spelling} to stay.", (Anchor(0, 1, 1),))
    (mention,) = read_names(Document("text", (segment,), None, "en"), lexicon(name)).segments[0].mentions
    assert (mention.text, mention.entry, mention.kind) == (spelling, name, "case-ending")


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("alina", "elina"),  # another name, not a case of this one
        ("sonya", "sony"),  # a word that everybody knows
        ("petro", "petre"),  # a name of the West ends so
        ("suzanna", "susanne"),
        ("masha", "machu"),  # two loose steps
        ("ship", "zoi"),  # no given name
    ],
)
def test_another_name_is_left_alone(name: str, spelling: str) -> None:
    found = recognise(lexicon(name), spelling)
    why = [c.adjustment or "" for c in explain(lexicon(name), spelling.capitalize()).candidates]
    assert not any("case ending" in reason for reason in why)
    assert found is None or found.probability < GIVEN_NAME or spelling in found.name.equivalents


def test_the_explanation_tells_of_it() -> None:
    (candidate,) = explain(lexicon("sonya"), "Soni").candidates
    assert candidate.adjustment == "the given name with a case ending carried over: at least 0.25"
    assert candidate.probability == GIVEN_NAME
