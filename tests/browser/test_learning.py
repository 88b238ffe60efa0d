"""What an editor decides on the page is applied by `qa fix`, and learned by a glossary and a baseline."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.cli.runner import run

GLOSSARY = """\
entry,type,lang,form,status,from,until,note
kharkiv,place,en,Kharkiv,preferred,,,
kharkiv,place,en,Kharkov,deprecated,,,Russian-based romanization
kharkiv,place,uk,Харків,preferred,,,
lysychansk,place,en,Lysychansk,preferred,,,
lysychansk,place,uk,Лисичанськ,preferred,,,
sievierodonetsk,place,en,Sievierodonetsk,preferred,,,
sievierodonetsk,place,uk,Сєвєродонецьк,preferred,,,
"""
TEXT = """\
The town of Lyschansk fell on Sunday.
The city of Sievyerodonetsk fell before it.
The film “Kharkov” was shown in the evening.
The road to Kharkov is open again.
"""
NAMES = ["--no-default-glossary", "--glossary", "names.csv", "--target-lang", "en", "--no-back-translate"]


@pytest.fixture
def page(open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """The report of a real check of the text, in the German interface."""
    monkeypatch.chdir(tmp_path)
    Path("names.csv").write_text(GLOSSARY, "utf-8")
    Path("a.txt").write_text(TEXT, "utf-8")
    run(
        [
            "check",
            "a.txt",
            *NAMES,
            "--select",
            "name-unlisted,name-variant",
            "--report",
            "a.html",
            "--ui-lang",
            "de",
        ]
    )
    return open_page(Path("a.html").read_text("utf-8"))


def decide(page: Page) -> None:
    """Accepts the first and the last finding, dismisses the others with reasons, and saves the decisions."""
    assert page.locator(".card").count() == 4
    page.locator("#f0 .accept").click()
    for number, reason in ((1, "diese Schreibung ist richtig"), (2, "Zitat oder Titel")):
        page.locator(f"#f{number} .dismiss").click()
        page.locator(f"#f{number} .reason").fill(reason)
    page.locator("#f3 .accept").click()
    with page.expect_download() as download:
        page.locator("[data-save=decisions]").click()
    download.value.save_as("decisions.json")


def test_the_glossary_learns(page: Page) -> None:
    decide(page)
    add = ["glossary", "add", "--from", "decisions.json", "--into", "names.csv"]
    planned = run([*add, "--dry-run"])
    assert Path("names.csv").read_text("utf-8") == GLOSSARY
    done = run(add)
    assert (planned.code, done.code) == (0, 0)
    assert planned.out == done.out
    assert done.out.splitlines() == [
        "+ lysychansk en Lyschansk: deprecated (corrected to Lysychansk in a.txt)",
        "+ sievierodonetsk en Sievyerodonetsk: admitted (diese Schreibung ist richtig, in a.txt)",
        "- 'Kharkov': was dismissed for its place, not for its form; `qa baseline add` keeps that",
    ]
    assert planned.lines == [
        "names.csv: 2 row(s) would be added, 0 new entries; 0 already there; 0 in conflict"
    ]
    after = run(["check", "a.txt", *NAMES, "--report", "none"])
    assert "Sievyerodonetsk" not in after.out
    assert "“Lyschansk” is a deprecated form" in after.out
    assert run(add).lines == ["names.csv: 0 row(s) added, 0 new entries; 2 already there; 0 in conflict"]


def test_the_baseline_learns_and_the_text_is_corrected(page: Page) -> None:
    decide(page)
    fixed = run(["fix", "--write", "--decisions", "decisions.json", "a.txt", *NAMES])
    assert fixed.code == 0
    assert Path("a.txt").read_text("utf-8") == TEXT.replace("Lyschansk", "Lysychansk").replace(
        "to Kharkov", "to Kharkiv"
    )
    kept = run(["baseline", "add", "--from", "decisions.json", "--owner", "desk", "--today", "2022-07-03"])
    assert kept.code == 0
    assert kept.out.splitlines() == [
        "+ a.txt major name-unlisted: Sievyerodonetsk — diese Schreibung ist richtig",
        "+ a.txt major name-variant: Kharkov — Zitat oder Titel",
    ]
    checked = run(
        [
            "check",
            "a.txt",
            *NAMES,
            "--report",
            "none",
            "--baseline",
            "qa-baseline.json",
            "--today",
            "2022-07-04",
        ]
    )
    assert checked.code == 0
    assert "2 findings (2 major) known, the oldest for 1 day (since 2022-07-03, desk)" in checked.out
