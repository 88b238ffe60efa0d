"""Which part of a page is its article."""

from __future__ import annotations

import sys

import pytest

from qa.errors import InputError
from qa.readers import page

from .helpers import DATA, read, texts

LINKS = "".join(
    f"<p><a href='/{n}'>A link to another story of this newspaper, number {n}</a></p>" for n in range(9)
)


def test_the_longest_article_is_read_with_the_heading_above_it() -> None:
    (document,) = read(
        "<main><h1>Title</h1><article><p>The text of the article itself, which is long enough.</p></article>"
        "<article><h2>Teaser</h2><p>Of another one.</p></article></main>",
        "html",
    )
    assert texts([document]) == ["Title", "The text of the article itself, which is long enough."]
    assert document.skipped[0].reason == "blocks left out around the main text: 2"


def test_a_page_of_many_articles_is_read_whole() -> None:
    many = "".join(f"<article><h2>Story {n}</h2><p>Its text, {n}.</p></article>" for n in range(4))
    assert len(texts(read(f"<p>Around</p><main>{many}</main>", "html"))) == 8


def test_main_is_read_where_there_is_no_article() -> None:
    assert texts(read("<p>Around</p><main><p>One</p></main><p>After</p>", "html")) == ["One"]


def test_a_page_without_marks_and_without_many_links_is_read_whole() -> None:
    page_ = "<div><a href='/'>Home</a></div><h1>Title</h1>" + "<p>Some text that goes on for a while.</p>" * 3
    assert len(texts(read(page_, "html"))) == 5


def test_the_title_is_the_headline_where_the_text_has_none() -> None:
    (document,) = read("<title>The title &amp; more</title><p>Text.</p>", "html")
    assert [(s.text, s.part) for s in document.segments] == [
        ("The title & more", "headline"),
        ("Text.", "body"),
    ]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>One<br>Two<br/><br>Three</p>", ["One", "Two", "Three"]),
        ("<ul><li>One<li>Two <b>bold</b></ul>", ["One", "Two bold"]),
        ("<table><tr><td>One<td>Two<tr><th>Three</table>", ["One", "Two", "Three"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("<p>One<i>two</i>three <span>four</span>\n five</p>", ["Onetwothree four five"]),
        ("<p>One\u00a0two &nbsp; three</p>", ["One\u00a0two \u00a0 three"]),
        (
            "<p><ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp>京<rt>きょう</ruby>の<ruby>街<rp>(<rt>まち<rp>)</ruby>。</p>",
            ["東京の街。"],
        ),
        ("<blockquote>One</blockquote><dl><dt>Two<dd>Three</dl>", ["One", "Two", "Three"]),
        ("<p>Run <code>x = 1</code> now</p>", ["Run now"]),
        ("<P>One</P><DIV CLASS=x>Two</DIV>", ["One", "Two"]),
        ("<form><p>No</p></form><button>No</button><p>One</p><select><option>No</select>", ["One"]),
        ("One</div></p><p>Two", ["One", "Two"]),
    ],
)
def test_what_belongs_together(markup: str, wanted: list[str]) -> None:
    assert texts(read(markup, "html")) == wanted


def test_without_trafilatura_a_page_of_links_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    told = r"^-: does not say where its article is; install qa-news\[formats\] to have it found, or mark"
    with pytest.raises(InputError, match=told):
        read((DATA / "old-page.html").read_bytes(), "html")


def test_a_page_too_large_for_trafilatura_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_LARGEST", 100)
    with pytest.raises(InputError, match="is too large to find its article in; mark it with <article>"):
        read(LINKS, "html")


def test_a_page_of_nothing_but_links_is_read_whole() -> None:
    (document,) = read(LINKS, "html")
    assert len(texts([document])) == 9
    assert not document.skipped
