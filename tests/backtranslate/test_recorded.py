import json

import pytest

from qa.backtranslate import ScoringBackend, open_backend, record, round_trips
from qa.errors import BackendError, OutputError
from tests.backtranslate.fakes import Fake, Scoring, document

ROWS = (
    {"source": "en", "target": "pt", "text": "Good morning.", "translation": "Bom dia."},
    {"source": "pt", "target": "en", "text": "Bom dia.", "translation": "Good day."},
)


def write(path, *rows):
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    return f"recorded:{path}"


def test_a_recording_translates_what_it_holds(tmp_path):
    backend = open_backend(write(tmp_path / "r.jsonl", *ROWS))
    assert backend.info.pairs == {("en", "pt"), ("pt", "en")}
    assert not isinstance(backend, ScoringBackend)
    (doc,) = round_trips([document("Good morning.", "Good night.")], backend)
    assert doc.segments[0].trips[0].text == "Good day."
    assert [(skip.segment, skip.reason) for skip in doc.skipped] == [
        ("s2", "en-pt: the backend returned nothing")
    ]


def test_the_signature_follows_the_content(tmp_path):
    one = open_backend(write(tmp_path / "a", *ROWS)).info.signature
    assert open_backend(write(tmp_path / "b", *ROWS)).info.signature == one
    assert open_backend(write(tmp_path / "c", *ROWS, "")).info.signature != one


@pytest.mark.parametrize("backend", [Fake(), Scoring()], ids=["fake", "scoring"])
def test_what_was_recorded_plays_the_same(tmp_path, backend):
    docs = [document(("Hello there", "Olá"), "Zweite Zeile ü", source="pt")]
    recorder = record(backend)
    played = round_trips(docs, recorder)
    recorder.save(tmp_path / "r.jsonl")
    replay = open_backend(f"recorded:{tmp_path / 'r.jsonl'}")
    assert replay.info.signature.endswith("|fake|1")
    again = round_trips(docs, replay)
    assert [[t.text for t in s.trips] for s in again[0].segments] == [
        [t.text for t in s.trips] for s in played[0].segments
    ]
    assert isinstance(replay, ScoringBackend) == isinstance(backend, Scoring)
    scores = [[t.log_probabilities for t in s.trips] for s in played[0].segments]
    assert [[t.log_probabilities for t in s.trips] for s in again[0].segments] == scores


def test_a_recording_does_not_depend_on_the_order_of_work(tmp_path):
    for name, texts in (("a", ["One", "Two"]), ("b", ["Two", "One"])):
        recorder = record(Fake())
        recorder.translate(texts, "en", "pt")
        recorder.save(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_recording_that_cannot_be_written(tmp_path):
    with pytest.raises(OutputError):
        record(Fake()).save(tmp_path / "missing" / "r.jsonl")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "3",
        '"text"',
        json.dumps({"source": "en", "target": "pt", "text": "x"}),
        json.dumps({"source": "en", "target": "pt", "text": 3, "translation": "y"}),
        json.dumps({"source": "en", "target": None, "text": "x", "translation": "y"}),
        json.dumps({"source": "en", "target": "pt", "text": "x", "wanted": "y", "log_probability": [["a"]]}),
        json.dumps({"source": "en", "target": "pt", "text": "x", "wanted": "y", "log_probability": 5}),
        "[" * 100_000,
        '"\\ud800',
    ],
)
def test_a_broken_line_is_named(tmp_path, line):
    with pytest.raises(BackendError) as caught:
        open_backend(write(tmp_path / "r.jsonl", ROWS[0], line))
    assert str(caught.value).startswith(f"{tmp_path / 'r.jsonl'}:2: expected a JSON object with ")
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(BackendError, match="the recording cannot be read: No such file"):
        open_backend(f"recorded:{tmp_path / 'none'}")
