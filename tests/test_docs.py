"""The pages say what the program does: every option, format and environment variable stands in them."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qa.cli.app import app, get_group
from qa.cli.formats import FORMATS
from tests.cli.runner import run

ROOT = Path(__file__).parent.parent
PAGES = {path.name: path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md")}
CHECK = PAGES["check.md"]
OPTIONS = [
    name
    for parameter in get_group(app).commands["check"].params
    for name in [*parameter.opts, *parameter.secondary_opts]
    if name.startswith("--") and name != "--help" and not getattr(parameter, "hidden", False)
]


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_of_check_is_explained(option: str) -> None:
    assert any(f"`{option}`" in page or f"`{option} " in page for page in PAGES.values())


def test_no_option_is_explained_that_is_not_there() -> None:
    table = CHECK.partition("## Options")[2].partition("\n## ")[0]
    explained = {
        option for row in re.findall(r"^\| (.*?) \|", table, re.M) for option in re.findall(r"--[\w-]+", row)
    }
    assert explained <= set(OPTIONS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_output_format_stands_in_a_page(name: str) -> None:
    assert any(f"`{name}`" in page or f"format {name}" in page for page in PAGES.values())


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"README.md"}))
def test_every_page_is_in_the_list(name: str) -> None:
    assert f"({name})" in PAGES["README.md"]


def test_environment_variables_are_explained() -> None:
    used = {
        name
        for path in (ROOT / "qa").rglob("*.py")
        for name in re.findall(r"\b(QA_[A-Z_]+|NO_COLOR)\b", path.read_text("utf-8"))
    }
    assert [name for name in sorted(used) if f"`{name}`" not in CHECK] == []


def test_the_finding_in_the_page_is_the_one_of_the_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = json.loads(re.findall(r"```json\n(.*?)```", CHECK, re.S)[0])
    done = run(
        [
            "check",
            "seeds/ukraine-offensive.en.txt",
            "--no-back-translate",
            "--report",
            "none",
            "--format",
            "json",
        ]
    )
    findings = json.loads(done.out)["documents"][0]["findings"]
    (found,) = (f for f in findings if f["text"] == shown["text"])
    assert {key: found[key] for key in shown if key != "confidence"} == {
        key: value for key, value in shown.items() if key != "confidence"
    }


# The commands of each page, in their order; those of the pages about glossaries run beside the other tests of these.
SHELL = {
    name: [
        line.partition("  #")[0].strip()
        for block in re.findall(r"^```\w*\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
        if line.startswith("qa ") and "…" not in line
    ]
    for name, page in PAGES.items()
    if not name.startswith("glossary-")
}


# Seconds until a command that hangs is given up.
PATIENCE = 300
# No command of these pages shows a translation.
SETTINGS = "back-translate = false\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository as the pages have it, with the folder of articles and the decisions of an editor."""
    decisions = {"schema_version": 1, "document": "articles/grain.en.txt", "decisions": []}
    (tmp_path / "decisions.json").write_text(json.dumps(decisions), "utf-8")
    (tmp_path / "qa.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "articles").mkdir()
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    return tmp_path


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in a folder, with the `qa` of this interpreter, a cache of its own and no network."""
    own = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "QA_CACHE_DIR": str(folder / "cache"),
        "HF_HUB_OFFLINE": "1",
    }
    # S602: the page's own commands, with their pipes, as a reader would type them.
    return subprocess.run(  # noqa: S602
        command,
        shell=True,
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | own,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize("name", sorted(name for name in SHELL if SHELL[name]))
def test_commands_of_a_page_run_one_after_the_other(name: str, desk: Path) -> None:
    for command in SHELL[name]:
        (desk / "articles/grain.en.txt").write_text("The port of Odessa was closed on Monday.\n", "utf-8")
        done = typed(command, desk)
        # The article has something to correct, until that is known.
        wanted = command.startswith("qa check") and "--baseline" not in command
        assert done.returncode == wanted, f"{command}: {done.stderr}"
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [line for line in SHELL["fix.md"] if "| git apply" in line])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("grain.en.txt", b"The port was closed on Monday.\n"),
        ("grain.en.txt.gz", gzip.compress(b"In Odessa.\n")),
    ],
)
def test_git_takes_corrections_of_which_it_can_make_none(
    desk: Path, command: str, name: str, data: bytes
) -> None:
    (desk / "articles" / name).write_bytes(data)
    done = typed(command, desk)
    assert done.returncode == 0, done.stderr
    assert (desk / "articles" / name).read_bytes() == data
