"""XML, read record by record with Expat, whose events know their line and column.

Nothing is ever fetched, no entity is expanded but the five of XML and the names HTML gives to characters, and
an internal DTD is refused, so that a small file cannot grow in memory.
"""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator
from typing import NamedTuple
from xml.parsers import expat

from qa.errors import SHOWN, InputError
from qa.model import Anchor
from qa.readers.element import Element
from qa.readers.load import File
from qa.readers.mapped import Mapped

DEPTH = 256
_MOST_AT_ONCE = 16 * 1024 * 1024


class Record(NamedTuple):
    """A complete element, and the elements it stands in from the outermost on (those without children)."""

    element: Element
    ancestors: tuple[Element, ...]

    @property
    def lang(self) -> str | None:
        """The language declared nearest to the element, on itself or around it."""
        return next((e.lang for e in (self.element, *reversed(self.ancestors)) if e.lang), None)


def records(file: File, names: Collection[str]) -> Iterator[Record]:
    """Every outermost element with one of these local names, as soon as it is complete.

    Raises `qa.errors.InputError` with line and column where the file is not well-formed XML, has an internal
    DTD, or nests deeper than `DEPTH`.
    """
    collector = _Collector(file, names)
    parser = collector.parser
    waiting, wanted = "", 1
    for chunk in file.chunks():
        # While no event comes a long token is being read, which Expat begins anew each time: feeding it in
        # steps that double keeps the work proportional to the size.
        waiting += chunk
        if len(waiting) >= wanted:
            before = collector.events
            _parse(file, parser, waiting)
            waiting, wanted = (
                "",
                1 if collector.events > before else min(wanted * 2 + len(chunk), _MOST_AT_ONCE),
            )
            yield from collector.take()
    _parse(file, parser, waiting, final=True)
    yield from collector.take()


def _parse(file: File, parser: expat.XMLParserType, text: str, final: bool = False) -> None:
    try:
        parser.Parse(text, final)
    except expat.ExpatError as error:
        told = expat.errors.messages[error.code]
        raise file.error(f"is not well-formed XML ({told})", error.lineno, error.offset + 1) from None


class _Collector:
    """Builds the wanted elements out of Expat's events."""

    def __init__(self, file: File, names: Collection[str]) -> None:
        self._file, self._names = file, names
        self._open: list[Element] = []
        self._inside = 0
        self._done: list[Record] = []
        self.events = 0
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        # Without this an entity that HTML knows and the file does not declare, such as &nbsp;, is an error.
        parser.UseForeignDTD(True)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.SkippedEntityHandler = self._entity
        parser.StartDoctypeDeclHandler = self._doctype

    def take(self) -> list[Record]:
        """What is complete and was not yet taken."""
        done, self._done = self._done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.events += 1
        space, _, local = name.rpartition(" ")
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        if len(self._open) >= DEPTH:
            raise self._file.error(f"elements are nested more than {DEPTH} deep", line, column)
        element = Element(space, local, attributes, line, column)
        if self._inside:
            self._open[-1].children.append(element)
        self._open.append(element)
        if self._inside or local in self._names:
            self._inside += 1

    def _end(self, _: str) -> None:
        self.events += 1
        element = self._open.pop()
        if self._inside:
            self._inside -= 1
            if not self._inside:
                self._done.append(Record(element, tuple(self._open)))

    def _text(self, text: str) -> None:
        self.events += 1
        if self._inside:
            line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
            self._open[-1].children.append(Mapped(text, (Anchor(0, line, column),)))

    def _entity(self, name: str, is_parameter: bool) -> None:
        text = html.unescape(f"&{name};")
        if text != f"&{name};":
            self._text(text)
        elif not is_parameter:
            line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
            raise self._file.error(f"the entity &{name[:SHOWN]}; is not known", line, column)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, internal: bool) -> None:
        if internal:
            raise self._error_here("has an internal DTD, which is not read; remove it")

    def _error_here(self, message: str) -> InputError:
        return self._file.error(message, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)


def root_name(file: File) -> str:
    """The local name of the root element, "" where the file is empty."""
    names: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, _: names.append(name.rpartition(" ")[2])
    parser.StartDoctypeDeclHandler = lambda name, *_: names.append(name)
    for chunk in file.chunks():
        try:
            _parse(file, parser, chunk)
        except InputError:
            # What is wrong after the root element is for the reader of the format to say.
            if not names:
                raise
        if names:
            return names[0]
    return ""
