"""Every example file says what is expected of it in the `.expected` file beside it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from qa.errors import ConfigError
from qa.model import Segment
from qa.readers import READERS, format_of, read_documents

from .helpers import EXAMPLES, example_format, lines_of, table


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_an_example_is_read_as_expected(path: Path) -> None:
    assert table(list(read_documents(str(path)))) == path.with_name(path.name + ".expected").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("name", READERS)
def test_every_format_has_an_example(name: str) -> None:
    assert any(example_format(path) == name for path in EXAMPLES)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_every_code_point_is_where_it_is_said_to_be(path: Path) -> None:
    lines = lines_of(path.read_text("utf-8"))
    for document in read_documents(str(path)):
        for segment in document.segments:
            for offset, character in enumerate(segment.text):
                assert _fits(lines, segment, offset, character), (segment.text, offset)


def _fits(lines: list[str], segment: Segment, offset: int, character: str) -> bool:
    line, column = segment.position(offset)
    there = lines[line - 1][column - 1 :]
    if there.startswith(character):
        return True
    # The beginning of an entity or an escape; for white space also a line end or the tag of a break.
    if character == " ":
        return not there.strip() or there.startswith(("\\n", "<x", "  ", "\t"))
    return there.startswith(("&", "\\"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_a_packed_file_is_read_as_the_file_itself(path: Path, tmp_path: Path) -> None:
    packed = tmp_path / f"{path.name}.gz"
    packed.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    assert table(list(read_documents(str(packed)))) == table(list(read_documents(str(path))))


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_line_ends_change_nothing(path: Path, ending: str, tmp_path: Path) -> None:
    other = tmp_path / path.name
    other.write_bytes(path.read_text("utf-8").replace("\n", ending).encode())
    assert table(list(read_documents(str(other)))) == table(list(read_documents(str(path))))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_a_byte_order_mark_changes_nothing(path: Path, encoding: str, tmp_path: Path) -> None:
    other = tmp_path / path.name
    other.write_bytes(path.read_text("utf-8").encode(encoding))
    assert table(list(read_documents(str(other)))) == table(list(read_documents(str(path))))


def test_the_suffix_tells_the_format(tmp_path: Path) -> None:
    assert format_of("a/b.TXT") == "text"
    assert format_of("news.jsonl.gz") == "jsonl"
    assert format_of("hyp.Online-A.en") == "text"


@pytest.mark.parametrize(
    ("root", "name"),
    [
        ("<rss version='2.0'/>", "feed"),
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "feed"),
        ("<?xml version='1.0'?>\n<!-- c --><tmx>", "tmx"),
        ("<!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><br>", "html"),
    ],
)
def test_the_root_element_tells_what_xml_it_is(root: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(root, "utf-8")
    assert format_of(str(path)) == name


def test_an_unknown_format_is_told_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="'word' is not an input format; choose one of csv, feed, html"):
        list(read_documents("x.txt", input_format="word"))
