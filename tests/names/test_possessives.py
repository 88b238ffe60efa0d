"""Possessive adjectives of a source that a translation carries over, beside surnames that only look like them."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names

from .conftest import lexicon_of


def _found(lang: str, native: str, pairs: list[tuple[str, str]]) -> list[str]:
    kind = "organisation" if native == "Nexe" else "person"
    entry = Entry("one", kind, (Form(native, lang, Status.PREFERRED), Form(native, "en", Status.PREFERRED)))
    lexicon = Lexicon(compile_glossary(Glossary((entry,))), "en")
    segments = tuple(
        Segment(f"s{n}", target, (Anchor(0, n, 1),), source=source)
        for n, (source, target) in enumerate(pairs)
    )
    names = read_names(Document("-", segments, lang, "en"), lexicon)
    return [
        f"{m.text} > {m.suggestion}"
        for s in names.segments
        for m in s.mentions
        if m.status is None and m.suggestion
    ]


@pytest.mark.parametrize(
    ("lang", "native", "pairs", "found"),
    [
        (
            "hr",
            "Huber",
            [("Huber je došao.", "Huber came."), ("Huberov tim radi.", "Huberov's team works.")],
            ["Huberov > Huber"],
        ),
        (
            "hr",
            "Nexe",
            [("Nexe je pobijedio.", "Nexe won."), ("Nexeov trener šuti.", "Nexeov coach is silent.")],
            ["Nexeov > Nexe"],
        ),
        (
            "cs",
            "Bykov",
            [("Bykov přijel.", "Bykov came."), ("Bykovovu knihu čtou.", "They read Bykovov's book.")],
            ["Bykovov > Bykov"],
        ),
        # Rightly said; and nobody of that name is in the text, so that it may be a surname.
        (
            "hr",
            "Huber",
            [("Huber je došao.", "Huber came."), ("Huberov tim radi.", "Huber's team works.")],
            [],
        ),
        ("hr", "Huber", [("Huberov tim radi.", "Huberov's team works.")], []),
        # In Russian it is a surname.
        ("ru", "Комар", [("Комар пришёл.", "Комар came."), ("Комаров ушёл.", "Komarov left.")], []),
    ],
)
def test_a_possessive_adjective_is_of_who_is_named(
    lang: str, native: str, pairs: list[tuple[str, str]], found: list[str]
) -> None:
    assert _found(lang, native, pairs) == found


PEOPLE = {
    "trump": "person en:Donald_Trump hr:Donald_Trump sr:Доналд_Трамп cs:Donald_Trump sk:Donald_Trump sl:Donald_Trump "
    "ro:Donald_Trump",
    "biden": "person en:Joe_Biden hr:Joe_Biden sr:Џо_Бајден cs:Joe_Biden sk:Joe_Biden sl:Joe_Biden ro:Joe_Biden",
    "novak": "person en:Jan_Novák cs:Jan_Novák",
    "kadyrov": "person en:Ramzan_Kadyrov hr:Ramzan_Kadirov",
}


@pytest.mark.parametrize(
    ("lang", "source", "target", "found"),
    [
        ("hr", "This is Trump's plan.", "Ovo je Trumpov plan.", []),
        ("hr", "The government of Biden.", "Bidenova vlada.", []),
        ("hr", "This is Kadyrov's guard.", "Ovo je Kadirovljeva garda.", []),
        ("sr", "This is Trump's plan.", "Ово је Трампов план.", []),
        ("cs", "This is Biden's plan.", "To je Bidenův plán.", []),
        ("cs", "This is Novák's book.", "To je Novákova kniha.", []),
        ("sk", "This is Biden's plan.", "To je Bidenov plán.", []),
        ("sl", "This is Biden's plan.", "To je Bidnov načrt.", []),
        ("hr", "This is Trump's plan.", "Ovo je Trampov plan.", ["Trampov > Trump"]),
        ("cs", "This is Biden's plan.", "To je Bajdenův plán.", ["Bajdenův > Biden"]),
        ("ro", "This is Biden's plan.", "Acesta este planul Bidenov.", ["Bidenov > Biden"]),
    ],
)
@pytest.mark.parametrize("introduced", [True, False])
def test_whose_something_is_may_be_said_by_an_adjective(
    lang: str, source: str, target: str, found: list[str], introduced: bool
) -> None:
    lexicon = lexicon_of(PEOPLE, lang)
    right = (item.partition(":") for forms in PEOPLE.values() for item in forms.split()[1:])
    full = ", ".join(form.replace("_", " ") for of, _, form in right if of == lang)
    pairs = [("Donald Trump, Joe Biden, Jan Novák, Ramzan Kadyrov.", full)] * introduced + [(source, target)]
    segments = tuple(Segment(f"s{n}", t, (Anchor(0, n, 1),), source=s) for n, (s, t) in enumerate(pairs))
    last = read_names(Document("-", segments, "en", lang), lexicon).segments[-1]
    assert [f"{m.text} > {m.suggestion}" for m in last.mentions if m.suggestion] == found
    assert last.missing == ()


@pytest.mark.parametrize(
    ("native", "pairs", "found"),
    [
        (
            "Fiala",
            [("Fiala přišel.", "Fiala kam."), ("Fialova vláda mlčí.", "Fialova Regierung schweigt.")],
            ["Fialova > Fiala"],
        ),
        (
            "Fiala",
            [("Fiala přišel.", "Fiala kam."), ("Fialova vláda mlčí.", "Fialas Regierung schweigt.")],
            [],
        ),
    ],
)
def test_a_german_noun_behind_an_adjective_carried_over_is_no_name(
    native: str, pairs: list[tuple[str, str]], found: list[str]
) -> None:
    forms = (Form(native, "cs", Status.PREFERRED), Form(native, "de", Status.PREFERRED))
    lexicon = Lexicon(compile_glossary(Glossary((Entry("one", "person", forms),))), "de")
    segments = tuple(Segment(f"s{n}", t, (Anchor(0, n, 1),), source=s) for n, (s, t) in enumerate(pairs))
    names = read_names(Document("-", segments, "cs", "de"), lexicon)
    assert [f"{m.text} > {m.suggestion}" for s in names.segments for m in s.mentions if m.suggestion] == found
