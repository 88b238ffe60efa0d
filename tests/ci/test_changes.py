"""Only what changed in git is reported, whatever the names of the files and the words in them."""

from __future__ import annotations

import os
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.changes import _counts_otherwise, _merged, changes_since
from qa.errors import ConfigError
from tests.cli.runner import run

PLAIN = [
    *("--no-default-glossary", "--glossary", "names.csv", "--target-lang", "en"),
    *("--no-back-translate", "--report", "none"),
]  # fmt: skip
OLD = "Kiev one.\n\nKiev two. Calm.\n\nKiev three.\n"


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repo(place: Path) -> Path:
    """A repository with one commit of two files."""
    (place / "a.txt").write_text(OLD)
    (place / "b.txt").write_text(OLD)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    _counts_otherwise.cache_clear()
    return place


def found(*arguments: str) -> list[str]:
    result = run(["check", *PLAIN, "--changed-since", "HEAD", *arguments])
    return [line.split(" ")[0] for line in result.out.splitlines() if "name-variant" in line]


def test_without_changes_nothing_is_read(repo: Path) -> None:
    result = run(["check", *PLAIN, "--changed-since", "HEAD", "."])
    assert result.code == 0
    assert result.out == (
        "note: only lines changed since HEAD are reported; 0 findings stand in other lines of these files\n"
        "0 documents, 0 sentences, 0 words: 0 critical, 0 major, 0 minor, 0 neutral; 0 not judged\n"
    )


def test_only_changed_lines_count(repo: Path) -> None:
    (repo / "a.txt").write_text(OLD.replace("three", "drei"))
    assert found(".") == ["a.txt:5:1"]
    (repo / "a.txt").write_text(OLD.replace("Kiev two", "In Kiev, two"))
    result = run(["check", *PLAIN, "--changed-since", "HEAD", "."])
    assert "2 findings stand in other lines" in result.out
    assert result.code == 1
    (repo / "a.txt").write_text(OLD.replace("Kiev two", "In Kiev, two").replace("three", "drei"))
    assert "; 1 finding stands in other lines" in run(["check", *PLAIN, "--changed-since", "HEAD", "."]).out


def test_new_lines_and_removed_lines(repo: Path) -> None:
    (repo / "a.txt").write_text("Kiev zero.\n\n" + OLD)
    assert found(".") == ["a.txt:1:1"]
    (repo / "a.txt").write_text("Kiev one.\n\nKiev three.\n")
    assert found(".") == []


def test_files_that_git_does_not_know_are_new(repo: Path) -> None:
    (repo / "new").mkdir()
    (repo / "new/c d.txt").write_text(OLD)
    (repo / ".gitignore").write_text("ignored.txt\n")
    (repo / "ignored.txt").write_text(OLD)
    assert len(found(".")) == 3
    git("add", "new")
    assert len(found(".")) == 3


@pytest.mark.parametrize(
    "name", ["ü ö.txt", 'quo"te.txt', "back\\slash.txt", "tab\there.txt", "-x.txt", "b/a.txt"]
)
def test_names_that_git_quotes(repo: Path, name: str) -> None:
    path = repo / "sub" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Calm.\n")
    git("add", ".")
    git("commit", "-q", "-m", "two")
    path.write_text("Calm.\n\nKiev.\n")
    assert len(found(".")) == 1


def test_a_file_that_was_only_moved_is_not_new(repo: Path) -> None:
    git("mv", "a.txt", "c.txt")
    assert found(".") == []


def test_text_that_looks_like_a_diff(repo: Path) -> None:
    (repo / "a.txt").write_text(OLD + "\n++ b/b.txt\n@@ -1,3 +1,9 @@\nKiev four.")
    assert found(".") == ["a.txt:9:1"]


def test_from_a_folder_below(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repo / "sub").mkdir()
    (repo / "sub/c.txt").write_text(OLD)
    (repo / "a.txt").write_text("Kiev.\n" + OLD)
    (repo / "sub/names.csv").write_bytes((repo / "names.csv").read_bytes())
    monkeypatch.chdir(repo / "sub")
    assert found("../a.txt", "c.txt") == ["../a.txt:1:1", "c.txt:1:1", "c.txt:3:1", "c.txt:5:1"]


def test_standard_input_is_always_new(repo: Path) -> None:
    assert run(["check", "-", *PLAIN, "--changed-since", "HEAD"], stdin=b"Kiev.\n").code == 1


def test_since_a_branch(repo: Path) -> None:
    git("checkout", "-q", "-b", "work")
    (repo / "b.txt").write_text(OLD + "\nKiev four.\n")
    git("commit", "-q", "-am", "two")
    result = run(["check", *PLAIN, "--changed-since", "main", "a.txt", "b.txt"])
    assert [line.split(" ")[0] for line in result.out.splitlines() if "major name" in line] == ["b.txt:7:1"]


