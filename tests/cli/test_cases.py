"""The command line by cases: what is run on which files, and all that comes of it.

A file in `cases` has `files` for every case in it and a list of `case`. `run` is the command line, in which
{glossary} stands for a check by names.csv alone and {plain} for one without a model, too. `out` is stdout to
the letter, or `out_has` what stands in it. `err` are the lines of stderr to the letter, or `err_has` what
stands in its only line, where the words are those of a library. `new` are the files that are there afterwards
and were not before, each with what stands in it.
"""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cli.runner import run

GLOSSARY = "--no-default-glossary --glossary names.csv --target-lang en --report none"
PLAIN = f"{GLOSSARY} --no-back-translate"


def cases() -> list[Any]:
    found = []
    for path in sorted(Path(__file__).parent.glob("cases/*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        for case in data["case"]:
            files = data.get("files", {}) | case.get("files", {})
            found.append(pytest.param(case | {"files": files}, id=f"{path.stem}: {case['name']}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any], place: Path) -> None:
    for name, text in case["files"].items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            bytes.fromhex(text.removeprefix("hex:")) if text.startswith("hex:") else text.encode()
        )
    before = {path for path in place.rglob("*") if path.is_file()}
    result = run(
        shlex.split(case["run"].format(plain=PLAIN, glossary=GLOSSARY)), case.get("stdin", "").encode()
    )
    assert result.code == case["code"], result
    if "out" in case:
        assert result.out == case["out"]
    for piece in case.get("out_has", []):
        assert piece in result.out
    if "err_has" in case:
        assert len(result.lines) == 1
        assert [piece for piece in case["err_has"] if piece not in result.err] == []
    else:
        assert result.lines == case.get("err", [])
    after = {path for path in place.rglob("*") if path.is_file()} - before
    assert {path.relative_to(place).as_posix() for path in after} == set(case.get("new", {}))
    for name, pieces in case.get("new", {}).items():
        for piece in pieces:
            assert piece in (place / name).read_text("utf-8")
    if case["code"] == 2:
        assert result.lines, "an exit code of 2 says why"
        assert "Traceback" not in result.err
