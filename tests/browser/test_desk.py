"""Walking through the findings and deciding on them, with keys and with clicks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Page, expect

from qa.model import Severity
from qa.reporters import html
from tests.browser.conftest import Open
from tests.reporters.sample import finding, sample_report, segment


def corrected(page: Page) -> str:
    return page.locator("#corrected").input_value()


def decided(page: Page) -> list[dict[str, str]]:
    return json.loads(page.locator("#decided").input_value())["decisions"]


def card(page: Page, number: int):
    return page.locator(f"#f{number}")


def test_accepting_puts_the_suggestion_into_the_text(open_page: Open, document: str) -> None:
    page = open_page(document)
    card(page, 4).get_by_role("button", name="Accept", exact=True).click()
    assert "They head for Mykolaiv and later for Kherson." in corrected(page)
    expect(page.locator("#s3 ins")).to_have_text("Mykolaiv")
    expect(card(page, 4).locator(".state")).to_have_text("Accepted")
    assert decided(page) == [
        {
            "fingerprint": "name-unlisted-s3-14",
            "rule": "name-unlisted",
            "severity": "critical",
            "side": "target",
            "text": "Mikolaiv",
            "entry": "mykolaiv",
            "decision": "accept",
            "suggestion": "Mykolaiv",
            "reason": "",
            "because": "",
        }
    ]


def test_own_words_are_taken_instead_of_the_suggestion(open_page: Open, document: str) -> None:
    page = open_page(document)
    field = card(page, 1).get_by_label("Write")
    field.fill("Одеса 🇺🇦")
    field.press("Enter")
    assert "left the port of Одеса 🇺🇦 on Friday" in corrected(page)
    assert decided(page)[0]["suggestion"] == "Одеса 🇺🇦"


def test_dismissing_asks_for_a_reason(open_page: Open, document: str) -> None:
    page = open_page(document)
    card(page, 0).get_by_role("button", name="Dismiss").click()
    expect(card(page, 0).get_by_label("Reason")).to_be_focused()
    page.keyboard.type("quotation or title")
    (decision,) = decided(page)
    assert [decision[key] for key in ("decision", "reason", "because")] == [
        "dismiss", "quotation or title", "quote",
    ]  # fmt: skip
    page.keyboard.type(", I think")
    assert decided(page)[0]["because"] == ""
    assert corrected(page).startswith("Grain ships leave Odessa")


def test_undo_takes_back_step_by_step(open_page: Open, document: str) -> None:
    page = open_page(document)
    before = corrected(page)
    for number in (0, 4):
        card(page, number).get_by_role("button", name="Accept", exact=True).click()
    page.get_by_role("button", name="Undo").click()
    assert [d["fingerprint"] for d in decided(page)] == ["name-variant-s1-18"]
    page.keyboard.press("u")
    assert decided(page) == []
    assert corrected(page) == before
    expect(page.locator("ins.correction")).to_have_count(0)
    page.keyboard.press("u")
    expect(page.locator("#status")).to_have_text("There is nothing to undo.")


def test_reopening_one_finding_leaves_the_others(open_page: Open, document: str) -> None:
    page = open_page(document)
    for number in (0, 4):
        card(page, number).get_by_role("button", name="Accept", exact=True).click()
    card(page, 0).get_by_role("button", name="Reopen").click()
    assert [d["rule"] for d in decided(page)] == ["name-unlisted"]


def test_all_alike_are_accepted_in_one_step(open_page: Open, document: str) -> None:
    page = open_page(document)
    card(page, 0).get_by_role("button", name="Accept all 2 alike").click()
    assert corrected(page).count("Odesa") == 2
    page.keyboard.press("u")
    assert decided(page) == []


def test_corrections_of_one_place_exclude_each_other(open_page: Open, document: str) -> None:
    page = open_page(document)
    card(page, 2).get_by_role("button", name="Accept", exact=True).click()
    card(page, 3).get_by_label("Write").fill("the office")
    card(page, 3).get_by_role("button", name="Accept", exact=True).click()
    expect(page.locator("#status")).to_contain_text("Overlaps with finding 3")
    assert len(decided(page)) == 1
    assert "on Friday, the ministry said" in corrected(page)


def test_a_finding_without_a_place_is_left_to_the_hand(open_page: Open, document: str) -> None:
    page = open_page(document)
    before = corrected(page)
    missing = card(page, 5)
    expect(missing.get_by_label("Write")).to_be_hidden()
    missing.get_by_role("button", name="Accept", exact=True).click()
    expect(missing.locator(".state")).to_have_text("Accepted, to be changed by hand")
    assert corrected(page) == before
    assert decided(page)[0]["suggestion"] is None


def test_a_sentence_can_be_written_anew(open_page: Open, document: str) -> None:
    page = open_page(document)
    card(page, 6).get_by_label("Write").fill("The captain has high hopes for the wheat.")
    card(page, 6).get_by_role("button", name="Accept", exact=True).click()
    assert "\nThe captain has high hopes for the wheat.\n" in corrected(page)


def test_the_corrected_text_keeps_the_paragraphs(open_page: Open, document: str) -> None:
    assert corrected(open_page(document)) == (
        "Grain ships leave Odessa as talks go on\n\n"
        "Three ships left the port of Odessa on Friday, the the ministry said. "
        "They head for Mikolaiv and later for Kherson.\n"
        "For the captain is of the wheat much hope been.\n\n"
        "A ship near Zmiinyi Island\n"
    )


def test_keys_walk_and_decide(open_page: Open, document: str) -> None:
    page = open_page(document)
    focused = "document.activeElement.id"
    for key, wanted in (
        ("n", "f0"),
        ("n", "f1"),
        ("j", "f2"),
        ("k", "f1"),
        ("p", "f0"),
        ("p", "f6"),
        ("n", "f0"),
    ):
        page.keyboard.press(key)
        assert page.evaluate(focused) == wanted
    page.keyboard.press("a")
    assert page.evaluate(focused) == "f1"
    page.keyboard.press("d")
    page.keyboard.type("not a name")
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "f2"
    assert [d["decision"] for d in decided(page)] == ["accept", "dismiss"]
    assert decided(page)[1]["reason"] == "not a name"
    expect(page.locator("#progress")).to_have_text("Finding 3 of 7 · accepted 1, dismissed 1, open 5")
    page.keyboard.press("Escape")
    expect(page.locator(".current")).to_have_count(0)


def by_button(page: Page, number: int) -> None:
    card(page, number).get_by_role("button", name="Accept", exact=True).click()


def by_field(page: Page, number: int) -> None:
    card(page, number).get_by_label("Write").press("Escape")


def by_closing(page: Page, number: int) -> None:
    card(page, number).locator(".place").click()
    page.keyboard.press("Escape")


@pytest.mark.parametrize(("key", "wanted"), [("n", 4), ("p", 2)])
@pytest.mark.parametrize("reach", [by_button, by_field, by_closing])
def test_the_walk_goes_on_from_where_one_was(
    open_page: Open, document: str, reach: Callable[[Page, int], None], key: str, wanted: int
) -> None:
    page = open_page(document)
    reach(page, 3)
    page.keyboard.press(key)
    expect(card(page, wanted)).to_be_focused()


@pytest.mark.parametrize("button", ["Accept", "Dismiss"])
def test_enter_goes_on_from_the_card_it_is_pressed_in(open_page: Open, document: str, button: str) -> None:
    page = open_page(document)
    if button == "Accept":
        card(page, 3).get_by_label("Write").press("Enter")
    else:
        card(page, 3).get_by_role("button", name=button).click()
        card(page, 3).get_by_label("Reason").press("Enter")
    expect(card(page, 4)).to_be_focused()


def test_a_key_decides_on_the_card_with_the_focus(open_page: Open, document: str) -> None:
    page = open_page(document)
    page.keyboard.press("n")
    card(page, 4).get_by_role("button", name="Dismiss").focus()
    page.keyboard.press("a")
    assert [d["fingerprint"] for d in decided(page)] == ["name-unlisted-s3-14"]


@pytest.mark.parametrize("name", ["Accept", "Accept all 2 alike", "Reopen"])
def test_a_button_that_goes_leaves_the_focus_in_its_card(open_page: Open, document: str, name: str) -> None:
    page = open_page(document)
    if name == "Reopen":
        by_button(page, 0)
    card(page, 0).get_by_role("button", name=name, exact=True).press("Enter")
    expect(card(page, 0)).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_what_is_minor_can_wait(open_page: Open, document: str) -> None:
    page = open_page(document)
    page.get_by_label("only critical and major").check()
    focused = "document.activeElement.id"
    seen = []
    for key in "nnnnnpppn":
        page.keyboard.press(key)
        seen.append(page.evaluate(focused))
    assert seen == ["f0", "f1", "f4", "f5", "f0", "f5", "f4", "f1", "f4"]
    page.keyboard.press("a")
    assert page.evaluate(focused) == "f5"
    for _ in range(3):
        page.keyboard.press("a")
    expect(page.locator("#status")).to_have_text("Every critical and major finding is decided.")
    expect(page.locator("#progress")).to_contain_text("accepted 4, dismissed 0, open 3")
    page.get_by_label("only critical and major").uncheck()
    for wanted in ("f0", "f6", "f5"):
        page.keyboard.press("p")
        assert page.evaluate(focused) == wanted


# The letters that stand on the keys n, n, a of keyboards of other scripts.
@pytest.mark.parametrize(
    "letters", ["ттф", "ىىش", "ννα", "nna"], ids=["ukrainian", "arabic", "greek", "latin"]
)
def test_keyboards_of_other_scripts_have_the_keys(open_page: Open, document: str, letters: str) -> None:
    page = open_page(document)
    for key, code in zip(letters, ("KeyN", "KeyN", "KeyA"), strict=True):
        page.evaluate(
            "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))",
            [key, code],
        )
    assert [d["fingerprint"] for d in decided(page)] == ["name-variant-s2-29"]


def test_a_latin_letter_is_taken_wherever_its_key_is(open_page: Open, document: str) -> None:
    page = open_page(document)
    page.evaluate(  # on a French keyboard the key of the letter q has an a
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'q', code: 'KeyA', bubbles: true}))"
    )
    assert decided(page) == []


@pytest.mark.parametrize(
    # A Mac gives a large letter with both.
    ("key", "shift", "accepted"),
    [("A", False, 1), ("a", True, 2), ("A", True, 2)],
)
def test_caps_lock_does_not_accept_all_alike(
    open_page: Open, document: str, key: str, shift: bool, accepted: int
) -> None:
    page = open_page(document)
    page.keyboard.press("n")
    page.evaluate(
        "([key, shiftKey]) => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {key, shiftKey, code: 'KeyA', modifierCapsLock: true, bubbles: true}))",
        [key, shift],
    )
    assert len(decided(page)) == accepted


def test_keys_can_be_switched_off(open_page: Open, document: str) -> None:
    page = open_page(document)
    page.locator("#keys").uncheck()
    page.keyboard.press("n")
    expect(page.locator(".current")).to_have_count(0)


def test_letters_typed_into_a_field_are_no_commands(open_page: Open, document: str) -> None:
    page = open_page(document)
    card(page, 0).get_by_label("Write").fill("")
    card(page, 0).get_by_label("Write").press_sequentially("Anapdu")
    assert decided(page) == []
    expect(card(page, 0).get_by_label("Write")).to_have_value("Anapdu")


def test_everything_is_reached_with_the_tab_key(open_page: Open, document: str) -> None:
    page = open_page(document)
    seen = set()
    for _ in range(250):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "(e => e.id || e.getAttribute('href') || e.className || e.name || e.tagName)"
                "(document.activeElement)"
            )
        )
    assert {
        "#article",
        "#f0",
        "previous",
        "next",
        "undo",
        "keys",
        "accept",
        "dismiss",
        "write",
        "SUMMARY",
    } <= seen
    assert {"corrected", "decided", "sort", "band", "words", "unfold", "#s4"} <= seen


@pytest.mark.parametrize("link", ["#s1 mark a", ".names a[href='#f0']"])
def test_a_click_opens_the_finding(open_page: Open, document: str, link: str) -> None:
    page = open_page(document)
    page.locator(link).first.click()
    expect(card(page, 0)).to_be_focused()
    expect(card(page, 0)).to_be_in_viewport()
    expect(page.locator("#s1 mark")).to_be_in_viewport()


def test_an_address_with_a_finding_opens_it(open_page: Open, document: str) -> None:
    expect(card(open_page(document, "#f5"), 5)).to_be_focused()


def long_article() -> str:
    """The page of an article so long that a browser draws most of it late; its last sentence has a finding."""
    report = sample_report()
    calm = "Nothing was heard from the harbour, and ships lay where they had lain the week before. " * 8
    segments = tuple(segment(n, 2 * n - 1, 1, calm.strip()) for n in range(1, 301))
    last = segment(301, 601, 1, "At last three ships left Odessa.")
    found = finding(last, "name-variant", Severity.MAJOR, "Odessa", "“Odessa” is a deprecated form")
    checked = report.documents[0]
    document = replace(checked.document, segments=(*segments, last), skipped=())
    return html.render_document(report, replace(checked, document=document, findings=(found,), suppressed=()))


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("way", ["key", "address"])
def test_a_finding_at_the_end_of_a_long_article_is_reached(open_page: Open, way: str, width: int) -> None:
    page = open_page(
        long_article(),
        "#f0" if way == "address" else "",
        viewport={"width": width, "height": 800},
        reduced_motion="no-preference",
    )
    if way == "key":
        page.keyboard.press("n")
    expect(page.locator("#s301 mark")).to_be_in_viewport()


def test_decisions_outlive_the_page(open_page: Open, document: str) -> None:
    page = open_page(document)
    page.keyboard.press("n")
    page.keyboard.press("a")
    page.keyboard.press("d")
    page.keyboard.type("quote")
    kept = decided(page)
    page.reload()
    assert decided(page) == kept
    expect(page.locator("#s1 ins")).to_have_text("Odesa")


def test_what_others_left_in_the_storage_is_ignored(open_page: Open, document: str) -> None:
    page = open_page(document)
    strange = [["wrong", 0, {"decision": "accept", "suggestion": "x", "reason": ""}], ["x", -1, {}], 7]
    page.evaluate(
        "value => localStorage.setItem('qa-decisions:articles/grain.en.txt:', value)", json.dumps(strange)
    )
    page.reload()
    assert decided(page) == []


def test_decisions_outlive_another_check(open_page: Open, document: str) -> None:
    """What is decided stays with its finding where another one has gone, and with that one if it returns."""
    page = open_page(document)
    for number in (0, 4):
        card(page, number).get_by_role("button", name="Accept", exact=True).click()
    report = sample_report()
    checked = report.documents[0]
    file = Path(url2pathname(urlsplit(page.url).path))
    file.write_text(html.render_document(report, replace(checked, findings=checked.findings[1:])), "utf-8")
    page.reload()
    assert [d["fingerprint"] for d in decided(page)] == ["name-unlisted-s3-14"]
    card(page, 0).get_by_role("button", name="Accept", exact=True).click()
    file.write_text(document, "utf-8")
    page.reload()
    assert [d["fingerprint"] for d in decided(page)] == [
        checked.findings[number].fingerprint for number in (0, 1, 4)
    ]


@pytest.mark.parametrize("kind", ["text", "decisions"])
def test_files_are_saved(open_page: Open, document: str, kind: str) -> None:
    page = open_page(document)
    page.keyboard.press("n")
    page.keyboard.press("A")
    with page.expect_download() as download:
        page.locator(f"[data-save={kind}]").click()
    content = Path(download.value.path()).read_text("utf-8")
    if kind == "text":
        assert download.value.suggested_filename == "corrected.txt"
        assert content == corrected(page)
    else:
        assert download.value.suggested_filename == "decisions.json"
        saved = json.loads(content)
        assert list(saved) == ["schema_version", "document", "target_lang", "decisions"]
        assert saved["document"] == "articles/grain.en.txt"
        assert [d["decision"] for d in saved["decisions"]] == ["accept", "accept"]


def test_the_text_is_copied(open_page: Open, document: str) -> None:
    page = open_page(document, permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-copy=text]").click()
    expect(page.locator("#status")).to_have_text("Copied.")
    expect(page.locator("#status")).to_be_in_viewport()
    assert page.evaluate("navigator.clipboard.readText()") == corrected(page)
    page.keyboard.press("Shift")
    expect(page.locator("#status")).to_be_empty()


def test_the_text_is_copied_where_the_page_has_no_clipboard(open_page: Open, document: str) -> None:
    page = open_page(document)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator("[data-copy=text]").click()
    expect(page.locator("#status")).to_have_text("Copied.")
    card(page, 0).get_by_label("Write").fill("")
    page.keyboard.press("Control+V")
    expect(card(page, 0).get_by_label("Write")).to_have_value(re.compile("^Grain ships .* Zmiinyi Island"))
