"""Several formats at once, each where it belongs, and the same bytes whatever way they were made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest
from junitparser import JUnitXml

from qa.cli.formats import FORMATS, targets
from qa.errors import ConfigError
from qa.reporters import WRITERS
from tests.cli.runner import run

PLAIN = [
    "--no-default-glossary",
    "--glossary",
    "names.csv",
    "--target-lang",
    "en",
    "--no-back-translate",
    "--report",
    "none",
]


@pytest.fixture
def article(place: Path) -> Path:
    (place / "a.txt").write_text("Shelling of Kiev went on.\n\nCalm in Lviv.\n", encoding="utf-8")
    return place


def feed(path: Path, count: int) -> None:
    items = (
        json.dumps(
            {"id": n, "target": f"Talk number {n}.\nShelling of Kiev went on, part {n}.", "target_lang": "en"}
        )
        for n in range(count)
    )
    path.write_text("\n".join(items) + "\n", encoding="utf-8")


def test_the_names_on_the_command_line_are_those_of_the_reporters() -> None:
    assert set(FORMATS) == set(WRITERS)


def test_several_at_once(article: Path) -> None:
    formats = [
        "--format",
        "github",
        "--format",
        "sarif=out/qa.sarif",
        "--format",
        "junit=qa.xml",
        "--format",
        "mqm=qa.tsv",
    ]
    result = run(["check", "a.txt", *PLAIN, *formats])
    assert result.code == 1
    assert result.out.startswith("::error file=a.txt,line=1,col=13,endColumn=16,title=name-variant (major)::")
    assert (
        json.loads((article / "out/qa.sarif").read_text())["runs"][0]["results"][0]["ruleId"]
        == "name-variant"
    )
    assert [suite.failures for suite in JUnitXml.fromfile("qa.xml")] == [1]
    assert (article / "qa.tsv").read_text().count("\n") == 3


def test_output_takes_the_format_without_a_file(article: Path) -> None:
    result = run(
        ["check", "a.txt", *PLAIN, "--format", "json", "--format", "junit=q.xml", "--output", "q.json"]
    )
    assert result.out == ""
    assert json.loads((article / "q.json").read_text())["schema_version"] == 1


def test_only_files_leave_standard_output_alone(article: Path) -> None:
    assert run(["check", "a.txt", *PLAIN, "--format", "json=q.json"]).out == ""


@pytest.mark.parametrize(
    ("formats", "output", "message"),
    [
        (["json", "sarif"], None, "only one format fits on standard output.*--format sarif=FILE"),
        (["jsno"], None, "'jsno': did you mean 'json'"),
        (["sarif="], None, "name a file after the ="),
        (["html"], None, "--report FILE"),
    ],
)
def test_what_cannot_be_meant(formats: list[str], output: Path | None, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        targets(formats, output)


def test_a_text_that_is_checked_is_never_written_over(article: Path) -> None:
    result = run(["check", "a.txt", *PLAIN, "--format", "sarif=./a.txt"])
    assert result.code == 2
    assert "is the text that was checked" in result.err
    assert "Kiev" in (article / "a.txt").read_text()


def test_a_run_that_cannot_go_on_leaves_the_old_file(article: Path) -> None:
    (article / "q.json").write_text("old")
    assert run(["check", "none.txt", *PLAIN, "--format", "json=q.json"]).code == 2
    assert (article / "q.json").read_text() == "old"
    assert sorted(path.name for path in article.iterdir()) == ["a.txt", "names.csv", "q.json"]


@pytest.mark.parametrize("format", sorted(WRITERS))
def test_any_number_of_processes_gives_the_same_bytes(place: Path, format: str) -> None:
    feed(place / "feed.jsonl", 41)
    (place / "b.txt").write_bytes(b"\x00")
    outputs = set()
    for jobs in ("1", "2", "3"):
        result = run(["check", "b.txt", "feed.jsonl", *PLAIN, "--format", format, "--jobs", jobs])
        assert result.code == 2
        outputs.add("\n".join(line for line in result.out.splitlines() if '"seconds"' not in line))
    assert len(outputs) == 1


def test_hash_seeds_and_the_order_of_files_on_disk_change_nothing(place: Path) -> None:
    arguments = [
        "feed",
        *PLAIN,
        *["--format", "text", "--format", "sarif=q.sarif", "--format", "junit=q.xml"],
    ]
    results = set()
    for seed, order in enumerate(permutations(("c", "a", "b"))):
        for name in order:
            (place / "feed").mkdir(exist_ok=True)
            (place / f"feed/{name}.txt").unlink(missing_ok=True)
            (place / f"feed/{name}.txt").write_text(f"Shelling of Kiev, {name}. Sievierodonetsk too.\n")
        done = subprocess.run(
            [sys.executable, "-c", "from qa.cli import main; main()", "check", *arguments],
            capture_output=True, env=os.environ | {"PYTHONHASHSEED": str(seed)},
        )  # fmt: skip
        assert done.returncode == 1, done.stderr
        results.add((done.stdout, (place / "q.sarif").read_bytes(), (place / "q.xml").read_bytes()))
    assert len(results) == 1


def test_a_folder_can_be_checked_again_with_all_that_was_written_there(place: Path) -> None:
    (place / "a.txt").write_text("Shelling of Kiev went on.\n")
    run(["init", "--target-lang", "en", "--schema"])
    suffixes = {"json": "json", "junit": "xml", "mqm": "tsv", "markdown": "md", "sarif": "sarif"}
    formats = ["--format=text", *(f"--format={name}=qa.{suffix}" for name, suffix in suffixes.items())]
    first = run(["check", ".", "--no-back-translate", *formats])
    assert first.code == 1, first.err
    assert "note: left out, since of no format that is read: 2 (names.csv, qa.schema.json)" in first.out
    again = run(["check", ".", "--no-back-translate", *formats])
    assert again.code == 1, again.err
    assert "2 (names.csv, qa.schema.json)" not in again.out
    assert "3 (names.csv, qa.schema.json, reports/a.html)" in again.out
    assert again.out.splitlines()[-1] == first.out.splitlines()[-1]
    # Another run may have written them.
    other = run(["check", ".", "--no-back-translate", "--report", "none", "--ignore", "name-mixed"])
    assert "1 document," not in other.out
    assert other.code == 1, other.err
