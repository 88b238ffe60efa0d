"""The wheel carries all data, and the installed package checks a text on its own."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-q",
        "-w",
    ]
    subprocess.run([*command, str(folder), str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_every_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = [
        p.relative_to(ROOT).as_posix() for p in (ROOT / "qa").rglob("*") if p.is_file() and p.suffix != ".pyc"
    ]
    assert set(data) <= names
    for path in (ROOT / "glossaries").rglob("*.csv"):
        assert f"qa/data/glossaries/{path.relative_to(ROOT / 'glossaries').as_posix()}" in names


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an installation of the wheel; its libraries are those of this environment."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "-q", "--target"]
    subprocess.run([*command, str(folder), str(wheel)], check=True, capture_output=True)
    return folder


def qa(installed: Path, place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(installed), "PATH": "/usr/bin:/bin", "HOME": str(place)}
    command = [str(installed / "bin" / "qa"), *arguments]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, env=environment, check=False)


def test_the_installed_command_checks_with_its_own_glossary_and_templates(
    installed: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("The opposite city of Lyschansk fell, said Zelenskyy.\n", "utf-8")
    arguments = ("check", "a.txt", "--target-lang", "en", "--no-back-translate", "--format", "json")
    done = qa(installed, tmp_path, *arguments, "--glossary", "bbc")
    assert done.returncode == 1, done.stderr
    report = json.loads(done.stdout)
    used = [Path(source["path"]) for source in report["glossaries"]]
    assert used == [
        installed / "qa/data/glossaries/ukraine.csv",
        installed / "qa/data/glossaries/styles/bbc.csv",
    ]
    found = {(f["text"], f["suggestion"]) for f in report["documents"][0]["findings"]}
    assert found == {("Lyschansk", "Lysychansk"), ("Zelenskyy", "Zelensky")}
    assert "Lysychansk" in (tmp_path / "reports" / "a.html").read_text("utf-8")


def test_the_licence_travels(wheel: Path) -> None:
    names = [Path(name).name for name in zipfile.ZipFile(wheel).namelist()]
    assert "LICENSE" in names
    assert "NOTICE" in names
