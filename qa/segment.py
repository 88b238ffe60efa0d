"""Splits the blocks of a document into sentences, and keeps every code point's place in the file."""

from __future__ import annotations

from dataclasses import replace

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from qa.model import Document, Segment, Span
from qa.readers.mapped import Mapped


def split(document: Document) -> Document:
    """Split every block into sentences, numbered "s1", "s2", … through the document.

    A block that has a source is split on both sides and paired sentence by sentence when both sides have
    the same number of sentences; otherwise nobody can say which belongs to which, and it stays whole.
    """
    parts = [part for block in document.segments for part in _sentences(block, document)]
    return replace(document, segments=tuple(replace(part, id=f"s{n}") for n, part in enumerate(parts, 1)))


def sentences(text: str, lang: str | None) -> list[Span]:
    """The sentences of a text, white space around them left out.

    `lang` is a BCP 47 tag; an unknown one, or None, is split by the rules all languages share.
    """
    spans = []
    for found in get_sentence_boundaries((lang or "en").partition("-")[0], text):
        start, end = found["start_index"], found["end_index"]
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            spans.append(Span(start, end))
    return spans


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
