"""Markdown: headings, paragraphs, list items and table cells; code and link targets are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.model import Document, Part
from qa.readers.blocks import Block, date, document, language
from qa.readers.flow import from_html
from qa.readers.load import File
from qa.readers.mapped import Builder, Mapped, collapse, whole
from qa.readers.plain import EMPTY

if TYPE_CHECKING:
    from markdown_it.token import Token

_NESTING = 32
_BREAKS = ("softbreak", "hardbreak")
_BR = re.compile(r"<br\b", re.I)
_FRONT_MATTER = re.compile(r"---[ \t]*[\r\n](?s:.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
_KEY = re.compile(r"""(?<=[\r\n])(title|lang|language|date):[ \t]+(["']?)(\S[^\r\n]*?)\2[ \t]*(?=[\r\n])""")


def read(file: File) -> Iterator[Document]:
    """Read a Markdown file (CommonMark with tables) as one document."""
    from qa.readers.markdown_inline import parser

    text = whole(file.text())
    if not text.text:
        yield document(file, (), skipped=(EMPTY,))
        return
    found = _FRONT_MATTER.match(text.text)
    start = found.end() if found else 0
    about = _front_matter(text, found)
    try:
        tokens = parser(_NESTING).parse(text.text[start:])
    except RecursionError:
        tokens = None
    if tokens is None or any(token.level >= _NESTING - 1 for token in tokens):
        raise file.error(f"lists or quotations are nested more than {_NESTING} deep")
    title = about.get("title")
    yield document(
        file,
        [
            *([Block(title, "headline")] if title else []),
            *_blocks(file, list(text.cut(start, len(text.text)).lines()), tokens),
        ],
        target_lang=language(file, about["lang"].text) if "lang" in about else None,
        title=title.text if title else None,
        published=date(about["date"].text) if "date" in about else None,
    )


def _front_matter(text: Mapped, found: re.Match[str] | None) -> dict[str, Mapped]:
    """What a site generator is told at the top of the file; only plain `key: value` lines are understood."""
    if not found:
        return {}
    lines = _KEY.finditer(text.text, found.start(), found.end())
    return {line.group(1).replace("language", "lang"): text.cut(*line.span(3)) for line in lines}


def _blocks(file: File, lines: list[Mapped], tokens: list[Token]) -> Iterator[Block]:
    part: Part = "body"
    cells, paragraphs = _Cells(lines), _Paragraphs(lines)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            part = "headline" if token.nesting == 1 else "body"
        elif token.type in ("th_open", "td_open"):
            cells.inside = True
        elif token.type == "tr_close":
            cells = _Cells(lines)
        elif token.type == "inline" and token.map and token.content:
            content = (cells.find if cells.inside else paragraphs.find)(token.content, token.map[0])
            yield from _inline(content, token.children or [], part)
        elif token.type == "html_block" and token.map:
            markup = paragraphs.find(token.content.rstrip("\n"), token.map[0])
            yield from (found.block for found in from_html(file, markup).found)


class _Cells:
    """Finds the cells of one table row in their line, one after the other."""

    def __init__(self, lines: list[Mapped]) -> None:
        self._lines, self._at, self.inside = lines, 0, False

    def find(self, content: str, number: int) -> Mapped:
        line = self._lines[number]
        # A bar inside a cell is written with a backslash that the parser takes away.
        escaped = r"\\?\|".join(map(re.escape, content.split("|")))
        found = re.compile(escaped).search(line.text, self._at)
        if not found:
            return Mapped(content, line.cut(self._at, self._at).anchors)
        start, self._at = found.span()
        builder = Builder()
        for bar in re.compile(r"\\(?=\|)").finditer(line.text, start, self._at):
            builder.add(line.cut(start, bar.start()))
            start = bar.end()
        builder.add(line.cut(start, self._at))
        return builder.build() or line.cut(start, start)


class _Paragraphs:
    """Finds the contents of a paragraph or heading again in its lines.

    The parser only takes away what stands before and after: indentation, quotation and list markers, the
    signs of a heading. So each line of the contents is the last place of its text in the line of the file.
    """

    def __init__(self, lines: list[Mapped]) -> None:
        self._lines = lines

    def find(self, content: str, first: int) -> Mapped:
        builder = Builder()
        for number, part in enumerate(content.split("\n"), first):
            line = self._lines[number]
            if number > first:
                before = self._lines[number - 1]
                builder.put("\n", *before.position(len(before.text)))
            body = part.lstrip()
            at = max(0, line.text.rfind(body))
            builder.put(part[: len(part) - len(body)], *line.position(at))
            builder.add(line.cut(at, at + len(body)))
        return builder.build() or self._lines[first].cut(0, 0)


def _inline(content: Mapped, tokens: list[Token], part: Part) -> Iterator[Block]:
    """The visible text of a block, and the descriptions of its images as captions of their own."""
    builder = Builder()
    for token in tokens:
        at: int = token.meta.get("at", 0)
        if token.type == "text":
            _add_text(builder, content, token)
        elif token.type == "text_special":
            builder.put(token.content, *content.position(at))
        elif token.type in _BREAKS or (token.type == "html_inline" and _BR.match(token.content)):
            builder.put("\n", *content.position(at))
        elif token.type == "image" and token.children:
            start = at + len("![")
            yield from _inline(content.cut(start, start + len(token.content)), token.children, "caption")
    if built := builder.build():
        yield Block(collapse(built), part)


def _add_text(builder: Builder, content: Mapped, token: Token) -> None:
    places = [*token.meta.get("pieces", [(0, token.meta.get("at", 0))])]
    for (offset, at), (end, _) in zip(places, [*places[1:], (len(token.content), 0)], strict=True):
        end = min(end, len(token.content))
        wanted = token.content[offset:end]
        # The address of an automatic link stands one further on, behind its bracket, and may be re-encoded.
        shift = next((s for s in (0, 1) if content.text.startswith(wanted, at + s)), None)
        if shift is None:
            builder.put(wanted, *content.position(at))
        else:
            builder.add(content.cut(at + shift, at + shift + len(wanted)))
