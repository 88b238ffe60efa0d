"""The page is read by anybody: without script, on a phone, on paper, from right to left, with aids."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pypdf import PdfReader

from qa.model import CheckedDocument, Report
from qa.reporters import html
from tests.browser.conftest import Open
from tests.reporters.sample import sample_report

WIDE = {"width": 1400, "height": 900}
TABLET = {"width": 800, "height": 1100}
PHONE = {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 640}


def arabic_report() -> Report:
    """The same report read as Arabic text with an English source."""
    report = sample_report()
    checked = report.documents[0]
    segments = tuple(
        replace(s, text="غادرت ثلاث سفن ميناء أوديسا", source="Three ships left Odessa.")
        for s in checked.document.segments
    )
    document = replace(checked.document, segments=segments, source_lang="en", target_lang="ar", title=None)
    findings = tuple(
        replace(
            f,
            start=21,
            end=27,
            text="أوديسا",
            suggestion="أوديسّا",
            explanation="“أوديسا” is a deprecated form",
            route=None,
        )
        for f in checked.findings[:2]
    )
    return replace(report, documents=(replace(checked, document=document, findings=findings),))


def _unscored(checked: CheckedDocument) -> CheckedDocument:
    """The document as a check without back-translation leaves it."""
    segments = tuple(
        replace(s, source=None, trips=(), fluency=None, agreement=None) for s in checked.document.segments
    )
    findings = tuple(f for f in checked.findings if f.side == "target")
    return replace(checked, document=replace(checked.document, segments=segments), findings=findings)


def long_names() -> Report:
    """The same report about an organisation with a long name and a place with a longer word."""
    report = sample_report()
    checked = report.documents[0]
    names = (
        ("Main Intelligence Directorate of the Ministry of Defence", "Defence Intelligence of Ukraine"),
        ("Llanfairpwllgwyngyllgogerychwyrn", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"),
    )
    findings = tuple(
        replace(f, start=0, end=len(text), text=text, suggestion=right, entry=right[:4].lower())
        for f, (text, right) in zip(checked.findings[:2], names, strict=True)
    )
    segments = tuple(
        replace(s, text=" ".join((*names[n % 2], s.text))) for n, s in enumerate(checked.document.segments)
    )
    document = replace(checked.document, segments=segments)
    return replace(report, documents=(replace(checked, document=document, findings=findings, suppressed=()),))


def pages() -> dict[str, str]:
    report, arabic, long = sample_report(), arabic_report(), long_names()
    several = replace(report, documents=report.documents * 3)
    bare = replace(report, documents=(_unscored(report.documents[0]),))
    nothing = replace(report.documents[0].document, segments=(), skipped=())
    empty = replace(report, documents=(replace(report.documents[0], document=nothing, findings=()),))
    return {
        "document": html.render_document(report, report.documents[0]),
        "arabic text": html.render_document(arabic, arabic.documents[0]),
        "arabic interface": html.render_document(report, report.documents[0], ui_lang="ar"),
        "page of a feed": html.render_document(
            bare, bare.documents[0], way=html.Way("../index.html", "a.html", "c.html")
        ),
        "index": html.render_index(several, ["a.html", "b.html", "c.html"]),
        "arabic index": html.render_index(several, ["a.html", "b.html", "c.html"], ui_lang="ar"),
        "empty": html.render_document(empty, empty.documents[0]),
        "long names": html.render_document(long, long.documents[0]),
        "index of long names": html.render_index(long, ["a.html"]),
    }


PAGES = pages()


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(WIDE, "light"), (WIDE, "dark"), (PHONE, "light")], ids=["wide", "dark", "phone"]
)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_page: Open, name: str, viewport: dict[str, int], scheme: str) -> None:
    page = open_page(PAGES[name], viewport=viewport, color_scheme=scheme, bypass_csp=True)
    # What is not rendered yet could not be judged.
    page.add_style_tag(content="* { content-visibility: visible !important }")
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    for key in "nanad":
        page.keyboard.press(key)
    if viewport is PHONE:
        page.keyboard.press("Escape")  # else the open finding rightly lies over other links
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    results = Axe().run(page, options=options)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("viewport", [PHONE, NARROWEST], ids=["390", "320"])
@pytest.mark.parametrize("name", PAGES)
def test_a_phone_needs_no_sideways_scrolling(open_page: Open, name: str, viewport: dict[str, int]) -> None:
    page = open_page(PAGES[name], viewport=viewport, has_touch=True, is_mobile=True)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("viewport", [WIDE, TABLET, PHONE, NARROWEST], ids=["wide", "800", "390", "320"])
@pytest.mark.parametrize("name", ["document", "arabic text", "long names", "index", "index of long names"])
def test_tables_keep_to_their_place(open_page: Open, name: str, viewport: dict[str, int]) -> None:
    page = open_page(PAGES[name], viewport=viewport)
    for table in page.locator("table:visible").all():
        assert table.evaluate(
            "e => e.offsetWidth <= e.parentElement.clientWidth && e.scrollWidth <= e.offsetWidth + 1"
        )


@pytest.mark.parametrize("viewport", [WIDE, PHONE, NARROWEST], ids=["wide", "390", "320"])
@pytest.mark.parametrize("name", ["index", "arabic index"])
def test_the_names_of_a_feed_are_not_torn(open_page: Open, name: str, viewport: dict[str, int]) -> None:
    page = open_page(
        PAGES[name], viewport=viewport, has_touch=True, is_mobile=viewport is not WIDE, bypass_csp=True
    )
    # A cell of the wide table has its padding above and below the line.
    page.add_style_tag(content="#names td { padding-block: 0 !important }")
    for word in page.locator("#names bdi, #names .share").all():
        height, line = word.evaluate(
            "e => [e.getBoundingClientRect().height, parseFloat(getComputedStyle(e).lineHeight)]"
        )
        assert height < 1.8 * line


def test_on_a_phone_the_finding_comes_up_beside_its_place(open_page: Open) -> None:
    page = open_page(PAGES["document"], viewport=PHONE, has_touch=True)
    page.locator("#s3 mark a").tap()
    expect(page.locator("#f4")).to_be_in_viewport(ratio=0.9)
    mark, sheet = page.locator("#s3 mark").bounding_box(), page.locator("#f4").bounding_box()
    assert 0 < mark["y"] < sheet["y"]
    page.locator("#f4").get_by_role("button", name="Close").tap()
    expect(page.locator(".current")).to_have_count(0)


@pytest.mark.parametrize("button", ["Accept", "Dismiss"])
def test_on_a_phone_nothing_shows_through_a_decided_finding(open_page: Open, button: str) -> None:
    page = open_page(PAGES["document"], viewport=PHONE, has_touch=True)
    page.locator("#s3 mark a").tap()
    page.locator("#f4").get_by_role("button", name=button, exact=True).tap()
    expect(page.locator("#f4")).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


@pytest.mark.parametrize("viewport", [{"width": 700, "height": 450}, {"width": 320, "height": 568}], ids=str)
def test_the_buttons_of_a_long_finding_are_in_sight(open_page: Open, viewport: dict[str, int]) -> None:
    """As at twice the size on a desk, where little of the page is in sight."""
    page = open_page(PAGES["document"], viewport=viewport)
    page.keyboard.press("n")
    for name in ("Accept", "Dismiss", "Close"):
        button = page.locator("#f0").get_by_role("button", name=name, exact=True)
        expect(button).to_be_in_viewport(ratio=1)


def test_without_script_everything_can_be_read(open_page: Open) -> None:
    page = open_page(PAGES["document"], java_script_enabled=False)
    expect(page.get_by_role("heading", name="The article")).to_be_visible()
    expect(page.get_by_text("Russian-based romanization (BGN/PCGN) of Одесса").first).to_be_visible()
    expect(page.locator("#d4 .pair").first).to_be_visible()
    expect(page.locator(".script, .bar, #filter, #result").locator("visible=true")).to_have_count(0)
    page.locator("#d1 summary").first.click()
    expect(page.locator("#d1 .pair")).to_be_visible()
    page.locator("#s1 mark a").click()
    expect(page.locator("#f0")).to_be_in_viewport()
    assert page.url.endswith("#f0")


def test_every_link_on_the_page_leads_somewhere(open_page: Open) -> None:
    for name in PAGES:
        page = open_page(PAGES[name])
        missing = page.evaluate(
            """[...document.querySelectorAll("a[href^='#']")].map((a) => a.getAttribute("href"))
            .filter((href) => !document.getElementById(href.slice(1)))"""
        )
        assert missing == []


def test_ids_are_unique(open_page: Open) -> None:
    for name in PAGES:
        page = open_page(PAGES[name])
        assert page.evaluate(
            "(ids => ids.length - new Set(ids).size)([...document.querySelectorAll('[id]')].map((e) => e.id))"
        ) == 0  # fmt: skip


def test_paper_shows_what_is_open_and_no_controls(open_page: Open) -> None:
    page = open_page(PAGES["document"])
    page.keyboard.press("n")
    # The text in between stands in a fold of its own.
    page.locator("#d4 .pivot").evaluate("e => e.open = true")
    paper = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = "\n".join(sheet.extract_text() for sheet in paper.pages)
    text = " ".join(unicodedata.normalize("NFKC", text).split())  # fonts have signs of their own for “fi”
    for wanted in (
        "Hold",
        "They head for Mikolaiv",
        "O capitão tinha",
        "shorter than five words",
        "KMU 2010",
    ):
        assert wanted in text, wanted
    assert "Navios de grãos deixam Odessa" not in text
    for control in ("Previous", "Accept", "Dismiss", "Show all", "decisions.json"):
        assert control not in text, control
    assert len(paper.pages) <= 3


def test_nothing_on_paper_lies_over_the_text(open_page: Open) -> None:
    page = open_page(PAGES["document"], viewport=TABLET)
    page.keyboard.press("n")
    page.emulate_media(media="print")
    assert page.locator("#f0").evaluate("e => getComputedStyle(e).position") == "static"
    tops = [c.bounding_box()["y"] for c in page.locator(".cards .card").all()]
    assert tops[0] == min(tops)


def test_paper_numbers_every_place_of_a_finding(open_page: Open) -> None:
    page = open_page(PAGES["document"])
    page.emulate_media(media="print")
    shown = page.evaluate(
        """[...document.querySelectorAll("#article mark[data-n], #article .flag")].map(
          (place) => [place.dataset.n, getComputedStyle(place, "::after").content])"""
    )
    assert sorted(number for number, _ in shown) == list("1234567")
    assert all(number in content or "attr(data-n)" in content for number, content in shown), shown


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_colours_of_the_reader_show_the_open_finding(open_page: Open, viewport: dict[str, int]) -> None:
    page = open_page(PAGES["document"], viewport=viewport, forced_colors="active")
    page.keyboard.press("n")
    styles = page.evaluate(
        "['#f0', '#f1'].map((e) => getComputedStyle(document.querySelector(e)).outlineStyle)"
    )
    assert styles == ["solid", "none"]


def test_the_key_of_colours_keeps_its_colours(open_page: Open) -> None:
    page = open_page(PAGES["document"], forced_colors="active")
    for band in ("poor", "ok"):
        fill, key = page.evaluate(
            """band => [["rect." + band, "fill"], [".swatch." + band, "backgroundColor"]]
            .map(([e, what]) => getComputedStyle(document.querySelector(".tile " + e))[what])""",
            band,
        )
        assert fill == key


@pytest.mark.parametrize("viewport", [WIDE, TABLET, PHONE, NARROWEST], ids=["wide", "800", "390", "320"])
@pytest.mark.parametrize("name", ["document", "arabic interface", "index"])
def test_words_of_the_interface_are_not_torn_in_tables(
    open_page: Open, name: str, viewport: dict[str, int]
) -> None:
    """Each word of a cell that holds no text of the document is on one line."""
    page = open_page(PAGES[name], viewport=viewport)
    torn = page.evaluate(
        """[...document.querySelectorAll("#skipped td:not([dir]), #suppressed td:not([dir])")].flatMap((cell) => {
          const found = [];
          const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            for (const word of texts.currentNode.data.matchAll(/\\p{L}+/gu)) {
              const range = document.createRange();
              range.setStart(texts.currentNode, word.index);
              range.setEnd(texts.currentNode, word.index + word[0].length);
              if (new Set([...range.getClientRects()].map((r) => r.top)).size > 1) found.push(word[0]);
            }
          }
          return found;
        })"""
    )
    assert torn == []


@pytest.mark.parametrize(
    ("name", "selector", "direction"),
    [
        ("document", "html", "ltr"),
        ("document", "#article .text", "ltr"),
        ("document", "#d3 .pair dd >> nth=0", "rtl"),
        ("arabic text", "html", "ltr"),
        ("arabic text", "#article .text", "rtl"),
        ("arabic text", ".sentences .line >> nth=0", "rtl"),
        ("arabic text", "#f0 .write", "rtl"),
        ("arabic text", "#f0 .explanation", "ltr"),  # English, though it begins with an Arabic name
        ("arabic text", ".names td.why bdi >> nth=0", "ltr"),
        ("arabic interface", "html", "rtl"),
        ("arabic interface", "#article .text", "ltr"),
        ("arabic interface", ".kicker", "rtl"),
    ],
)
def test_reading_direction(open_page: Open, name: str, selector: str, direction: str) -> None:
    page = open_page(PAGES[name])
    assert page.locator(selector).evaluate("e => getComputedStyle(e).direction") == direction


def test_the_strip_of_a_text_from_the_right_starts_at_the_right(open_page: Open) -> None:
    page = open_page(PAGES["arabic text"])
    left = [float(r.get_attribute("x")) for r in page.locator(".lane").first.locator("rect").all()]
    assert left == sorted(left, reverse=True)


def test_overlapping_findings_are_all_marked(open_page: Open) -> None:
    page = open_page(PAGES["document"])
    marks = page.locator("#s2 mark")
    assert [(m.inner_text(), m.get_attribute("data-f")) for m in marks.all()] == [
        ("Odessa", "1"),
        ("the ", "2"),
        ("the", "2 3"),
        (" ministry", "3"),
    ]
