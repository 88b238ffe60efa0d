"""Checks machine-translated news: names against a glossary, and fluency by back-translation."""

__version__ = "0.1.0"
