"""XLIFF 1.2, 2.0 and 2.1: one document a `file` element, inline codes kept out of the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from qa.model import Document, Skipped
from qa.readers.blocks import Block, document, language
from qa.readers.element import Element, visible
from qa.readers.load import File
from qa.readers.mapped import Mapped
from qa.readers.xmltree import Record, records

# What these hold is code of the original format, not text; `sub` inside them is text again.
_CODES = frozenset(("ph", "bpt", "ept", "it", "x", "bx", "ex", "sc", "ec", "sm", "em", "cp"))
_BREAKS = frozenset(("lb", "x-html-br", "xlf:lb"))
# Tracked changes of Trados: what was deleted stays in the file beside what was put in its place.
_DELETED = frozenset(("x-sdl-deleted",))


def read(file: File) -> Iterator[Document]:
    """Read the target of every unit together with its source; units marked `translate="no"` are left out."""
    found = (r for r in records(file, ("trans-unit", "unit")) if r.ancestors)
    seen = False
    for number, (_, group) in enumerate(groupby(found, _place), 1):
        seen = True
        units = list(group)
        parent, root = _parent(units[0]), units[0].ancestors[0]
        meant = [unit for unit in units if _translate(unit)]
        told = f"units marked as not to be translated: {len(units) - len(meant)}"
        yield document(
            file,
            [block for unit in meant for block in _blocks(unit.element)],
            name=parent.attributes.get("original") or parent.attributes.get("id") or "",
            place=f"file {number}",
            source_lang=language(
                file,
                _attribute(parent, root, "source-language", "srcLang") or _said(units, "source"),
                parent.line,
                "source",
            ),
            target_lang=language(
                file,
                _attribute(parent, root, "target-language", "trgLang") or _said(units, "target"),
                parent.line,
            ),
            skipped=(Skipped(None, "reading", told),) if len(meant) < len(units) else (),
        )
    if not seen:
        yield document(file, (), skipped=(Skipped(None, "reading", "the file has no translation units"),))


def _place(record: Record) -> tuple[int, int]:
    parent = _parent(record)
    return parent.line, parent.column


def _parent(record: Record) -> Element:
    """The `file` element that a unit stands in; the outermost one where it is missing."""
    return next((e for e in record.ancestors if e.name == "file"), record.ancestors[0])


def _attribute(parent: Element, root: Element, old: str, new: str) -> str | None:
    return parent.attributes.get(old) or root.attributes.get(new)


def _said(units: list[Record], side: str) -> str | None:
    """The language that the first source or target with one says itself; alternatives may be in others."""
    holders = (part for unit in units for part in (unit.element, *unit.element.elements("segment")))
    return next((e.lang for holder in holders for e in holder.elements(side) if e.lang), None)


def _translate(record: Record) -> bool:
    """Whether a unit is to be translated; the nearest `translate` decides."""
    around = (record.element, *reversed(record.ancestors))
    return next((e.attributes["translate"] for e in around if "translate" in e.attributes), "yes") != "no"


def _blocks(unit: Element) -> Iterator[Block]:
    if unit.name == "unit":
        for segment in unit.elements("segment"):
            yield from _pair(segment.first("source"), segment.first("target"), segment)
        return
    source, target = unit.first("source"), unit.first("target")
    parts = list(_segments(target))
    sources = {mark.attributes.get("mid"): mark for mark in _segments(unit.first("seg-source"))}
    # Without the segments of the source nobody can tell which of its sentences belongs to which.
    if target is None or not parts or not sources or _text_around(target):
        yield from _pair(source, target, unit)
        return
    for part in parts:
        yield from _pair(sources.pop(part.attributes.get("mid"), None), part, unit)
    # Tools leave out of the target what is not translated yet.
    for left in sources.values():
        yield from _pair(left, None, target)


def _is_segment(element: Element) -> bool:
    return element.name == "mrk" and element.attributes.get("mtype") == "seg"


def _segments(element: Element | None) -> Iterator[Element]:
    """The sentences of segmented text: its outermost `mrk` elements of type "seg"."""
    for child in element.elements() if element else ():
        if _is_segment(child):
            yield child
        else:
            yield from _segments(child)


def _text_around(element: Element | None) -> bool:
    """Whether there is text between the segments, so that they are not all of it."""
    for child in element.children if element else ():
        if isinstance(child, Mapped):
            found = bool(child.text.strip())
        else:
            found = not _is_segment(child) and child.name not in _CODES and _text_around(child)
        if found:
            return True
    return False


def _pair(source: Element | None, target: Element | None, unit: Element) -> Iterator[Block]:
    other = _visible(source).text if source else None
    yield Block(_visible(target) if target else unit.here, source=other)
    for sub in (e for e in target.walk() if e.name == "sub") if target else ():
        yield Block(_visible(sub))


def _visible(element: Element) -> Mapped:
    return visible(element, _CODES, _BREAKS, _DELETED)
