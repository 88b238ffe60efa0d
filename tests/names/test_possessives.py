"""Possessive adjectives of a source that a translation carries over, beside surnames that only look like them."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names


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
