"""Thousands of damaged glossaries: each loads, or says in one line what is wrong and where."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa.errors import GlossaryError
from qa.glossary import edit, files, load
from qa.glossary.fmt import canonical_text
from qa.glossary.importers import Options, run
from qa.glossary.lines import HEADER
from qa.glossary.lint import RULES, lint
from qa.glossary.merge import merge
from qa.glossary.table import parse

ROWS = """\
# Places
kyiv,place,en,Kiev,deprecated,,,"Russian, old"
kyiv,place,en,Kyiv,preferred,,,
kyiv,place,uk,Київ,preferred,,,
sievierodonetsk,place,en,Sievierodonetsk,preferred,,2024-09-18,
sievierodonetsk,place,en,Siverskodonetsk,preferred,2024-09-19,,renamed
al-bab,place,ar,الباب,preferred,,,
"""
GOOD = f"{HEADER}\n{ROWS}".encode()
PIECES = [
    *(
        sign.encode()
        for sign in [",", '"', "\n", "\r", "\r\n", "\x00", "#", ";", "\t", "=", " ", "-", '""', "'", "е"]
    ),
    *(
        word.encode()
        for word in ["preferred", "2024-02-30", "9999-99-99", "en_GB", "\ufeff", "é", "A" * 400, "\u200f"]
    ),
    *(b"\xff", b"\xd0", b"\xed\xa0\x80", b"\xef\xbf\xbf", b"\xf0\x9f\x98\x80", b"\x1b[31m"),
    b"kyiv,place,en,Kyiv,admitted,,,\n",
]
# The rules of lint that say why a glossary cannot be used; the table lists them first.
LOADING = [rule.id for rule in RULES][: [rule.id for rule in RULES].index("id-style")]
ONE_LINE = re.compile(r"g\.csv:[1-9]\d*:[1-9]\d*: \S[^\x00-\x1f\x7f-\x9f]*")


def damaged(chance: random.Random, whole: bytes = GOOD) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.choice([1, 1, 1, 2, 3, 10])):
        start = chance.randrange(len(data) + 1)
        kind = chance.randrange(6)
        if kind == 0:
            data[start:start] = chance.choice(PIECES)
        elif kind == 1:
            del data[start : start + chance.choice([1, 1, 2, 5, 40])]
        elif kind == 2 and start < len(data):
            data[start] = chance.randrange(256)
        elif kind == 3:
            piece = data[start : start + chance.randrange(60)]
            data[chance.randrange(len(data) + 1) : 0] = piece
        elif kind == 4:
            lines = bytes(data).split(b"\n")
            chance.shuffle(lines)
            data = bytearray(b"\n".join(lines))
        else:
            del data[start:]
    return bytes(data)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], str]:
    """What loading says of a file with these bytes, `""` if it loads; no disk takes part."""

    def say(data: bytes) -> str:
        monkeypatch.setattr(files, "read_bytes", lambda _path, _expected: data)
        try:
            load(["g.csv"])
        except GlossaryError as error:
            return str(error)
        return ""

    return say


def test_five_thousand_damaged_files(said: Callable[[bytes], str]) -> None:
    chance = random.Random(20220224)
    messages = [said(damaged(chance)) for _ in range(5000)]
    refused = [message for message in messages if message]
    assert [message for message in refused if not ONE_LINE.fullmatch(message)] == []
    assert min(len(refused), 5000 - len(refused)) > 300


def test_lint_is_never_silent_about_what_does_not_load(said: Callable[[bytes], str]) -> None:
    chance = random.Random(20240919)
    for _ in range(500):
        data = damaged(chance)
        message, read = said(data), parse(data, "g.csv")
        faults = [finding for finding in lint(read) if finding.rule in LOADING]
        assert bool(message) == bool(faults), message
        if not read.faults:
            canonical_text(read)


SOURCES = {
    **{path.name: path.read_bytes() for path in sorted((Path(__file__).parent / "tbx").glob("*.tbx"))},
    "names.tmx": b'<tmx><body><tu tuid="1"><tuv xml:lang="en"><seg>Kyiv</seg></tuv></tu></body></tmx>',
    "names.csv": b"uk,en,en:deprecated,from,note\nx,Kyiv,Kiev;Kyjiw,2020-01-01,n\n",
    "spellings.json": b'[{"sourceSpelling":"x","correctSpelling":"Kyiv","incorrectSpellings":["Kiev"]}]',
    "item.json": json.dumps(
        {
            "id": "Q1",
            "labels": {"en": {"language": "en", "value": "Kyiv"}},
            "aliases": {"en": [{"value": "Kiev"}]},
            "claims": {
                "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q515"}}}}],
                "P1448": [
                    {
                        "mainsnak": {"datavalue": {"value": {"text": "x", "language": "uk"}}},
                        "qualifiers": {
                            "P580": [{"datavalue": {"value": {"time": "+2020-01-01", "precision": 11}}}]
                        },
                    }
                ],
            },
        }
    ).encode(),
    "query.json": b'{"results":{"bindings":[{"i":{"type":"uri","value":"e/Q1"},'
    b'"l":{"type":"literal","xml:lang":"en","value":"Kyiv"}}]}}',
}
ODD: list[Any] = [None, 3, "x", [], {}, [1], {"a": 1}, True, "\ud800", -1e308]


def twisted(value: Any, chance: random.Random) -> Any:
    """The same JSON with one piece of another kind somewhere."""
    if isinstance(value, dict) and value and chance.random() < 0.8:
        key = chance.choice(list(value))
        return {**value, key: twisted(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.8:
        index = chance.randrange(len(value))
        return [*value[:index], twisted(value[index], chance), *value[index + 1 :]]
    return chance.choice(ODD)


@pytest.mark.parametrize("name", SOURCES)
def test_a_damaged_import_gives_sound_rows_or_one_line(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    chance = random.Random(name)
    empty = parse(f"{HEADER}\n".encode(), "g.csv")
    for _ in range(120):
        data = damaged(chance, SOURCES[name])
        if name.endswith(".json") and chance.random() < 0.6:
            data = json.dumps(twisted(json.loads(SOURCES[name]), chance)).encode()
        monkeypatch.setattr(files, "read_bytes", lambda _path, _expected, data=data: data)
        message = ""
        try:
            brought = run(
                Path(name), None, Options(aliases=chance.choice(["admitted", "skip", "deprecated"]))
            )
        except GlossaryError as error:
            message = str(error)
        else:
            edit.with_rows(empty, merge([], brought.concepts).new)
        assert "\n" not in message
        assert message == "" or message.startswith(name)
