"""Reads names out of the formats that terminologists, translators and the web keep them in."""

from qa.glossary.importers.options import Options
from qa.glossary.importers.run import FORMATS, Format, run

__all__ = ["FORMATS", "Format", "Options", "run"]
