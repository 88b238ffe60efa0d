"""The table of export formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from qa.errors import ConfigError
from qa.glossary.exporters import codespell, cspell, csv, tbx, vale, xlsx
from qa.glossary.exporters.shapes import Export, ExportOptions
from qa.glossary.table import Row


class Format(NamedTuple):
    """A format that can be exported: name, whether it is a folder of files, what it is, how it is written."""

    name: str
    folder: bool
    summary: str
    write: Callable[[Sequence[Row], ExportOptions], Export]


FORMATS: tuple[Format, ...] = (
    Format("tbx", False, "TBX 3 for termbases", tbx.write),
    Format("xlsx", False, "Excel workbook", xlsx.write),
    Format("csv", False, "the glossary's own CSV, merged and canonical", csv.write),
    Format("vale", True, "vocabulary and substitution rule for Vale", vale.write),
    Format("cspell", False, "words and flagWords for CSpell", cspell.write),
    Format("codespell", False, "dictionary for codespell", codespell.write),
)
_BY_NAME = {form.name: form for form in FORMATS}


def run(name: str, rows: Sequence[Row], options: ExportOptions) -> Export:
    """Write rows in the format `name`; raises `ConfigError` for a format that does not exist."""
    if name not in _BY_NAME:
        raise ConfigError(f"--format {name}: no such format; expected one of {', '.join(_BY_NAME)}")
    return _BY_NAME[name].write(rows, options)


__all__ = ["FORMATS", "Export", "ExportOptions", "Format", "run"]
