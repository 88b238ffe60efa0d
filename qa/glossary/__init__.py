"""Glossaries as data: names of people, places and organisations, with their forms in every language."""

from qa.glossary.csv_reader import load
from qa.glossary.places import default_path, glossaries_of, style_path, styles

__all__ = ["default_path", "glossaries_of", "load", "style_path", "styles"]
