"""What the user names, and the files it means."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qa.errors import InputError
from qa.readers import expand, read_documents


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


@pytest.mark.parametrize("named", ["./-", "*"])
def test_a_file_called_like_standard_input_is_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-").write_text("Calm.\n", "utf-8")
    assert expand([named]) == ["./-"]
    assert [segment.text for one in read_documents("./-") for segment in one.segments] == ["Calm."]


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


HOLDING_NO_TEXT = {
    "package.json": '{"name": "left-pad"}',
    "tsconfig.json": '{"compilerOptions": {} /* none */}',
    "list.json": "[1, 2]",
    "names.csv": "entry,type,lang,form\n",
    "rates.tsv": "day\trate\n",
    "mqm.tsv": "system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata\n",
    "pom.xml": "<project/>",
    "report.html": '<!DOCTYPE html>\n<html>\n<meta charset="utf-8">\n<meta name="generator" content="qa">\n',
}
HOLDING_TEXT = {
    "item.json": '{"uri": "a", "headline": "b"}',
    "broken.json": '{"headline": "b", ',
    "empty.json": "",
    "a.csv": 'id;"Target"\n1;b\n',
    "a.tsv": "source\ttarget\n",
    "bad.csv": b"target\xff\n",
    "a.xml": "<rss/>",
    "broken.xml": "<",
    "a.html": "<p>a</p>",
}


def test_what_a_folder_has_beside_texts_is_left_out(tmp_path: Path) -> None:
    for name, data in (HOLDING_NO_TEXT | HOLDING_TEXT).items():
        (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    left: list[str] = []
    found = expand([str(tmp_path)], left.append)
    assert sorted(Path(path).name for path in found) == sorted(HOLDING_TEXT)
    assert sorted(Path(path).name for path in left) == sorted(HOLDING_NO_TEXT)
    # What is named is meant.
    named = [str(tmp_path / name) for name in HOLDING_NO_TEXT]
    assert expand(named) == named
    assert len(expand([str(tmp_path / "*.json")])) == 6
