"""The same article gives the same blocks in every format, each at its place in the file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.readers import READERS

from .helpers import lines_of, read, texts
from .writers import WRITERS, Writer

SEEDS = Path(__file__).parents[2] / "seeds"
# No control characters, which XML cannot hold, and none that are white space of another kind.
LETTERS = st.characters(
    categories=("L", "M", "N", "P", "S"), exclude_characters="\ufffe\uffff"
) | st.sampled_from("\"'&<>*_`[]()#-|\\~;,.1a ")
PARAGRAPHS = st.lists(
    st.text(LETTERS, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool),
    min_size=1,
    max_size=5,
)


@pytest.mark.parametrize(
    ("name", "write"), WRITERS, ids=lambda value: str(value) if isinstance(value, str) else ""
)
def test_an_article_is_the_same_in_every_format(name: str, write: Writer) -> None:
    @given(PARAGRAPHS)
    def law(paragraphs: list[str]) -> None:
        file = write(paragraphs)
        documents = read(file, name)
        assert texts(documents) == paragraphs
        lines = lines_of(file)
        for segment in (s for d in documents for s in d.segments):
            for offset, character in enumerate(segment.text):
                line, column = segment.position(offset)
                there = lines[line - 1][column - 1 :]
                assert there.startswith((character, "&", "\\")), (segment.text, offset)

    law()


def test_every_format_is_written() -> None:
    assert {name for name, _ in WRITERS} == set(READERS)


@pytest.mark.parametrize(
    ("name", "write"), WRITERS, ids=lambda value: str(value) if isinstance(value, str) else ""
)
def test_the_seed_article_is_the_same_in_every_format(name: str, write: Writer) -> None:
    article = (SEEDS / "ukraine-offensive.en.txt").read_text("utf-8")
    paragraphs = [line.strip() for line in article.splitlines() if line.strip()]
    assert texts(read(write(paragraphs), name)) == paragraphs


@pytest.mark.parametrize("dialect", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("csv", ";"), ("tsv", "\t")])
@given(st.lists(st.text(LETTERS, max_size=20).map(str.strip).filter(bool), min_size=1, max_size=4))
def test_what_the_csv_module_writes_is_read_back(
    name: str, delimiter: str, dialect: int, values: list[str]
) -> None:
    import io

    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=dialect)  # type: ignore[arg-type]
    writer.writerow(["target", "source"])
    writer.writerows([value, "x"] for value in values)
    assert texts(read(out.getvalue(), name)) == values
