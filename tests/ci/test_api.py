"""The Python interface: the same result as the command line, and examples that run."""

from __future__ import annotations

import datetime as dt
import doctest
import gc
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import qa
from qa.errors import BackendError
from qa.names import NameIndex
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


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("# qa: ignore[name-variant] x\nKiev fell.\n", "\nКиїв упав.\n"),
        ("Kiev fell.\n\nCalm.\n", "Київ упав.\n\nСпокій.\n"),
        (" \n", " \n"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("format", [None, "text"])
def test_a_text_with_its_source_is_judged_as_the_command_line_does(
    place: Path, text: str, source: str, format: str | None
) -> None:
    (place / "source.txt").write_text(source, "utf-8")
    options = (
        "--no-default-glossary --glossary names.csv --source-lang uk --target-lang en --no-back-translate"
    )
    arguments = [*options.split(), *(["--input-format", format] if format else [])]
    shown = run(
        ["check", "-", "--source", "source.txt", *arguments, "--report", "none", "--format", "json"],
        stdin=text.encode(),
    )
    report = qa.check(
        text=text, source=source, source_lang="uk", target_lang="en", glossary="names.csv", default_glossary=False,
        back_translate=False, input_format=format,
    )  # fmt: skip
    same = json.loads(qa.render(report, "json")) | {"summary": None}
    assert same == json.loads(shown.out) | {"summary": None}


def _fail(*_arguments: object) -> None:
    raise BackendError("the engine fails its self-test")


@pytest.mark.parametrize("asked", [{"back_translate": True}, {"backend": "embedded"}])
@pytest.mark.parametrize(
    "broken",
    [
        ("qa.backtranslate.embedded._obstacle", lambda: "the engine is not installed"),
        ("qa.backtranslate.embedded.load_engine", _fail),
    ],
    ids=["missing", "failing"],
)
def test_only_a_backend_that_was_asked_for_ends_the_call(
    place: Path, monkeypatch: pytest.MonkeyPatch, broken: tuple[str, Any], asked: dict[str, Any]
) -> None:
    monkeypatch.setattr(*broken)
    names = {"target_lang": "en", "glossary": "names.csv", "default_glossary": False}
    with pytest.raises(qa.QaError, match=r"the engine (is not installed|fails its self-test)"):
        qa.check(text="Shelling of Kiev went on.", **names, **asked)
    (place / "a.txt").write_text("Shelling of Kiev went on.\n")
    report = qa.check("a.txt", **names)
    (skipped,) = report.documents[0].skipped
    assert skipped.reason.startswith("no back-translation: ")
    assert report.notes == (skipped.reason,)
    assert report.failed
    options = "--no-default-glossary --glossary names.csv --target-lang en --report none --format json"
    shown = json.loads(run(["check", "a.txt", *options.split()]).out)
    assert json.loads(qa.render(report, "json")) | {"summary": None} == shown | {"summary": None}


def test_processes_change_nothing(place: Path) -> None:
    for number in range(5):
        (place / f"{number}.txt").write_text(f"Shelling of Kiev, part {number}.\n")
    one, two = (
        qa.check(".", glossary=["names.csv"], default_glossary=False, target_lang="en", back_translate=False,
                 input_format="text", jobs=jobs)
        for jobs in (1, 0)
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
        ({"text": "x", "source": "x", "input_format": "po"}, "goes with plain text only"),
        ({"text": "x", "select": ["name-varint"]}, "no rule 'name-varint'"),
        ({"text": "x", "ignore": "name-varint"}, "no rule 'name-varint'"),
        ({"text": "x", "severities": {"name-variant": "grave"}}, "'grave' is no severity"),
        ({"text": "x", "fail_on": "grave"}, "'grave' is no severity"),
        ({"text": "x", "thresholds": {"name-unlisted.sure": 2}}, "cannot be used"),
        ({"text": "x", "target_lang": "no such"}, "no such"),
        ({"text": "x", "backend": "embedded", "back_translate": False}, "exclude each other"),
        ({"text": "x", "backend": "none"}, "none"),
        ({"text": "x", "backend": ""}, "unknown backend ''"),
        ({"text": "x", "glossary": ["none.csv"]}, "none.csv"),
        ({"text": "a\0b"}, "binary"),
        ({"paths": ["names.csv"]}, "has no column 'target'"),
        ({"text": "x", "baseline": "none.json"}, "no such baseline"),
        (
            {"text": "x", "date": "x"},
            "date = 'x' cannot be used; give a datetime.date, or a day written as YYYY-MM-DD",
        ),
        ({"text": "x", "date": "20251101"}, "date = '20251101' cannot be used"),
        ({"text": "x", "date": dt.datetime(2025, 11, 1)}, "date = datetime.*cannot be used"),
        ({"text": "x", "date": 2025}, "date = 2025 cannot be used"),
        ({"text": "x", "jobs": -1}, "jobs = -1 cannot be used; give a number of processes"),
        ({"text": "x", "jobs": True}, "jobs = True cannot be used"),
        ({"text": "x", "jobs": "2"}, "jobs = '2' cannot be used"),
        ({"text": "x", "inline": "no"}, "inline = 'no' cannot be used; give True or False"),
        ({"text": "x", "default_glossary": "no"}, "default_glossary = 'no' cannot be used"),
        ({"text": "x", "back_translate": "no"}, "back_translate = 'no' cannot be used"),
        ({"text": "x", "glossary": "nope"}, "^nope: neither a file nor a house style"),
        ({"text": "x", "glossary": 5}, "glossary = 5 cannot be used; give a path, or several"),
        ({"text": "x", "glossary": [5]}, "glossary = 5 cannot be used; give a path"),
        ({"text": 5}, "text = 5 cannot be used; give a text"),
        ({"text": b"x"}, "text = b'x' cannot be used"),
        ({"text": "x", "source": 5}, "source = 5 cannot be used"),
        ({"text": "x", "source_lang": 5}, "source_lang = 5 cannot be used"),
        ({"text": "x", "fail_on": 5}, "fail_on = 5 cannot be used"),
        ({"text": "x", "input_format": 5}, "input_format = 5 cannot be used"),
        ({"text": "x", "baseline": 5}, "baseline = 5 cannot be used"),
        ({"text": "x", "backend": 5}, "backend = 5 cannot be used"),
        ({"text": "x", "select": 5}, "select = 5 cannot be used"),
        ({"text": "x", "quotes": [5]}, "quotes = 5 cannot be used"),
        ({"text": "x", "severities": 5}, "severities = 5 cannot be used"),
        ({"text": "x", "thresholds": ["a"]}, "thresholds = .* cannot be used"),
        ({"text": "x", "thresholds": {"name-unlisted.sure": "x"}}, "cannot be used"),
        ({"paths": 5}, "paths = 5 cannot be used; give a path, or several"),
        ({"paths": ["names.csv", None]}, "paths = None cannot be used"),
        ({"paths": b"a.txt"}, "paths = b'a.txt' cannot be used; give a path, or several"),
        ({"text": "x", "glossary": bytearray(b"a")}, "glossary = bytearray.* cannot be used"),
    ],
)
def test_what_cannot_be_done_is_one_line(place: Path, arguments: dict, message: str) -> None:
    defaults = {"default_glossary": False} | ({} if "backend" in arguments else {"back_translate": False})
    with pytest.raises(qa.QaError, match=message) as caught:
        qa.check(**defaults | arguments)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("date", ["2024-09-26", dt.date(2024, 9, 26)])
