"""Turns a `Report` into text: one small module a format, all of them in the table below."""

from __future__ import annotations

from collections.abc import Callable

from qa.model import Report
from qa.reporters import github, html, json, junit, markdown, mqm, sarif, text
from qa.reporters.writer import Totals, Writer

REPORTERS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": json.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "markdown": markdown.render,
    "mqm": mqm.render,
    "html": html.render,
}
# Those that are written document by document while the check is still running.
WRITERS: dict[str, Writer] = {
    "text": text.writer(),
    "json": json.WRITER,
    "sarif": sarif.WRITER,
    "junit": junit.WRITER,
    "github": github.WRITER,
    "markdown": markdown.WRITER,
    "mqm": mqm.WRITER,
}

__all__ = ["REPORTERS", "WRITERS", "Totals", "Writer", "html", "json", "text"]
