"""From mapped texts to documents: what all formats have in common."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qa.errors import QaError
from qa.language import normalise_tag
from qa.model import Document, Part, Segment, Side, Skipped
from qa.readers.load import File
from qa.readers.mapped import LINE_END, Builder, Mapped, collapse
from qa.readers.marks import is_mark

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")


@dataclass(frozen=True, slots=True)
class Block:
    """One unsplit stretch of the target text: a paragraph, a heading, or a unit aligned with its source."""

    text: Mapped
    part: Part = "body"
    source: str | None = None


def document(
    file: File,
    blocks: Iterable[Block],
    *,
    name: str = "",
    place: str = "",
    source_lang: str | None = None,
    target_lang: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published: dt.date | None = None,
    skipped: tuple[Skipped, ...] = (),
    outlet: str = "",
) -> Document:
    """A document of numbered blocks; blank ones are left out unless their source says something.

    A unit whose source has text and whose target has none stays, with the text "": it was not translated.
    `place` is what an item is called that has no `name`.
    """
    segments: list[Segment] = []
    for block in blocks:
        text, source = block.text.strip(), block.source
        if text.text or (source and source.strip()):
            segments.append(Segment(f"b{len(segments) + 1}", text.text, text.anchors, source, block.part))
    return Document(
        path=file.path,
        segments=tuple(segments),
        source_lang=source_lang,
        target_lang=target_lang,
        name=name or place,
        title=title,
        url=url,
        published=published,
        skipped=skipped,
        outlet=outlet,
        numbered=bool(place and not name),
    )


def told_if_empty(document: Document) -> Document:
    """The document, which says that it has no text where it has none and gives no other reason."""
    if document.segments or document.skipped:
        return document
    told = f"the {'item' if document.name else 'file'} has no text"
    return replace(document, skipped=(Skipped(None, "reading", told),))


def units(target: Mapped, source: str | None, part: Part = "body", *, marks: bool = True) -> Iterator[Block]:
    """The lines of a text as blocks, each with the line of the source that belongs to it.

    Blank lines only part paragraphs, so they do not count. When the two sides then differ in number
    nobody can tell which belongs to which: the text stays one unit. `marks` says that a line may be a mark
    that excuses findings, which is no text and belongs to nothing in the source.
    """
    lines = [line for line in target.lines() if line.text.strip()]
    said = [marks and is_mark(line.text) for line in lines]
    others = [line.strip() for line in LINE_END.split(source or "") if line.strip()]
    if any(said):
        others = [other for other in others if not is_mark(other)]
    if not others:
        yield from (Block(line, part) for line in lines)
    elif said.count(False) == len(others):
        sources = iter(others)
        yield from (
            Block(line, part, None if mark else next(sources)) for line, mark in zip(lines, said, strict=True)
        )
    else:
        yield from _one_unit(target, lines, said, part, " ".join(others))


def _one_unit(
    target: Mapped, lines: Sequence[Mapped], said: Sequence[bool], part: Part, source: str
) -> Iterator[Block]:
    """The lines of a text that cannot be parted as one block, and the marks among them before or behind it."""
    builder, end = Builder(), 0
    for number, (line, mark) in enumerate(zip(lines, said, strict=True), 1):
        if not mark:
            builder.add(line)
            builder.put("\n", *line.position(len(line.text)))
            end = number
    yield from (Block(line, part) for line, mark in zip(lines[:end], said, strict=False) if mark)
    yield Block(collapse(builder.build() or target.cut(0, 0)), part, source)
    yield from (Block(line, part) for line in lines[end:])


def language(file: File, tag: str | None, line: int | None = None, side: Side = "target") -> str | None:
    """A language tag of the file, normalised; a wrong one is an error of the file, unless it is not needed."""
    if tag is None or not tag.strip():
        return None
    try:
        return normalise_tag(tag)
    except QaError as error:
        if side in file.given:
            return None
        raise file.error(str(error), line) from None


def date(text: str | None) -> dt.date | None:
    """The day of an ISO 8601 or RFC 2822 date, None when it is neither."""
    # Only feeds have dates of the second kind, and what this loads takes its time.
    import email.utils

    text = (text or "").strip()[:64]
    try:
        if found := _DATE.match(text):
            return dt.date(*map(int, found.groups()))
        return email.utils.parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
