"""Example sentences kept beside a glossary."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.errors import GlossaryError
from qa.glossary import workbook
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
        (f"{HEADER}In Kyiv.,en,\nХарків.,ua,\n", ":3:1: 'ua' is not a language tag; did you mean 'uk'?"),
        ("text,lang,expect,date\nIn Kyiv.,en,,2022\n", ":2:1: '2022' is not a date"),
        (f"{HEADER}In Kyiv.,en,Kiev\n", ":2:1: 'Kiev' is not in the text"),
        (f'{HEADER}"In Kyiv.,en,Kiev\n', "not a table"),
    ],
)
def test_a_row_that_is_no_case_is_one_line(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(GlossaryError, match=expected):
        read(write(tmp_path, text))


def test_a_line_within_a_text_is_no_comment(tmp_path: Path) -> None:
    path = write(tmp_path, f'# He said,"No\n{HEADER}"Names:\n# Kiev",en,Kiev\n')
    assert [(case.line, case.text) for case in read(path)] == [(4, "Names:\n# Kiev")]


def test_cases_may_have_a_source(tmp_path: Path) -> None:
    path = write(tmp_path, "text,lang,expect,source,source-lang\nIn Buchi.,en,Buchi,У Бучі.,UK\n")
    assert [(case.source, case.source_lang) for case in read(path)] == [("У Бучі.", "uk")]


def test_a_table_with_columns_of_its_own_is_read_by_those_that_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, "term;Example;Bad\nKyiv;In Kiev.;Kiev\nLviv;;\nOdesa;In Odesa.\n")
    found = read(path, {"text": "Example", "expect": "Bad"}, {"lang": "en"})
    assert [(case.line, case.text, case.expect) for case in found] == [
        (2, "In Kiev.", ("Kiev",)),
        (4, "In Odesa.", ()),
    ]


def test_a_workbook_holds_cases(tmp_path: Path) -> None:
    path = tmp_path / "names.xlsx"
    rows = [["Kyiv", "In Kyiv.", "en"]]
    path.write_bytes(workbook.write("names", ["name", "text", "lang"], rows, widths=[9, 9, 9], choices={}))
    assert [(case.text, case.lang) for case in read(path, {"text": "text"})] == [("In Kyiv.", "en")]


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ({"text": "Missing"}, "there is no column 'Missing'; the columns are: text, lang, expect"),
        ({"note": "text"}, "'note' is no field; expected one of text, lang"),
    ],
)
def test_a_column_that_is_not_there_is_one_line(
    tmp_path: Path, mapping: dict[str, str], expected: str
) -> None:
    with pytest.raises(GlossaryError, match=expected):
        read(write(tmp_path, f"{HEADER}In Kyiv.,en,\n"), mapping)


def test_failures_say_what_was_missed_and_what_was_too_much(tmp_path: Path) -> None:
    cases = read(write(tmp_path, f"{HEADER}Kiev and Lvov.,en,Lvov\nKyiv.,en,\nKiev.,en,Kiev\n"))

    def check(case: Case) -> list[str]:
        return ["Kiev"] * case.text.count("Kiev")

    assert [(f.case.line, f.missed, f.extra) for f in run(cases, check)] == [(2, ("Lvov",), ("Kiev",))]
