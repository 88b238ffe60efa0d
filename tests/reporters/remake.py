"""What the golden files hold, and the command that writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qa.reporters import REPORTERS, html, json, text
from tests.reporters.sample import sample_report

GOLDEN = Path(__file__).parent / "golden"


def _document(language: str) -> str:
    report = sample_report()
    return html.render_document(report, report.documents[0], ui_lang=language)


def _index() -> str:
    report = sample_report()
    checked = report.documents[0]
    clean = replace(
        checked, document=replace(checked.document, path="clean.txt", published=None), findings=()
    )
    return html.render_index(replace(report, documents=(checked, clean)), ["grain.html", None])


OUTPUTS: dict[str, Callable[[], str]] = {
    "report.json": lambda: json.render(sample_report()),
    "report.text": lambda: text.render(sample_report()),
    "coloured.text": lambda: text.render(sample_report(), colour=True),
    "document.html": lambda: _document("en"),
    "document.ar.html": lambda: _document("ar"),
    "index.html": _index,
    "report.sarif": lambda: REPORTERS["sarif"](sample_report()),
    "report.junit": lambda: REPORTERS["junit"](sample_report()),
    "report.github": lambda: REPORTERS["github"](sample_report()),
    "report.markdown": lambda: REPORTERS["markdown"](sample_report()),
    "report.mqm": lambda: REPORTERS["mqm"](sample_report()),
}

if __name__ == "__main__":
    for name, output in OUTPUTS.items():
        (GOLDEN / name).write_text(output(), "utf-8")
