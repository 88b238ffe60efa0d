"""Compiled templates are kept where Python keeps compiled modules, and never change what is written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.reporters import html
from qa.reporters.html import template
from tests.reporters.sample import sample_report


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own for what is compiled, and an engine that has compiled nothing yet."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    template._environment.cache_clear()
    yield tmp_path / "compiled"
    template._environment.cache_clear()


def compiled(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.compiled"))


def written() -> str:
    template._environment.cache_clear()
    return html.render(sample_report())


def test_templates_are_compiled_once(kept: Path) -> None:
    first = written()
    files = {file: file.stat().st_mtime_ns for file in compiled(kept)}
    assert files
    assert written() == first
    assert {file: file.stat().st_mtime_ns for file in compiled(kept)} == files


def test_nothing_is_kept_where_python_keeps_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written()
    for file in compiled(kept):
        file.unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert written() == first
    assert compiled(kept) == []


@pytest.mark.parametrize("broken", [b"", b"j2", b"\xff" * 4096], ids=["empty", "short", "noise"])
def test_a_broken_file_is_compiled_anew(kept: Path, broken: bytes) -> None:
    first = written()
    for file in compiled(kept):
        file.write_bytes(broken)
    assert written() == first
    assert all(file.read_bytes() != broken for file in compiled(kept))


def test_a_folder_that_cannot_be_made_is_no_harm(kept: Path) -> None:
    first = written()
    for file in compiled(kept):
        file.unlink()
    for folder, _, _ in os.walk(kept, topdown=False):
        os.rmdir(folder)
    kept.write_text("a file stands here")
    assert written() == first
