"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from qa import atomic
from qa.errors import OutputError


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        atomic.write_text(tmp_path / "new.txt", "Київ\n")
    finally:
        os.umask(old)
    assert (tmp_path / "new.txt").read_bytes() == "Київ\n".encode()
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    real.chmod(0o604)
    link.symlink_to(real)
    atomic.write_bytes(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o604


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    path = tmp_path / "g.csv"
    path.write_text("old")

    def fail(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError) as caught:
        atomic.write_text(path, "new")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"{path}: cannot be written: ")
    assert [p.name for p in tmp_path.iterdir()] == ["g.csv"]
    assert path.read_text() == "old"


def test_what_can_be_made_anew_does_not_wait_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    atomic.write_text(tmp_path / "page.html", "made anew", durable=False)
    assert synced == []
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]
    atomic.write_text(tmp_path / "page.html", "kept")
    assert len(synced) == 2
    assert (tmp_path / "page.html").read_text() == "kept"


@pytest.mark.parametrize("name", ["missing/x.csv", ".", "file/x.csv", "n" * 300, "a\0b"])
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written: "):
        atomic.write_text(tmp_path / name, "x")


def test_a_folder_that_is_a_file_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="a part of its path is a file, not a folder"):
        atomic.write_text(tmp_path / "file/x.html", "x", parents=True)


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "g.csv"
    path.write_text("old")
    # An administrator may write anywhere, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(OutputError, match="no permission"):
        atomic.write_text(path, "new")
    assert path.read_text() == "old"


def test_missing_folders_are_made_on_request(tmp_path: Path) -> None:
    atomic.write_text(tmp_path / "a" / "b" / "c.txt", "x", parents=True)
    assert (tmp_path / "a" / "b" / "c.txt").read_text() == "x"


def test_a_device_is_written_directly() -> None:
    atomic.write_text(os.devnull, "x")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.parametrize("path", ["/dev/fd/{}", "/proc/self/fd/{}", "/dev/../dev/fd/{}"])
def test_an_open_file_is_written_on(tmp_path: Path, path: str) -> None:
    log = tmp_path / "log.txt"
    with log.open("wb", buffering=0) as stream:
        stream.write(b"before\n")
        atomic.write_text(path.format(stream.fileno()), "result\n")
        stream.write(b"after\n")
    assert log.read_text() == "before\nresult\nafter\n"
    assert [p.name for p in tmp_path.iterdir()] == ["log.txt"]


def test_an_open_pipe_is_written_to() -> None:
    read, write = os.pipe()
    atomic.write_text(f"/dev/fd/{write}", "result")
    os.close(write)
    with open(read, "rb") as stream:
        assert stream.read() == b"result"


def test_a_stream_that_is_not_open() -> None:
    with pytest.raises(OutputError, match=r"^/dev/fd/987654: cannot be written: "):
        atomic.write_text("/dev/fd/987654", "x")


def test_a_file_in_pieces_takes_its_place_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("old")
    new = atomic.Replacement(path)
    new.write(b"ne")
    assert path.read_text() == "old"
    new.write(b"w")
    new.commit()
    new.discard()
    assert path.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


def test_a_file_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    new = atomic.Replacement(tmp_path / "folder/out.json", parents=True)
    new.write(b"half")
    new.discard()
    assert list((tmp_path / "folder").iterdir()) == []
    with pytest.raises(OutputError):
        new.write(b"more")
