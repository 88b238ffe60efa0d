"""Help and completion: each command explains itself, and asking for help loads next to nothing."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from qa.cli import app as commands
from qa.cli.opened import AsCheck, as_check
from qa.errors import ConfigError
from tests.cli.runner import run


def commands_of(group: Any, name: str) -> dict[str, Any]:
    """Every command and group below one, by the words that call it."""
    found = {name: group}
    for word, command in getattr(group, "commands", {}).items():
        if not name and word in commands.LATER:
            command = commands.get_group(import_module(commands.LATER[word]).app)
        found |= commands_of(command, f"{name} {word}".strip())
    return found


COMMANDS = commands_of(commands.get_group(commands.app), "")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_help_with_an_example(command: str, place: Path) -> None:
    result = run([*command.split(), "--help"])
    assert result.code == 0
    assert f"Usage: qa {command}".strip() in result.out
    assert "Example" in result.out
    assert run([*command.split(), "-h"]).out == result.out


def examples() -> list[str]:
    texts = "\n".join(command.help or "" for command in COMMANDS.values())
    return list(re.findall(r"^\s*(?:Example: )?(qa .*)$", texts, re.M))


@pytest.mark.parametrize("example", examples())
def test_examples_can_be_typed(example: str, place: Path) -> None:
    """Every command and option of an example exists; whether its files do is another matter."""
    for words in _commands_in(shlex.split(example)):
        name, group = "", COMMANDS[""]
        while len(words) > 1 and f"{name} {words[1]}".strip() in COMMANDS:
            name, words = f"{name} {words[1]}".strip(), words[1:]
        assert name, example
        group = COMMANDS[name]
        context = group.make_context(name, words[1:], resilient_parsing=True)
        if name.split()[0] in ("fix", "baseline"):
            # What these do not know themselves are options of check.
            COMMANDS["check"].make_context("check", context.args, resilient_parsing=True)


def _commands_in(words: list[str]) -> Iterator[list[str]]:
    """The commands of a line of shell, without what is sent elsewhere."""
    line = " ".join(shlex.quote(word) if word not in ("&&", "|", ">") else word for word in words)
    for part in re.split(r" (?:&&|\|) ", line):
        yield shlex.split(part.partition(" > ")[0])


# Values that options of check take, where it is not any text; None is no value.
VALUES = {
    "--fail-on": "major",
    "--jobs": "1",
    "--config": "qa.toml",
    "--quiet": None,
    "--inline": None,
} | dict.fromkeys(("--default-glossary", "--back-translate"), None)
# What is taken and ignored.
SILENT = {("fix", "--jobs")}


@pytest.mark.parametrize(
    "command", [name for name, command in COMMANDS.items() if isinstance(command, AsCheck)]
)
@pytest.mark.parametrize(
    "option", [o.opts[0] for o in COMMANDS["check"].params if o.param_type_name == "option" and not o.hidden]
)
def test_the_help_tells_the_options_of_check_that_are_taken(command: str, option: str, place: Path) -> None:
    (place / "qa.toml").touch()
    value = VALUES.get(option, "x")
    shown = set(re.findall(r"^\W*(--[a-z-]+)", run([*command.split(), "--help"]).out, re.M))
    told = ""
    try:
        as_check(["a.txt", option, *([value] if value else [])], command, COMMANDS[command].unused)
    except ConfigError as error:
        told = str(error)
    if (command, option) in SILENT:
        assert (option in shown, told) == (False, "")
    else:
        assert (option in shown) == (f"takes no {option};" not in told), told


def test_the_commands_of_glossary_stand_in_the_help(place: Path) -> None:
    from qa.cli.glossary import app as glossary

    stand_in = commands.get_group(commands.app).commands["glossary"]
    assert (commands.get_group(glossary).help or "").startswith(stand_in.help)
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
    assert done.stdout.split() == ["qa.errors", "qa.signals"]


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
