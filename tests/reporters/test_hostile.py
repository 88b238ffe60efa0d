"""No text from outside becomes more than text, in any output and in any field."""

from __future__ import annotations

import json as standard_json
import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from qa.reporters import html, json, text
from qa.reporters.html.template import script_data
from qa.reporters.visible import visible, visible_line
from tests.reporters.hostile import STRINGS, hostile_report


class _Page(HTMLParser):
    """Collects the elements and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def _skeleton(page: str) -> list[str]:
    """The elements and the names of their attributes."""
    return [f"{tag} {' '.join(sorted(attributes))}" for tag, attributes in _Page(page).elements]


def _pages(string: str) -> list[str]:
    report = hostile_report(string)
    several = replace(report, documents=report.documents * 2)
    return [html.render(report), html.render_index(several, [string, None])]


def test_there_are_enough_strings() -> None:
    assert len(set(STRINGS)) >= 300


@pytest.mark.parametrize("string", STRINGS, ids=range(len(STRINGS)))
def test_pages_keep_their_elements(string: str) -> None:
    for page in _pages(string):
        page.encode("utf-8")
        elements = _Page(page).elements
        tags = [tag for tag, _ in elements]
        assert tags.count("script") == 2
        assert tags.count("style") == 1
        assert tags.count("meta") == 6
        assert not {"img", "iframe", "object", "embed", "base", "link", "body-", "math"}.intersection(tags)
        for _, attributes in elements:
            assert not any(
                name.startswith("on") or name in ("style", "src", "srcdoc", "action") for name in attributes
            )
            assert re.fullmatch(r"#[a-z]+\d*|[\w%./~-]+(#[df]\d+)?", attributes.get("href") or "#a")


@pytest.mark.parametrize("string", ["<script>", "onload=x", "}};{% %}", '"><b>x</', "--><!--x", "&#60;b&gt"])
def test_the_string_never_changes_the_skeleton_of_the_page(string: str) -> None:
    harmless = "harmless!"[: len(string)]
    assert [_skeleton(page) for page in _pages(string)] == [_skeleton(page) for page in _pages(harmless)]


@pytest.mark.parametrize("string", STRINGS, ids=range(len(STRINGS)))
def test_terminal_output_stays_within_its_lines(string: str) -> None:
    report = hostile_report(string)
    shown = text.render(report)
    assert not [c for c in shown if c != "\n" and unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", shown)
    findings, skipped, notes, summary = 4, 1, 1, 1
    assert shown.count("\n") == findings + skipped + notes + summary


@pytest.mark.parametrize("string", STRINGS, ids=range(len(STRINGS)))
def test_json_gives_every_string_back(string: str) -> None:
    document = standard_json.loads(json.render(hostile_report(string)).encode())["documents"][0]
    assert document["findings"][0]["suggestion"] == string
    assert document["segments"][0]["fluency"]["metrics"] == {string: 1.0}


@pytest.mark.parametrize("string", STRINGS, ids=range(len(STRINGS)))
def test_data_for_the_script_cannot_end_the_element(string: str) -> None:
    written = script_data({"x": string})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert standard_json.loads(written.encode()) == {"x": string}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x00\x1b\x7f", "␀␛␡"),
        ("a\u202eb", "a⟨RLO⟩b"),
        ("\u2028\ufeff\x9b", "⟨U+2028⟩⟨BOM⟩⟨U+009B⟩"),
        ("line\n\ttab", "line\n\ttab"),
        ("م\u200cی\u200d \u00ad", "م\u200cی\u200d \u00ad"),
    ],
)
def test_hidden_characters_are_shown(typed: str, shown: str) -> None:
    assert visible(typed) == shown


def test_a_line_shows_its_white_space() -> None:
    assert visible_line("a\n\tb\r") == "a␊␉b␍"
