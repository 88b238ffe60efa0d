"""Nothing is written over what is read, and no two results into one file, by whatever names they go."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from qa.cli.places import Place, keep_apart
from qa.errors import OutputError
from tests.cli.runner import run

CHECK = "check --no-default-glossary --glossary names.csv --target-lang en --no-back-translate"
RECORDED = (
    "check --no-default-glossary --glossary names.csv --target-lang en --backend recorded:r.jsonl a.txt"
)
FIX = "fix --write --no-default-glossary --glossary names.csv --target-lang en"
ELSEWHERE = "name another place for what is written"
BASELINE = '{"schema_version": 1, "findings": []}'
DECISIONS = '{"schema_version": 1, "document": "", "name": "", "target_lang": "", "decisions": []}'


@pytest.fixture
def files(place: Path) -> Path:
    for name, text in {
        "a.txt": "Shelling of Kiev went on.\n",
        "b.txt": "Shelling of Kiev went on.\n",
        "src.txt": "Обстріл Києва тривав.\n",
        "bl.json": BASELINE,
        "d.json": DECISIONS,
        "qa.toml": "",
        "r.jsonl": "",
        "names.html": "",
    }.items():
        (place / name).write_text(text, "utf-8")
    (place / "link.csv").symlink_to("names.csv")
    os.link(place / "bl.json", place / "hard.json")
    (place / "folder").symlink_to(place, target_is_directory=True)
    return place


def contents(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (f"{CHECK} --report names.csv a.txt", f"names.csv: is the glossary; {ELSEWHERE}"),
        (f"{CHECK} --report ./link.csv a.txt", f"link.csv: is the glossary; {ELSEWHERE}"),
        (f"{CHECK} --output folder/names.csv a.txt", f"folder/names.csv: is the glossary; {ELSEWHERE}"),
        (f"{CHECK} --source src.txt --report src.txt a.txt", f"src.txt: is the source text; {ELSEWHERE}"),
        (f"{CHECK} --report qa.toml a.txt", f"qa.toml: is the file of settings; {ELSEWHERE}"),
        (f"{CHECK} --config qa.toml --format json=qa.toml a.txt", f"qa.toml: is the file of settings; {ELSEWHERE}"),
        (
            f"{CHECK} --report none --baseline bl.json --format json --output bl.json a.txt",
            f"bl.json: is the baseline; {ELSEWHERE}",
        ),
        (f"{CHECK} --baseline bl.json --output hard.json a.txt", f"hard.json: is the baseline; {ELSEWHERE}"),
        (f"{RECORDED} --output r.jsonl", f"r.jsonl: is the recording; {ELSEWHERE}"),
        (f"{CHECK} --report b.txt a.txt b.txt", f"b.txt: is the text that was checked; {ELSEWHERE}"),
        (
            f"{CHECK} --format sarif=y.html --report y.html a.txt",
            "y.html: the format sarif and the HTML report are both to be written there; give each a file of its own",
        ),
        (
            f"{CHECK} --format json --output x.json --report folder/x.json a.txt",
            "folder/x.json: the format json and the HTML report are both to be written there;"
            " give each a file of its own",
        ),
        (
            f"{CHECK} --format json=x --format sarif=./x a.txt",
            "x: the format json and the format sarif are both to be written there; give each a file of its own",
        ),
        (f"{FIX} --source src.txt src.txt", "src.txt: is the source text; name the texts to correct without it"),
        (f"{FIX} names.csv", "names.csv: is the glossary; name the texts to correct without it"),
        (
            f"{FIX} --decisions d.json a.txt d.json",
            "d.json: is the file of decisions; name the texts to correct without it",
        ),
        ("glossary export names.csv --output names.csv", f"names.csv: is the glossary; {ELSEWHERE}"),
        ("glossary export names.csv --format csv --output link.csv", f"link.csv: is the glossary; {ELSEWHERE}"),
        ("glossary suggest a.txt --output a.txt", f"a.txt: is the text that was checked; {ELSEWHERE}"),
        ("glossary suggest a.txt --glossary names.csv --output names.csv", f"names.csv: is the glossary; {ELSEWHERE}"),
        (
            "glossary suggest a.txt --source src.txt --source-lang uk --output src.txt",
            f"src.txt: is the source text; {ELSEWHERE}",
        ),
        (
            "glossary import link.csv --into house.csv --conflicts names.csv",
            f"names.csv: is the file to import; {ELSEWHERE}",
        ),
        (
            "glossary import bl.json --into names.csv --conflicts names.csv",
            f"names.csv: is the glossary to change; {ELSEWHERE}",
        ),
    ],
)  # fmt: skip
def test_what_is_read_stays(files: Path, command: str, message: str) -> None:
    before = contents(files)
    assert run(shlex.split(command)) == (2, "", f"qa: {message}\n")
    assert contents(files) == before


def test_a_page_whose_name_comes_from_the_text_is_no_other_result(files: Path) -> None:
    before = contents(files)
    result = run([*shlex.split(CHECK), "--report", "./", "--format", "json=a.html", "a.txt"])
    assert result.lines == [
        "qa: a.html: the format json and the HTML report are both to be written there;"
        " give each a file of its own"
    ]
    assert contents(files) == before


@pytest.mark.parametrize("name", ["out", "/dev/null"])
def test_a_report_in_a_folder_that_is_a_file(files: Path, name: str) -> None:
    (files / "out").write_text("mine")
    before = contents(files)
    told = f"qa: {name}: is a file, and no folder for reports; name a file that ends in .html, or --report none\n"
    assert run([*shlex.split(CHECK), "--report", name, "a.txt"]) == (2, "", told)
    assert contents(files) == before


def test_a_device_may_take_several(files: Path) -> None:
    arguments = ["--report", "none", "--format", "json=/dev/null", "--format", "sarif=/dev/null", "a.txt"]
    assert run([*shlex.split(CHECK), *arguments]).code == 1


def test_a_file_that_is_not_there_is_known_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("new.json")
    keep_apart([Place(tmp_path / "a", "a text")], [Place(tmp_path / "b", "b"), Place(tmp_path / "a\0", "c")])
    with pytest.raises(OutputError, match="both to be written"):
        keep_apart([], [Place(tmp_path / "x/../new.json", "one"), Place(tmp_path / "link", "another")])
