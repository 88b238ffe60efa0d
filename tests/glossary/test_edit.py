"""Changing a glossary file: one at a time, whole or not at all."""

from __future__ import annotations

import errno
import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import given

from qa.errors import GlossaryError, OutputError
from qa.glossary import edit, load, table
from qa.glossary.fmt import canonical_text
from qa.glossary.lines import HEADER, join
from qa.glossary.table import Row, Table

from .strategies import glossaries

OLD = f"# mine\n{HEADER}\n# the capital\nkyiv,place,en,Kyiv,preferred,,,\n"


def row(name: str, status: str = "preferred") -> Row:
    return Row(name.lower(), "place", "en", name, status, "", "", "")


def adding(*rows: Row) -> object:
    return lambda before: edit.with_rows(before, rows)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "g.csv"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_rows_are_added_and_comments_stay(path: Path) -> None:
    assert edit.update(
        path, lambda before: edit.with_rows(before, [row("Aleppo")], ["# from somewhere", "# mine"])
    )
    assert path.read_text(encoding="utf-8") == (
        f"# mine\n# from somewhere\n{HEADER}\naleppo,place,en,Aleppo,preferred,,,\n"
        "# the capital\nkyiv,place,en,Kyiv,preferred,,,\n"
    )
    assert not edit.update(path, canonical_text)
    assert [p.name for p in path.parent.iterdir()] == ["g.csv"]


def test_rows_that_contradict_the_file_are_refused(path: Path) -> None:
    with pytest.raises(GlossaryError, match="is preferred here and deprecated on line"):
        edit.update(path, lambda before: edit.with_rows(before, [row("Kyiv", "deprecated")]))
    assert path.read_text(encoding="utf-8") == OLD


def test_a_broken_file_is_not_touched(path: Path) -> None:
    path.write_text(f"{OLD}x,y\n")
    with pytest.raises(GlossaryError, match=r"g\.csv:5:4: 2 cells; expected 8"):
        edit.update(path, lambda before: edit.with_rows(before, [row("Aleppo")]))
    assert path.read_text() == f"{OLD}x,y\n"


def test_a_missing_file_is_made_only_on_request(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="no such file"):
        edit.update(tmp_path / "new.csv", lambda before: edit.with_rows(before, [row("Aleppo")]))
    edit.update(tmp_path / "new.csv", lambda before: edit.with_rows(before, [row("Aleppo")]), create=True)
    assert load([tmp_path / "new.csv"]).entries[0].id == "aleppo"


def test_a_full_disk_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="the disk is full"):
        edit.update(path, lambda before: edit.with_rows(before, [row("Aleppo")]))
    assert path.read_text(encoding="utf-8") == OLD
    assert [p.name for p in path.parent.iterdir()] == ["g.csv"]


def test_a_crash_leaves_the_old_file(path: Path) -> None:
    def crash(_before: Table) -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        edit.update(path, crash)
    assert path.read_text(encoding="utf-8") == OLD
    assert [p.name for p in path.parent.iterdir()] == ["g.csv"]


def test_somebody_elses_lock_is_told(path: Path) -> None:
    with (
        edit.locked(path),
        pytest.raises(GlossaryError, match="somebody else is changing this glossary"),
        edit.locked(path, wait=0.05),
    ):
        pass


def _add_many(path: Path, name: str, count: int) -> None:
    for number in range(count):
        added = [row(f"{name}-{number}")]
        edit.update(path, lambda before, added=added: edit.with_rows(before, added), wait=120)


def test_two_people_at_once_both_get_their_change(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    people = [context.Process(target=_add_many, args=(path, name, 8)) for name in ("Anna", "Borys", "Carla")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert [person.exitcode for person in people] == [0, 0, 0]
    assert len(load([path]).entries) == 1 + 3 * 8
    assert [p.name for p in path.parent.iterdir()] == ["g.csv"]


@given(glossaries(), glossaries())
def test_what_is_written_can_be_read_again(old: list[Row], new: list[Row]) -> None:
    before = table.parse(f"{HEADER}\n{''.join(join(r) + chr(10) for r in old)}".encode(), "g.csv")
    known = {(r.entry, r.lang) for r in old}
    fresh = [r for r in new if (r.entry, r.lang) not in known]
    after = table.parse(edit.with_rows(before, fresh).encode(), "g.csv")
    assert [line.row for line in after.lines] == sorted([*old, *fresh])
