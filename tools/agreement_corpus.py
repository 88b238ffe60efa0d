"""Human translations between English and Portuguese, sentence by sentence, out of two Debian packages.

`debian-handbook` (GPL-2+ or CC BY-SA 3.0) serves for calibrating, `debian-history` (names, dates, events) for
measuring only. Nothing of their text is kept in this repository.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from qa.segment import sentences

Pair = tuple[str, str]


def unpack(package: str, folder: Path) -> Path:
    """Download a Debian package and unpack it below `folder`, unless that is done already."""
    root = folder / package
    if not root.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", "-q", package], cwd=folder, check=True)
        (deb,) = folder.glob(f"{package}_*.deb")
        subprocess.run(["dpkg-deb", "-x", str(deb), str(root)], check=True)
    return root


def handbook(folder: Path) -> list[Pair]:
    """(English, Portuguese) sentences of the Debian Administrator's Handbook."""
    root = unpack("debian-handbook", folder) / "usr/share/doc/debian-handbook/html"
    pages = sorted(path.name for path in (root / "en-US").glob("*.html"))
    block = re.compile(r'<div class="para">(.*?)</div>', re.DOTALL)
    return _pairs((root / "en-US" / name, root / "pt-BR" / name, block) for name in pages)


def history(folder: Path) -> list[Pair]:
    """(English, Portuguese) sentences of the history of the Debian project."""
    root = unpack("debian-history", folder) / "usr/share/doc/debian-history/docs"
    block = re.compile(r"<p>(.*?)</p>", re.DOTALL)
    names = sorted(path.name.removesuffix(".en.html") for path in root.glob("*.en.html"))
    return _pairs((root / f"{name}.en.html", root / f"{name}.pt.html", block) for name in names)


def _pairs(files: Iterator[tuple[Path, Path, re.Pattern[str]]]) -> list[Pair]:
    found: dict[Pair, None] = {}
    for ours, theirs, block in files:
        if theirs.exists():
            left, right = _blocks(ours, block), _blocks(theirs, block)
            if len(left) == len(right):
                for a, b in zip(left, right, strict=True):
                    found.update(dict.fromkeys(_sentences(a, b)))
    return list(found)


def _blocks(path: Path, block: re.Pattern[str]) -> list[str]:
    texts = (html.unescape(re.sub(r"<[^>]+>", "", text)) for text in block.findall(path.read_text("utf-8")))
    return [re.sub(r"\s+", " ", text).strip() for text in texts]


def _sentences(english: str, portuguese: str) -> Iterator[Pair]:
    left, right = (
        [t[a:b] for a, b in sentences(t, lang)] for t, lang in ((english, "en"), (portuguese, "pt"))
    )
    if len(left) == len(right):
        yield from (pair for pair in zip(left, right, strict=True) if _translated(*pair))


def _translated(english: str, portuguese: str) -> bool:
    """Whether both are whole sentences of prose, of like length, and the second is not left in English."""
    ours, theirs = english.split(), portuguese.split()
    if not (5 <= len(ours) <= 60 and 0.6 < len(theirs) / len(ours) < 1.7):
        return False
    shared = len({w.lower() for w in ours} & {w.lower() for w in theirs}) / len(set(ours))
    whole = all(re.match(r"[A-ZÀ-Þ]", t) and re.search(r"[.!?]$", t) for t in (english, portuguese))
    return whole and shared < 0.4 and not re.search(r"https?:|[<>{}|=]|/\w+/", english)
