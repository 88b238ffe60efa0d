"""NewsML-G2: one document a news item, its body as XHTML, NITF or plain text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from qa.errors import QaError
from qa.language import normalise_tag
from qa.model import Document, Part, Skipped
from qa.readers.blocks import Block, date, document, language
from qa.readers.element import Element
from qa.readers.flow import from_element
from qa.readers.load import File
from qa.readers.mapped import Mapped, collapse, join
from qa.readers.xmltree import Record, records

# What an item says of its content, perhaps in several languages.
_ABOUT = ("headline", "description")
# Norwegian may be said with the way it is written, or without.
_NORWEGIAN = {"nb": "no", "nn": "no"}


def read(file: File) -> Iterator[Document]:
    """Read the news items of a file or message: headline, body, and the descriptions of pictures as captions.

    A headline or description that the body has too is read there; one in another language is left out and counted.
    """
    count = 0
    for record in records(file, ("newsItem",)):
        count += 1
        yield _item(file, record, count)
    if not count:
        yield document(file, (), skipped=(Skipped(None, "reading", "the file has no news items"),))


def _item(file: File, record: Record, number: int) -> Document:
    item = record.element
    body = [block for contents in item.elements("contentSet") for block in _body(file, contents)]
    known = {block.text.text for block in body}
    lang = language(file, _lang(record), item.line)
    parts = [element for meta in item.elements("contentMeta") for element in meta.elements(*_ABOUT)]
    own = [element for element in parts if not _is_foreign(element, lang)]
    about = [block for element in own if (block := _about(item, element)).text.text not in known]
    headlines = [b.text.text for b in [*about, *body] if b.part == "headline"]
    told = f"headlines and descriptions in other languages: {len(parts) - len(own)}"
    return document(
        file,
        [*about, *body],
        name=item.attributes.get("guid", ""),
        place=f"item {number}",
        target_lang=lang,
        title=headlines[0] if headlines else None,
        published=_published(item),
        skipped=(Skipped(None, "reading", told),) if len(own) < len(parts) else (),
    )


def _lang(record: Record) -> str | None:
    """The language of the content; that of the item may only be the one its metadata is written in."""
    tags = (
        e.attributes.get("tag")
        for meta in record.element.elements("contentMeta")
        for e in meta.elements("language")
    )
    contents = (
        e.lang or e.attributes.get("lang")
        for part in record.element.elements("contentSet")
        for e in part.walk()
    )
    return next((tag for tag in (*tags, *contents) if tag), record.lang)


def _published(item: Element) -> dt.date | None:
    names = ("contentCreated", "firstCreated", "versionCreated")
    found = (e for meta in item.elements("contentMeta", "itemMeta") for e in meta.elements(*names))
    return next((day for day in (date(e.text) for e in found) if day), None)


def _is_foreign(element: Element, lang: str | None) -> bool:
    """Whether an element says that it is in another language than its item, as in an item for several countries."""
    if not element.lang or not lang:
        return False
    try:
        own = normalise_tag(element.lang)
    except QaError:
        return False
    one, other = (tag.partition("-")[0] for tag in (own, lang))
    return _NORWEGIAN.get(one, one) != _NORWEGIAN.get(other, other)


def _about(item: Element, element: Element) -> Block:
    caption = "caption" in element.attributes.get("role", "") or _is_picture(item)
    part: Part = "headline" if element.name == "headline" else "caption" if caption else "body"
    return Block(collapse(join(element.pieces()) or element.here), part)


def _is_picture(item: Element) -> bool:
    found = (e for meta in item.elements("itemMeta") for e in meta.elements("itemClass"))
    return any(e.attributes.get("qcode", "").endswith((":picture", ":video", ":graphic")) for e in found)


def _body(file: File, contents: Element) -> Iterator[Block]:
    for element in contents.elements("inlineXML", "inlineData"):
        if element.name == "inlineXML":
            yield from (found.block for found in from_element(file, element).found)
            continue
        if element.attributes.get("contenttype", "text/plain").startswith("text/"):
            lines: Iterator[Mapped] = (join(element.pieces()) or element.here).lines()
            yield from (Block(collapse(line)) for line in lines)
