"""The wheel carries all data, and the installed package checks a text on its own."""

from __future__ import annotations

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


def test_the_installed_package_has_its_glossary(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "a.txt").write_text("The opposite city of Lyschansk fell.\n", "utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); from qa.cli import main; main()"
    arguments = ["check", "a.txt", "--target-lang", "en", "--no-back-translate", "--report", "none"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stderr
    assert "Lyschansk" in done.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("seed", ["0", "7"])
def test_output_is_the_same_whatever_the_hash_seed_and_the_processes(
    jobs: str, seed: str, tmp_path: Path
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(
            f"Shelling of Kiev and Lugansk, {name}. Lyschansk fell.\n", "utf-8"
        )
    arguments = [
        "check",
        "a.txt",
        "b.txt",
        "c.txt",
        "--target-lang",
        "en",
        "--jobs",
        jobs,
        "--no-back-translate",
        "--report",
        "none",
    ]
    runs = []
    for hash_seed in (seed, "3"):
        command = [str(Path(sys.executable).parent / "qa"), *arguments]
        environment = {"PYTHONHASHSEED": hash_seed, "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
        runs.append(
            subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment).stdout
        )
    assert runs[0] == runs[1]
    assert runs[0].count("“Lyschansk”") == 3
