"""Reads XML from outside without doing anything it asks for: no entities, no network, no other files."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qa.errors import GlossaryError
from qa.glossary import files

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Element:
    """One element as the importers need it: local name, attributes, children, text without markup."""

    __slots__ = ("_node",)

    def __init__(self, node: Any) -> None:
        self._node = node

    @property
    def name(self) -> str:
        """The tag without its namespace."""
        return local(self._node.tag)

    @property
    def line(self) -> int:
        """Line of the start tag in the file, 1-based."""
        return int(self._node.sourceline or 1)

    @property
    def text(self) -> str:
        """All text inside, markup left out."""
        return "".join(self._node.itertext())

    def get(self, name: str) -> str:
        """An attribute, `""` if it is not there."""
        return str(self._node.get(name) or "")

    def __iter__(self) -> Iterator[Element]:
        return (Element(child) for child in self._node if isinstance(child.tag, str))

    def walk(self) -> Iterator[Element]:
        """This element's descendants in document order."""
        return (Element(node) for node in self._node.iterdescendants() if isinstance(node.tag, str))


def stream(path: Path, names: frozenset[str], expected: str) -> Iterator[tuple[Element, dict[str, str]]]:
    """Elements of a file whose local name is in `names`, one at a time, with the root's attributes.

    Each element is forgotten after it was yielded, so that memory is bounded by the largest of them. The
    first item is the root itself, without children. Raises `GlossaryError` with line and column for XML that
    is not well-formed, or that declares entities.
    """
    try:
        from lxml import etree  # type: ignore[import-untyped]
    except ImportError:
        raise GlossaryError(f"{path}: reading XML needs lxml; run: pip install 'qa-news[glossary]'") from None
    data = files.read_bytes(path, expected)
    if b"<!ENTITY" in data[:65536]:
        raise GlossaryError(f"{path}: declares XML entities; refused as unsafe, remove the declaration")
    events = etree.iterparse(
        io.BytesIO(data), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    root: Any = None
    try:
        for event, node in events:
            if root is None:
                root = node
                yield Element(node), dict(node.attrib)
            elif event == "end" and isinstance(node.tag, str) and local(node.tag) in names:
                yield Element(node), dict(root.attrib)
                node.clear()
                while node.getprevious() is not None:
                    del node.getparent()[0]
    except etree.XMLSyntaxError as error:
        line, column = error.position if error.position else (1, 1)
        raise GlossaryError(
            f"{path}:{line or 1}:{column or 1}: not well-formed XML: {_reason(error)}"
        ) from None


def local(tag: Any) -> str:
    """The local part of a tag: `{urn:x}term` and `term` are `term`."""
    return str(tag).rpartition("}")[2]


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()).partition(", line ")[0]
