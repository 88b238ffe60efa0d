"""Time and memory of glossary work on a large termbase.

Usage: python benchmarks/glossary.py [ROWS]    (200,000 rows if none are given)
Prints CPU seconds for reading, loading, laying over, linting, formatting, merging, reading and writing TBX,
writing a word list, and the most memory that the process took. Each step runs once, in this order, in one process.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from qa.glossary import edit, fmt, load, table
from qa.glossary.exporters import ExportOptions
from qa.glossary.exporters import run as export
from qa.glossary.importers import Options
from qa.glossary.importers import run as read
from qa.glossary.lines import HEADER
from qa.glossary.lint import lint
from qa.glossary.merge import merge

T = TypeVar("T")
CYRILLIC = "абвгдезіїклмнопрстуфхцчшщюя"
LATIN = "abcdefghiklmnoprstuvyz"


def rows(count: int) -> list[str]:
    chance = random.Random(1)
    out = []
    for number in range(count // 4):
        latin, cyrillic = ("".join(chance.choices(letters, k=9)) for letters in (LATIN, CYRILLIC))
        entry = f"place-{number:06d}"
        out += [
            f"{entry},place,en,{latin.title()},preferred,,,",
            f"{entry},place,en,{latin.title()}sk,deprecated,,,Russian-based romanization",
            f"{entry},place,uk,{cyrillic.title()},preferred,,,",
            f"{entry},place,fr,{latin.title()}e,preferred,1991-08-24,,",
        ]
    return sorted(out)


def timed(name: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    result = work()
    print(f"{name:34}{time.process_time() - start:8.2f} s")
    return result


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    lines = rows(count)
    with tempfile.TemporaryDirectory() as folder:
        path, half, tbx = Path(folder, "g.csv"), Path(folder, "half.csv"), Path(folder, "g.tbx")
        path.write_text(HEADER + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
        half.write_text(HEADER + "\n" + "\n".join(lines[::2]) + "\n", encoding="utf-8")
        print(f"{count} rows, {path.stat().st_size / 1e6:.1f} MB")
        before = timed("read", lambda: table.read(path))
        timed("load", lambda: load([path]))
        timed("load with an overlay of half of it", lambda: load([path, half]))
        timed("lint", lambda: lint(before))
        timed("fmt", lambda: fmt.canonical_text(before))
        brought = timed("import CSV", lambda: read(path, None, Options()))
        known = [line.row for line in table.read(half).lines]
        merged = timed("merge into half of it", lambda: merge(known, brought.concepts))
        timed("write the merged glossary", lambda: edit.with_rows(table.read(half), merged.new))
        made = timed(
            "export TBX", lambda: export("tbx", [line.row for line in before.lines], ExportOptions())
        )
        tbx.write_bytes(made.files[0][1])
        timed("export CSpell", lambda: export("cspell", [line.row for line in before.lines], ExportOptions()))
        timed("import TBX", lambda: read(tbx, None, Options()))
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
