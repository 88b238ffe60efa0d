"""What the golden files hold, and the command that writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qa.reporters import html, json, text
from tests.reporters.sample import sample_report

GOLDEN = Path(__file__).parent / "golden"


def _document(language: str) -> str:
    report = sample_report()
    return html.render_document(report, report.documents[0], ui_lang=language)


OUTPUTS: dict[str, Callable[[], str]] = {
    "report.json": lambda: json.render(sample_report()),
    "report.text": lambda: text.render(sample_report()),
    "coloured.text": lambda: text.render(sample_report(), colour=True),
    "document.html": lambda: _document("en"),
}

if __name__ == "__main__":
    for name, output in OUTPUTS.items():
        (GOLDEN / name).write_text(output(), "utf-8")
