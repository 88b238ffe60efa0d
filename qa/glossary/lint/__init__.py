"""Says what is wrong with a glossary, where, and what to do."""

from qa.glossary.lint.run import Finding, lint
from qa.glossary.lint.table import RULES, Level, LintRule

__all__ = ["RULES", "Finding", "Level", "LintRule", "lint"]
