"""Example sentences kept beside a glossary."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.errors import GlossaryError
from qa.glossary.cases import Case, read, run

HEADER = "text,lang,expect\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "cases.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_cases_are_read(tmp_path: Path) -> None:
    path = write(tmp_path, f'{HEADER}# places\n"In Kiev, and Kiev.",en,Kiev; Kiev\nIn Kyiv.,EN-gb,\n')
    assert read(path) == (
        Case(path.as_posix(), 3, "In Kiev, and Kiev.", "en", ("Kiev", "Kiev")),
        Case(path.as_posix(), 4, "In Kyiv.", "en-GB", ()),
    )


def test_cases_may_have_a_day(tmp_path: Path) -> None:
    path = write(tmp_path, "text,lang,expect,date\nIn Samar.,en,,2025-01-01\nIn Kyiv.,en,,\n")
    assert [case.date for case in read(path)] == ["2025-01-01", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ":1:1: the header is missing; expected text,lang,expect"),
        ("text,lang\n", ":1:1: the header is missing"),
        (f"{HEADER}In Kyiv.,en\n", ":2:1: 2 cells; expected 3"),
        (f"{HEADER}In Kyiv.,english,\n", ":2:1: 'english' is not a language tag"),
        ("text,lang,expect,date\nIn Kyiv.,en,,2022\n", ":2:1: '2022' is not a date"),
        (f"{HEADER}In Kyiv.,en,Kiev\n", ":2:1: 'Kiev' is not in the text"),
        (f'{HEADER}"In Kyiv.,en,Kiev\n', "not CSV"),
    ],
)
def test_a_row_that_is_no_case_is_one_line(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(GlossaryError, match=expected):
        read(write(tmp_path, text))


def test_failures_say_what_was_missed_and_what_was_too_much(tmp_path: Path) -> None:
    cases = read(write(tmp_path, f"{HEADER}Kiev and Lvov.,en,Lvov\nKyiv.,en,\nKiev.,en,Kiev\n"))

    def check(case: Case) -> list[str]:
        return ["Kiev"] * case.text.count("Kiev")

    assert [(f.case.line, f.missed, f.extra) for f in run(cases, check)] == [(2, ("Lvov",), ("Kiev",))]
