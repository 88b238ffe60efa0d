"""An XML element as the readers see it, with the text that a reader of the document would see."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from qa.model import Anchor
from qa.readers.mapped import Builder, Mapped, collapse

_LANG = "http://www.w3.org/XML/1998/namespace lang"


@dataclass(slots=True)
class Element:
    """An element with what is in it; `children` holds elements and pieces of text in reading order."""

    space: str
    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Element | Mapped] = field(default_factory=list)

    @property
    def lang(self) -> str | None:
        """The language that the element itself declares."""
        return self.attributes.get(_LANG)

    def elements(self, *names: str) -> Iterator[Element]:
        """The child elements, of these local names where any are given."""
        for child in self.children:
            if isinstance(child, Element) and (not names or child.name in names):
                yield child

    def first(self, *names: str) -> Element | None:
        """The first child element of one of these local names."""
        return next(self.elements(*names), None)

    def walk(self) -> Iterator[Element]:
        """The element and every one inside it, in reading order."""
        yield self
        for child in self.elements():
            yield from child.walk()

    def pieces(self) -> Iterator[Mapped]:
        """All text inside, in reading order."""
        for child in self.children:
            if isinstance(child, Mapped):
                yield child
            else:
                yield from child.pieces()

    @property
    def text(self) -> str:
        """All text inside, without white space around it."""
        return "".join(piece.text for piece in self.pieces()).strip()

    @property
    def here(self) -> Mapped:
        """An empty text at the place of the element, for where there is none."""
        return Mapped("", (Anchor(0, self.line, self.column),))


def visible(
    element: Element, codes: Collection[str], breaks: Collection[str] = (), deleted: Collection[str] = ()
) -> Mapped:
    """The text of an element without that of inline codes, its runs of white space made one blank.

    `codes` are the local names of the elements left out; `breaks` the values of `ctype` or `subType` by which
    one of them stands for a line break, and so for a blank; `deleted` the values of `mtype` by which an element
    holds what somebody has deleted.
    """
    builder = Builder()
    _add_visible(builder, element, codes, breaks, deleted)
    built = builder.build()
    return collapse(built) if built else element.here


def _add_visible(
    builder: Builder,
    element: Element,
    codes: Collection[str],
    breaks: Collection[str],
    deleted: Collection[str],
) -> None:
    for child in element.children:
        if isinstance(child, Mapped):
            builder.add(child)
        elif child.name not in codes:
            if child.attributes.get("mtype") not in deleted:
                _add_visible(builder, child, codes, breaks, deleted)
        elif any(child.attributes.get(key) in breaks for key in ("ctype", "subType")):
            builder.put(" ", child.line, child.column)
