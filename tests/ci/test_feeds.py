"""A feed is read, checked and written document by document: nothing waits for its end that need not."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qa import pipeline
from qa.atomic import Replacement
from qa.cli.formats import Target
from qa.cli.outputs import Outputs
from qa.config import Config
from qa.feed import HELD
from qa.glossary import load
from qa.model import Anchor, CheckedDocument, Document, Report, Segment
from qa.names import NameIndex, compile_glossary
from qa.reporters import REPORTERS, WRITERS
from tests.reporters.sample import sample_report


@pytest.fixture
def index(place: Path) -> NameIndex:
    return compile_glossary(load(["names.csv"]))


def feed(count: int, taken: list[int]) -> Iterator[Document]:
    """Documents that note when they are asked for."""
    for number in range(count):
        taken.append(number)
        segment = Segment("b1", f"Shelling of Kiev, part {number}.", (Anchor(0, number + 1, 1),))
        yield Document("feed", (segment,), target_lang="en", name=str(number))


@pytest.mark.parametrize(("jobs", "ahead"), [(1, HELD + 1), (2, 2 * 5 * 8 + 8 + HELD)])
def test_few_documents_are_on_their_way(index: NameIndex, jobs: int, ahead: int) -> None:
    taken: list[int] = []
    checked = pipeline.run(feed(400, taken), index, Config(), lambda documents: documents, jobs)
    for number, one in enumerate(checked):
        assert one.document.name == str(number)
        assert len(taken) - number <= ahead
    assert len(taken) == 400


def test_a_run_that_is_given_up_ends_its_workers(index: NameIndex) -> None:
    taken: list[int] = []
    checked = pipeline.run(feed(400, taken), index, Config(), lambda documents: documents, 2)
    next(iter(checked))
    checked.close()  # type: ignore[attr-defined]
    assert len(taken) < 400


@pytest.mark.parametrize("format", sorted(WRITERS))
def test_documents_are_let_go_once_they_are_written(place: Path, format: str) -> None:
    outputs = Outputs("none", (Target(format, place / "out"),), "en")
    report = sample_report()
    held: list[weakref.ref[Segment]] = []
    with outputs.writing(replace(report, documents=()), []) as sink:
        for number in range(20):
            segment = Segment("s1", f"Calm, part {number}.", (Anchor(0, 1, 1),))
            held.append(_reference(sink, segment))
            del segment
        gc.collect()
        assert sum(reference() is not None for reference in held) <= 1
        sink.finish(replace(report, documents=()), [])
    assert (place / "out").stat().st_size


class _Kept(Segment):
    """A segment that can be watched; the real one has no room for it."""

    __slots__ = ("__weakref__",)


def _reference(sink, segment: Segment):  # type: ignore[no-untyped-def]
    watched = _Kept(segment.id, segment.text, segment.anchors)
    sink.add(CheckedDocument(Document("a.txt", (watched,)), ()))
    return weakref.ref(watched)


@pytest.mark.parametrize("format", sorted(WRITERS))
def test_written_in_pieces_it_is_what_it_is_as_a_whole(place: Path, format: str) -> None:
    report = sample_report()
    several = replace(report, documents=report.documents * 3)
    outputs = Outputs("none", (Target(format, place / "out"),), "en")
    with outputs.writing(replace(report, documents=()), []) as sink:
        for checked in several.documents:
            sink.add(checked)
        sink.finish(replace(several, documents=()), [])
    assert (place / "out").read_bytes().decode() == REPORTERS[format](several)
    assert sink.totals.failed(report.fail_on) == several.failed


def test_an_error_on_the_way_leaves_no_file(place: Path) -> None:
    outputs = Outputs("none", (Target("json", place / "out"),), "en")

    def broken(head: Report) -> None:
        with outputs.writing(head, []) as sink:
            sink.add(sample_report().documents[0])
            raise ValueError("worker")

    with pytest.raises(ValueError, match="worker"):
        broken(replace(sample_report(), documents=()))
    assert [path.name for path in place.iterdir()] == ["names.csv"]


def test_a_device_is_written_directly(place: Path) -> None:
    new = Replacement("/dev/null")
    new.write(b"x")
    new.commit()
    assert Path("/dev/null").exists()
