"""Excel workbooks: the first sheet, read like any table with a header."""

from __future__ import annotations

from pathlib import Path

from qa.glossary import workbook
from qa.glossary.exchange import Imported
from qa.glossary.importers.columns import concepts
from qa.glossary.importers.options import Options


def read(path: Path, options: Options) -> Imported:
    """Read the first sheet; its first row that is not empty names the columns."""
    rows = workbook.read(path)
    number, header = next(rows, (1, []))
    return concepts(header, rows, options.mapping, options.constants, f"{path}:{number}:1")
