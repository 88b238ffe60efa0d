"""Which stretches of a document stand in quotation marks, also where a quotation runs over several sentences."""

from __future__ import annotations

from qa.checks.marks import Role, marks
from qa.model import Document, Span


def quotations(document: Document) -> dict[str, list[Span]]:
    """The quoted stretches of every segment that has some, by the id of the segment, without the marks.

    A quotation goes on from sentence to sentence of one paragraph; what is not closed at its end is taken as
    closed there.
    """
    found: dict[str, list[Span]] = {}
    opened, before = False, None
    for segment in document.segments:
        opened = opened and before is not None and segment.continues(before)
        spans, opened = _spans(segment.text, document.target_lang, opened)
        before = segment
        if spans:
            found[segment.id] = spans
    return found


def _spans(text: str, lang: str | None, opened: bool) -> tuple[list[Span], bool]:
    """The quoted stretches of one text, and whether a quotation is open at its end."""
    spans: list[Span] = []
    start = 0 if opened else None
    for mark in marks(text, lang):
        if mark.family not in ("quote", "corner", "white corner"):
            continue
        if start is None:
            # A mark that closes what nobody opened: the beginning stands in a sentence before.
            if mark.role is Role.CLOSE and not spans:
                spans.append(Span(0, mark.at))
            elif mark.role is not Role.CLOSE:
                start = mark.at + len(mark.text)
        elif mark.role is not Role.OPEN:
            spans.append(Span(start, mark.at))
            start = None
    if start is not None:
        spans.append(Span(start, len(text)))
    return [span for span in spans if span.start < span.end], start is not None
