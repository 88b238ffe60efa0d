"""Every hostile string in every field, run in a real browser: nothing executes, all shows as typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from qa.reporters import html
from qa.reporters.visible import visible
from tests.browser.conftest import Open
from tests.reporters.hostile import STRINGS, hostile_report

GROUP = 40
GROUPS = [STRINGS[start : start + GROUP] for start in range(0, len(STRINGS), GROUP)]

# Milliseconds; long enough for what an image, a frame or an animation would start.
PATIENCE = 300

# The texts of all elements a selector finds; what the page itself adds to a sentence is left out.
TYPED = """selector => [...document.querySelectorAll(selector)].map((element) => {
  const copy = element.cloneNode(true);
  for (const added of copy.querySelectorAll(".flag, .mini")) added.remove();
  return copy.textContent;
})"""
# What shows each string once, in their order, and what the page puts before it.
CARDS = ".cards > li:nth-child(4n + 1)"
A_SENTENCE = {
    ".s": "",
    f"{CARDS} .explanation": "",
    f"{CARDS} dl > div:nth-child(1) dd": "",
    f"{CARDS} dl > div:nth-child(2) dd": "~",
    f"{CARDS} dl > div:nth-child(3) .form > span": "я",
    f"{CARDS} dl > div:nth-child(4) .form > bdi": "ю",
    f"{CARDS} dl > div:nth-child(4) .form > small": "~",
    f"{CARDS} dl > div:nth-child(6) dd": "",
    ".sentences .line": "",
    ".sentences .inside > .caption:first-child + .pair > div:first-child dd": "",
    ".axes > div:nth-child(1) .why li": "",
    ".pivot p": "",
    "#suppressed td:nth-child(2) > span": "",
    "#suppressed td:last-child": "",
    "#skipped tbody tr:has(a) td:last-child": "",
}
A_DOCUMENT = ["title", "h1", ".kicker", "#about dd:first-of-type", "footer"]


def nothing_ran(page: Page) -> bool:
    page.wait_for_timeout(PATIENCE)
    scripts = page.evaluate("document.querySelectorAll('script').length")
    return page.evaluate("window.pwned") is None and scripts == 2


@pytest.mark.parametrize("strings", GROUPS, ids=range(len(GROUPS)))
def test_nothing_runs_and_all_shows_as_typed(open_page: Open, strings: tuple[str, ...]) -> None:
    page = open_page(html.render(hostile_report(*strings)))
    assert nothing_ran(page)
    wanted = [visible(string) for string in strings]
    for selector, before in A_SENTENCE.items():
        assert page.evaluate(TYPED, selector) == [before + string for string in wanted], selector
    for selector in A_DOCUMENT:
        assert any("\n".join(wanted) in shown for shown in page.evaluate(TYPED, selector)), selector


@pytest.mark.parametrize("strings", GROUPS, ids=range(len(GROUPS)))
def test_deciding_runs_nothing_and_keeps_every_character(open_page: Open, strings: tuple[str, ...]) -> None:
    page = open_page(html.render(hostile_report(*strings)))
    before = page.locator("#corrected").evaluate("e => e.value")
    for _ in range(8):
        page.keyboard.press("n")
        page.keyboard.press("a")
    assert nothing_ran(page)
    assert page.locator("#corrected").evaluate("e => e.value") == before


@pytest.mark.parametrize("strings", GROUPS, ids=range(len(GROUPS)))
def test_the_index_is_as_safe(open_page: Open, strings: tuple[str, ...]) -> None:
    reports = [hostile_report(string) for string in strings]
    feed = replace(reports[0], documents=tuple(report.documents[0] for report in reports))
    page = open_page(html.render_index(feed, [string or None for string in strings]))
    assert nothing_ran(page)
    for string, shown in zip(strings, page.evaluate(TYPED, "#documents li"), strict=True):
        assert visible(string) in shown
    for href in page.evaluate("[...document.links].map((a) => a.getAttribute('href'))"):
        assert ":" not in href
