"""One Chromium for all tests of the folder; every page is watched for errors and for requests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from qa.reporters import html
from tests.reporters.sample import sample_report

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it; playwright's own download is not used."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "the browser tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a text as a page from a file; the test fails where the page complains or asks for more."""
    contexts = []
    complaints: list[str] = []

    def watch(page: Page, address: str) -> None:
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda r: None if r.url.split("#")[0] == address else complaints.append(r.url))

    def open_(text: str, anchor: str = "", name: str = "report.html", **options: Any) -> Page:
        file = tmp_path / name
        file.write_text(text, "utf-8")
        context = browser.new_context(**{"reduced_motion": "reduce", "accept_downloads": True, **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        watch(page, file.as_uri())
        page.goto(file.as_uri() + anchor)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def document() -> str:
    """The page of the hand-built report."""
    report = sample_report()
    return html.render_document(report, report.documents[0])
