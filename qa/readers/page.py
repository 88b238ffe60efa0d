"""HTML pages: the article of a page, without what stands around it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from qa.model import Document, Skipped
from qa.readers.blocks import Block, date, document, language
from qa.readers.flow import Flow, Found
from qa.readers.load import File
from qa.readers.mapped import Mapped, collapse, whole
from qa.readers.markup import Start, tokens
from qa.readers.plain import EMPTY

_GENERATOR = '<meta name="generator" content="qa">'
_MOST_LINKED = 0.5
# What trafilatura needs grows faster than the page; no page of news comes near this many characters.
_LARGEST = 1_000_000
_BEGINNING = 2000  # characters in which a page says what made it


@dataclass(slots=True)
class _Head:
    """What a page says about itself."""

    lang: str | None = None
    title: Mapped | None = None
    url: str | None = None
    published: dt.date | None = None
    inside: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.inside = [name]
        if name == "html":
            self.lang = self.lang or attributes.get("lang")
        elif name == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            if key in ("article:published_time", "datePublished", "date"):
                self.published = self.published or date(attributes.get("content"))
        elif name == "link" and attributes.get("rel") == "canonical":
            self.url = self.url or attributes.get("href")

    def text(self, piece: Mapped) -> None:
        if self.inside == ["title"] and self.title is None and piece.text.strip():
            self.title = collapse(piece)


def is_report(file: File) -> bool:
    """Whether a page is a report of qa itself, which says so at its beginning."""
    return _GENERATOR in next(file.chunks(), "")[:_BEGINNING]


def read(file: File) -> Iterator[Document]:
    """Read a page as one document: headings, paragraphs, list items, table cells and captions.

    Where the page marks its article (`article`, `main`), that is read; where much of a page is links, what
    trafilatura takes for the main text; else all of it. What was left out is counted.
    """
    text = whole(file.text())
    if not text.text.strip():
        yield document(file, (), skipped=(EMPTY,))
        return
    head, flow = _Head(), Flow(file)
    for token in tokens(text):
        if isinstance(token, Mapped):
            head.text(token)
            flow.text(token)
        elif isinstance(token, Start):
            head.start(*token)
            flow.start(*token)
        else:
            flow.end(token.name)
    flow.flush()
    yield _document(file, text, head, flow.found)


def _document(file: File, text: Mapped, head: _Head, found: list[Found]) -> Document:
    chosen = _article(found) or _main(found) or _by_links(file, text, found)
    blocks = [f.block for f in chosen]
    if head.title and not any(block.part == "headline" for block in blocks):
        blocks.insert(0, Block(head.title, "headline"))
    left = len(found) - len(chosen)
    told = f"blocks left out around the main text: {left}"
    return document(
        file,
        blocks,
        target_lang=language(file, head.lang),
        title=head.title.text if head.title else None,
        url=head.url,
        published=head.published,
        skipped=(Skipped(None, "reading", told),) if left else (),
    )


def _article(found: list[Found]) -> list[Found]:
    """The blocks of the longest `article`, if it outweighs the others, with the first heading of the page."""
    length: dict[int, int] = defaultdict(int)
    for f in found:
        length[f.article] += len(f.block.text.text)
    length.pop(0, None)
    if not length:
        return []
    longest = max(length, key=lambda number: length[number])
    if length[longest] * 2 <= sum(length.values()):
        return []
    chosen = [f for f in found if f.article == longest]
    if any(f.block.part == "headline" for f in chosen):
        return chosen
    before = [f for f in found[: found.index(chosen[0])] if f.block.part == "headline"]
    return before[:1] + chosen


def _main(found: list[Found]) -> list[Found]:
    return [f for f in found if f.main]


def _by_links(file: File, text: Mapped, found: list[Found]) -> list[Found]:
    total = sum(len(f.block.text.text) for f in found)
    linked = sum(len(f.block.text.text) for f in found if f.linked > _MOST_LINKED)
    if linked * 4 <= total:
        return found
    if len(text.text) > _LARGEST:
        raise file.error("is too large to find its article in; mark it with <article>")
    extracted = _squeezed(_main_text(file, text.text))
    # trafilatura keeps the menus of pages that are laid out as tables; what is mostly links is none of the text.
    chosen = [f for f in found if f.linked <= _MOST_LINKED and _squeezed(f.block.text.text) in extracted]
    return chosen if any(f.block.part == "body" for f in chosen) else found


def _main_text(file: File, text: str) -> str:
    try:
        from trafilatura import extract
    except ModuleNotFoundError:
        raise file.error(
            "does not say where its article is; install qa-news[formats] to have it found, "
            "or mark it with <article>"
        ) from None
    return extract(text, include_comments=False) or ""


def _squeezed(text: str) -> str:
    return "".join(text.split())
