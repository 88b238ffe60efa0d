"""A common word that begins a sentence is missed where it is a name nearby and the target has another one instead."""

from __future__ import annotations

import pytest

from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, compile_glossary, read_names

FAR = [(".", ".")] * 12


@pytest.mark.parametrize("target", ["Galatasaray did.", "They did."])
@pytest.mark.parametrize(
    ("lang", "native", "pairs", "missing"),
    [
        ("tr", "Fenerbahçe", [("Derbiyi Fenerbahçe kazandı.", "Fenerbahçe won.")], "Fenerbahçe sevindi."),
        ("tr", "Hürriyet", [("Bunu Hürriyet yazdı.", "Hürriyet wrote it.")], "Hürriyet manşet attı."),
        ("sr", "Политика", [("Пише лист Политика.", "Politika writes.")], "Политика је објавила интервју."),
        ("cs", "Právo", [("Uvedl deník Právo.", "Právo said.")], "Právo o tom psalo."),
        ("bg", "Дневник", [("Пише вестник Дневник.", "Dnevnik writes.")], "Дневник публикува интервю."),
        # A word that the document has in small letters too, or has the name only far away, tells nothing.
        (
            "sr",
            "Политика",
            [("Пише лист Политика.", "Politika."), ("Лоша политика.", "-")],
            "-Политика је тешка.",
        ),
        ("cs", "Právo", [("Uvedl deník Právo.", "Právo said."), *FAR], "-Právo je těžké."),
        ("sr", "Политика", [], "-Политика је тешка."),
        ("cs", "ANO", [("Pro hlasovalo hnutí ANO.", "ANO voted for it.")], "-Ano, budeme hlasovat."),
        # Where every noun has a capital, none of them tells anything.
        ("de", "Welt", [("Das meldet die Welt.", "Welt reports.")], "-Welt und Kirche."),
    ],
)
def test_a_name_that_begins_a_sentence(
    lang: str, native: str, pairs: list[tuple[str, str]], missing: str, target: str
) -> None:
    latin = {"Политика": "Politika", "Дневник": "Dnevnik"}.get(native, native)
    forms = (Form(latin, "en", Status.PREFERRED), Form(native, lang, Status.PREFERRED))
    other = (Form("Galatasaray", "en", Status.PREFERRED), Form("Galatasaray", lang, Status.PREFERRED))
    entries = (Entry("one", "organisation", forms), Entry("other", "organisation", other))
    lexicon = Lexicon(compile_glossary(Glossary(entries)), "en")
    texts = [*pairs, (missing.removeprefix("-"), target)]
    segments = tuple(Segment(f"s{n}", t, (Anchor(0, n, 1),), source=s) for n, (s, t) in enumerate(texts))
    last = read_names(Document("-", segments, lang, "en"), lexicon).segments[-1]
    replaced = "Galatasaray" in target and not missing.startswith("-")
    assert [name.text for name in last.missing] == ([native] if replaced else [])
