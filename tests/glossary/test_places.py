"""Finding the glossaries that come with the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.errors import GlossaryError
from qa.glossary import places


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "styles").mkdir()
    for name in ("ap", "guardian"):
        (tmp_path / "styles" / f"{name}.csv").write_text("x")
    monkeypatch.setattr(places, "glossary_folder", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["ap", "styles/ap", "ap.csv", "styles/ap.csv"])
def test_a_style_is_found_by_name(folder: Path, name: str) -> None:
    assert places.style_path(name) == folder / "styles" / "ap.csv"


def test_a_file_wins_over_a_style(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ap").write_text("mine")
    assert places.style_path("ap") == Path("ap")


@pytest.mark.parametrize("name", ["bbc", "../styles/ap", "", "\0"])
def test_an_unknown_name_lists_the_styles(folder: Path, name: str) -> None:
    with pytest.raises(GlossaryError, match="one of: ap, guardian"):
        places.style_path(name)


def test_the_default_glossary_is_named_as_the_user_sees_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = Path(places.__file__).parents[2]
    monkeypatch.chdir(root)
    assert places.default_path() == Path("glossaries/ukraine.csv")
    monkeypatch.chdir(tmp_path)
    assert places.default_path() == root / "glossaries" / "ukraine.csv"
    assert places.default_path().is_file()
