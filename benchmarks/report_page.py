"""How long a browser takes to open the report of 1,000 sentences, beside a bare page with the same text.

Usage: python -m benchmarks.report_page [SENTENCES [RUNS]]   (needs Chromium and the `dev` group)

Both pages are opened in turn in fresh tabs of one Chromium; a page counts as open when it has loaded and two
frames have been drawn. The bare page holds the text of all elements of the report as one paragraph a line,
without style or script. Prints medians, their ratio, and the time to write the page.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from qa.model import Anchor, Report
from qa.reporters import html
from tests.reporters.sample import sample_report

OPENED = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"""


def long_report(sentences: int) -> Report:
    """The hand-built report with its sentences and findings repeated."""
    report = sample_report()
    checked = report.documents[0]
    segments, findings = [], []
    for number in range(sentences):
        original = checked.document.segments[number % len(checked.document.segments)]
        segment = replace(original, id=f"n{number}", anchors=(Anchor(0, number + 1, 1),))
        segments.append(segment)
        findings += [
            replace(f, segment=segment.id, line=number + 1, fingerprint=f"{f.fingerprint}-{number}")
            for f in checked.findings
            if f.segment == original.id
        ]
    document = replace(checked.document, segments=tuple(segments), skipped=())
    return replace(report, documents=(replace(checked, document=document, findings=tuple(findings)),))


def opened(browser: Browser, address: str) -> float:
    """Milliseconds from the start of the navigation to the second frame after loading."""
    page = browser.new_page()
    page.goto(address)
    milliseconds = float(page.evaluate(OPENED))
    page.close()
    return milliseconds


def bare_page(browser: Browser, address: str) -> str:
    """A page of nothing but the text of the page at `address`."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    lines = page.locator("main").evaluate("e => e.textContent.split(/\\n+/).filter((line) => line.trim())")
    page.close()
    return "<!DOCTYPE html><meta charset=utf-8>" + "".join(f"<p>{escape(line)}" for line in lines)


def measure(text: str, runs: int) -> tuple[float, float]:
    """Median milliseconds to open the report and the bare page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        full, bare = Path(folder, "report.html"), Path(folder, "bare.html")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        full.write_text(text, "utf-8")
        bare.write_text(bare_page(browser, full.as_uri()), "utf-8")
        times: dict[Path, list[float]] = {full: [], bare: []}
        for _ in range(runs):
            for file, measured in times.items():
                measured.append(opened(browser, file.as_uri()))
        browser.close()
    return statistics.median(times[full]), statistics.median(times[bare])


def main(sentences: int = 1000, runs: int = 7) -> None:
    """Measures and prints."""
    report = long_report(sentences)
    html.render(long_report(5))  # compiles the templates
    start = time.perf_counter()
    text = html.render(report)
    written = time.perf_counter() - start
    full, bare = measure(text, runs)
    print(f"{sentences} sentences, {len(text.encode()) / 1e6:.1f} MB, written in {written:.2f} s")
    print(f"report {full:.0f} ms, bare text {bare:.0f} ms, ratio {full / bare:.2f} (medians of {runs})")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