def test_a_day_may_be_written(place: Path, date: dt.date | str) -> None:
    report = qa.check(
        text="Talks in Sievierodonetsk.", glossary="names.csv", default_glossary=False, target_lang="en",
        back_translate=False, date=date,
    )  # fmt: skip
    assert [finding.suggestion for finding in report.documents[0].findings] == ["Siverskodonetsk"]


def test_text_after_text_is_checked_with_one_glossary(place: Path) -> None:
    def glossaries() -> int:
        gc.collect()
        return sum(isinstance(one, NameIndex) for one in gc.get_objects())

    options = {
        "glossary": "names.csv",
        "default_glossary": False,
        "target_lang": "en",
        "back_translate": False,
    }
    reports = [qa.check(text="Talks in Kiev.", **options)]
    before = glossaries()
    reports += [qa.check(text="Talks in Kiev.", **options) for _ in range(3)]
    assert glossaries() == before
    (place / "names.csv").write_text(
        (place / "names.csv").read_text("utf-8").replace("Kyiv", "Kyjiw"), "utf-8"
    )
    reports.append(qa.check(text="Talks in Kiev.", **options))
    suggestions = [[f.suggestion for f in report.documents[0].findings] for report in reports]
    assert suggestions == [["Kyiv"]] * 4 + [["Kyjiw"]]


def test_what_is_left_out_of_a_folder_is_told(place: Path) -> None:
    (place / "news").mkdir()
    (place / "news/a.txt").write_text("Calm.\n", "utf-8")
    (place / "news/prices.csv").write_text("day,price\n1,2\n", "utf-8")
    arguments = ["check", "news", "--target-lang", "en", "--no-back-translate", "--report", "none"]
    report = qa.check("news", target_lang="en", back_translate=False)
    assert report.notes == ("left out, since of no format that is read: 1 (news/prices.csv)",)
    assert f"note: {report.notes[0]}" in run(arguments).out.splitlines()


def test_threads_find_what_one_finds(place: Path) -> None:
    texts = [f"Talks in Kiev, Odesssa and Kharkov went on {n}, said Zelinsky." for n in range(8)]

    def found(text: str) -> list[tuple[str, str, str | None]]:
        report = qa.check(text=text, target_lang="en", back_translate=False)
        return [(f.rule, f.text, f.suggestion) for f in report.documents[0].findings]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(found, texts * 4))
    assert together == [found(text) for text in texts] * 4
    assert len(together[0]) == 4


def test_every_format_can_be_rendered(place: Path) -> None:
    report = qa.check(text="Kiev.", target_lang="en", back_translate=False)
    for name in REPORTERS:
        assert qa.render(report, name)
    with pytest.raises(qa.QaError, match="'docx' is no format"):
        qa.render(report, "docx")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((None,), "report = None cannot be used; give what qa.check gives"),
        (("a.txt", "json"), "report = 'a.txt' cannot be used"),
        ((qa.Report("qa", "1", (), (), (), None), None), "format = None cannot be used; give a text"),
        ((qa.Report("qa", "1", (), (), (), None), ["json"]), "format = .*'json'.* cannot be used"),
    ],
)
def test_what_cannot_be_rendered_is_one_line(arguments: tuple, message: str) -> None:
    with pytest.raises(qa.QaError, match=message):
        qa.render(*arguments)


def test_importing_is_light_and_names_are_there() -> None:
    code = (
        "import sys, qa; loaded = sorted(m for m in sys.modules if m.startswith('qa'));"
        "assert loaded == ['qa'], loaded; assert 'check' in dir(qa); from qa import Severity, QaError"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError):
        _ = qa.nothing
