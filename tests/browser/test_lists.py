"""Sorting and filtering sentences, and documents on the index page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from qa.model import CheckedDocument, Report
from qa.reporters import html
from tests.browser.conftest import Open
from tests.reporters.sample import sample_report


def shown(page: Page, items: str) -> list[int]:
    """Numbers (from 1) of the items that can be seen, in their order on the page."""
    return page.evaluate(
        """selector => [...document.querySelectorAll(selector)].filter((e) => e.offsetParent !== null)
        .map((e) => Number((e.id || e.dataset.number).replace("d", "")))""",
        items,
    )


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [
        ({}, [1, 2, 3, 4, 5]),
        ({"sort": "fluency"}, [4, 2, 3, 1, 5]),
        ({"sort": "agreement"}, [3, 1, 2, 4, 5]),
        ({"band": "poor"}, [4]),
        ({"band": "review"}, [2, 3]),
        ({"band": "none"}, [3]),
        ({"band": "unjudged"}, [5]),
        ({"rule": "name-variant"}, [1, 2]),
        ({"entry": "mykolaiv"}, [3]),
        ({"entry": "odesa", "rule": "repeated-word"}, [2]),
        ({"words": "KHERSON"}, [3]),
        ({"words": "خيرسون"}, [3]),
        ({"words": "nowhere"}, []),
    ],
    ids=str,
)
def test_sentences(open_page: Open, document: str, choices: dict[str, str], wanted: list[int]) -> None:
    page = open_page(document)
    for name, value in choices.items():
        field = page.locator(f"#filter [name={name}]")
        field.fill(value) if name == "words" else field.select_option(value)
    assert shown(page, ".sentences > li") == wanted
    expect(page.locator("#shown")).to_have_text(f"{len(wanted)} of 5 sentences")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#shown")).to_have_text("5 of 5 sentences")
    assert shown(page, ".sentences > li") == [1, 2, 3, 4, 5]


def test_sentences_open_and_close(open_page: Open, document: str) -> None:
    page = open_page(document)
    opened = page.locator(".sentences > li > details[open]")
    expect(opened).to_have_count(3)
    page.get_by_role("button", name="Open all").click()
    expect(opened).to_have_count(5)
    page.get_by_role("button", name="Close all").click()
    expect(opened).to_have_count(0)


def test_a_link_to_a_hidden_sentence_opens_it(open_page: Open, document: str) -> None:
    page = open_page(document)
    page.locator("#filter [name=band]").select_option("ok")
    page.locator("#skipped a").first.click()
    expect(page.locator("#d5 details")).to_have_attribute("open", "")
    expect(page.locator("#d5")).to_be_in_viewport()


def _feed() -> Report:
    """Three documents: hold, review and publish, from two outlets."""
    report = sample_report()
    checked = report.documents[0]
    kept = {"hold": checked.findings, "review": checked.findings[2:3], "publish": ()}
    documents = tuple(
        CheckedDocument(
            replace(
                checked.document,
                path=f"feed/{level}.txt",
                title=f"A text to {level}",
                url=f"https://www.{'one' if level == 'review' else 'two'}.example/{level}",
                published=dt.date(2022, 8, day),
            ),
            findings,
        )
        for day, (level, findings) in enumerate(reversed(kept.items()), 1)
    )
    return replace(report, documents=documents)


def titles(page: Page) -> list[str]:
    return [a.text_content() for a in page.locator("#documents .documents a").all() if a.is_visible()]


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [
        ({}, ["hold", "review", "publish"]),
        ({"sort": "feed"}, ["publish", "review", "hold"]),
        ({"sort": "date"}, ["hold", "review", "publish"]),
        ({"level": "hold"}, ["hold"]),
        ({"outlet": "two.example"}, ["hold", "publish"]),
        ({"name": "0"}, ["hold"]),
        ({"words": "review.TXT"}, ["review"]),
    ],
    ids=str,
)
def test_documents(open_page: Open, choices: dict[str, str], wanted: list[str]) -> None:
    page = open_page(html.render_index(_feed(), ["a.html", "b.html", "c.html"]))
    for name, value in choices.items():
        field = page.locator(f"#filter [name={name}]")
        field.fill(value) if name == "words" else field.select_option(value)
    assert titles(page) == [f"A text to {level}" for level in wanted]
    expect(page.locator("#shown")).to_have_text(f"{len(wanted)} of 3 documents")


def test_the_index_links_to_documents_sentences_and_findings(open_page: Open) -> None:
    page = open_page(html.render_index(_feed(), ["a.html", "sub/b c.html", None]))
    links = [a.get_attribute("href") for a in page.locator("#documents .documents a").all()]
    assert links == ["sub/b%20c.html", "a.html"]
    page = open_page(html.render_index(_feed(), ["a.html", "sub/b c.html", "c.html"]))
    assert page.locator("#worst a").first.get_attribute("href") == "a.html#d4"
    assert page.locator("#names td a", has_text="Odessa").get_attribute("href") == "c.html#f0"


def test_a_verdict_and_a_name_lead_to_their_documents(open_page: Open) -> None:
    page = open_page(html.render_index(_feed(), ["a.html", "b.html", "c.html"]))
    page.locator(".verdict.hold a").click()
    assert titles(page) == ["A text to hold"]
    page.locator(".verdict.review a").click()
    assert titles(page) == ["A text to review", "A text to publish"]  # whose sentences are weak
    expect(page.locator("#documents h2")).to_be_in_viewport()
    page.locator("#names a").get_by_text("Odesa", exact=True).click()
    assert titles(page) == ["A text to hold"]
    expect(page.locator("#shown")).to_have_text("1 of 3 documents")


def test_a_page_of_a_feed_leads_back_and_on(open_page: Open) -> None:
    report = _feed()
    way = html.Way("../all of them.html", None, "b.html")
    page = open_page(html.render_document(report, report.documents[0], way=way))
    links = page.get_by_role("navigation", name="This feed").locator("a")
    assert [(a.inner_text(), a.get_attribute("href")) for a in links.all()] == [
        ("All documents", "../all%20of%20them.html"),
        ("Next document", "b.html"),
    ]


def test_the_list_fits_its_form_after_coming_back(open_page: Open) -> None:
    page = open_page(html.render_index(_feed(), ["a.html", "b.html", "c.html"]))
    page.locator("#filter [name=sort]").select_option("feed")
    page.locator("#filter [name=words]").fill("publish")
    page.goto("about:blank")
    page.go_back()
    expect(page.locator("#filter [name=words]")).to_have_value("publish")
    expect(page.locator("#shown")).to_have_text("1 of 3 documents")
    page.locator("#filter [name=words]").fill("")
    assert titles(page) == ["A text to publish", "A text to review", "A text to hold"]