def test_a_changed_line_of_the_source_counts(repo: Path) -> None:
    (repo / "src.txt").write_text("Київ один.\n\nКиїв два.\n\nКиїв три.\n")
    (repo / "a.txt").write_text("Kiev one.\n\nKiev two.\n\nKiev three.\n")
    git("add", ".")
    git("commit", "-q", "-m", "pair")
    assert found("a.txt", "--source", "src.txt", "--source-lang", "uk") == []
    (repo / "src.txt").write_text("Київ один.\n\nЛьвів два.\n\nКиїв три.\n")
    assert found("a.txt", "--source", "src.txt", "--source-lang", "uk") == ["a.txt:3:1"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Kiev one.\r\rKiev two.\r", b"Kiev one.\r\rKiev too.\r"),
        (
            "\ufeffKiev one.\n\nKiev two.\n".encode("utf-16-le"),
            "\ufeffKiev one.\n\nKiev too.\n".encode("utf-16-le"),
        ),
    ],
)
def test_a_file_whose_lines_git_counts_otherwise_is_new(repo: Path, before: bytes, after: bytes) -> None:
    (repo / "a.txt").write_bytes(before)
    git("add", ".")
    git("commit", "-q", "-m", "two")
    assert found(".") == []
    (repo / "a.txt").write_bytes(after)
    assert found(".") == ["a.txt:1:1", "a.txt:3:1"]


@pytest.mark.parametrize(
    "setting", ["diff.relative=true", "diff.noprefix=true", "diff.mnemonicPrefix=true", "diff.interHunkContext=9",
                "diff.context=9", "diff.algorithm=patience", "color.ui=always", "diff.submodule=log"]
)  # fmt: skip
def test_settings_of_git_change_nothing(repo: Path, monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    git("config", *setting.split("="))
    (repo / "sub").mkdir()
    (repo / "sub/names.csv").write_bytes((repo / "names.csv").read_bytes())
    (repo / "a.txt").write_text(OLD.replace("one", "eins").replace("three", "drei"))
    monkeypatch.chdir(repo / "sub")
    assert found("../a.txt") == ["../a.txt:1:1", "../a.txt:5:1"]


_SPANS = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 5)), max_size=8)


@given(_SPANS)
def test_stretches_are_merged(spans: list[tuple[int, int]]) -> None:
    stretches = [(first, first + more) for first, more in spans]
    merged = _merged(stretches)
    lines = {line for first, last in stretches for line in range(first, last + 1)}
    assert {line for first, last in merged for line in range(first, last + 1)} == lines
    assert all(one[1] + 1 < other[0] for one, other in pairwise(merged))


@pytest.mark.parametrize("revision", ["none", "HEAD~9", "--output=x", "HEAD:a.txt", "", "a b"])
def test_revisions_that_are_none(repo: Path, revision: str) -> None:
    result = run(["check", "a.txt", *PLAIN, f"--changed-since={revision}"])
    assert (result.code, len(result.lines)) == (2, 1)
    assert "revision" in result.lines[0]
    assert not (repo / "x").exists()


def test_outside_a_repository(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(place.parent))
    (place / "a.txt").write_text(OLD)
    for paths in (["-"], ["a.txt"], ["none/*.txt"]):
        with pytest.raises(ConfigError) as caught:
            changes_since("HEAD", paths)
        told = str(caught.value)
        assert told.startswith("--changed-since: git says: fatal: not a git repository")
        assert told.endswith("; run it in a clone, or leave --changed-since out")


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        (
            "fatal: detected dubious ownership in repository at '/x'\nTo add…",
            "safe.directory FOLDER` with that folder",
        ),
        ("fatal: something else", "; `git status` in that folder may tell more"),
    ],
)
def test_what_git_refuses_comes_with_what_to_do(
    repo: Path, monkeypatch: pytest.MonkeyPatch, said: str, advice: str
) -> None:
    (repo / "bin").mkdir()
    (repo / "bin/git").write_text(f'#!/bin/sh\necho "{said}" >&2\nexit 128\n')
    (repo / "bin/git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{repo / 'bin'}:{os.environ['PATH']}")
    result = run(["check", "a.txt", *PLAIN, "--changed-since", "HEAD"])
    assert (result.code, len(result.lines)) == (2, 1)
    assert said.split("\n")[0] in result.err
    assert advice in result.err


