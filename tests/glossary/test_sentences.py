"""The sentences beside the default glossary come out, as CI and `qa glossary test` demand."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from qa.cli.glossary import app
from qa.errors import GlossaryError, QaError
from qa.glossary import cases, default_path


def run(*arguments: str, code: int = 0) -> tuple[list[str], list[str]]:
    result = CliRunner().invoke(app, ["test", *arguments])
    if isinstance(result.exception, QaError):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.stdout.splitlines(), result.stderr.splitlines()


def test_every_sentence_of_the_project_comes_out() -> None:
    assert run()[0] == []


def test_the_sentences_cover_languages_flags_and_days() -> None:
    found = cases.read(default_path().parent / "tests" / "ukraine.csv")
    assert len(found) >= 150
    assert {case.lang for case in found} >= {"en", "de", "fr", "es", "uk", "ru"}
    assert sum(bool(case.expect) for case in found) >= 30
    assert sum(bool(case.date) for case in found) >= 5


def test_a_failure_is_told_with_what_was_found(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("text,lang,expect\nIn Kiev.,en,\nIn Kyiv.,en,Kyiv\nIn Lvov.,en,Lvov\n", encoding="utf-8")
    out, err = run(str(path), code=1)
    assert out == [f"{path}:2: flagged: Kiev (en) In Kiev.", f"{path}:3: not flagged: Kyiv (en) In Kyiv."]
    assert err == ["1 file(s), 3 sentence(s): 2 did not come out"]


def test_a_house_style_can_be_tested(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("text,lang,expect\nZelenskyy spoke.,en,\n", encoding="utf-8")
    run(str(path), "--glossary", "ap")


def test_a_broken_file_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("text,lang\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="the header is missing"):
        run(str(path))
