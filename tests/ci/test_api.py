"""The Python interface: the same result as the command line, and examples that run."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
from pathlib import Path

import pytest

import qa
from qa.reporters import REPORTERS
from tests.cli.runner import run

DOCS = Path(__file__).parents[2] / "docs"


def test_the_examples_of_the_documentation_run(place: Path) -> None:
    failed, tried = doctest.testfile(str(DOCS / "api.md"), module_relative=False, encoding="utf-8")
    assert (failed, tried > 10) == (0, True)


def test_it_gives_what_the_command_line_gives(place: Path) -> None:
    (place / "a.txt").write_text("Shelling of Kiev.\n\nKiev [sic].\n", "utf-8")
    (place / "b.jsonl").write_text('{"target": "In Sievierodonetsk.", "published": "2025-01-01"}\n')
    arguments = [
        "--no-default-glossary",
        "--glossary",
        "names.csv",
        "--target-lang",
        "en",
        "--no-back-translate",
    ]
    shown = run(["check", "a.txt", "b.jsonl", *arguments, "--report", "none", "--format", "json"])
    report = qa.check(
        ["a.txt", Path("b.jsonl")],
        glossary=["names.csv"], default_glossary=False, target_lang="en", back_translate=False,
    )  # fmt: skip
    same = json.loads(qa.render(report, "json")) | {"summary": None}
    assert same == json.loads(shown.out) | {"summary": None}
    assert report.failed == (shown.code == 1)


def test_processes_change_nothing(place: Path) -> None:
    for number in range(5):
        (place / f"{number}.txt").write_text(f"Shelling of Kiev, part {number}.\n")
    one, two = (
        qa.check(".", glossary=["names.csv"], default_glossary=False, target_lang="en", back_translate=False,
                 input_format="text", jobs=jobs)
        for jobs in (1, 2)
    )  # fmt: skip
    assert one == two
    assert len(one.documents) == 5


def test_a_baseline_is_heeded(place: Path) -> None:
    (place / "a.txt").write_text("Kiev.\n")
    options = [
        "--no-default-glossary",
        "--glossary",
        "names.csv",
        "--target-lang",
        "en",
        "--no-back-translate",
    ]
    run(["baseline", "create", "a.txt", *options])
    report = qa.check(
        "a.txt", glossary=["names.csv"], default_glossary=False, target_lang="en", back_translate=False,
        baseline="qa-baseline.json",
    )  # fmt: skip
    assert not report.failed
    assert [s.by for s in report.documents[0].suppressed] == ["baseline"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "either paths or text"),
        ({"paths": ""}, "a path is empty"),
        ({"paths": "a.txt", "text": "x"}, "either paths or text"),
        ({"paths": "a.txt", "source": "x"}, "source goes with text"),
        ({"text": "x\ny", "source": "x"}, "has 2 lines but its source"),
        ({"text": "x", "select": ["name-varint"]}, "no rule 'name-varint'"),
        ({"text": "x", "ignore": "name-varint"}, "no rule 'name-varint'"),
        ({"text": "x", "severities": {"name-variant": "grave"}}, "'grave' is no severity"),
        ({"text": "x", "fail_on": "grave"}, "'grave' is no severity"),
        ({"text": "x", "thresholds": {"name-unlisted.sure": 2}}, "cannot be used"),
        ({"text": "x", "target_lang": "no such"}, "no such"),
        ({"text": "x", "backend": "embedded", "back_translate": False}, "exclude each other"),
        ({"text": "x", "backend": "none"}, "none"),
        ({"text": "x", "glossary": ["none.csv"]}, "none.csv"),
        ({"text": "a\0b"}, "binary"),
        ({"paths": ["names.csv"]}, "has no column 'target'"),
        ({"text": "x", "baseline": "none.json"}, "no such baseline"),
    ],
)
def test_what_cannot_be_done_is_one_line(place: Path, arguments: dict, message: str) -> None:
    defaults = {"default_glossary": False} | ({} if "backend" in arguments else {"back_translate": False})
    with pytest.raises(qa.QaError, match=message) as caught:
        qa.check(**defaults | arguments)
    assert "\n" not in str(caught.value)


def test_every_format_can_be_rendered(place: Path) -> None:
    report = qa.check(text="Kiev.", target_lang="en", back_translate=False)
    for name in REPORTERS:
        assert qa.render(report, name)
    with pytest.raises(qa.QaError, match="'docx' is no format"):
        qa.render(report, "docx")


def test_importing_is_light_and_names_are_there() -> None:
    code = (
        "import sys, qa; loaded = sorted(m for m in sys.modules if m.startswith('qa'));"
        "assert loaded == ['qa'], loaded; assert 'check' in dir(qa); from qa import Severity, QaError"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError):
        _ = qa.nothing
