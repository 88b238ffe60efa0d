"""The one way of a text: a pure function of values that travel, and the same result on any number of processes."""

from __future__ import annotations

import datetime as dt
import os
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import replace
from multiprocessing import get_context
from typing import Any

import pytest

from qa import pipeline
from qa.config import Config
from qa.glossary.csv_reader import entries
from qa.glossary.table import Row
from qa.model import Anchor, Document, Glossary, Segment, Severity
from qa.names import NameIndex, compile_glossary

ROWS = [
    Row("kyiv", "place", "en", "Kyiv", "preferred", "", "", ""),
    Row("kyiv", "place", "en", "Kiev", "deprecated", "", "", "Russian-based romanization"),
    Row("kyiv", "place", "uk", "Київ", "preferred", "", "", ""),
]
CONFIG = Config(target_lang="en")


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return compile_glossary(Glossary(entries(ROWS)))


def document(text: str, path: str = "a.txt", lang: str | None = "en") -> Document:
    return Document(path, (Segment("s1", text, (Anchor(0, 1, 1),)),), target_lang=lang)


def untranslated(documents: Iterable[Document]) -> Iterable[Document]:
    return documents


def _carried(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 (our own bytes)


def test_a_block_is_split_checked_and_located(index: NameIndex) -> None:
    text = "It was calm. Shelling of Kiev went on."
    (checked,) = pipeline.run([document(text)], index, CONFIG, untranslated)
    assert [s.text for s in checked.document.segments] == ["It was calm.", "Shelling of Kiev went on."]
    (finding,) = checked.findings
    assert (finding.segment, finding.line, finding.column, finding.text) == ("s2", 1, 26, "Kiev")


def test_values_travel(index: NameIndex) -> None:
    given = (document("Shelling of Kiev went on."), index, CONFIG)
    here = pipeline.check_document(*given)
    there = pipeline.check_document(*_carried(given))
    assert _carried(here) == here == there
    assert len(here.findings) == 1


@pytest.mark.parametrize("way", ["fork", "spawn"])
@pytest.mark.parametrize("count", [1, 2, 30])
def test_processes_change_nothing(
    index: NameIndex, monkeypatch: pytest.MonkeyPatch, way: str, count: int
) -> None:
    monkeypatch.setattr(pipeline, "_way_to_start", lambda: get_context(way))
    documents = [document(f"Day {n}. Shelling of Kiev went on.", f"{n}.txt") for n in range(count)]
    alone = list(pipeline.check_documents(documents, index, CONFIG))
    assert list(pipeline.check_documents(documents, index, CONFIG, jobs=2)) == alone
    assert [checked.document.path for checked in alone] == [d.path for d in documents]


def test_a_process_with_other_threads_is_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "listdir", lambda _: ["1"])
    assert pipeline._way_to_start().get_start_method() == "fork"
    monkeypatch.setattr(os, "listdir", lambda _: ["1", "2"])
    assert pipeline._way_to_start().get_start_method() == "spawn"

    def unknown(_: str) -> list[str]:
        raise FileNotFoundError

    monkeypatch.setattr(os, "listdir", unknown)
    assert pipeline._way_to_start().get_start_method() == "spawn"


def test_documents_are_read_one_by_one(index: NameIndex) -> None:
    read = 0

    def feed() -> Iterator[Document]:
        nonlocal read
        while True:
            read += 1
            yield document(f"Day {read}. It was calm.", f"{read}.txt")

    checked = pipeline.run(feed(), index, CONFIG, untranslated)
    assert next(checked).document.path == "1.txt"
    assert next(checked).document.path == "2.txt"
    assert read == 2


def test_the_languages_are_the_configured_else_the_files_else_detected() -> None:
    text = "Die Gespräche über das Abkommen gehen am Montag in Brüssel weiter."
    assert pipeline.in_languages(document(text, lang=None), Config()).target_lang == "de"
    said = replace(document(text), target_lang="nl", source_lang="uk")
    assert pipeline.in_languages(said, Config()).target_lang == "nl"
    configured = pipeline.in_languages(said, Config(target_lang="fr", source_lang="ru"))
    assert (configured.target_lang, configured.source_lang) == ("fr", "ru")


