"""Several things of a make: the source explains them without asking for them, and the target is read without its -s."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, SegmentNames, compile_glossary, read_names

MAKES = {
    "shahed": ("other", "Shahed", "uk", "Шахед"),
    "iskander": ("other", "Iskander", "ru", "Искандер"),
    "boeing": ("organisation", "Boeing 737", "uk", "Боїнг 737"),
    "leopard": ("other", "Leopard 2", "pl", "Leopard 2"),
    "mig": ("other", "MiG-31", "uk", "МіГ-31"),
    "shakhed": ("place", "Shahed", "uk", "Шахед"),
}


def _read(make: str, source: str | None, text: str) -> SegmentNames:
    kind, english, lang, native = MAKES[make]
    forms = (Form(english, "en", Status.PREFERRED), Form(native, lang, Status.PREFERRED))
    lexicon = Lexicon(compile_glossary(Glossary((Entry(make, kind, forms),))), "en")
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    return read_names(Document("-", (segment,), lang if source else None, "en"), lexicon).segments[0]


@pytest.mark.parametrize(
    ("make", "source", "text", "found"),
    [
        ("shahed", "Росія запустила 12 Шахедів.", "Russia launched 12 Shakheds.", ("Shakheds", "Shaheds")),
        ("shahed", "Росія запустила 12 «шахедів».", "Russia launched 12 Shahids.", ("Shahids", "Shaheds")),
        ("shahed", None, "Russia launched 12 Shakheds.", ("Shakheds", "Shaheds")),
        ("shahed", "Росія запустила 12 Шахедів.", "Russia launched a Shakhed.", ("Shakhed", "Shahed")),
        ("iskander", "Ударили «Искандерами».", "They hit with Iskandars.", ("Iskandars", "Iskanders")),
        ("boeing", "Боїнги 737 літають.", "Boing 737s fly.", ("Boing 737", "Boeing 737")),
        ("leopard", "Wysłano 14 Leopardów 2.", "14 Leopart 2 tanks were sent.", ("Leopart 2", "Leopard 2")),
        ("mig", "МіГи-31 злетіли.", "Mig-31 jets took off.", ("Mig-31", "MiG-31")),
    ],
)
def test_several_of_a_make_are_found(
    make: str, source: str | None, text: str, found: tuple[str, str]
) -> None:
    names = _read(make, source, text)
    assert [(m.text, m.suggestion) for m in names.mentions] == [found]


@pytest.mark.parametrize(
    ("make", "source", "text"),
    [
        ("shahed", "Росія запустила 12 Шахедів.", "Russia launched 12 Shaheds."),
        ("shahed", "Росія запустила 12 Шахедів.", "Russia launched 12 drones."),
        # Written small and without quotation marks it is a word.
        ("shahed", "Росія запустила 12 шахедів.", "Russia launched 12 drones."),
        ("leopard", "Wysłano 14 Leopardów 2.", "14 Leopard 2s were sent."),
        # There are no several of a place.
        ("shakhed", "Росія запустила 12 Шахедів.", "Russia launched 12 Shakheds."),
    ],
)
def test_nothing_is_said_of_the_right_ones_nor_of_other_words(make: str, source: str, text: str) -> None:
    names = _read(make, source, text)
    assert [m.text for m in names.mentions if m.suggestion is not None] == []
    assert names.missing == ()
