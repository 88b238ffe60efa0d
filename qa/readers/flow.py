"""From tags and text to blocks: which text belongs together, and whether it is headline, caption or body."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from qa.errors import InputError
from qa.model import Part
from qa.readers.blocks import Block
from qa.readers.element import Element
from qa.readers.load import File
from qa.readers.mapped import Builder, Mapped, collapse
from qa.readers.markup import Start, tokens

DEPTH = 1000


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The names of HTML and of NITF, which NewsML-G2 may carry.
_HEADLINE = _names("h1 h2 h3 h4 h5 h6 hedline hl1 hl2")
_CAPTION = _names("figcaption caption media-caption")
_BLOCK = _HEADLINE | _CAPTION | _names(
    """address article aside audio blockquote body br center dd details dialog div dl dt fieldset figure
    footer form header hr html img legend li main menu nav ol p pre section summary table tbody td
    tfoot th thead tr ul video block body.content body.end body.head bq byline byttl credit
    distributor media nitf note pubdata"""
)  # fmt: skip
# Code, forms, how Han characters are read aloud, and what a page repeats around its article.
_LEFT_OUT = _names(
    """aside button canvas code dialog embed footer form head iframe kbd math menu nav noembed noframes
    noscript object option pre rp rt samp script select style svg template textarea title xmp docdata
    media-metadata media-object media-producer media-reference"""
)
_EMPTY = _names("area base br col embed hr img input link meta param source track wbr")
_CELL = _names("td th tr")
# When one of these is still open, the start of one of those ends it.
_CLOSED_BY = {
    "p": _BLOCK - {"br", "img"},
    "li": _names("li"),
    "dt": _names("dt dd"),
    "dd": _names("dt dd"),
    "td": _CELL,
    "th": _CELL,
    "tr": _names("tr"),
    "option": _names("option"),
    "rt": _names("rt rp"),
    "rp": _names("rt rp"),
}


class Found(NamedTuple):
    """A block with what tells whether it belongs to the article of a page.

    `article` numbers the outermost `article` element it stands in, 0 for none; `linked` is the share of the
    text that is link text.
    """

    block: Block
    article: int
    main: bool
    linked: float


@dataclass(slots=True)
class Flow:
    """Collects blocks from start tags, end tags and text in reading order."""

    file: File
    found: list[Found] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _count: Counter[str] = field(default_factory=Counter)
    _builder: Builder = field(default_factory=Builder)
    _linked: int = 0
    _article: int = 0
    _hidden_at: list[int] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        while self._open and name in _CLOSED_BY.get(self._open[-1], ()):
            self._pop()
        if name in _BLOCK:
            self.flush()
        if name in _EMPTY:
            return
        if len(self._open) >= DEPTH:
            raise self._too_deep()
        self._open.append(name)
        self._count[name] += 1
        if name in _LEFT_OUT or "hidden" in attributes or attributes.get("aria-hidden") == "true":
            self._hidden_at.append(len(self._open))
        if name == "article" and self._count["article"] == 1:
            self._article += 1

    def end(self, name: str) -> None:
        """An element ends; one that was never begun is passed over."""
        if not self._count[name]:
            if name == "p":
                self.flush()
            return
        while self._open[-1] != name:
            self._pop()
        self._pop()

    def _pop(self) -> None:
        if self._open[-1] in _BLOCK:
            self.flush()
        if self._hidden_at and self._hidden_at[-1] == len(self._open):
            self._hidden_at.pop()
        self._count[self._open.pop()] -= 1

    def text(self, piece: Mapped) -> None:
        """Text, unless it stands in something that is left out."""
        if self._hidden_at:
            return
        self._builder.add(piece)
        if self._count["a"]:
            self._linked += len(piece.text)

    def flush(self) -> None:
        """End the block that is being collected."""
        built, linked = self._builder.build(), self._linked
        if built is None:
            return
        self._builder, self._linked = Builder(), 0
        if built.text.strip():
            article = self._article if self._count["article"] else 0
            block = Block(collapse(built), self._part())
            self.found.append(Found(block, article, self._count["main"] > 0, linked / len(built.text)))

    def _part(self) -> Part:
        if any(self._count[name] for name in _CAPTION):
            return "caption"
        return "headline" if any(self._count[name] for name in _HEADLINE) else "body"

    def _too_deep(self) -> InputError:
        return self.file.error(f"elements are nested more than {DEPTH} deep")


def from_html(file: File, markup: Mapped) -> Flow:
    """The blocks of a piece of HTML."""
    flow = Flow(file)
    for token in tokens(markup):
        if isinstance(token, Mapped):
            flow.text(token)
        elif isinstance(token, Start):
            flow.start(*token)
        else:
            flow.end(token.name)
    flow.flush()
    return flow


def from_element(file: File, element: Element) -> Flow:
    """The blocks of an XHTML or NITF element."""
    flow = Flow(file)
    _feed(flow, element)
    flow.flush()
    return flow


def _feed(flow: Flow, element: Element) -> None:
    flow.start(element.name, element.attributes)
    for child in element.children:
        if isinstance(child, Mapped):
            flow.text(child)
        else:
            _feed(flow, child)
    if element.name not in _EMPTY:
        flow.end(element.name)
