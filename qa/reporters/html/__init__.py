"""The HTML report: one self-contained page a document, and an index page for many."""

from __future__ import annotations

from qa.model import Report
from qa.reporters.html.index import render_index
from qa.reporters.html.locale import languages
from qa.reporters.html.page import Way, render_document


def render(report: Report) -> str:
    """The report as one page: that of its document, or an index without links where there are several."""
    if len(report.documents) == 1:
        return render_document(report, report.documents[0])
    return render_index(report)


__all__ = ["Way", "languages", "render", "render_document", "render_index"]
