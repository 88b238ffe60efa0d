"""The same input gives the same bytes: whatever the hash seed, the processes, the order of a glossary's rows."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
QA = str(Path(sys.executable).with_name("qa"))
GLOSSARY = ROOT / "glossaries" / "ukraine.csv"


@pytest.fixture
def feed(place: Path) -> Path:
    shutil.copytree(ROOT / "seeds", place / "feed")
    for number in range(4):
        text = f"Shelling of Kiev and Lugansk, day {number}. Lyschansk fell. Zelensky met Zelenskiy.\n"
        (place / "feed" / f"{number}.txt").write_text(text, "utf-8")
    return place


def reports(place: Path, seed: str, *options: str) -> dict[str, str]:
    """Every output of a run by name, times and hashes of glossary files left out."""
    command = [
        QA, "check", "feed", "--no-default-glossary", "--glossary", "g.csv", "--no-back-translate", "--quiet",
        "--format", "json=out.json", "--format", "sarif=out.sarif", "--format", "text", *options,
    ]  # fmt: skip
    environment = os.environ | {"PYTHONHASHSEED": seed}
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1, done.stderr
    pages = {p.name: p.read_text("utf-8") for p in sorted((place / "reports").rglob("*.html"))}
    assert len(pages) == 6
    out = pages | {"stdout": done.stdout}
    for name in ("out.json", "out.sarif"):
        out[name] = (place / name).read_text("utf-8")
    shutil.rmtree(place / "reports")
    digest = re.compile(r"\b[0-9a-f]{64}\b")
    return {
        name: digest.sub("…", re.sub(r'"seconds": [\d.]+', '"seconds": 0', text))
        for name, text in out.items()
    }


def test_same_bytes(feed: Path) -> None:
    header, *rows = GLOSSARY.read_text("utf-8").splitlines()
    Path("g.csv").write_text("\n".join([header, *rows]) + "\n", "utf-8")
    first = reports(feed, "0")
    assert reports(feed, "7", "--jobs", "2") == first
    random.Random(0).shuffle(rows)
    Path("g.csv").write_text("\n".join([header, *rows]) + "\n", "utf-8")
    assert reports(feed, "3") == first
    found: Any = json.loads(first["out.json"])
    assert found["summary"]["documents"] == 5
