"""Marks by which a file says that some findings are not to count: `qa: ignore[rule, …] reason`.

A mark stands in a comment where the format has comments, else as a line of its own in the text. It holds for
its own line; one that has a line to itself holds for the next line that is not blank as well. In a PO file,
whose comments come before the entry, it holds to the end of the entry. Without rules it means every rule.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qa.model import Document, Mark, Segment

_SAID = r"qa:[ \t]*ignore(?:[ \t]*\[(?P<rules>[^\]\r\n]{0,300})\])?(?P<reason>[^\r\n]{0,300}?)"
# Feeds hold their HTML escaped, and so its comments.
_MARKUP = re.compile(rf"(?:<!--|&lt;!--)\s*{_SAID}\s*(?:-->|--&gt;)")
_PO = re.compile(rf"^#[.\s]*{_SAID}\s*$")
COMMENTS = dict.fromkeys(("html", "markdown", "feed", "xliff", "tmx", "newsml"), _MARKUP) | {"po": _PO}
_IN_TEXT = re.compile(rf"\s*(?:#|//)?\s*{_SAID}\s*")
_HINT = "qa:"
_BREAK = re.compile(r"\r\n|\r|\n")
_OPEN = 2**62


def _mark(found: re.Match[str], first: int, last: int) -> Mark:
    rules = (found["rules"] or "").replace(",", " ").split()
    return Mark(first, last, tuple(rules), found["reason"].strip(" \t:-–—"))


class Comments:
    """Listens to a file of one format while it is being read and notes the marks in its comments."""

    def __init__(self, format: str) -> None:
        self._pattern = COMMENTS.get(format)
        self._entries = self._pattern is _PO
        self._tail: list[str] = []
        self._line = 1
        self._marks: list[Mark] = []
        # Places among the marks of those that still wait for the line that ends them.
        self._waiting: list[int] = []

    def hear(self, chunk: str) -> None:
        """Take the next chunk of the file."""
        if self._pattern is None:
            return
        open_return = bool(self._tail) and self._tail[-1].endswith("\r")
        self._tail.append(chunk)
        # What ends in \r may go on with \n.
        if "\n" not in chunk and "\r" not in chunk[:-1] and not open_return:
            return
        text = "".join(self._tail)
        cut = max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1)) + 1
        self._tail = [text[cut:]]
        self._take(text[:cut])

    def marks(self, first: int, last: int) -> tuple[Mark, ...]:
        """The marks that hold for some of the lines from `first` to `last`, as far as is heard."""
        rest = "".join(self._tail)
        if rest:
            self._tail = [rest]
        known, waiting, line = list(self._marks), list(self._waiting), self._line
        if _HINT in rest or waiting:
            for line_of_rest in _BREAK.split(rest):
                self._look(line_of_rest)
                self._line += 1
        found = tuple(mark for mark in self._marks if mark.first <= last and mark.last >= first)
        self._marks, self._waiting, self._line = known, waiting, line
        return found

    def _take(self, text: str) -> None:
        if not self._waiting and _HINT not in text:
            self._line += text.count("\n") + text.count("\r") - text.count("\r\n")
            return
        for line in _BREAK.split(text)[:-1]:
            self._look(line)
            self._line += 1

    def _look(self, line: str) -> None:
        assert self._pattern is not None  # noqa: S101 (without a pattern nothing is heard)
        blank = not line.strip()
        if self._waiting and blank == self._entries:
            self._close(self._line - blank)
        if _HINT not in line:
            return
        rest = self._pattern.sub("", line).strip()
        for found in self._pattern.finditer(line):
            alone = self._entries or not rest
            if alone:
                self._waiting.append(len(self._marks))
            self._marks.append(_mark(found, self._line, _OPEN if alone else self._line))

    def _close(self, line: int) -> None:
        for place in self._waiting:
            self._marks[place] = replace(self._marks[place], last=line)
        self._waiting.clear()


def with_marks(document: Document, comments: Comments) -> Document:
    """The document with the marks of its comments and of its text; those of the text are no text."""
    said = [_IN_TEXT.fullmatch(s.text) if _HINT in s.text else None for s in document.segments]
    kept = tuple(s for s, mark in zip(document.segments, said, strict=True) if not mark)
    inside = []
    for number, (segment, found) in enumerate(zip(document.segments, said, strict=True)):
        if found:
            after = next(
                (s for s, f in zip(document.segments[number:], said[number:], strict=True) if not f), segment
            )
            inside.append(_mark(found, segment.line, after.line))
    lines = _lines(document.segments)
    marks = comments.marks(*lines) if lines else ()
    if not marks and not inside:
        return document
    return replace(document, segments=kept, marks=(*marks, *reversed(inside)))


def _lines(segments: tuple[Segment, ...]) -> tuple[int, int] | None:
    if not segments:
        return None
    return min(s.line for s in segments), max(s.anchors[-1].line for s in segments)
