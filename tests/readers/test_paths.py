"""What the user names, and the files it means."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qa.errors import InputError
from qa.readers import expand


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "deep/er/c.JSONL",
        "deep/d.txt.gz",
        "notes.doc",
        ".git/x.txt",
        "deep/.y.txt",
    ):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


ALL = ["news/a.md", "news/b.txt", "news/deep/d.txt.gz", "news/deep/er/c.JSONL"]


@pytest.mark.parametrize(
    ("named", "wanted"),
    [
        (["news"], ALL),
        (["news/"], ALL),
        (["./news/b.txt"], ["news/b.txt"]),
        (["news/notes.doc", "-"], ["news/notes.doc", "-"]),
        (["news/*.txt"], ["news/b.txt"]),
        (["news/**/*.gz"], ["news/deep/d.txt.gz"]),
        (["news/b.txt", "news"], ["news/b.txt", "news/a.md", "news/deep/d.txt.gz", "news/deep/er/c.JSONL"]),
    ],
)
def test_files_folders_and_patterns(folder: Path, named: list[str], wanted: list[str]) -> None:
    assert expand(named) == wanted


def test_a_link_back_up_does_not_lead_round(folder: Path) -> None:
    os.symlink(folder / "news", folder / "news" / "deep" / "up")
    assert expand(["news"]) == ALL


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "a[1].txt").write_text("x", "utf-8")
    assert expand(["a[1].txt"]) == ["a[1].txt"]


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("nowhere.txt", "nowhere.txt: there is no such file or folder; check the path"),
        ("*.nothing", "*.nothing: no file matches this pattern; check it, or quote it for the shell"),
        ("a\nb", r"a\nb: there is no such file or folder; check the path"),
        ("a\0b", r"a\x00b: there is no such file or folder; check the path"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(folder: Path, named: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        expand([named])
    assert str(caught.value) == told


def test_a_folder_without_articles_is_told(folder: Path) -> None:
    with pytest.raises(InputError, match=r"^empty: there is no article in this folder; name a file, or"):
        expand(["empty"])
