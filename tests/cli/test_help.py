"""Help and completion: each command explains itself, and asking for help loads next to nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from qa.cli import app as commands
from tests.cli.runner import run

COMMANDS = [name for name in commands.get_group(commands.app).commands if name != "glossary"]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_help_with_an_example(command: str, place: Path) -> None:
    result = run([command, "--help"])
    assert result.code == 0
    assert f"Usage: qa {command}" in result.out
    assert "Example" in result.out
    assert run([command, "-h"]).out == result.out


def test_the_commands_of_glossary_stand_in_the_help(place: Path) -> None:
    from qa.cli.glossary import app as glossary

    stand_in = commands.get_group(commands.app).commands["glossary"]
    assert stand_in.help == commands.get_group(glossary).help
    result = run(["glossary", "--help"])
    assert result.code == 0
    for name in commands.get_group(glossary).commands:
        assert f" {name} " in result.out


def test_help_loads_no_part_of_the_house() -> None:
    code = (
        "import contextlib, io, sys\n"
        "from qa.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): main(['--help'])\n"
        "print(*sorted(m for m in sys.modules if m.startswith('qa.') and not m.startswith('qa.cli')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["qa.errors"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("qa gl", "glossary"), ("qa glossary li", "lint"), ("qa check --fail-on c", "critical")],
)
def test_completion_knows_the_commands_and_their_options(
    place: Path, monkeypatch: pytest.MonkeyPatch, typed: str, offered: str
) -> None:
    monkeypatch.setenv("_QA_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
    assert offered in run([]).out.split()
