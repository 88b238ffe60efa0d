"""The same fifty articles give the same findings in every format, each at its place in the file."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

import pytest

from qa import pipeline
from qa.config import Config
from qa.glossary import load
from qa.model import CheckedDocument, Document
from qa.names import NameIndex, compile_glossary
from qa.readers import READERS, read_documents
from tests.ci.article_files import FORMS, Form, packed, sources
from tests.ci.articles import COUNT, GLOSSARY, Article, articles

# Where a finding stands differs from format to format, and with the place its fingerprint.
_PLACE = ("line", "column", "fingerprint", "segment")
Told = list[tuple[str, str, tuple[tuple[str, object], ...]]]


@cache
def index() -> NameIndex:
    return compile_glossary(load([GLOSSARY]))


def told(checked: CheckedDocument) -> Told:
    """Everything that is said of a document, but for places: findings with the sentences they stand in."""
    segments = {segment.id: segment for segment in checked.document.segments}
    found = [*checked.findings, *(one.finding for one in checked.suppressed)]
    return [
        (
            segments[finding.segment].text,
            segments[finding.segment].source or "",
            tuple((key, value) for key, value in asdict(finding).items() if key not in _PLACE),
        )
        for finding in found
    ]


def judged(documents: Sequence[Document], article: Article) -> list[CheckedDocument]:
    config = Config(source_lang=article.lang, target_lang="en")
    return list(pipeline.run(documents, index(), config, lambda segmented: segmented))


@cache
def expected(bilingual: bool) -> tuple[Told, ...]:
    """What plain text gives, with its source or without."""
    found = []
    for article in articles():
        text = FORMS["text"].write([article]).encode()
        if not bilingual:
            documents = from_stdin(text, FORMS["text"])
        else:
            Path("source.txt").write_text(sources(article), "utf-8")
            Path("target.txt").write_bytes(text)
            documents = list(read_documents("target.txt", source="source.txt"))
        (checked,) = judged(documents, article)
        found.append(told(checked))
    return tuple(found)


def from_stdin(data: bytes, form: Form) -> list[Document]:
    return list(read_documents("-", input_format=form.format, stdin=io.BytesIO(data)))


def from_a_file(data: bytes, form: Form, packing: str = "") -> list[Document]:
    """The documents of a file whose format its name tells, as if it were standard input."""
    name = f"article{READERS[form.format].suffixes[0]}{packing}"
    Path(name).write_bytes(data)
    return [replace(document, path="-") for document in read_documents(name)]


@pytest.mark.parametrize("name", FORMS)
def test_every_format_gives_the_same_findings(place: Path, name: str) -> None:
    form = FORMS[name]
    for article, wanted in zip(articles(), expected(form.bilingual), strict=True):
        data = form.write([article])
        documents = from_stdin(data.encode(), form)
        (checked,) = judged(documents, article)
        assert told(checked) == wanted, article.number
        assert_places(checked, data)
        # From here on everything is a function of the document.
        assert from_a_file(data.encode(), form) == documents
        assert from_a_file(packed(data.encode()), form, ".gz") == documents


def assert_places(checked: CheckedDocument, data: str) -> None:
    """Where a finding points, the file has its first letter, or how the format writes it."""
    lines = re.split(r"\r\n|\r|\n", data)
    for finding in checked.findings:
        if finding.side == "target" and finding.text:
            there = lines[finding.line - 1][finding.column - 1 :]
            assert there.startswith((finding.text[0], "&", "\\", '""')), finding


@pytest.mark.parametrize("name", [name for name, form in FORMS.items() if form.many])
def test_so_does_one_file_with_all_of_them(place: Path, name: str) -> None:
    form = FORMS[name]
    documents = from_stdin(form.write(articles()).encode(), form)
    assert len(documents) == COUNT
    for article, document, wanted in zip(articles(), documents, expected(form.bilingual), strict=True):
        (checked,) = judged([document], article)
        assert told(checked) == wanted, article.number


def test_every_format_takes_part() -> None:
    assert {form.format for form in FORMS.values()} == set(READERS)
    assert len(articles()) == COUNT == 50


def test_the_articles_have_something_to_find(place: Path) -> None:
    """Sameness would say little of articles without findings, or with one kind of them."""
    rules: Counter[str] = Counter()
    for found in expected(True):
        rules.update({str(dict(finding)["rule"]) for _, _, finding in found})
    assert rules.keys() >= {
        *("name-variant", "name-unlisted", "name-mixed", "name-missing", "name-wrong", "number-mismatch"),
        *("repeated-word", "mixed-script", "unbalanced-punctuation", "untranslated"),
    }
    assert sum(bool(found) for found in expected(True)) >= 40
    assert sum(bool(found) for found in expected(False)) >= 30


PARAGRAPHS = [
    # What stands on one line of the file may be two paragraphs: no number moves from the one to the other,
    ("jsonl", '{"source": "Їх було 12.\\nОдин сидів.", "target": "They were many.\\nOf 12 one sat."}\n', 2),
    ("html", "<p>(They left early.</p><p>Nobody asked.)</p>", 2),
    # and a paragraph may take several lines.
    ("html", "<p>(They left early.\nNobody asked.) It rained.</p>", 0),
    ("markdown", "(They left early.\nNobody asked.) It rained.\n", 0),
    ("text", "(They left early. Nobody asked.) It rained.\n", 0),
    ("text", "(They left early.\nNobody asked.) It rained.\n", 2),
]


@pytest.mark.parametrize(("format", "data", "count"), PARAGRAPHS)
def test_a_paragraph_is_what_the_format_calls_one(format: str, data: str, count: int) -> None:
    documents = list(read_documents("-", input_format=format, stdin=io.BytesIO(data.encode())))
    config = Config(
        source_lang="uk", target_lang="en", select=("number-mismatch", "unbalanced-punctuation"), quotes=()
    )
    (checked,) = pipeline.run(documents, index(), config, lambda segmented: segmented)
    assert len(checked.findings) == count
