"""CSV and TSV, with whatever columns they have."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from qa.errors import GlossaryError
from qa.glossary import files
from qa.glossary.exchange import Imported
from qa.glossary.importers.columns import ERROR, concepts
from qa.glossary.importers.options import Options


def read(path: Path, options: Options) -> Imported:
    """Read a table whose first line names its columns; commas, semicolons or tabs are told by that line."""
    text = files.decode(files.read_bytes(path, "a CSV or TSV file"), path)
    first = next((line for line in text.split("\n") if line.strip() and not line.startswith("#")), "")
    tab = path.suffix.lower() in {".tsv", ".tab"}
    separator = "\t" if tab else max(",;\t", key=first.count)
    rows = _rows(text, separator, path)
    _, header = next(rows, (0, []))
    return concepts(header, rows, options.mapping, options.constants, f"{path}:1:1")


def _rows(text: str, separator: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            if any(cells) and (not cells[0].startswith("#") or ERROR.fullmatch(cells[0])):
                yield reader.line_num, cells
    except csv.Error as error:
        raise GlossaryError(f"{path}:{reader.line_num}:1: not a table: {error}; check the quotes") from None
