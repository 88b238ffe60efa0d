"""Entries are found in a compiled glossary by their ids, whatever the ids hold."""

from __future__ import annotations

import pytest

from qa.model import Entry, Form, Glossary, Status
from qa.names import compile_glossary

IDS = ("a", "a-b", "a,b", 'a"b', "київ", "b")


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary(
        tuple(Entry(id_, "place", (Form("Kyiv", "en", Status.PREFERRED),)) for id_ in sorted(IDS))
    )


@pytest.mark.parametrize(
    "wanted", [(), ("a",), ("a,b",), ('a"b',), ("київ", "a"), ("nowhere",), IDS], ids=str
)
def test_entries_by_id(glossary: Glossary, wanted: tuple[str, ...]) -> None:
    found = compile_glossary(glossary).named(wanted)
    assert found == tuple(entry for entry in glossary.entries if entry.id in wanted)
