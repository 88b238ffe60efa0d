"""What the report costs: to write beside the check, to open beside a bare page, and how a long index behaves.

Usage: python -m benchmarks.report_page [RUNS]   (needs Chromium and the `dev` group; minutes)

Writing: `qa check` runs with and without a report, in turn, without back-translation; the figures are medians
of processor time over whole processes, start and all, so that other work on the machine does not count. The
texts are the sample article, 1,000 sentences made of it, and 200 copies of it in a folder.

Opening: both pages are opened in turn in fresh tabs of one Chromium; a page counts as open when it has loaded
and two frames have been drawn. The bare page holds the text of all elements of the report as one paragraph a
line, without style or script. Keys: from the key to the second frame after it.

Index: of 10,000 documents with 300 names; opening, and from a choice in the form to the second frame after.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from qa.model import Anchor, CheckedDocument, Finding, Report, Segment
from qa.reporters import html
from tests.reporters.sample import sample_report

SEED = Path(__file__).parent.parent / "seeds" / "ukraine-offensive.en.txt"
SENTENCES, COPIES, DOCUMENTS, NAMES = 1_000, 200, 10_000, 300
FRAMES = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"""
# From a choice to the second frame after it.
CHOOSE = """async ([name, value]) => {
  const start = performance.now();
  const field = document.querySelector(`#filter [name=${name}]`);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""


# From a key to the second frame after it.
PRESS = """async (key) => {
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""


def seconds(command: Sequence[str]) -> float:
    """Processor time of a process and its children, in seconds."""
    before = os.times()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def writing(text: Path, folder: Path, runs: int) -> tuple[float, float]:
    """Median seconds of a check without a report, and how much longer one with a report takes."""
    check = [sys.executable, "-c", "from qa.cli import main; main()", "check", str(text), "--quiet"]
    check += ["--no-back-translate", "--report"]
    without, with_report = [], []
    for _ in range(runs + 1):
        without.append(seconds([*check, "none"]))
        shutil.rmtree(folder / "site", ignore_errors=True)
        with_report.append(seconds([*check, str(folder / "site" / "index.html")]))
    # The first of each also compiles what is kept afterwards.
    alone = statistics.median(without[1:])
    return alone, statistics.median(with_report[1:]) - alone


def texts(folder: Path) -> dict[str, Path]:
    """The article, 1,000 sentences of it, and many copies of it."""
    lines = [line for line in SEED.read_text("utf-8").splitlines() if line.strip()]
    long, feed = folder / "long.en.txt", folder / "feed"
    long.write_text("\n".join(lines[n % len(lines)] for n in range(SENTENCES)) + "\n", "utf-8")
    feed.mkdir()
    for number in range(COPIES):
        (feed / f"{number}.en.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return {"one article": SEED, f"{SENTENCES} sentences": long, f"{COPIES} articles": feed}


def long_report(sentences: int) -> Report:
    """The hand-built report with its sentences and findings repeated."""
    report = sample_report()
    checked = report.documents[0]
    segments: list[Segment] = []
    findings: list[Finding] = []
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


def long_feed(documents: int) -> Report:
    """A feed of the hand-built report over a year, every document with two names of `NAMES`."""
    report = sample_report()
    checked = report.documents[0]
    made = []
    for number in range(documents):
        findings = tuple(
            replace(f, entry=f"name-{name}", suggestion=f"Right{name}", text=f"Wrong{name}")
            for f, name in zip(checked.findings, (number % NAMES, number // 7 % NAMES), strict=False)
        )
        document = replace(
            checked.document,
            path=f"feed/{number % 40}/{number}.txt",
            title=f"Grain ships leave the port, part {number}",
            url=f"https://outlet-{number % 40}.example/{number}",
            published=dt.date(2022, 1, 1) + dt.timedelta(days=number * 365 // documents),
        )
        made.append(CheckedDocument(document, findings if number % 3 else ()))
    return replace(report, documents=tuple(made))


def opened(browser: Browser, address: str) -> tuple[Page, float]:
    """The page, and milliseconds from the start of the navigation to the second frame after loading."""
    page = browser.new_page()
    page.goto(address)
    return page, float(page.evaluate(FRAMES))


def bare_page(browser: Browser, address: str) -> str:
    """A page of nothing but the text of the page at `address`."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    lines = page.locator("main").evaluate("e => e.textContent.split(/\\n+/).filter((line) => line.trim())")
    page.close()
    return "<!DOCTYPE html><meta charset=utf-8>" + "".join(f"<p>{escape(line)}" for line in lines)


def opening(browser: Browser, folder: Path, runs: int) -> tuple[float, float]:
    """Median milliseconds to open the report of 1,000 sentences, and the bare page."""
    full, bare = folder / "report.html", folder / "bare.html"
    full.write_text(html.render(long_report(SENTENCES)), "utf-8")
    bare.write_text(bare_page(browser, full.as_uri()), "utf-8")
    times: dict[Path, list[float]] = {full: [], bare: []}
    for _ in range(runs):
        for file, measured in times.items():
            page, milliseconds = opened(browser, file.as_uri())
            measured.append(milliseconds)
            page.close()
    return statistics.median(times[full]), statistics.median(times[bare])


def walking(browser: Browser, folder: Path) -> str:
    """How the report of 1,000 sentences follows the keys: medians of twenty."""
    page, _ = opened(browser, (folder / "report.html").as_uri())
    keys = {"next": "n", "accept": "a", "undo": "u"}
    taken = {
        name: statistics.median(float(page.evaluate(PRESS, key)) for _ in range(20))
        for name, key in keys.items()
    }
    page.close()
    return ", ".join(f"{name} {value:.0f} ms" for name, value in taken.items())


def index(browser: Browser, folder: Path) -> str:
    """How the index of 10,000 documents behaves, in words."""
    feed = long_feed(DOCUMENTS)
    start = time.process_time()
    text = html.render_index(feed, [f"index/{n}.html" for n in range(DOCUMENTS)])
    written = time.process_time() - start
    file = folder / "index.html"
    file.write_text(text, "utf-8")
    page, milliseconds = opened(browser, file.as_uri())
    choices = {"sort": "date", "level": "hold", "outlet": "outlet-7.example", "name": "5", "words": "part 99"}
    taken = {name: float(page.evaluate(CHOOSE, [name, value])) for name, value in choices.items()}
    page.close()
    told = ", ".join(f"{name} {value:.0f} ms" for name, value in taken.items())
    return f"{len(text) / 1e6:.1f} MB written in {written:.1f} s, open in {milliseconds:.0f} ms; {told}"


def main(runs: int = 5) -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        for what, text in texts(folder).items():
            alone, more = writing(text, folder, runs)
            print(f"{what}: check {alone:.2f} s, report {more:.2f} s more, ratio {more / alone:.2f}")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        full, bare = opening(browser, folder, runs + 2)
        print(
            f"{SENTENCES} sentences open: report {full:.0f} ms, bare text {bare:.0f} ms, ratio {full / bare:.2f}"
        )
        print(f"{SENTENCES} sentences, keys: {walking(browser, folder)}")
        print(f"index of {DOCUMENTS} documents: {index(browser, folder)}")
        browser.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
