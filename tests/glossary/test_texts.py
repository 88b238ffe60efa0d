"""The commands of `qa glossary` that look at texts, as a user runs them."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from qa.cli import glossary_suggest
from qa.cli.glossary import app
from qa.errors import ConfigError, InputError, QaError
from qa.glossary import load
from qa.glossary.lines import HEADER

KYIV = (
    f"{HEADER}\nkyiv,place,en,Kiev,deprecated,,,Russian-based\n"
    "kyiv,place,en,Kyiv,preferred,,,\nkyiv,place,uk,Київ,preferred,,,\n"
)
TEXT = (
    "The mayor of Kiev went to Vyshneve on Monday.\n"
    "People in Vyshneve waited, said Pavlo Tkachuk.\n"
    "Later Tkachuk came to Vyshneve, too.\n"
)
SOURCE = (
    "Мер Києва поїхав до Вишневого в понеділок.\n"
    "Люди у Вишневому чекали, сказав Павло Ткачук.\n"
    "Згодом Ткачук теж приїхав до Вишневого.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "g.csv").write_text(KYIV, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.uk.txt").write_text(SOURCE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, code: int = 0, answers: str = "") -> tuple[list[str], list[str]]:
    result = CliRunner().invoke(app, list(arguments), input=answers or None)
    if isinstance(result.exception, QaError):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.stdout.splitlines(), result.stderr.splitlines()


ONLY = ("--no-default-glossary", "--glossary", "g.csv")
AS_TRANSLATED = (*ONLY, "--source", "a.uk.txt", "--source-lang", "uk", "--target-lang", "en")


def test_a_sentence_with_quotes_stays_evidence(folder: Path) -> None:
    Path("q.txt").write_text('He said,"Vyshneve burns.\nAt night,"Vyshneve" fell.\n', encoding="utf-8")
    run("suggest", "q.txt", *ONLY, "--target-lang", "en", "--output", "review.csv")
    assert '# At night,"Vyshneve" fell.' in Path("review.csv").read_text(encoding="utf-8")
    assert run("import", "review.csv", "--into", "g.csv")[0] == ["+ vyshneve en Vyshneve: preferred"]


def test_suggest_shows_names_with_their_evidence(folder: Path) -> None:
    out, err = run("suggest", "a.txt", *AS_TRANSLATED)
    assert out[0] == "1. Vyshneve 3: in 1 document(s)"
    assert out[1].startswith("     source (uk): Вишн")
    assert any(line.startswith("2. Tkachuk 2 (person)") for line in out)
    assert not any("Kiev" in line.split("     ")[0] for line in out)
    assert err == ["2 name(s) that no entry covers"]


def test_suggest_writes_a_file_that_can_be_imported(folder: Path) -> None:
    _, err = run("suggest", "a.txt", *AS_TRANSLATED, "--output", "review.csv")
    assert err == ["review.csv: 2 proposal(s); correct them and run qa glossary import"]
    assert [entry.id for entry in load([Path("review.csv")]).entries] == ["tkachuk", "vyshneve"]
    assert "# rank 1, 1 readers, 1 documents: Vyshneve 3" in Path("review.csv").read_text(encoding="utf-8")
    out, _ = run("suggest", "a.txt", *AS_TRANSLATED, "--output", "-", "--limit", "1")
    assert out[1] == HEADER
    run("import", "review.csv", "--into", "g.csv")
    assert run("suggest", "a.txt", *AS_TRANSLATED)[1] == ["0 name(s) that no entry covers"]


def test_suggest_asks_and_takes_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glossary_suggest, "at_terminal", lambda: True)
    out, err = run("suggest", "a.txt", *AS_TRANSLATED, "-i", "--into", "g.csv", answers="what\n1\nl\n\n")
    assert "     not understood" in out
    assert "     preferred: Vyshneve" in out
    assert err[-1] == "g.csv: 2 of 2 proposal(s) taken over"
    text = Path("g.csv").read_text(encoding="utf-8")
    assert "vyshneve,place,en,Vyshneve,preferred,,,\n" in text
    assert "tkachuk,person,uk,Ткачук,preferred,,,\n" in text


def test_suggest_can_be_left_at_any_question(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glossary_suggest, "at_terminal", lambda: True)
    _, err = run("suggest", "a.txt", *AS_TRANSLATED, "-i", "--into", "g.csv", answers="s\nq\n")
    assert err == ["g.csv: 0 of 2 proposal(s) taken over"]
    assert Path("g.csv").read_text(encoding="utf-8") == KYIV


def test_suggest_asks_at_a_real_terminal(folder: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from qa.cli import main; main()", "glossary", "suggest", "a.txt"]
    process = subprocess.Popen(
        [*command, *AS_TRANSLATED, "-i", "--into", "g.csv", "--limit", "1"],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder,
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, b"place\n")
    shown = b""
    while select.select([ours], [], [], 60)[0]:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    assert process.wait(60) == 0
    os.close(ours)
    assert b"1 of 1 proposal(s) taken over" in shown
    assert "vyshneve,place,en,Vyshneve,preferred,,,\n" in Path("g.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "error", "expected"),
    [
        (("a.txt", "-i"), ConfigError, "--interactive asks at a terminal"),
        (("a.txt", "--source", "a.uk.txt"), ConfigError, "needs --source-lang"),
        (("missing.txt",), InputError, "missing.txt"),
        (("a.txt", "--target-lang", "nonsense"), ConfigError, "is not a language tag"),
    ],
)
def test_suggest_refuses_what_it_cannot_do(
    folder: Path, arguments: tuple[str, ...], error: type[QaError], expected: str
) -> None:
    with pytest.raises(error, match=expected):
        run("suggest", *arguments, *ONLY)


def test_diff_on_texts_says_which_findings_change(folder: Path) -> None:
    Path("new.csv").write_text(KYIV.replace("Kiev,deprecated", "Kiev,admitted"), encoding="utf-8")
    out, err = run("diff", "g.csv", "new.csv", "--on", "a.txt", "--target-lang", "en", code=1)
    assert out[-1] == "- a.txt:1:14 name-variant: Kiev → Kyiv"
    assert err[-1] == "on these texts: 0 finding(s) more, 1 finding(s) fewer"
    out, err = run("diff", "new.csv", "g.csv", "--on", "a.txt", "a.uk.txt", "--target-lang", "en", code=1)
    assert out[-1] == "+ a.txt:1:14 name-variant: Kiev → Kyiv"
    assert (
        run("diff", "g.csv", "g.csv", "--on", "a.txt")[1][-1]
        == "on these texts: 0 finding(s) more, 0 finding(s) fewer"
    )


def test_stats_on_texts_tell_coverage_and_unused_entries(folder: Path) -> None:
    Path("g.csv").write_text(
        KYIV + "lviv,place,en,Lviv,preferred,,,\nlviv,place,uk,Львів,preferred,,,\n", encoding="utf-8"
    )
    out, _ = run("stats", "g.csv", "--on", "a.txt", "--target-lang", "en")
    assert "mentions: 1 of 1 entries" in out
    assert "names that no entry covers: 2, 5 mentions; qa glossary suggest --min-count 1 lists them" in out
    assert "coverage: 16.7 % of mentions" in out
    assert out[out.index("forms to correct by route:") + 1] == "       1 Russian-based"
    assert out[-2:] == ["unused entries: 1", "  lviv"]


def test_stats_on_texts_count_names_that_are_met_once(folder: Path) -> None:
    Path("b.txt").write_text("The mayor of Kyiv went to Vyshneve on Monday.\n", encoding="utf-8")
    out, _ = run("stats", "g.csv", "--on", "b.txt", "--target-lang", "en")
    assert "names that no entry covers: 1, 1 mentions; qa glossary suggest --min-count 1 lists them" in out
    assert "coverage: 50.0 % of mentions" in out


NOT_KNOWN = "qa: s.txt: not judged (language): the language of the text could not be told"
NO_CAPITALS = "qa: s.txt: nothing is proposed: names are told by capitals, and this text has none"


@pytest.mark.parametrize(
    ("text", "arguments", "told"),
    [
        ("Kiev fell.\n", ("stats", "g.csv", "--on", "s.txt"), NOT_KNOWN),
        ("Kiev fell.\n", ("diff", "g.csv", "g.csv", "--on", "s.txt"), NOT_KNOWN),
        ("Kiev fell.\n", ("suggest", "s.txt", *ONLY), NOT_KNOWN),
        ("وصل الرئيس إلى بيروت يوم الاثنين. وقال إن بيروت آمنة.\n", ("suggest", "s.txt", *ONLY), NO_CAPITALS),
    ],
)
def test_a_text_that_cannot_be_judged_is_told(
    folder: Path, text: str, arguments: tuple[str, ...], told: str
) -> None:
    Path("s.txt").write_text(text, encoding="utf-8")
    assert any(line.startswith(told) for line in run(*arguments)[1])


@pytest.mark.parametrize(("hidden", "shown"), [("\x1b", "␛"), ("\u202e", "⟨RLO⟩"), ("\u200c", "\u200c")])
def test_what_would_act_on_a_terminal_is_shown(folder: Path, hidden: str, shown: str) -> None:
    Path("s.txt").write_text(f"He saw {hidden}Vyshneve. In Vyshneve he was.\n", encoding="utf-8")
    out, _ = run("suggest", "s.txt", *ONLY, "--target-lang", "en")
    assert f"     He saw {shown}Vyshneve." in out
    assert run("explain", f"{hidden}Kiev", *ONLY)[0][0].startswith(f"{shown}Kiev")
    assert json.loads("\n".join(run("explain", f"{hidden}Kiev", *ONLY, "--format", "json")[0]))[
        "written"
    ] == (f"{hidden}Kiev")


def test_on_needs_a_text(folder: Path) -> None:
    result = CliRunner().invoke(app, ["stats", "g.csv", "--on"])
    assert result.exit_code == 2


def test_explain_tells_people_and_programs(folder: Path) -> None:
    out, _ = run("explain", "Kiev", *ONLY)
    assert out[-2:] == [
        "  “Kiev” is a deprecated form of kyiv (Russian-based); write Kyiv",
        "  major name-variant: Kiev → Kyiv",
    ]
    assert any(line.startswith("Near kyiv (place), preferred Kyiv") for line in out)
    data = json.loads("\n".join(run("explain", "Kyjiw", *ONLY, "--format", "json")[0]))
    assert data["candidates"][0]["entry"] == "kyiv"
    assert data["candidates"][0]["features"][0]["name"] == "bias"
    assert data["findings"][0]["rule"] == "name-unlisted"
    out, _ = run("explain", "Kieva", *ONLY, "--source", "Мер Києва.", "--source-lang", "uk")
    assert "The source names" in out
    assert run("explain", "Kyiv", *ONLY)[0][-1] == "  no finding"
    assert run("explain", "Kуiv", *ONLY)[0][-1] == "  major mixed-script: Kуiv → Kyiv"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((" ",), "the name is empty"),
        (("Kyiv " * 50,), "the name has 250 characters"),
        (("Kyiv", "--source", "Київ"), "go together"),
        (("Kyiv", "--date", "yesterday"), "is no day"),
    ],
)
def test_explain_refuses_what_it_cannot_read(folder: Path, arguments: tuple[str, ...], expected: str) -> None:
    with pytest.raises(ConfigError, match=expected):
        run("explain", *arguments, *ONLY)
