"""The glossary's own CSV, canonical, as one file."""

from __future__ import annotations

from collections.abc import Sequence

from qa.glossary.exporters.shapes import Export, ExportOptions
from qa.glossary.fmt import text_of
from qa.glossary.table import Row


def write(rows: Sequence[Row], options: ExportOptions) -> Export:
    """Write all rows; only comments are lost."""
    text = text_of([(row, ()) for row in sorted(rows)], (), ())
    return Export((("", text.encode()),), ("comments",))
