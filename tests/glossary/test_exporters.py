"""Writing glossaries for other tools: exact files, round trips, and what is said to be lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from qa.errors import ConfigError
from qa.glossary.exporters import FORMATS, ExportOptions, run
from qa.glossary.importers import Options
from qa.glossary.importers import run as read
from qa.glossary.merge import merge
from qa.glossary.table import Row, parse

from .strategies import glossaries

ROWS = [
    line.row
    for line in parse(
        """\
entry,type,lang,form,status,from,until,note
chicken-kiev,other,en,chicken Kiev,preferred,,,
kyiv,place,en,Kiev,deprecated,,,Russian-based
kyiv,place,en,Kyiv,preferred,,,
kyiv,place,uk,Київ,preferred,,,
lviv,place,en,Lvov (Lwów),deprecated,,,
lviv,place,en,Lviv,preferred,,,
luhansk,place,en,Lugansk,deprecated,,,Russian-based
luhansk,place,en,Luhansk,preferred,,,
luhansk,place,en-GB,Louhansk,deprecated,,,
rivne,place,en,Rovno,deprecated,,,
rovno-street,place,en,Rovno,preferred,,,
siverskodonetsk,place,en,Sievierodonetsk,preferred,,2024-09-18,
siverskodonetsk,place,en,Siverskodonetsk,preferred,2024-09-19,,
""".encode(),
        "g.csv",
    ).lines
]


def text(name: str, path: str = "", options: ExportOptions | None = None) -> str:
    return dict(run(name, ROWS, options or ExportOptions()).files)[path].decode()


def test_vale_gets_a_rule_and_a_vocabulary() -> None:
    assert text("vale", "styles/Names/Names.yml") == (
        "extends: substitution\n"
        "message: \"Write '%s' instead of '%s'.\"\n"
        "level: error\n"
        "ignorecase: false\n"
        "swap:\n"
        '  "(?<!chicken )Kiev": "Kyiv"\n'
        '  "Lugansk": "Luhansk"\n'
        '  "Lvov \\\\(Lwów\\\\)": "Lviv"\n'
    )
    assert text("vale", "styles/config/vocabularies/Names/accept.txt").split("\n") == [
        "Kyiv", "Luhansk", "Lviv", "Rovno", "Siverskodonetsk", "chicken Kiev", "",
    ]  # fmt: skip


def test_cspell_gets_words_and_forbidden_words() -> None:
    config = json.loads(text("cspell"))
    assert config["words"] == ["Kiev", "Kyiv", "Luhansk", "Lviv", "Rovno", "Siverskodonetsk", "chicken"]
    assert config["flagWords"] == ["Lugansk->Luhansk"]


def test_cspell_takes_a_word_without_the_marks_beside_it() -> None:
    forms = ["Odessa, Texas", "U.N. (Kyiv) & Co.", "“Rada”: the"]
    rows = [Row("x", "other", "en", form, "admitted", "", "", "") for form in forms]
    (_, data), *_ = run("cspell", rows, ExportOptions()).files
    assert json.loads(data)["words"] == ["Co.", "Kyiv", "Odessa", "Rada", "Texas", "U.N.", "the"]


def test_codespell_gets_a_dictionary() -> None:
    assert text("codespell") == "lugansk->Luhansk\n"


def test_what_a_list_cannot_say_is_told() -> None:
    lost = run("cspell", ROWS, ExportOptions()).lost
    assert "Rovno: rivne has no preferred form in en to write instead" in lost
    assert "Kiev: a word of a right name, which CSpell could not tell apart" in lost
    assert "Lvov (Lwów): CSpell flags single words only" in lost
    assert lost[0] == "forms in other languages: en-GB, uk"
    assert "the days of 2 dated rows (the list is that of days without an end)" in lost


def test_a_list_is_of_a_language_and_a_day() -> None:
    assert "Louhansk->Luhansk" in json.loads(text("cspell", options=ExportOptions(lang="en-GB")))["flagWords"]
    assert "Sievierodonetsk" in text(
        "vale", "styles/config/vocabularies/Names/accept.txt", ExportOptions(day="2022-06-01")
    )


def test_a_form_that_two_entries_correct_differently_is_left_out() -> None:
    rows = [
        Row(entry, "place", "en", form, status, "", "", "")
        for entry, form, status in [
            ("a", "X", "deprecated"),
            ("a", "Y", "preferred"),
            ("b", "X", "deprecated"),
            ("b", "Z", "preferred"),
        ]
    ]
    made = run("codespell", rows, ExportOptions())
    assert made.files == (("", b""),)
    assert "X: corrected to Y or Z; a list cannot choose" in made.lost


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@given(rows=glossaries())
@settings(max_examples=25)
def test_tables_lose_nothing_but_comments(
    tmp_path_factory: pytest.TempPathFactory, name: str, rows: list[Row]
) -> None:
    path = tmp_path_factory.mktemp("table") / f"x.{name}"
    made = run(name, rows, ExportOptions())
    assert made.lost == ("comments",)
    path.write_bytes(made.files[0][1])
    assert sorted(merge([], read(path, None, Options()).concepts).new) == sorted(rows)


@pytest.mark.parametrize("name", [form.name for form in FORMATS])
@pytest.mark.parametrize("rows", [[], ROWS], ids=["empty", "full"])
def test_the_same_glossary_gives_the_same_bytes(name: str, rows: list[Row]) -> None:
    assert run(name, rows, ExportOptions()) == run(name, list(reversed(rows)), ExportOptions())


def test_an_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(ConfigError, match="expected one of tbx, xlsx, csv, vale, cspell, codespell"):
        run("docx", ROWS, ExportOptions())


def test_markup_in_names_stays_text(tmp_path: Path) -> None:
    row = Row("x", "other", "en", "<b>&\"'</b>", "preferred", "", "", "]]>")
    (tmp_path / "x.tbx").write_bytes(run("tbx", [row], ExportOptions()).files[0][1])
    assert merge([], read(tmp_path / "x.tbx", None, Options()).concepts).new == (row,)
