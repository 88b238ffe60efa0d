"""Every example in the pages about glossaries works as printed, and every command stands in one."""

from __future__ import annotations

import glob
import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from qa.cli.glossary import app
from qa.glossary import places
from qa.glossary.lines import HEADER
from tests.cli.runner import run

ROOT = Path(__file__).parent.parent.parent
PAGES = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("glossary-*.md"))}
WITH_ROWS = PAGES | {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "glossaries/README.md")}
# Jobs of a workflow are run as commands are.
JOB = "      - run: "


def blocks(page: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```", page, re.DOTALL | re.MULTILINE)


COMMANDS = [
    (name, line.removeprefix(JOB).partition("  #")[0])
    for name, page in PAGES.items()
    for block in blocks(page)
    for line in block.replace("\\\n", " ").splitlines()
    if line.removeprefix(JOB).startswith("qa ")
]
# What a command prints stands below it.
SHOWN = [
    block.splitlines()
    for page in PAGES.values()
    for block in blocks(page)
    if block.startswith("qa ") and re.search(r"^[+!-] ", block, re.MULTILINE)
]
ROWS = [
    (name, [line for line in block.splitlines() if line != HEADER])
    for name, page in WITH_ROWS.items()
    for block in blocks(page)
    if re.fullmatch(r"((.*,){7}.*\n)+", block)
]
SENTENCES = [
    (name, block) for name, page in PAGES.items() for block in blocks(page) if block.startswith("text,")
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newsroom: the glossaries, two versions of one, exchange files, and a text with its source."""
    shutil.copytree(ROOT / "glossaries", tmp_path / "glossaries")
    monkeypatch.chdir(tmp_path)
    # The default glossary is the copy: commands that change it leave the project's alone.
    monkeypatch.setattr(places, "glossary_folder", lambda: tmp_path / "glossaries")
    rows = (ROOT / "glossaries" / "ukraine.csv").read_text("utf-8").splitlines(keepends=True)
    old = [row for row in rows if not row.startswith("kyiv,place,en,Kiev,")]
    Path("old.csv").write_text("".join(old), "utf-8")
    Path("new.csv").write_text("".join(rows), "utf-8")
    Path("news").mkdir()
    Path("news/article.en.txt").write_text(
        "Kiev called.\nVyshneve answered.\nPeople in Vyshneve waited.\n", "utf-8"
    )
    Path("news/article.uk.txt").write_text(
        "Київ дзвонив.\nВишневе відповіло.\nЛюди у Вишневому чекали.\n", "utf-8"
    )
    run(["glossary", "suggest", "news/article.en.txt", "--output", "review.csv"])
    run(["glossary", "export", "new.csv", "--format", "tbx", "--output", "names.tbx"])
    _workbook(Path("desk.xlsx"))
    Path("decisions.json").write_text(json.dumps(DECIDED), "utf-8")
    Path("house.csv").write_text(f"{HEADER}\nluhansk,place,en,Lugansk,admitted,,,house style\n", "utf-8")
    return tmp_path


def _decision(text: str, entry: str, **more: str) -> dict[str, str]:
    return {
        "fingerprint": text,
        "rule": "name-variant",
        "side": "target",
        "text": text,
        "entry": entry,
    } | more


DECIDED = {
    "schema_version": 1,
    "document": "articles/grain.en.txt",
    "target_lang": "en",
    "decisions": [
        _decision(
            "Lyschansk", "lysychansk", rule="name-unlisted", decision="accept", suggestion="Lysychansk"
        ),
        _decision("Odessa", "odesa", decision="dismiss", because="style", reason="house style"),
        _decision("Kharkov", "kharkiv", decision="dismiss", because="quote", reason="a quotation"),
    ],
}


def _workbook(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (
        ("Ukrainian", "We write", "We do not write", "Example", "Flagged"),
        ("Вишневе", "Vyshneve", "Vishneve; Wyschnewe", "She left Kiev for Vyshneve.", "Kiev"),
    ):
        book.active.append(row)
    book.save(path)


def arguments(command: str) -> list[str]:
    """The arguments that a shell makes of a command of `qa`."""
    words = shlex.split(command)[1:]
    return [path for word in words for path in (sorted(glob.glob(word)) if "*" in word else [word])]


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_command_runs(page: str, command: str, place: Path) -> None:
    done = run(arguments(command))
    # The two glossaries of the example differ, which is told with 1.
    assert done.code == (1 if " diff " in command else 0), done
    assert "internal error" not in done.err


@pytest.mark.parametrize("lines", SHOWN, ids=lambda lines: lines[0])
def test_what_is_shown_comes_out(lines: list[str], place: Path) -> None:
    command, *shown = lines
    assert run(arguments(command)).out.splitlines() == shown


@pytest.mark.parametrize(
    "command", [c for _, c in COMMANDS if c.startswith("qa glossary add") and "--from" not in c]
)
def test_an_example_adds_what_the_glossary_has_not(command: str, place: Path) -> None:
    words = arguments(command)
    assert run(words).out.count("+ ") == sum("=" in word for word in words)
    assert run(["glossary", "lint", "glossaries/ukraine.csv"]).code == 0


@pytest.mark.parametrize(("page", "rows"), ROWS, ids=[f"{name}: {rows[0]}" for name, rows in ROWS])
def test_rows_of_a_page_are_a_sound_glossary(page: str, rows: list[str], place: Path) -> None:
    Path("shown.csv").write_text("\n".join([HEADER, *rows, ""]), "utf-8")
    for command in (["lint"], ["lint", "--base", "default"], ["fmt", "--check"]):
        assert run(["glossary", *command, "shown.csv"]).code == 0, command


@pytest.mark.parametrize(("page", "text"), SENTENCES)
def test_sentences_of_a_page_come_out(page: str, text: str, place: Path) -> None:
    Path("shown.csv").write_text(text, "utf-8")
    done = run(["glossary", "test", "shown.csv"])
    assert done.code == 0, done


def test_what_was_learned_from_decisions_is_linted_over_the_default_glossary(place: Path) -> None:
    assert run(["glossary", "add", "--from", "decisions.json", "--into", "house.csv"]).code == 0
    alone = run(["glossary", "lint", "house.csv"])
    assert alone.code == 1
    assert (
        "none is preferred; add the preferred form, or name the glossary that has it with --base" in alone.out
    )
    for base in ("default", "glossaries/ukraine.csv"):
        assert run(["glossary", "lint", "house.csv", "--base", base]).code == 0
    Path("default").write_text(f"{HEADER}\n", "utf-8")
    assert run(["glossary", "lint", "house.csv", "--base", "default"]).code == 1


def test_every_command_stands_in_a_page() -> None:
    text = "\n".join(PAGES.values())
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert [name for name in names if f"qa glossary {name}" not in text] == []
    assert len(COMMANDS) >= 15
