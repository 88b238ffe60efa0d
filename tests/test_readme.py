"""Every command of the README runs, and what it shows is what comes out."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    line.partition("  #")[0].strip()
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("qa ")
]
# The article with its source, which the README names without giving it.
ARTICLE = ("سقطت مدينة ليسيتشانسك.\n", "The city of Lyschansk fell.\n")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("newcomer")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for name, text in zip(("article.ar.txt", "article.en.txt"), ARTICLE, strict=True):
        (folder / name).write_text(text, "utf-8")
    return folder


def run(command: str, place: Path) -> subprocess.CompletedProcess[str]:
    # S602: the README's own commands, with their redirections, as a reader would type them.
    shell = command.replace("qa ", f"{Path(sys.executable).parent / 'qa'} ", 1)
    return subprocess.run(shell, shell=True, cwd=place, capture_output=True, text=True)  # noqa: S602


@pytest.mark.parametrize("command", COMMANDS)
def test_command_runs(command: str, place: Path) -> None:
    done = run(command, place)
    assert done.returncode == (1 if command.startswith("qa check") else 0), done.stderr
    assert "Traceback" not in done.stderr


def test_the_shown_findings_are_those_of_the_sample(place: Path) -> None:
    done = run("qa check --no-back-translate --report none seeds/ukraine-offensive.en.txt", place)
    shown = [line for line in README.splitlines() if line.startswith("seeds/ukraine-offensive.en.txt:")]
    assert len(shown) == 5
    for line in shown:
        assert line in done.stdout.splitlines()


def test_the_first_commands_are_those_that_set_everything_up() -> None:
    assert BLOCKS[0].split("#")[0].strip() == "make demo"
    assert "make test" in BLOCKS[0]


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
