"""HTML cut into tags and text, every piece with its place.

The rules are those of the WHATWG tokenizer as far as text is concerned. The standard library's parser tells
no offsets and takes quadratic time on hostile input; this one looks at every character a few times at most.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.readers.mapped import Builder, Mapped

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_TAG_END = re.compile(r"[\s/]*>")
_REFERENCE = re.compile(
    r"&(?:#[0-9]{1,7}(?![0-9])|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F])|[A-Za-z][A-Za-z0-9]{1,31});?"
)
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}


class Start(NamedTuple):
    """A start tag, its name and attribute names in lower case."""

    name: str
    attributes: dict[str, str]


class End(NamedTuple):
    """An end tag, its name in lower case."""

    name: str


def tokens(markup: Mapped) -> Iterator[Start | End | Mapped]:
    """The tags and the pieces of text of an HTML text; comments and declarations are left out.

    Text has its character references resolved; that of scripts and style sheets comes as it is.
    """
    text, at = markup.text, 0
    while at < len(text):
        bracket = text.find("<", at)
        bracket = len(text) if bracket < 0 else bracket
        if bracket > at:
            yield decoded(markup, at, bracket)
        if bracket == len(text):
            return
        found = _tag(text, bracket)
        if found is None:
            return
        token, at = found
        if token is None:
            if at == bracket + 1:
                yield markup.cut(bracket, at)
            continue
        yield token
        if isinstance(token, Start) and token.name in _RAW:
            end = _RAW[token.name].search(text, at)
            stop = end.start() if end else len(text)
            if stop > at:
                yield (
                    decoded(markup, at, stop) if token.name in ("title", "textarea") else markup.cut(at, stop)
                )
            at = stop


def _tag(text: str, at: int) -> tuple[Start | End | None, int] | None:
    """The tag at a "<" and where it ends; (None, …) for what is left out; None where the text breaks off."""
    if text.startswith("<!--", at):
        return _until(text, "-->", at + 2)
    if text.startswith(("<!", "<?"), at):
        return _until(text, ">", at)
    name = _NAME.match(text, at + (2 if text.startswith("</", at) else 1))
    if not name:
        return _until(text, ">", at) if text.startswith("</", at) else (None, at + 1)
    if text[at + 1] == "/":
        end = text.find(">", name.end())
        return None if end < 0 else (End(name.group().lower()), end + 1)
    attributes: dict[str, str] = {}
    place = name.end()
    while not (end_found := _TAG_END.match(text, place)):
        attribute = _ATTRIBUTE.match(text, place)
        if not attribute:
            return None
        key, value = attribute.groups()
        attributes.setdefault(key.lower(), html.unescape((value or "")[:4096].strip("\"'")))
        place = attribute.end()
    return Start(name.group().lower(), attributes), end_found.end()


def _until(text: str, mark: str, at: int) -> tuple[None, int] | None:
    end = text.find(mark, at)
    return None if end < 0 else (None, end + len(mark))


def decoded(markup: Mapped, start: int, end: int) -> Mapped:
    """A stretch of text with its character references resolved."""
    builder = Builder()
    for found in _REFERENCE.finditer(markup.text, start, end):
        value = html.unescape(found.group())
        if value != found.group():
            builder.add(markup.cut(start, found.start()))
            builder.put(value, *markup.position(found.start()))
            start = found.end()
    builder.add(markup.cut(start, end))
    return builder.build() or markup.cut(start, start)
