"""The same empty folder with a small glossary that the tests of the command line use."""

from __future__ import annotations

from tests.cli.conftest import cache, place

__all__ = ["cache", "place"]
