"""Every command in the pages about glossaries runs, and every command and option of `suggest` stands in one."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from qa.cli.glossary import app
from qa.glossary import places
from tests.cli.runner import run

ROOT = Path(__file__).parent.parent.parent
PAGES = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("glossary-*.md"))}
COMMANDS = [
    (name, line.partition("  #")[0])
    for name, page in PAGES.items()
    for block in re.findall(r"^```\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    for line in block.replace("\\\n", " ").splitlines()
    if line.startswith("qa ")
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
    Path("decisions.json").write_text('{"schema_version": 1, "document": "a.txt", "decisions": []}', "utf-8")
    return tmp_path


def _workbook(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (
        ("Ukrainian", "We write", "We do not write", "Example", "Flagged"),
        ("Вишневе", "Vyshneve", "Vishneve; Wyschnewe", "She left Kiev for Vyshneve.", "Kiev"),
    ):
        book.active.append(row)
    book.save(path)


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_command_runs(page: str, command: str, place: Path) -> None:
    done = run(shlex.split(command)[1:])
    # Differences and conflicts are told with 1.
    assert done.code in (
        (0, 1) if any(w in command for w in (" diff ", " import ", " add ", "--glossary ap")) else (0,)
    ), done
    assert "internal error" not in done.err


def test_every_command_stands_in_a_page() -> None:
    text = "\n".join(PAGES.values())
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert [name for name in names if f"qa glossary {name}" not in text] == []
    assert len(COMMANDS) >= 15
