"""Turns a `Report` into text: one small module a format, all of them in the table below."""

from __future__ import annotations

from collections.abc import Callable

from qa.model import Report
from qa.reporters import html, json, text

REPORTERS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": json.render,
    "html": html.render,
}

__all__ = ["REPORTERS", "html", "json", "text"]
