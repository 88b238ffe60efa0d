"""What a text has from the page or program that it is a string of: tags, character references, placeholders.

Catalogues, tables and memories of websites hold them in the middle of their sentences. They are the same in every
language, and a page breaks where one is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain

from qa.model import Span

_TAG = re.compile(r"</?[a-z0-9][\w:.-]{0,63}(?:\s[^<>]{0,2000})?/?>")
# The values of these attributes are read by people.
_READ = re.compile(r"""\s(?:alt|title|label|placeholder|aria-label)=("[^"]*"|'[^']*')""")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PLACEHOLDER = re.compile(
    r"%\([\w.]{1,64}\)[#0 +-]{0,4}\d{0,3}(?:\.\d{1,3})?[a-zA-Z]"  # Python: %(city)s
    r"|%[a-z]\w{0,63}%"  # Symfony: %city%
    r"|\{%[^{}%]{1,200}%\}"  # Jinja: {% if city %}
    r"|\$?\{{1,2}\s?[\w.$-]{1,64}(?:\s?[|:!,][^{}\n]{0,200})?\s?\}{1,2}"  # {city}, ${city}, {{ city|title }}, {n:.2f}
)
# ICU: "{n, plural, one {a file} other {# files}}" holds text in its branches, which may be one word.
_CHOICE = re.compile(r"\{\s?\w{1,64},\s?(?:plural|selectordinal|select),(?:\s?offset:\d{1,3})?")
_BRANCH = re.compile(r"(?:=\d{1,9}|\b(?:zero|one|two|few|many|other|male|female|neuter))\s?(?=\{)")
# Where a page begins a new line or cell; other tags may stand inside a word.
_BREAK = re.compile(r"</?(?:br|p|div|li|[uo]l|t[dhr]|h[1-6])[\s/>]")
# What none of them can do without.
_HINT = re.compile("[<{%&]")


def tags(text: str) -> Iterator[Span]:
    """The tags of a text, without what people read in them, such as the description of an image."""
    for found in _TAG.finditer(text):
        start = found.start()
        for read in _READ.finditer(text, start, found.end()):
            yield Span(start, read.start(1))
            start = read.end(1)
        yield Span(start, found.end())


def placeholders(text: str) -> Iterator[Span]:
    """What a program puts something else for: `{city}`, `%(city)s`, the frame of a choice between plural forms."""
    frame: list[Span] = []
    if _CHOICE.search(text):
        frame = [Span(*found.span()) for part in (_CHOICE, _BRANCH) for found in part.finditer(text)]
    branches = {span.end for span in frame}
    yield from frame
    yield from (Span(*m.span()) for m in _PLACEHOLDER.finditer(text) if m.start() not in branches)


def without_code(text: str) -> str:
    """The text with blanks, as many as there were letters, where it is tag, reference or placeholder."""
    if not _HINT.search(text):
        return text
    pieces = list(text)
    references = (Span(*found.span()) for found in _REFERENCE.finditer(text))
    for start, end in chain(tags(text), placeholders(text), references):
        pieces[start:end] = " " * (end - start)
    return "".join(pieces)


def readable(text: str) -> str:
    """The text as a page shows it: without tags, and with the characters that references stand for."""
    if "<" not in text and "&" not in text:
        return text
    shown = _TAG.sub(lambda tag: " " if _BREAK.match(tag[0]) else "", text)
    shown = _REFERENCE.sub(lambda reference: unescape(reference[0]), shown)
    return shown if shown == text else re.sub(" {2,}", " ", shown).strip()
