"""One name in two spellings in the documents of one run: told at the rarer one, on any number of cores."""

from __future__ import annotations

import random

import pytest

from qa import pipeline
from qa.config import Config
from qa.feed import HELD
from qa.model import Anchor, CheckedDocument, Document, Entry, Form, Glossary, Segment, Status, Suppressed
from qa.names import NameIndex, compile_glossary
from qa.names.mixed.across import Spellings

EMPTY = compile_glossary(Glossary(()))
USUAL, RARE = "Talks with Arestovych went on.", "Talks with Arestovich went on."


def document(number: int, text: str, source: str | None = None, lang: str = "en") -> Document:
    segment = Segment("b1", text, (Anchor(0, 1, 1),), source=source)
    return Document(f"{number}.txt", (segment,), "uk" if source else None, lang)


def run(
    *texts: str | tuple[str, str],
    index: NameIndex = EMPTY,
    config: Config = Config(),  # noqa: B008 — a frozen value
    jobs: int = 1,
) -> list[CheckedDocument]:
    documents = [
        document(n, *((text,) if isinstance(text, str) else text)) for n, text in enumerate(texts, 1)
    ]
    return list(pipeline.run(documents, index, config, lambda found: found, jobs))


def mixed(checked: list[CheckedDocument]) -> list[tuple[str, str, str | None]]:
    return [
        (one.document.path, f.text, f.suggestion)
        for one in checked
        for f in one.findings
        if f.rule == "name-mixed"
    ]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        ([USUAL, RARE], [("2.txt", "Arestovich", "Arestovych")]),
        ([RARE, USUAL, USUAL], [("1.txt", "Arestovich", "Arestovych")]),
        ([USUAL, USUAL, RARE, USUAL], [("3.txt", "Arestovich", "Arestovych")]),
        (
            [USUAL, "Talks with Arestovich's men, said Arestovich."],
            [("2.txt", "Arestovich", "Arestovych")] * 2,
        ),
        ([USUAL.upper(), RARE], [("2.txt", "Arestovich", "ARESTOVYCH")]),
        ([USUAL, "Talks with Arestova went on."], []),
        ([USUAL, "The arestovich went on. So did Arestovich."], []),
        # A slip, or what is known as a name by itself, is no evidence between two documents.
        (["Troops left Kransodar.", "Troops left Krasnodar."], []),
        (["They left Dolní.", "They left Dalniy."], []),
        (
            ["The port of Tschornomorsk.", "The port of Chornomorsk."],
            [("2.txt", "Chornomorsk", "Tschornomorsk")],
        ),
        (["Mr Hansen came.", "Mr Hanson came."], []),
        (["Then Vadym came.", "Then Vadim came."], []),
        (["Mr Petrov came.", "Mr Petrow came."], []),
    ],
)
def test_the_rarer_spelling_is_told(texts: list[str], wanted: list[tuple[str, str, str]]) -> None:
    assert mixed(run(*texts)) == wanted


def test_what_one_document_tells_apart_is_left_alone() -> None:
    met = Spellings("en")
    met.meet({"bilenko": "Bilenko"})
    met.meet({"belenko": "Belenko"})
    assert met.usual("belenko") == ("Bilenko", 1, 1)
    met.meet({"bilenko": "Bilenko", "belenko": "Belenko"})
    assert met.usual("belenko") is None


@pytest.mark.parametrize(
    ("source", "found"),
    [("Розмови з Арестовичем тривали.", True), ("Розмови з Хрустичем тривали.", False), ("Мовчання.", False)],
)
def test_the_source_decides(source: str, found: bool) -> None:
    checked = run((USUAL, "Розмови з Арестовичем тривали."), (RARE, source))
    assert bool(mixed(checked)) == found
    if found:
        (finding,) = checked[1].findings
        assert finding.evidence == ("both are romanizations of Арестовичем in the source",)


def test_a_name_of_the_glossary_is_another_matter() -> None:
    entry = Entry("arestovych", "person", (Form("Arestovych", "en", Status.PREFERRED),))
    checked = run(USUAL, RARE, index=compile_glossary(Glossary((entry,))))
    assert mixed(checked) == []
    assert [f.rule for f in checked[1].findings] == ["name-unlisted"]


def test_documents_in_two_languages_are_not_compared() -> None:
    documents = [document(1, USUAL), document(2, "Gespräche mit Arestovich.", lang="de")]
    checked = list(pipeline.run(documents, EMPTY, Config(), lambda found: found))
    assert mixed(checked) == []


def test_settings_and_marks_hold() -> None:
    assert mixed(run(USUAL, RARE, config=Config(ignore=("name-mixed",)))) == []
    suppressed: list[Suppressed] = []
    for one in run(USUAL, "Talks with Arestovich [sic] went on."):
        suppressed += one.suppressed
    assert [s.finding.rule for s in suppressed] == ["name-mixed"]


def test_it_is_the_same_on_any_number_of_cores() -> None:
    texts = [random.Random(n).choice((USUAL, USUAL, RARE)) for n in range(30)]
    alone = run(*texts)
    assert mixed(alone)
    assert run(*texts, jobs=2) == alone
    fingerprints = [f.fingerprint for one in alone for f in one.findings]
    assert all(fingerprints)
    assert len(set(fingerprints)) == len(fingerprints)


def test_only_the_next_documents_are_waited_for() -> None:
    calm = ["Talks with Bondarchuk went on."] * HELD
    assert mixed(run(RARE, *calm[2:], USUAL, USUAL)) == [("1.txt", "Arestovich", "Arestovych")]
    assert mixed(run(RARE, *calm, USUAL, USUAL)) == []


def test_memory_is_bounded_and_forgetting_leaves_nothing_behind() -> None:
    met = Spellings("en", most=50)
    for number in range(500):
        name = "Ar" + "bcdfghklmn"[number % 10] + "o" * (number % 7) + "tov" + "aeiou"[number % 5] + "ch"
        met.meet({name.lower(): name})
        assert len(met._met) <= 50
    names = set(met._met)
    assert all(found.like <= names for found in met._met.values())
    assert set().union(*met._by_key.values()) <= names
    assert all(pair <= names for pair in met._apart)
