"""Markdown: what is text, and where it stands."""

from __future__ import annotations

import pytest

from .helpers import lines_of, read

# The file, and for each block its part, its text and, after "@", the text of the file at its place.
CASES = [
    ("# One *two* ##\n", [("headline", "One two", "One *two* ##")]),
    ("One\n===\n\nTwo\n---\n", [("headline", "One", "One"), ("headline", "Two", "Two")]),
    ("> One\n> two\n>> three", [("body", "One two", "One"), ("body", "three", "three")]),
    ("1. 1. x\n2) a\n- - b\n  c", [("body", "x", "x"), ("body", "a", "a"), ("body", "b c", "b")]),
    ("- one\n\n  still one\n\t- two", [
        ("body", "one", "one"), ("body", "still one", "still one"), ("body", "two", "two")]),
    ("a [b](http://b.example/b 'b') b", [("body", "a b b", "a [b]")]),
    ("[a][r] ![b *c*](x.png) d\n\n[r]: http://r.example", [("caption", "b c", "b *c*"), ("body", "a d", "a][r]")]),
    ("<http://a.example/ü> and a@b", [("body", "http://a.example/ü and a@b", "http://a.example/ü>")]),
    ("`code` and ``more `code` `` x", [("body", "and x", "and ``")]),
    ("    code\n\n```\ncode\n```\n~~~\nx", []),
    ("snake_case_word and * a star, 2 \\* 3 &lt; 7", [("body", "snake_case_word and * a star, 2 * 3 < 7", "snake")]),
    ("***both*** __strong__ ~~old~~ **open", [("body", "both strong old **open", "both***")]),
    ("| a | b\\|c |\n|---|:-:|\n| a | `x` a |", [
        ("body", "a", "a | b"), ("body", "b|c", "b\\|c"), ("body", "a", "a | `x`"), ("body", "a", "a |")]),
    ("one  \ntwo\\\nthree\nfour", [("body", "one two three four", "one")]),
    ("<div>\n<h2>One &amp; two</h2>\n<!-- no -->\n</div>\n\na <b>b</b><br>c", [
        ("headline", "One & two", "One &amp; two"), ("body", "a b c", "a <b>")]),
    ("---\ntitle: 'A title'\n---\ntext", [("headline", "A title", "A title'"), ("body", "text", "text")]),
    ("---\n\ntext\n", [("body", "text", "text")]),
    ("***\n* * *\n___\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "wanted"), CASES)
def test_blocks_and_their_places(markdown: str, wanted: list[tuple[str, str, str]]) -> None:
    (document,) = read(markdown, "markdown")
    lines = lines_of(markdown)
    assert [(s.part, s.text) for s in document.segments] == [(part, text) for part, text, _ in wanted]
    for segment, (_, _, there) in zip(document.segments, wanted, strict=True):
        assert lines[segment.line - 1][segment.column - 1 :].startswith(there)


@pytest.mark.parametrize(("markdown", "wanted"), CASES)
def test_line_ends_do_not_matter(markdown: str, wanted: list[tuple[str, str, str]]) -> None:
    (document,) = read(markdown, "markdown")
    for ending in ("\r\n", "\r"):
        (other,) = read(markdown.replace("\n", ending), "markdown")
        assert [(s.text, s.anchors) for s in other.segments] == [
            (s.text, s.anchors) for s in document.segments
        ]
