"""Every interface language says everything, with the same places for values, and nothing is said in vain."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from qa.errors import ConfigError
from qa.reporters import html
from qa.reporters.html.locale import direction, interface, languages
from tests.reporters.sample import sample_report

REPORTERS = Path(html.__file__).parents[1]
LANGUAGES = ("ar", "de", "en", "es", "fr", "uk")


def texts(language: str) -> dict[str, Any]:
    return json.loads((REPORTERS / f"locales/{language}.json").read_text("utf-8"))


def places(text: str | dict[str, str]) -> set[str]:
    """The values a text shows; a plural form may spell its number out."""
    forms = [text] if isinstance(text, str) else [text["other"]]
    return {place for form in forms for place in re.findall(r"\{(\w+)\}", form)}


def test_the_languages_are_those_promised() -> None:
    assert languages() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_keys_and_same_values(language: str) -> None:
    english, other = texts("en"), texts(language)
    assert list(other) == list(english)
    assert {k: places(v) for k, v in other.items()} == {k: places(v) for k, v in english.items()}
    assert {k for k, v in other.items() if isinstance(v, dict)} == {
        k for k, v in english.items() if isinstance(v, dict)
    }


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_texts_are_translated(language: str) -> None:
    alike = {
        key
        for key, text in texts(language).items()
        if text == texts("en")[key] and re.search("[a-z]{4}", str(text))
    }
    assert len(alike) <= 12, alike


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_find_their_plural_form(language: str) -> None:
    ui = interface(language)
    for key, text in ui.texts.items():
        if not isinstance(text, str):
            for n in (0, 1, 2, 3, 5, 11, 21, 100, 1_000, 1_000_000):
                assert ui(key, n=n, judged=7, expected="1", total=7)


def test_ukrainian_counts() -> None:
    ui = interface("uk")
    assert [ui("about.words", n=n) for n in (1, 2, 5, 11, 21)] == [
        "1 слово", "2 слова", "5 слів", "11 слів", "21 слово",
    ]  # fmt: skip


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    files = [*REPORTERS.glob("templates/*"), *REPORTERS.glob("html/*.py")]
    written = "\n".join(file.read_text("utf-8") for file in files)
    built = ("verdict.", "severity.", "band.", "axis.", "rule.", "decide.reason_", "language", "direction")
    for key in texts("en"):
        quoted = f'"{key.removeprefix("js.")}"'
        assert quoted in written or key.startswith(built), f"{key} is not used"
    for key in re.findall(r'(?:ui\(|\bt\[|ui\.texts\[)"([\w.-]+)"[],)]', written):
        assert key in texts("en")


@pytest.mark.parametrize(
    ("language", "number", "share", "date"),
    [
        ("en", "1,234.5", "93%", "August 5, 2022"),
        ("de", "1.234,5", "93 %", "5. August 2022"),
        ("fr", "1 234,5", "93 %", "5 août 2022"),
        ("es", "1.234,5", "93 %", "5 de agosto de 2022"),
        ("uk", "1 234,5", "93%", "5 серпня 2022 р."),
    ],
)
def test_numbers_and_dates_follow_the_language(language: str, number: str, share: str, date: str) -> None:
    ui = interface(language)
    shown = (ui.number(1234.5, 1), ui.percent(0.93), ui.date(dt.date(2022, 8, 5)))
    # Which of the narrow spaces a language uses changes from one edition of CLDR to the next.
    assert tuple(" ".join(text.split()) for text in shown) == (number, share, date)


def test_a_missing_language_is_refused_by_name() -> None:
    report = sample_report()
    with pytest.raises(ConfigError, match="no interface in 'xx'; choose one of ar, de, en, es, fr, uk"):
        html.render_document(report, report.documents[0], ui_lang="xx")


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [("ar", "rtl"), ("fa-IR", "rtl"), ("ku-Arab", "rtl"), ("en", "ltr"), ("az-Latn", "ltr"), (None, "auto")],
)
def test_direction_of_a_language(tag: str | None, wanted: str) -> None:
    assert direction(tag) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_can_be_made_in_every_language(language: str) -> None:
    report = sample_report()
    for page in (
        html.render_document(report, report.documents[0], ui_lang=language),
        html.render_index(report, None, language),
    ):
        assert f'<html lang="{language}" dir="{interface(language).dir}">' in page


@pytest.mark.parametrize(
    ("share", "shown"), [(0, "0%"), (0.0001, "<0.1%"), (0.004, "0.4%"), (0.93, "93%"), (1, "100%")]
)
def test_small_shares_are_not_rounded_to_nothing(share: float, shown: str) -> None:
    assert interface("en").percent(share) == shown


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_a_dash(value: float) -> None:
    assert interface("en").number(value, 2) == "–"