@pytest.mark.parametrize(
    "paths",
    [["one", "two"], ["one/a.txt", "two/sub"], ["{place}/one/*.txt", "two/sub/*.txt"], ["link.txt", "two"]],
)
def test_from_outside_the_repository_of_the_texts(
    place: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(place.parent))
    for name in ("one/a.txt", "two/sub/b.txt"):
        (place / name).parent.mkdir(parents=True)
        (place / name).write_text(OLD)
        folder = str(place / name.split("/")[0])
        git("-C", folder, "init", "-q", "-b", "main")
        git("-C", folder, "add", ".")
        git("-C", folder, "commit", "-q", "-m", "one")
        (place / name).write_text(OLD.replace("three", "drei"))
    (place / "link.txt").symlink_to("one/a.txt")
    lines = found(*(path.format(place=place) for path in paths))
    assert [Path(line.partition(":")[0]).name for line in lines] in (
        ["a.txt", "b.txt"],
        ["link.txt", "b.txt"],
    )
    assert [line.partition(":")[2] for line in lines] == ["5:1", "5:1"]


def committed(folder: Path) -> None:
    """Make a folder a repository of its own, with all its files in one commit."""
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "one"]):
        git("-C", str(folder), *arguments)


@pytest.mark.parametrize(
    ("paths", "texts"),
    [
        (["../other/b.txt"], ["../other/b.txt"]),
        (["../other"], ["../other/b.txt"]),
        (["."], ["link.txt", "nested/c.txt"]),
        (["nested/*.txt"], ["nested/c.txt"]),
        (["*/*.txt", "../other/b.txt"], ["../other/b.txt", "nested/c.txt"]),
    ],
)
@pytest.mark.parametrize("hook", [False, True])
def test_each_text_is_asked_of_its_own_repository(
    place: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], texts: list[str], hook: bool
) -> None:
    for name in ("here/a.txt", "here/nested/c.txt", "other/b.txt"):
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(OLD)
    (place / "here/link.txt").symlink_to("../other/b.txt")
    for name in ("here/nested", "here", "other"):
        committed(place / name)
    (place / "here/nested/c.txt").write_text(OLD.replace("three", "drei"))
    (place / "other/b.txt").write_text(OLD.replace("three", "drei"))
    (place / "here/names.csv").write_bytes((place / "names.csv").read_bytes())
    monkeypatch.chdir(place / "here")
    if hook:
        monkeypatch.setenv("GIT_DIR", ".git")
        monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert found(*paths) == [f"{text}:5:1" for text in texts]


def test_a_source_in_another_repository_counts(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("here/a.txt", "Kiev one.\n\nKiev two.\n"), ("other/a.txt", "Київ.\n\nКиїв.\n")):
        (place / name).parent.mkdir()
        (place / name).write_text(text)
        committed(place / name.split("/")[0])
    (place / "other/a.txt").write_text("Київ.\n\nКиїв два.\n")
    assert found("here/a.txt", "--source", "other/a.txt", "--source-lang", "uk") == ["here/a.txt:3:1"]


def test_a_text_in_no_repository_is_not_passed_over(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = repo.parent / "outside"
    outside.mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repo.parent))
    (outside / "a.txt").write_text(OLD)
    result = run(["check", "../outside/a.txt", *PLAIN, "--changed-since", "HEAD"])
    assert (result.code, len(result.lines)) == (2, 1)
    assert "not a git repository" in result.lines[0]


def test_without_git(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConfigError, match="needs git"):
        changes_since("HEAD", ["a.txt"])


def test_no_program_of_the_repository_is_started(repo: Path) -> None:
    (repo / "evil.sh").write_text("#!/bin/sh\ntouch " + str(repo / "owned") + "\n")
    (repo / "evil.sh").chmod(0o755)
    git("config", "diff.external", str(repo / "evil.sh"))
    git("config", "core.fsmonitor", str(repo / "evil.sh"))
    git("config", "diff.x.textconv", str(repo / "evil.sh"))
    (repo / ".gitattributes").write_text("*.txt diff=x\n")
    (repo / "a.txt").write_text("Kiev.\n" + OLD)
    (repo / "owned").unlink(missing_ok=True)
    assert found("a.txt") == ["a.txt:1:1"]
    assert not (repo / "owned").exists()


def test_a_baseline_is_not_stale_for_what_was_not_looked_at(repo: Path) -> None:
    run(["baseline", "create", *PLAIN, "a.txt"])
    (repo / "a.txt").write_text("Kiev zero.\n" + OLD)
    result = run(["check", "a.txt", *PLAIN, "--changed-since", "HEAD", "--baseline", "qa-baseline.json"])
    assert "stale" not in result.out
    assert result.code == 1
