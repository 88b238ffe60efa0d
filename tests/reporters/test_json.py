"""The JSON keeps the contract: schema, order of keys, and nothing that differs from run to run."""

from __future__ import annotations

import json as standard_json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest

from qa.model import Anchor, CheckedDocument, Document, Report, Score, Segment
from qa.reporters import json
from tests.reporters.sample import sample_report

SCHEMA = standard_json.loads((files("qa") / "data/schema/report.schema.json").read_text("utf-8"))

ORDER = {
    (): "schema_version tool glossaries documents summary",
    ("documents", 0): "path source_lang target_lang segments findings skipped fluency",
    ("documents", 0, "segments", 0): "id line column text source back_translation fluency agreement",
    ("documents", 0, "segments", 0, "fluency"): "score band signature metrics",
    ("documents", 0, "findings", 0): (
        "rule category severity segment side start end line column text entry suggestion confidence "
        "explanation fingerprint"
    ),
    ("documents", 0, "skipped", 0): "segment stage reason",
    ("documents", 0, "fluency"): "score band segments_scored",
    ("summary",): "documents segments words findings skipped seconds",
    ("summary", "findings"): "critical major minor neutral",
}


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", [sample_report(), Report("qa", "1", (), (), (), None)])
def test_output_follows_the_published_schema(report: Report) -> None:
    jsonschema.validate(standard_json.loads(json.render(report)), SCHEMA, jsonschema.Draft202012Validator)


@pytest.mark.parametrize(("path", "keys"), ORDER.items(), ids=lambda value: str(value)[:40])
def test_keys_of_the_contract_come_first_and_in_order(path: tuple[str | int, ...], keys: str) -> None:
    value = standard_json.loads(json.render(sample_report()))
    for step in path:
        value = value[step]
    assert list(value)[: len(keys.split())] == keys.split()


def test_spans_select_their_text() -> None:
    document = standard_json.loads(json.render(sample_report()))["documents"][0]
    segments = {segment["id"]: segment for segment in document["segments"]}
    for finding in document["findings"]:
        text = segments[finding["segment"]]["text" if finding["side"] == "target" else "source"]
        assert text[finding["start"] : finding["end"]] == finding["text"]


def test_only_the_seconds_tell_two_runs_apart() -> None:
    first, second = (json.render(replace(sample_report(), seconds=s)).splitlines() for s in (0.5, 9.25))
    assert [a for a, b in zip(first, second, strict=True) if a != b] == ['    "seconds": 0.5,']


def test_what_json_or_utf8_cannot_hold_is_still_written() -> None:
    score = Score(50.0, None, "x", (("chrf", float("nan")), ("log", float("-inf"))))
    segment = Segment("s1", "half \ud800 of a pair\x00", (Anchor(0, 1, 1),), fluency=score)
    report = Report("qa", "1", (), (CheckedDocument(Document("a", (segment,)), ()),), (), None)
    written = json.render(report)
    assert standard_json.loads(written.encode())["documents"][0]["segments"][0]["text"] == segment.text
    assert standard_json.loads(written)["documents"][0]["segments"][0]["fluency"]["metrics"] == {
        "chrf": None,
        "log": None,
    }
