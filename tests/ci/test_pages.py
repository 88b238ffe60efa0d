"""The pages of a folder: a static site whose pages lead to each other, beside the texts and never among them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from tests.cli.runner import run

CHECK = ["check", "feed", "--no-back-translate", "--target-lang", "en", "--quiet"]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b b", "c"):
        Path("feed", name).mkdir(parents=True)
        Path("feed", name, "story.txt").write_text("The mayor of Kiev spoke on Monday.\n", "utf-8")


def links(page: Path) -> list[str]:
    return [
        href for href in re.findall(r'href="([^"]+)"', page.read_text("utf-8")) if not href.startswith("#")
    ]


def test_pages_lead_to_the_index_and_to_their_neighbours() -> None:
    run([*CHECK, "--report", "site/all of them.html"])
    folder = Path("site/all of them")
    assert sorted(page.name for page in folder.iterdir()) == ["story-2.html", "story-3.html", "story.html"]
    home = "../all%20of%20them.html"
    assert links(folder / "story.html") == [home, "story-2.html"]
    assert links(folder / "story-2.html") == [home, "story.html", "story-3.html"]
    assert links(folder / "story-3.html") == [home, "story-2.html"]
    leads = {href.partition("#")[0] for href in links(Path("site/all of them.html"))}
    assert leads == {f"all%20of%20them/story{n}.html" for n in ("", "-2", "-3")}


def test_one_page_alone_leads_nowhere() -> None:
    run(["check", "feed/a/story.txt", "--no-back-translate", "--quiet", "--report", "one.html"])
    assert links(Path("one.html")) == []


def test_pages_are_not_put_among_the_texts() -> None:
    for _ in range(2):
        run([*CHECK, "--report", "feed.html"])
        assert sorted(str(path) for path in Path("feed").rglob("*.*")) == [
            "feed/a/story.txt", "feed/b b/story.txt", "feed/c/story.txt",
        ]  # fmt: skip
        assert len(list(Path("feed-pages").iterdir())) == 3
    assert "feed-pages/story.html#f0" in links(Path("feed.html"))


def test_names_that_are_no_utf8_have_links_that_lead_to_their_pages() -> None:
    for name in (b"bad\xff\xfe.txt", "ü ö.txt".encode(), b"a:b#c?.txt"):
        Path(os.fsdecode(b"feed/" + name)).write_text("Kiev.\n", "utf-8")
    run([*CHECK, "--report", "all.html"])
    pages = {os.fsencode(page) for page in Path("all").iterdir()}
    assert b"all/bad\xff\xfe.html" in pages
    leads = {unquote_to_bytes(href.partition("#")[0]) for href in links(Path("all.html"))}
    assert leads == pages
    for page in Path("all").iterdir():
        neighbours = {unquote_to_bytes(href) for href in links(page)} - {b"../all.html"}
        assert {b"all/" + name for name in neighbours} <= pages
