"""Every test runs in a folder of its own; compiled glossaries are shared, what was translated is not."""

from __future__ import annotations

from pathlib import Path

import pytest

NAMES = """\
entry,type,lang,form,status,from,until,note
kyiv,place,en,Kiev,deprecated,,,Russian-based romanization
kyiv,place,en,Kyiv,preferred,,,
kyiv,place,uk,Київ,preferred,,,
sievierodonetsk,place,en,Sievierodonetsk,deprecated,2024-09-26,,the name until September 2024
sievierodonetsk,place,en,Sievierodonetsk,preferred,,2024-09-25,
sievierodonetsk,place,en,Siverskodonetsk,preferred,2024-09-26,,
sievierodonetsk,place,uk,Сєвєродонецьк,preferred,,2024-09-25,
sievierodonetsk,place,uk,Сіверськодонецьк,preferred,2024-09-26,,
"""


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def place(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with a small glossary, `names.csv`, as the current one."""
    for name in ("NO_COLOR", "TERM", "QA_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QA_CACHE_DIR", str(cache))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    return tmp_path
