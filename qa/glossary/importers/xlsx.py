"""Excel workbooks: the first sheet, read like any table with a header."""

from __future__ import annotations

from pathlib import Path

from qa.glossary import workbook
from qa.glossary.exchange import Imported
from qa.glossary.importers.columns import concepts
from qa.glossary.importers.options import Options
from qa.glossary.values import shown


def read(path: Path, options: Options) -> Imported:
    """Read the first sheet; further ones that hold anything are told."""
    further = (f"sheet {shown(name)}: not read, only the first is" for name in workbook.further_sheets(path))
    return concepts(workbook.read(path), options.mapping, options.constants, path, further)
