"""How the decision about one spelling comes about, for `qa glossary explain`."""

from qa.names.explain.decision import explain

__all__ = ["explain"]
