"""Standard streams as systems hand them over: terminals, odd encodings, closed pipes, full disks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runner import run
from tests.cli.test_cases import PLAIN

QA = str(Path(sys.executable).with_name("qa"))
CHECK = ["check", "a.txt", *PLAIN.split()]


@pytest.fixture
def article(place: Path) -> Path:
    path = place / "a.txt"
    path.write_text("Shelling of Kiev went on.\n", "utf-8")
    return path


def qa(arguments: list[str], **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [QA, *arguments], text=True, encoding="utf-8", stderr=subprocess.PIPE, check=False, **options
    )  # type: ignore[call-overload,no-any-return]


def test_colour_on_a_terminal_only(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[1;31mmajor\x1b[0m" in run(CHECK, terminal=True).out
    assert "\x1b" not in run(CHECK).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run(CHECK, terminal=True).out


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", ""), ("TERM", "xterm")])
def test_what_does_not_ask_for_less_colour(
    article: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert "\x1b" in run(CHECK, terminal=True).out


def test_a_terminal_without_colours(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in run(CHECK, terminal=True).out


@pytest.mark.parametrize("encoding", ["ascii", "utf-16"])
def test_a_pipe_carries_utf8_whatever_the_system_says(article: Path, encoding: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    done = qa(CHECK, stdout=subprocess.PIPE, env=environment)
    assert done.returncode == 1, done.stderr
    assert "“Kiev” is a deprecated form (Russian-based romanization) → Kyiv\n" in done.stdout


# Commands that write to stdout, each in its own way, with the code that they end with.
SPEAKING = [
    (CHECK, 1),
    (["fix", "a.txt", *PLAIN.split(), "--quiet"], 0),
    (["rules"], 0),
    (["--version"], 0),
    (["--help"], 0),
    (["check", "--help"], 0),
    (["glossary", "stats", "names.csv"], 0),
    (["glossary", "export", "names.csv", "--format", "tbx"], 0),
    (["glossary", "export", "names.csv", "--format", "xlsx"], 0),
    (["glossary", "explain", "Kiev", "--no-default-glossary", "--glossary", "names.csv"], 0),
]
speaking = pytest.mark.parametrize(
    ("arguments", "code"), SPEAKING, ids=[" ".join(a[:4]) for a, _ in SPEAKING]
)


@speaking
def test_a_reader_that_has_gone_changes_no_exit_code(article: Path, arguments: list[str], code: int) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = qa(arguments, stdout=write)
    finally:
        os.close(write)
    assert (done.returncode, "error" in done.stderr) == (code, False), done.stderr


@speaking
def test_a_full_disk_behind_stdout(article: Path, arguments: list[str], code: int) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = qa(arguments, stdout=full)
    assert done.returncode == 2
    assert done.stderr == "qa: standard output: cannot be written: No space left on device\n"


@pytest.mark.parametrize("option", ["--output", "--format=json=/dev/stderr --output"])
def test_what_stands_in_a_file_behind_stdout_stays(article: Path, option: str) -> None:
    with open("log.txt", "wb", buffering=0) as log:
        log.write(b"before\n")
        done = qa([*CHECK, "--quiet", *option.split(), "/dev/stdout"], stdout=log)
        log.write(b"after\n")
    before, finding, *_, after = Path("log.txt").read_text("utf-8").splitlines()
    assert (done.returncode, before, after) == (1, "before", "after"), done.stderr
    assert finding.startswith("a.txt:1:13 major name-variant")


def test_a_full_disk_ends_the_corrections_of_several_files(article: Path) -> None:
    Path("b.txt").write_text("In Kiev.\n", "utf-8")
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = qa(["fix", "a.txt", "b.txt", *PLAIN.split()], stdout=full)
    assert done.returncode == 2
    assert done.stderr == "qa: standard output: cannot be written: No space left on device\n"


@pytest.mark.parametrize(
    ("closed", "arguments", "expected"),
    [
        (1, CHECK, "qa: there is no standard output to write to; use --output FILE\n"),
        (
            1,
            ["glossary", "stats", "names.csv"],
            "qa: there is no standard output to write to; use --output FILE\n",
        ),
        (0, ["check", "-", *PLAIN.split()], "qa: -: there is no standard input to read\n"),
    ],
)
def test_a_closed_stream(article: Path, closed: int, arguments: list[str], expected: str) -> None:
    # Closed in a shell: subprocess can only hand streams over.
    mark = ">&-" if closed else "<&-"
    command = ["sh", "-c", f'exec "$@" {mark}', "sh", QA, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, expected)


def test_a_file_name_that_is_no_text(article: Path) -> None:
    name = b"k\xff.txt"
    article.rename(os.fsdecode(os.fsencode(article.parent) + b"/" + name))
    done = subprocess.run([QA, "check", name, *PLAIN.split()], capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    assert b"1:13 major name-variant" in done.stdout
    done.stdout.decode("utf-8")
