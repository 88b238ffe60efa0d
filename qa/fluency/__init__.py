"""Fluency and agreement: how a text reads, and whether it says what its source says, from round trips."""

from __future__ import annotations

from qa.fluency.document import score_document

__all__ = ["score_document"]
