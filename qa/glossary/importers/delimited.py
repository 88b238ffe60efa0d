"""CSV and TSV, with whatever columns they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from qa.glossary import files
from qa.glossary.exchange import Imported
from qa.glossary.importers.columns import ERROR, concepts
from qa.glossary.importers.options import Options
from qa.glossary.lines import records

_SEPARATORS = ",;\t"
_TOLD = re.compile(r"sep=([,;|\t])(?=\r?\n)")  # what Excel writes, and reads, before everything else


def read(path: Path, options: Options) -> Imported:
    """Read a table; commas, semicolons or tabs are told by the first line that has any, or by a line `sep=;`."""
    text = files.decode(files.read_bytes(path, "a CSV or TSV file"), path)
    if told := _TOLD.match(text):
        # Left as an empty line, it changes no line number.
        return _read(text[told.end(1) :], told[1], path, options)
    lines = (line for line in text.split("\n") if not line.startswith("#"))
    first = next((line for line in lines if any(separator in line for separator in _SEPARATORS)), "")
    tab = path.suffix.lower() in {".tsv", ".tab"}
    return _read(text, "\t" if tab else max(_SEPARATORS, key=first.count), path, options)


def _read(text: str, separator: str, path: Path, options: Options) -> Imported:
    return concepts(_rows(text, separator, path), options.mapping, options.constants, path)


def _rows(text: str, separator: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    for number, cells in records(text, separator, path, _is_comment):
        if not cells[0].startswith("#") or ERROR.fullmatch(cells[0]):
            yield number, cells


def _is_comment(line: str) -> bool:
    return line.startswith("#") and not ERROR.match(line)
