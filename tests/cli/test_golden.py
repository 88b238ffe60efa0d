"""The sample article, without back-translation: the text to the letter, and the JSON by its schema and shape."""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.runner import run

ROOT = Path(__file__).parent.parent.parent
ARTICLE = "seeds/ukraine-offensive.en.txt"
GOLDEN = Path(__file__).parent / "golden" / "ukraine-offensive.txt"
QUICK = ("--no-back-translate", "--report", "none", "--target-lang", "en")
# What the article is about: the form in the text, the form to write, and how often.
WANTED = {
    ("Donbass", "Donbas"): 4,
    ("Severodonetsk", "Sievierodonetsk"): 3,
    ("Lyschansk", "Lysychansk"): 1,
    ("Lugansk", "Luhansk"): 2,
    ("Zaporozhye", "Zaporizhzhia"): 1,
}


@pytest.fixture
def at_home(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_the_text_is_the_golden_one(at_home: None) -> None:
    result = run(["check", ARTICLE, *QUICK])
    assert result.code == 1
    assert result.err == ""
    if "QA_REMAKE" in os.environ:
        GOLDEN.write_text(result.out, "utf-8")
    assert result.out == GOLDEN.read_text("utf-8")


@pytest.fixture
def report(at_home: None) -> Any:
    result = run(["check", ARTICLE, *QUICK, "--format", "json"])
    assert result.code == 1
    return json.loads(result.out)


def test_the_json_follows_the_published_schema(report: Any) -> None:
    schema = json.loads((files("qa") / "data/schema/report.schema.json").read_text("utf-8"))
    jsonschema.validate(report, schema, jsonschema.Draft202012Validator)


def test_names_are_found_and_no_other(report: Any) -> None:
    names = [f for f in report["documents"][0]["findings"] if f["rule"].startswith("name-")]
    found: dict[tuple[str, str], int] = {}
    for finding in names:
        key = finding["text"], finding["suggestion"]
        found[key] = found.get(key, 0) + 1
        assert finding["route"], finding
    assert found == WANTED


def test_every_position_points_at_its_text(report: Any) -> None:
    lines = (ROOT / ARTICLE).read_text("utf-8").splitlines()
    document = report["documents"][0]
    segments = {segment["id"]: segment for segment in document["segments"]}
    for finding in document["findings"]:
        text, start = finding["text"], finding["column"] - 1
        assert lines[finding["line"] - 1][start : start + len(text)] == text
        assert segments[finding["segment"]]["text"][finding["start"] : finding["end"]] == text
    for segment in segments.values():
        assert lines[segment["line"] - 1][segment["column"] - 1 :].startswith(segment["text"][:20])


def test_the_sum_is_that_of_the_parts(report: Any) -> None:
    document, summary = report["documents"][0], report["summary"]
    assert summary["documents"] == 1
    assert summary["segments"] == len(document["segments"])
    assert summary["skipped"] == len(document["skipped"]) == len(document["segments"])
    assert sum(summary["findings"].values()) == len(document["findings"])
    assert {f["fingerprint"] for f in document["findings"]} == {
        f["fingerprint"] for f in document["findings"] if len(f["fingerprint"]) == 32
    }
    assert report["glossaries"][0]["path"].endswith("ukraine.csv")


def test_fingerprints_survive_edits_elsewhere(place: Path) -> None:
    def prints(text: str) -> list[tuple[str, int, str]]:
        Path("a.txt").write_text(text, "utf-8")
        done = run(
            ["check", "a.txt", *QUICK, "--no-default-glossary", "--glossary", "names.csv", "--format", "json"]
        )
        findings = json.loads(done.out)["documents"][0]["findings"]
        return [(f["text"], f["line"], f["fingerprint"]) for f in findings]

    before = prints("Shelling of Kiev went on.\nIt was calm in Kiev.\nIt was calm in Kiev.\n")
    after = prints(
        "A new first line.\nShelling of Kiev went on.\nIt was calm in Kiev.\nIt was calm in Kiev.\n"
    )
    assert [line for _, line, _ in after] == [2, 3, 4]
    assert [fingerprint for _, _, fingerprint in before] == [fingerprint for _, _, fingerprint in after]
    assert len({fingerprint for _, _, fingerprint in after}) == 3


# Files of items without a name of their own: what stands around the items, and an item with a text.
NAMELESS = {
    "a.jsonl": ("{}", '{{"target": "{}", "target_lang": "en"}}\n'),
    "a.rss": (
        "<rss><channel><language>en</language>{}</channel></rss>",
        "<item><guid/><title>{}</title></item>",
    ),
    "a.xlf": (
        '<xliff version="1.2">{}</xliff>',
        '<file source-language="uk" target-language="en"><body><trans-unit id="1"><source>Так.</source>'
        "<target>{}</target></trans-unit></body></file>",
    ),
    "a.json": ("[{}]", '{{"headline": "{}", "language": "en"}}'),
    "a.newsml": (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">{}</newsMessage>',
        '<newsItem xml:lang="en"><contentMeta><headline>{}</headline></contentMeta></newsItem>',
    ),
}


@pytest.mark.parametrize("name", NAMELESS)
def test_fingerprints_survive_a_new_item_above(place: Path, name: str) -> None:
    around, item = NAMELESS[name]

    def prints(*texts: str) -> list[tuple[str, str]]:
        between = ", " if name.endswith(".json") else ""
        Path(name).write_text(around.format(between.join(map(item.format, texts))), "utf-8")
        own = ["--no-default-glossary", "--glossary", "names.csv", "--select", "name-variant"]
        done = run(["check", name, *QUICK, *own, "--format", "json"])
        documents = json.loads(done.out)["documents"]
        return [(f["text"], f["fingerprint"]) for document in documents for f in document["findings"]]

    before = prints("Shelling of Kiev went on.", "It was calm in Kiev.")
    assert len(set(before)) == 2
    assert prints("A new first item.", "Shelling of Kiev went on.", "It was calm in Kiev.") == before
