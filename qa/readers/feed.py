"""RSS 0.9x, 1.0 and 2.0, and Atom: one document an item, read as the feed comes in."""

from __future__ import annotations

from collections.abc import Iterator

from qa.model import Document, Skipped
from qa.readers.blocks import Block, date, document, language
from qa.readers.element import Element
from qa.readers.flow import from_element, from_html
from qa.readers.load import File
from qa.readers.mapped import Mapped, collapse, join
from qa.readers.markup import tokens
from qa.readers.xmltree import Record, records

_MEDIA = "http://search.yahoo.com/mrss/"
_DATES = ("pubDate", "published", "updated", "issued", "modified", "date")
_CUT_OFF = "….[] "
_MOST_OUTLET = 100


def read(file: File) -> Iterator[Document]:
    """Read the items of a feed: title, text (or its summary where there is no more), captions of media.

    A summary next to the full text is read too, but for what only repeats the beginning of it.
    """
    channel_lang, count = None, 0
    for record in records(file, ("item", "entry", "language")):
        element = record.element
        if element.name == "language":
            channel_lang = channel_lang or element.text
            continue
        count += 1
        yield _item(file, record, _lang(element) or record.lang or channel_lang, count)
    if not count:
        yield document(file, (), skipped=(Skipped(None, "reading", "the feed has no items"),))


def _lang(item: Element) -> str | None:
    """The language that an item names itself, as the channel does: Dublin Core has an element for it."""
    own = item.first("language")
    return item.lang or (own.text if own else None)


def _item(file: File, record: Record, lang: str | None, number: int) -> Document:
    item = record.element
    title = _title(item)
    return document(
        file,
        [*([Block(title, "headline")] if title else []), *_texts(file, item), *_captions(item)],
        name=_identity(item),
        place=f"item {number}",
        target_lang=language(file, lang, item.line),
        title=title.text if title else None,
        url=_link(item),
        published=next((d for d in (date(e.text) for e in item.elements(*_DATES)) if d), None),
        outlet=_outlet(item),
    )


def _title(item: Element) -> Mapped | None:
    element = next((e for e in item.elements("title") if e.space != _MEDIA), None)
    if element is None:
        return None
    text = _text(element)
    return text if text.text else None


def _texts(file: File, item: Element) -> list[Block]:
    full = [e for e in item.elements("encoded", "content") if e.space != _MEDIA]
    short = next((e for e in item.elements("description", "summary") if e.space != _MEDIA), None)
    blocks = [block for element in full for block in _blocks(file, element)]
    summary = _blocks(file, short) if short else []
    return [*_not_repeated(summary, blocks), *blocks]


def _not_repeated(summary: list[Block], blocks: list[Block]) -> list[Block]:
    """The blocks of a summary that are not only the beginning, perhaps cut off, of what the text says.

    Some programs put a line of their own below the beginning of the text, so each block is looked at by itself.
    """
    text = "".join(map(_squeezed, blocks))
    return [block for block in summary if not text or _squeezed(block).rstrip(_CUT_OFF) not in text]


def _squeezed(block: Block) -> str:
    return "".join(block.text.text.split())


def _blocks(file: File, element: Element) -> list[Block]:
    """The blocks of an element that holds text, escaped HTML, or XHTML."""
    if element.attributes.get("type") == "xhtml":
        return [found.block for found in from_element(file, element).found]
    text = join(element.pieces())
    if text is None:
        return []
    if element.attributes.get("type") in ("text", "text/plain"):
        return [Block(collapse(line)) for line in text.lines()]
    return [found.block for found in from_html(file, text).found]


def _text(element: Element) -> Mapped:
    """The text of a title in one piece; tags and references inside are resolved as in the body."""
    text = join(element.pieces())
    if text is None:
        return element.here
    if element.attributes.get("type", "html") in ("text", "text/plain", "xhtml"):
        return collapse(text)
    return collapse(join(t for t in tokens(text) if isinstance(t, Mapped)) or element.here)


def _captions(item: Element) -> list[Block]:
    media = (e for e in item.walk() if e.space == _MEDIA and e.name == "description")
    return [Block(_text(element), "caption") for element in media]


def _identity(item: Element) -> str:
    found = (e.text or e.attributes.get("href", "") for e in item.elements("guid", "id", "link"))
    return next(filter(None, found), "")


def _outlet(item: Element) -> str:
    """The feed that an item was taken from: RSS names it in the element, Atom by its title."""
    source = item.first("source")
    named = source.first("title") if source and any(source.elements()) else source
    return " ".join(named.text.split())[:_MOST_OUTLET] if named else ""


def _link(item: Element) -> str | None:
    links = list(item.elements("link"))
    for link in links:
        if link.attributes.get("href") and link.attributes.get("rel", "alternate") == "alternate":
            return link.attributes["href"]
    return next((link.text for link in links if link.text), None)
