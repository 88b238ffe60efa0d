"""What we read, beside what well-known libraries read, which tell no places in the file."""

from __future__ import annotations

import html.parser
from pathlib import Path

import feedparser
import lxml.html
import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.readers import read_documents
from qa.readers.mapped import Mapped, whole
from qa.readers.markup import tokens

from .helpers import DATA, texts


@pytest.mark.parametrize("path", [DATA / "feed.rss", DATA / "feed.atom"], ids=lambda p: p.name)
def test_feedparser_finds_the_same_items(path: Path) -> None:
    ours = list(read_documents(str(path)))
    theirs = feedparser.parse(path.read_bytes()).entries
    assert len(ours) == len(theirs)
    for document, entry in zip(ours, theirs, strict=True):
        # Where an entry has no link feedparser gives its id in place of it.
        assert document.url == (entry.link if "link" in entry and entry.link.startswith("http") else None)
        assert _squeezed(entry.title) == "".join((document.title or "").split())
        if entry.get("published_parsed"):
            assert document.published is not None
            # Theirs is in UTC, ours as the feed says; the examples name the same day in both.
            assert document.published.timetuple()[:3] == entry.published_parsed[:3]
        full = entry.content[-1].value if "content" in entry else entry.summary
        body = "".join("".join(s.text.split()) for s in document.segments if s.part == "body")
        assert body.endswith(_squeezed(full))


def _squeezed(markup: str) -> str:
    return "".join(lxml.html.fromstring(f"<div>{markup}</div>").text_content().split())


def test_polib_finds_the_same_messages() -> None:
    (document,) = read_documents(str(DATA / "catalogue.po"))
    theirs = []
    for entry in polib.pofile(str(DATA / "catalogue.po")):
        if entry.obsolete:
            continue
        plural = sorted(entry.msgstr_plural.items())
        theirs += [text for _, text in plural] if plural else [entry.msgstr]
    assert texts([document]) == theirs


@pytest.mark.parametrize("name", ["article.html"])
def test_lxml_finds_the_same_article(name: str) -> None:
    (document,) = read_documents(str(DATA / name))
    (article,) = lxml.html.parse(str(DATA / name)).getroot().iter("article")
    for comment in article.xpath("//comment()"):
        comment.drop_tree()
    assert "".join("".join(texts([document])).split()) == "".join(article.text_content().split())


class _Judge(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.out.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.out.append(f"</{tag}>")


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b class=x>", "</b>", '<a href="/x?a=1&amp;b=2">', "</a>", "<br/>", "<!-- a > b -->",
     "<img alt='a > b'>", " ", "\n", "text", "&amp;", "&eacute;", "&#1110;", "&nope;", "a < b", "x & y",
     "<h1>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=20))
def test_the_standard_parser_finds_the_same_tags_and_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    ours = []
    for token in tokens(whole(text)):
        if isinstance(token, Mapped):
            ours.append(token.text)
        else:
            ours.append(f"<{'' if len(token) == 2 else '/'}{token.name}>")
    judge = _Judge()
    judge.feed(text)
    judge.close()
    theirs = "".join(judge.out).replace("<br></br>", "<br>")
    assert "".join(ours) == theirs
