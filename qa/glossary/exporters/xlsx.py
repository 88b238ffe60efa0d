"""An Excel workbook with the eight columns, and lists of types and statuses to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from qa.glossary import workbook
from qa.glossary.exporters.shapes import Export, ExportOptions
from qa.glossary.lines import COLUMNS
from qa.glossary.table import Row
from qa.glossary.values import STATUSES, TYPES

_WIDTHS = (28, 14, 10, 34, 13, 12, 12, 50)


def write(rows: Sequence[Row], options: ExportOptions) -> Export:
    """Write all rows as text cells; only comments are lost."""
    choices = {COLUMNS.index("type"): TYPES, COLUMNS.index("status"): STATUSES}
    data = workbook.write("Glossary", COLUMNS, sorted(rows), widths=_WIDTHS, choices=choices)
    return Export((("", data),), ("comments",))