@pytest.mark.parametrize(
    ("source", "target", "lang", "wanted", "told"),
    [
        ("Переговори про угоду тривали в Києві.", "The talks on the deal went on in Kyiv.", None, ("uk", "en"), 0),
        ("Переговори про угоду тривали в Києві.", "Talks.", "en", ("uk", "en"), 0),
        # Tags and placeholders are in no language.
        ('<a class="button large" href="{page_address}">Переговори тривали в Києві</a> {user_name}',
            '<a class="button large" href="{page_address}">Переговоры продолжались</a> {user_name}',
            None, ("uk", "ru"), 0),
        ("Kiew.", "The talks went on.", "en", (None, "en"), 1),
        ("25.", "25.", "en", (None, "en"), 0),
        (None, "The talks went on.", "en", (None, "en"), 0),
        ("Kiew.", "Kyiv.", None, (None, None), 1),  # that no name was judged says it all
        # A copy of the source is for `untranslated` to find, which it does where the languages are not the same.
        ("Das Haus ist alt und klein.", "Das Haus ist alt und klein.", None, (None, "de"), 1),
        ("The colour of the house is grey.", "The color of the house is gray.", "en-US", ("en", "en-US"), 0),
    ],
)  # fmt: skip
def test_the_language_of_a_source_is_detected(
    source: str | None, target: str, lang: str | None, wanted: tuple[str | None, str | None], told: int
) -> None:
    block = replace(document(target, lang=lang).segments[0], source=source)
    found = pipeline.in_languages(replace(document(target, lang=lang), segments=(block,)), Config())
    assert (found.source_lang, found.target_lang) == wanted
    assert [s.stage for s in found.skipped] == ["language"] * told


def test_a_language_that_cannot_be_told_is_a_reason() -> None:
    checked = pipeline.in_languages(document("12:30", lang=None), Config())
    assert checked.target_lang is None
    assert [s.stage for s in checked.skipped] == ["language"]


@pytest.mark.parametrize("tag", ["und", "mul", "x-foo"])
def test_a_tag_that_says_no_language_is_a_reason(tag: str) -> None:
    for said, config in [(tag, Config()), ("en", Config(target_lang=tag))]:
        (skipped,) = pipeline.in_languages(replace(document("Kiev."), target_lang=said), config).skipped
        assert (skipped.stage, skipped.segment) == ("language", None)
        assert skipped.reason.startswith(
            f"{tag!r} says no language, so only names with forms in it were judged"
        )


def test_severities_are_those_of_the_configuration(index: NameIndex) -> None:
    config = replace(CONFIG, severities=(("name-variant", Severity.MINOR),))
    checked = pipeline.check_document(document("Shelling of Kiev went on."), index, config)
    assert [f.severity for f in checked.findings] == [Severity.MINOR]


def test_equal_findings_have_fingerprints_of_their_own(index: NameIndex) -> None:
    checked = pipeline.check_document(document("Kiev, Kiev and Kiev."), index, CONFIG)
    assert len({f.fingerprint for f in checked.findings}) == len(checked.findings) == 3


@pytest.mark.parametrize("text", ["", " ", "\ud800", "a\u202eb", "x" * 20_000, "Kiev\x00"])
def test_odd_text_passes_through(index: NameIndex, text: str) -> None:
    pipeline.check_document(document(text), index, CONFIG)


def test_documents_of_many_days_share_what_is_remembered() -> None:
    renamed = [
        Row("kyiv", "place", "en", "Kiev", "preferred", "", "1999-12-31", ""),
        Row("kyiv", "place", "en", "Kyiv", "preferred", "2000-01-01", "", ""),
        Row("kyiv", "place", "en", "Kiev", "deprecated", "2000-01-01", "", ""),
    ]
    index = compile_glossary(Glossary(entries(renamed)))
    feed = [replace(document("Talks in Kiev."), published=dt.date(year, 7, 1)) for year in range(1980, 2020)]
    before = pipeline._lexicon.cache_info().misses
    checked = list(pipeline.run(feed, index, CONFIG, untranslated))
    assert [bool(one.findings) for one in checked] == [False] * 20 + [True] * 20
    assert pipeline._lexicon.cache_info().misses - before == 2
