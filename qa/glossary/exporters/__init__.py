"""Writes a glossary in the formats of other tools, and says what each of them cannot hold."""

from qa.glossary.exporters.run import FORMATS, Export, ExportOptions, run

__all__ = ["FORMATS", "Export", "ExportOptions", "run"]
