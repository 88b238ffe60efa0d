"""The same input gives the same bytes: whatever the hash seed, the processes, the order of a glossary's rows."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from qa.cli.formats import FORMATS
from qa.readers import READERS
from tests.ci.article_files import FORMS
from tests.ci.articles import articles

ROOT = Path(__file__).parent.parent.parent
QA = str(Path(sys.executable).with_name("qa"))
GLOSSARY = ROOT / "glossaries" / "ukraine.csv"


@pytest.fixture
def feed(place: Path) -> Path:
    """A folder with a few texts, and with an article in every format."""
    shutil.copytree(ROOT / "seeds", place / "feed")
    for number in range(4):
        text = f"Shelling of Kiev and Lugansk, day {number}. Lyschansk fell. Zelensky met Zelenskiy.\n"
        (place / "feed" / f"{number}.txt").write_text(text, "utf-8")
    for (name, form), article in zip(FORMS.items(), articles(), strict=False):
        file = place / "feed" / name / f"article{READERS[form.format].suffixes[0]}"
        file.parent.mkdir()
        file.write_text(form.write([article]), "utf-8")
    return place


def reports(place: Path, seed: str, paths: Sequence[str], *options: str) -> dict[str, str]:
    """Every output of a run by name, times and hashes of glossary files left out."""
    outputs = [f"--format={name}={name}.out" for name in FORMATS if name != "text"]
    command = [
        QA, "check", *paths, "--no-default-glossary", "--glossary", "g.csv", "--no-back-translate", "--quiet",
        "--format", "text", *outputs, *options,
    ]  # fmt: skip
    environment = os.environ | {"PYTHONHASHSEED": seed}
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1, done.stderr
    out = {p.name: p.read_text("utf-8") for p in sorted((place / "reports").rglob("*.html"))}
    out["stdout"] = done.stdout
    for name in (file.partition("=")[2] for file in (output.removeprefix("--format=") for output in outputs)):
        out[name] = (place / name).read_text("utf-8")
    shutil.rmtree(place / "reports")
    digest = re.compile(r"\b[0-9a-f]{64}\b")
    return {
        name: digest.sub("…", re.sub(r'"seconds": [\d.]+', '"seconds": 0', text))
        for name, text in out.items()
    }


def test_same_bytes(feed: Path) -> None:
    """Whatever the hash seed, the processes, the order of files and that of a glossary's rows."""
    header, *rows = GLOSSARY.read_text("utf-8").splitlines()
    Path("g.csv").write_text("\n".join([header, *rows]) + "\n", "utf-8")
    first = reports(feed, "0", ["feed"])
    files = [str(path.relative_to(feed)) for path in (feed / "feed").rglob("*") if path.is_file()]
    random.Random(1).shuffle(files)
    assert reports(feed, "7", files, "--jobs", "2") == first
    random.Random(0).shuffle(rows)
    Path("g.csv").write_text("\n".join([header, *rows]) + "\n", "utf-8")
    assert reports(feed, "3", files[::-1]) == first
    assert len(first) == len(FORMATS) + len(files) + 1
    found: Any = json.loads(first["json.out"])
    assert found["summary"]["documents"] == len(files) == 5 + len(FORMS)
