"""A case ending of another language carried over, where no source tells: the word is a form of the native name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names
from qa.names.grammar.inflect import cases
from qa.names.near.declined import recognise_declined
from qa.names.script.romanize import by_routes
from qa.text import fold

ENTRIES = [
    ("place", "uk", "Рівне", "Rivne"),
    ("place", "uk", "Прилуки", "Pryluky"),
    ("place", "uk", "Херсон", "Kherson"),
    ("place", "uk", "Ірпінь", "Irpin"),
    ("place", "uk", "Львів", "Lviv"),
    ("place", "uk", "Івано-Франківськ", "Ivano-Frankivsk"),
    ("place", "ru", "Ржев", "Rzhev"),
    ("place", "uk", "Дакар", "Dakar"),
    ("place", "cs", "Lazec", "Lazec"),
    ("place", "cs", "Plzeň", "Plzeň"),
    ("place", "cs", "Pardubice", "Pardubice"),
    ("place", "sr", "Чачак", "Čačak"),
    ("person", "uk", "Шмигаль", "Shmyhal"),
    ("person", "uk", "Данілов", "Danilov"),
    ("person", "cs", "Hronek", "Hronek"),
]


def _lexicon() -> Lexicon:
    entries = tuple(
        Entry(f"e-{n}", kind, (Form(native, lang, Status.PREFERRED), Form(english, "en", Status.PREFERRED)))
        for n, (kind, lang, native, english) in enumerate(ENTRIES)
    )
    return Lexicon(compile_glossary(Glossary(entries)), "en")


LEXICON = _lexicon()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They left Rivnomu in May.", "Rivnomu > Rivne"),
        ("They live in Prylukakh.", "Prylukakh > Pryluky"),
        ("They live in Pardubicich.", "Pardubicich > Pardubice"),
        ("They live in Khersoni.", "Khersoni > Kherson"),
        ("The bridge before Irpenem is closed.", "Irpenem > Irpin"),
        ("They live in Lazci.", "Lazci > Lazec"),
        ("They live in Plzni.", "Plzni > Plzeň"),
        ("They live in Čačku.", "Čačku > Čačak"),
        ("A letter to Shmyhalevi.", "Shmyhalevi > Shmyhal"),
        ("A goal by Hronka.", "Hronka > Hronek"),
        ("They live in Ivano-Frankivsku.", "Ivano-Frankivsku > Ivano-Frankivsk"),
        # A woman's surname, and words that are known for something else.
        ("Danilova won again.", ""),
        ("Maria Lvova spoke.", ""),
        ("Plzen is a beer.", "Plzen > Plzeň"),
        ("Rivnoye is another place.", ""),
        ("They met in Lazio.", ""),
    ],
)
def test_a_form_of_the_native_name_is_the_name(text: str, found: str) -> None:
    document = Document("-", (Segment("s1", text, (Anchor(0, 1, 1),)),), None, "en")
    mentions = read_names(document, LEXICON).segments[0].mentions
    assert "; ".join(f"{m.text} > {m.suggestion}" for m in mentions if m.status is None) == found


def test_the_route_says_whose_ending_it_is() -> None:
    document = Document("-", (Segment("s1", "They left Rivnomu.", (Anchor(0, 1, 1),)),), None, "en")
    (mention,) = read_names(document, LEXICON).segments[0].mentions
    assert (mention.kind, mention.route) == (
        "case-ending",
        "Рівне with a case ending of Ukrainian carried over",
    )


@pytest.mark.parametrize(
    ("word", "most"),
    [
        ("khersonu", 0.9),
        ("shmyhalevi", 0.9),
        # So end surnames and given names as well.
        ("khersoni", 0.8),
        ("rzheva", 0.0),
        ("dakara", 0.0),
        # With another letter of the name gone they hardly do.
        ("lazci", 0.8),
        ("hronka", 0.8),
    ],
)
def test_an_ending_that_other_names_have_says_less(word: str, most: float) -> None:
    found = recognise_declined(LEXICON, word)
    assert (found.probability if found is not None else 0.0) == most


def test_a_form_of_the_right_name_is_no_ending_carried_over() -> None:
    forms = (Form("Babiš", "cs", Status.PREFERRED), Form("Andrej Babiš", "pl", Status.PREFERRED))
    lexicon = Lexicon(compile_glossary(Glossary((Entry("babis", "person", forms),))), "pl")
    assert recognise_declined(lexicon, "babisu") is None


@given(st.sampled_from(ENTRIES), st.data())
def test_whatever_is_found_is_a_form_of_the_entry(
    entry: tuple[str, str, str, str], data: st.DataObject
) -> None:
    kind, lang, native, english = entry
    forms = sorted(cases(fold(native), lang, kind == "person"))
    word = data.draw(st.sampled_from(forms))
    latin = data.draw(st.sampled_from(by_routes(word, lang))) if lang in ("uk", "ru") else word
    found = recognise_declined(LEXICON, latin)
    assert found is None or found.name.suggestion == english
