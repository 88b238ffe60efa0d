"""Tells in which line of a TOML text a key stands; the parser of the standard library does not."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def line_of(text: str, path: tuple[str, ...]) -> int | None:
    """The line of a key, or of the nearest table around it; `name#n` is the n-th table of a list."""
    best: tuple[int, int] | None = None
    header: tuple[str, ...] = ()
    seen: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := _HEADER.match(line):
            header = _parts(found[1])
            if line.lstrip().startswith("[["):
                index = seen[header] = seen.get(header, -1) + 1
                header = (*header[:-1], f"{header[-1]}#{index}")
            else:
                # A table inside the list belongs to the last of it.
                header = tuple(f"{p}#{seen[header[: i + 1]]}" if header[: i + 1] in seen else p
                               for i, p in enumerate(header))  # fmt: skip
            full = header
        elif found := _KEY.match(line):
            full = (*header, *_parts(found[1]))
        else:
            continue
        depth = len(full)
        if path[:depth] == full and (best is None or depth > best[0]):
            best = (depth, number)
    return best[1] if best else None


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
