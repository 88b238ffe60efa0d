"""Plain text: one paragraph a line, alone or with its source."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import ConfigError, InputError
from qa.readers import read_documents
from qa.segment import split

from .helpers import lines_of, read, texts

CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
PLAIN = st.text(CHARACTERS, max_size=80)
FILES = st.lists(PLAIN, max_size=8).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda end: end.join(lines))
)


@given(FILES)
def test_every_segment_stands_where_it_says(text: str) -> None:
    lines = lines_of(text)
    for document in read(text):
        for segment in split(document).segments:
            start = segment.column - 1
            assert lines[segment.line - 1][start : start + len(segment.text)] == segment.text
            assert segment.position(len(segment.text) - 1) == (segment.line, start + len(segment.text))


@given(FILES)
def test_no_text_is_lost(text: str) -> None:
    wanted = [line.strip() for line in lines_of(text) if line.strip()]
    assert texts(read(text)) == wanted


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x85"])
def test_only_line_feed_and_carriage_return_count_as_line_ends(separator: str) -> None:
    (document,) = read(f"one{separator}still one\ntwo")
    assert [s.line for s in document.segments] == [1, 2]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Three killed in Kharkiv strike, officials say\n\nThree people were killed.\n", True),
        ("Three killed in Kharkiv strike\nThree people were killed.\n", True),
        ("# qa: ignore[name-lost] x\nHarkiv'de üç ölü\n\nÜç kişi öldü.\n", True),
        ("ثلاثة قتلى في خاركيف\n\nقتل ثلاثة.\n", True),
        ("Three people were killed.\n\nThe talks went on.\n", False),
        ("“It is not over”\n\nThe talks went on.\n", False),
        ("Three people were\nkilled in the strike.\n", False),
        ("word " * 21 + "\n\nThe talks went on.\n", False),
        ("Three killed in Kharkiv strike\n", False),
        ("\n\n", False),
    ],
)
def test_the_first_of_several_lines_may_be_a_headline(text: str, headline: bool) -> None:
    (document,) = read(text)
    parts = [segment.part for segment in document.segments]
    assert parts[:1] == (["headline" if headline else "body"] if parts else [])
    assert set(parts[1:]) <= {"body"}


def test_an_empty_file_is_a_document_without_segments() -> None:
    (document,) = read(b"")
    assert not document.segments
    assert document.skipped[0].reason == "the file is empty"


def test_a_blank_file_says_that_it_has_no_text() -> None:
    (document,) = read(b" \n\n")
    assert document.skipped[0].reason == "the file has no text"


def write(folder: Path, target: str, source: str) -> tuple[str, str]:
    (folder / "t.txt").write_text(target, "utf-8")
    (folder / "s.txt").write_text(source, "utf-8")
    return str(folder / "t.txt"), str(folder / "s.txt")


def test_line_i_of_the_source_belongs_to_line_i(tmp_path: Path) -> None:
    target, source = write(tmp_path, "one\n\n three. Four.\n", "eins\n\ndrei. Vier.\n")
    (document,) = read_documents(target, source=source)
    assert [(s.text, s.source, s.line) for s in document.segments] == [
        ("one", "eins", 1),
        ("three. Four.", "drei. Vier.", 3),
    ]


def test_a_line_without_translation_stays(tmp_path: Path) -> None:
    target, source = write(tmp_path, "one\n\nthree\n", "eins\nzwei\ndrei\n")
    (document,) = read_documents(target, source=source)
    assert [(s.text, s.source, s.line, s.column) for s in document.segments] == [
        ("one", "eins", 1, 1),
        ("", "zwei", 2, 1),
        ("three", "drei", 3, 1),
    ]


def test_an_unequal_number_of_lines_is_told_with_both_numbers(tmp_path: Path) -> None:
    target, source = write(tmp_path, "one\ntwo\n", "eins\n")
    with pytest.raises(InputError, match=r"t\.txt: has 2 lines but its source .*s\.txt has 1"):
        list(read_documents(target, source=source))


def test_a_missing_source_is_told(tmp_path: Path) -> None:
    target, _ = write(tmp_path, "one", "eins")
    with pytest.raises(InputError, match=r"no\.txt: there is no such file"):
        list(read_documents(target, source=str(tmp_path / "no.txt")))


def test_a_source_goes_with_plain_text_only(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="csv files carry their own source"):
        list(read_documents("a.csv", source="s.txt"))
