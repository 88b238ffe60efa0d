"""Splits the blocks of a document into sentences, and keeps every code point's place in the file."""

from __future__ import annotations

import re
from dataclasses import replace

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from qa.model import Document, Segment, Span
from qa.readers.mapped import Mapped
from qa.segment.abbreviations import ORDINALS, stays

# sentencex takes quadratic time on quotation marks that do not close, so it only ever sees so much at once;
# hardly a paragraph of a newspaper is longer.
_WINDOW = 2000
# Two initials, as in "О. В. Бондар", or "О.В." where such letters stand for no country or office.
_INITIALS = re.compile(r"(?<!\S)(?:[^\W\d_]\.\s[^\W\d_]|[А-ЯЁЇІЄҐЎ]\.\s?[А-ЯЁЇІЄҐЎ])\.$")
_LAST_WORD = re.compile(r"[\w.'’-]+$")
# Letters before a full stop in which two initials stand, and in which a word does that may be an abbreviation.
_LONGEST_INITIALS, _LONGEST_WORD = 12, 30


def split(document: Document) -> Document:
    """Split every block into sentences, numbered "s1", "s2", … through the document.

    A block that has a source is split on both sides and paired sentence by sentence when both sides have
    the same number of sentences; otherwise nobody can say which belongs to which, and it stays whole.
    """
    blocks = (replace(block, block=number) for number, block in enumerate(document.segments, 1))
    parts = [part for block in blocks for part in _sentences(block, document)]
    return replace(document, segments=tuple(replace(part, id=f"s{n}") for n, part in enumerate(parts, 1)))


def sentences(text: str, lang: str | None) -> list[Span]:
    """The sentences of a text, white space around them left out.

    `lang` is a BCP 47 tag; an unknown one, or None, is split by the rules of English. What runs on for more
    than `_WINDOW` code points without an end is cut at a blank.
    """
    base = (lang or "en").partition("-")[0].lower()
    spans, start = [], 0
    while start < len(text):
        window = text[start : start + _WINDOW]
        whole = start + len(window) == len(text)
        ends = [found["end_index"] for found in get_sentence_boundaries(base, window)]
        if not whole:
            # The last sentence may go on beyond the window: it is looked at again with what follows.
            ends = ends[:-1] or [window.rfind(" ", _WINDOW // 2) + 1 or len(window)]
        begin = 0
        for end in ends:
            spans.append(_trimmed(text, start + begin, start + end))
            begin = end
        start += begin
    return _merged(text, [span for span in spans if span.start < span.end], base)


def _merged(text: str, spans: list[Span], base: str) -> list[Span]:
    """Puts together again what sentencex parted at the full stop of an abbreviation or an ordinal."""
    merged: list[Span] = []
    for span in spans:
        if merged and _goes_on(text, merged[-1], span, base):
            span = Span(merged.pop().start, span.end)
        merged.append(span)
    return merged


def _goes_on(text: str, before: Span, after: Span, base: str) -> bool:
    gap, first = text[before.end : after.start], text[after.start]
    if "\n" in gap or "\r" in gap:
        return False
    if text[before.end - 1] != ".":
        return False
    if not gap:
        return not first.isalpha()
    if _INITIALS.search(text, max(before.start, before.end - _LONGEST_INITIALS), before.end):
        return True
    found = _LAST_WORD.search(text, max(before.start, before.end - _LONGEST_WORD), before.end - 1)
    word = found.group() if found else ""
    if word.isdigit():
        return len(word) <= 2 and base in ORDINALS and first.isalpha()
    if len(word) == 1 and word.isupper() and first.isupper() and text.startswith(".", after.start + 1):
        return True
    return stays(word.lower(), base, first.islower())


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))


def _sentences(block: Segment, document: Document) -> list[Segment]:
    spans = sentences(block.text, document.target_lang)
    if len(spans) < 2:
        return [block]
    if block.source is None:
        return [_cut(block, span) for span in spans]
    others = sentences(block.source, document.source_lang)
    if len(others) != len(spans):
        return [block]
    return [
        replace(_cut(block, span), source=block.source[start:end])
        for span, (start, end) in zip(spans, others, strict=True)
    ]


def _cut(block: Segment, span: Span) -> Segment:
    piece = Mapped(block.text, block.anchors).cut(*span)
    return replace(block, text=piece.text, anchors=piece.anchors)
