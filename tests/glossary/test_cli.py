"""The commands of `qa glossary`, as a user runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from qa.cli.glossary import app
from qa.errors import ConfigError, GlossaryError, QaError
from qa.glossary.lines import HEADER
from qa.glossary.lint import RULES

KYIV = f"{HEADER}\nkyiv,place,en,Kyiv,preferred,,,\nkyiv,place,uk,Київ,preferred,,,\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "g.csv"
    path.write_text(KYIV, encoding="utf-8")
    return path


def run(*arguments: object, code: int = 0) -> tuple[list[str], list[str]]:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    if isinstance(result.exception, QaError):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.stdout.splitlines(), result.stderr.splitlines()


def test_lint_says_where_and_what(path: Path) -> None:
    assert run("lint", path) == ([], ["1 file(s): 0 error(s), 0 warning(s)"])
    path.write_text(KYIV + "kyiv,place,en,Kiev,deprecated,,,\n", encoding="utf-8")
    out, err = run("lint", path, code=1)
    assert out == [
        f"{path}:4:1 error layout: not sorted: this row belongs before line 3; run qa glossary fmt",
        f"{path}:4:33 warning no-reason: 'Kiev' is deprecated without a reason; say why in the note",
    ]
    assert err == ["1 file(s): 1 error(s), 1 warning(s)"]
    run("fmt", path)
    run("lint", path)
    run("lint", path, "--strict", code=1)
    run("lint", path, "--strict", "--ignore", "no-reason")
    assert run("lint", path, "--select", "layout")[0] == []


def test_lint_writes_annotations(path: Path) -> None:
    path.write_text(KYIV + "kyiv,place,en,Kiev,deprecated,,,\n", encoding="utf-8")
    out, _ = run("lint", path, "--format", "github", code=1)
    assert out[0] == (
        f"::error file={path},line=4,col=1,title=layout::not sorted: this row belongs before line 3;"
        " run qa glossary fmt"
    )


def test_lint_knows_ordinary_words(path: Path) -> None:
    path.write_text(KYIV + "kyiv,place,en,table,deprecated,,,x\n", encoding="utf-8")
    assert any(
        " ordinary-word: 'table' is an ordinary word of en" in line for line in run("lint", path, code=1)[0]
    )


def test_a_house_style_finds_its_base(path: Path) -> None:
    (path.parent / "styles").mkdir()
    style = path.parent / "styles" / "ap.csv"
    style.write_text(f"{HEADER}\nkyiv,place,en,Kiev,preferred,,,house style\n", encoding="utf-8")
    assert run("lint", style)[0] == []
    alone = style.rename(path.parent / "ap.csv")
    assert "native-missing" in run("lint", alone)[0][0]
    assert run("lint", alone, "--base", path)[0] == []


def test_an_unknown_rule_is_refused(path: Path) -> None:
    with pytest.raises(ConfigError, match="no lint rule foo; `qa glossary rules` lists them"):
        run("lint", path, "--select", "foo")


def test_rules_are_listed() -> None:
    out, _ = run("rules")
    assert [line.split()[0] for line in out] == [rule.id for rule in RULES]


def test_fmt_checks_and_changes(path: Path) -> None:
    run("fmt", path, "--check")
    path.write_text(KYIV.replace("\n", "\r\n"), encoding="utf-8")
    assert run("fmt", path, "--check", code=1)[1] == [f"{path}: would be changed"]
    assert run("fmt", path)[1] == [f"{path}: changed"]
    assert path.read_text(encoding="utf-8") == KYIV


def test_add_merges_forms(path: Path) -> None:
    out, err = run("add", "kyiv", "en:deprecated=Kiev # Russian-based", "de=Kiew", "--into", path)
    assert out == ["+ kyiv en Kiev: deprecated (Russian-based)", "+ kyiv de Kiew: preferred"]
    assert err == [f"{path}: 2 row(s) added, 0 new entries; 0 already there; 0 in conflict"]
    assert "kyiv,place,en,Kiev,deprecated,,,Russian-based\n" in path.read_text(encoding="utf-8")
    before = path.read_bytes()
    out, _ = run("add", "kyiv", "en=Kyyiv", "--into", path, code=1)
    assert out == ["! kyiv en Kyyiv: the glossary prefers 'Kyiv' in en, the import 'Kyyiv'"]
    assert path.read_bytes() == before


def test_add_takes_no_other_entry_than_the_one_named(path: Path) -> None:
    out, err = run("add", "lviv", "--type", "place", "en=Kyiv", "--into", path, code=1)
    assert out == [
        "! lviv en Kyiv: 'Kyiv' is a form of kyiv; add to that entry, or tell the two apart by a native form"
    ]
    assert err == [f"{path}: 0 row(s) added, 0 new entries; 0 already there; 1 in conflict"]
    assert path.read_text(encoding="utf-8") == KYIV


def test_an_entry_of_which_nothing_is_taken_is_not_counted(path: Path) -> None:
    run("add", "kyiv", "en:deprecated=Kiev", "--into", path)
    _, err = run("add", "kiev", "--type", "place", "en=Kiev", "--into", path, code=1)
    assert err == [f"{path}: 0 row(s) added, 0 new entries; 0 already there; 1 in conflict"]


def test_add_makes_entries_with_days(path: Path) -> None:
    run(
        "add", "bakhmut", "uk=Бахмут", "en=Bakhmut", "--type", "place", "--from", "2016-02-04", "--into", path
    )
    assert "bakhmut,place,en,Bakhmut,preferred,2016-02-04,,\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["new", "en=New"], "new is a new entry; say its --type"),
        (["Bad Id", "en=New", "--type", "place"], "'Bad Id' is no id of an entry; use small letters"),
        (["Kyiv", "en=Kyiv"], "'Kyiv' is no id of an entry"),
        (["kyiv_2", "en=Kyiv"], "'kyiv_2' is no id of an entry"),
        (["x" * 121, "en=New", "--type", "place"], "is no id of an entry"),
        (["new", "en=New", "--type", "town"], "--type town; expected one of person, place"),
        (["kyiv", "en=Kyyiv", "--type", "person"], "kyiv is a place; leave --type out"),
        (["kyiv", "Kyiv"], "'Kyiv': expected LANG=FORM"),
        (["kyiv", "en:nice=Kyiv"], "expected LANG=FORM or LANG:STATUS=FORM"),
        (["kyiv", "english=Kyiv"], "'english=Kyiv': 'english' is not a language tag"),
        (["kyiv", "ua=Київ"], "'ua=Київ': 'ua' is not a language tag; did you mean 'uk'?"),
        (["kyiv", "en="], "'en=': there is no name"),
        (["kyiv", "en=Kyiv", "--from", "2022"], "'en=Kyiv': '2022' is not a date; expected YYYY-MM-DD"),
        (["kyiv", "en=Kyiv", "--from", "2022-02-30"], "'2022-02-30' is not a day of the calendar"),
        (["kyiv", "en=Kyiv", "--from", "2022-02-02", "--until", "2022-01-01"], "it ends before it begins"),
        ([], "name an entry and its forms: qa glossary add"),
    ],
)
def test_add_refuses_what_it_cannot_read(path: Path, arguments: list[str], expected: str) -> None:
    with pytest.raises(ConfigError, match=expected):
        run("add", *arguments, "--into", path)
    assert path.read_text(encoding="utf-8") == KYIV


def test_import_takes_languages_by_any_tag(path: Path) -> None:
    table = path.parent / "t.csv"
    table.write_text("uk,en,de\nЛьвів,Lviv,Lwiw\n", encoding="utf-8")
    out, _ = run("import", table, "--into", path, "--langs", "EN,ukr", "--dry-run")
    assert out == ["+ lviv uk Львів: preferred", "+ lviv en Lviv: preferred"]
    with pytest.raises(ConfigError, match="'english' is not a language tag"):
        run("import", table, "--into", path, "--langs", "english", "--dry-run")


TABLE = "uk,en,en:deprecated\nКиїв,Kyyiv,Kiev\nБахмут,Bakhmut,Artemivsk\n"


def test_import_reports_and_keeps_conflicts_out(path: Path) -> None:
    table = path.parent / "t.csv"
    table.write_text(TABLE, encoding="utf-8")
    review = path.parent / "review.csv"
    shown = run("import", table, "--into", path, "--set", "type=place", "--dry-run", code=1)
    assert path.read_text(encoding="utf-8") == KYIV
    done = run("import", table, "--into", path, "--set", "type=place", "--conflicts", review, code=1)
    assert (
        shown[0]
        == done[0]
        == [
            "+ kyiv en Kiev: deprecated",
            "+ bakhmut uk Бахмут: preferred",
            "+ bakhmut en Bakhmut: preferred",
            "+ bakhmut en Artemivsk: deprecated",
            "! kyiv en Kyyiv: the glossary prefers 'Kyiv' in en, the import 'Kyyiv'",
        ]
    )
    assert shown[1] == [f"{path}: 4 row(s) would be added, 1 new entries; 1 already there; 1 in conflict"]
    assert "bakhmut,place,en,Bakhmut,preferred,,,\n" in path.read_text(encoding="utf-8")
    assert "kyiv,place,en,Kyyiv,preferred,,,\"the glossary prefers 'Kyiv' in en, the import 'Kyyiv'.\"" in (
        review.read_text(encoding="utf-8")
    )


def test_import_keeps_the_attribution(path: Path) -> None:
    arguments = ("import", "--format", "geonames", "--country", "PS", "--into", path)
    run(*arguments)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Names from GeoNames (https://www.geonames.org), licensed under CC BY 4.0.\n")
    assert "gaza,place,ar,غزة,preferred,,,GeoNames 281133\n" in text
    out, err = run(*arguments)
    assert out == []
    assert "0 row(s) added" in err[0]
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "error", "expected"),
    [
        (["t.docx"], GlossaryError, "no such file"),
        (["t.csv", "--format", "docx"], ConfigError, "no such format"),
        (["t.csv", "--map", "form"], ConfigError, "--map form: expected NAME=VALUE"),
        (["t.csv", "--type", "town"], ConfigError, "expected one of person"),
        ([], ConfigError, "no file to import"),
    ],
)
def test_import_refuses_what_it_cannot_read(
    path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], error: type[QaError], expected: str
) -> None:
    monkeypatch.chdir(path.parent)
    Path("t.csv").write_text(TABLE, encoding="utf-8")
    with pytest.raises(error, match=expected):
        run("import", *arguments, "--into", path)


def test_export_writes_files_and_says_what_is_lost(path: Path) -> None:
    folder = path.parent / "vale"
    _, err = run("export", path, "--format", "vale", "--output", folder)
    assert sorted(p.name for p in folder.rglob("*") if p.is_file()) == ["Names.yml", "accept.txt"]
    assert err[0] == "not in vale: forms in other languages: uk"
    out, _ = run("export", path, "--format", "csv")
    assert out == KYIV.splitlines()
    with pytest.raises(ConfigError, match="is a folder of files; name it with --output"):
        run("export", path, "--format", "vale")
    run(
        "export",
        path,
        "--format",
        "tbx",
        "--dialect",
        "min",
        "--style",
        "dct",
        "--output",
        path.parent / "o.tbx",
    )
    assert '<tbx type="TBX-Min" style="dct"' in (path.parent / "o.tbx").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--day", "31.12.2024"], "--day '31.12.2024' is no day: write it as YYYY-MM-DD"),
        (["--day", "2024-02-30"], "--day '2024-02-30' is no day"),
        (["--lang", "english"], "'english' is not a language tag; did you mean 'en'"),
    ],
)
def test_export_refuses_a_day_and_a_language_that_are_none(
    path: Path, arguments: list[str], expected: str
) -> None:
    with pytest.raises(ConfigError, match=expected):
        run("export", path, "--format", "cspell", *arguments)


def test_export_knows_a_language_by_any_tag(path: Path) -> None:
    assert '    "Kyiv"' in run("export", path, "--format", "cspell", "--lang", "ENG")[0]


def test_export_lays_styles_over_glossaries(path: Path) -> None:
    style = path.parent / "s.csv"
    style.write_text(f"{HEADER}\nkyiv,place,en,Kiev,preferred,,,\n", encoding="utf-8")
    out, _ = run("export", path, style, "--format", "csv")
    assert out[1:3] == ["kyiv,place,en,Kiev,preferred,,,", "kyiv,place,en,Kyiv,admitted,,,"]


def test_diff_is_by_entry(path: Path) -> None:
    other = path.parent / "other.csv"
    other.write_text(
        f"{HEADER}\nbakhmut,place,uk,Бахмут,preferred,,,\n"
        "kyiv,place,en,Kiev,deprecated,,,Russian-based\nkyiv,place,en,Kyiv,preferred,2022-01-01,,\n",
        encoding="utf-8",
    )
    assert run("diff", path, path) == ([], ["0 added, 0 removed, 0 changed"])
    out, err = run("diff", path, other, code=1)
    assert out == [
        "added bakhmut",
        "  + uk Бахмут: preferred",
        "changed kyiv",
        "  + en Kiev: deprecated (Russian-based)",
        "  ~ en Kyiv: preferred → preferred from 2022-01-01",
        "  - uk Київ: preferred",
    ]
    assert err == ["1 added, 0 removed, 1 changed"]


def test_diff_says_which_type_an_entry_was_and_is(path: Path) -> None:
    other = path.parent / "other.csv"
    other.write_text(
        f"{HEADER}\nkyiv,other,en,Kyiv,admitted,,,x\nkyiv,other,en,Kiev,deprecated,,,\n", encoding="utf-8"
    )
    out, _ = run("diff", path, other, code=1)
    assert out == [
        "changed kyiv",
        "  + en Kiev: deprecated",
        "  ~ en Kyiv: place, preferred → other, admitted (x)",
        "  - uk Київ: preferred",
    ]


def test_stats_count(path: Path) -> None:
    out, _ = run("stats", path)
    assert out[:3] == ["entries: 1", "rows: 2", "with days: 0"]
    assert out[-1] == "entries without a native form: 0"


def test_commands_without_files_use_the_default_glossary() -> None:
    run("lint")
    run("fmt", "--check")
    assert int(run("stats")[0][0].split()[1]) >= 150


@pytest.mark.parametrize("command", ["lint", "fmt", "stats"])
def test_a_missing_file_is_one_line(command: str) -> None:
    with pytest.raises(GlossaryError, match="neither a file nor a house style"):
        run(command, "missing.csv")
