"""Marks by which a file says that some findings are not to count: `qa: ignore[rule, …] reason`.

A mark stands in a comment where the format has comments, else as a line of its own in the text, which is then
no text. It holds for its own line; one that has a line to itself holds for the next line that is not blank as
well. In a PO file, whose comments come before the entry, it holds to the end of the entry. Without rules it means
every rule.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import islice

from qa.model import Document, Mark, Segment
from qa.readers.mapped import LINE_END

_SAID = r"qa:[ \t]*ignore(?:[ \t]*\[(?P<rules>[^\]\r\n]{0,300})\])?(?P<reason>[^\r\n]{0,300}?)"
# Feeds hold their HTML escaped, and so its comments.
_MARKUP = re.compile(rf"(?:<!--|&lt;!--)\s*{_SAID}\s*(?:-->|--&gt;)")
_PO = re.compile(rf"^#[.\s]*{_SAID}\s*$")
# What begins an entry of PO, when it stands behind a translation; the entry before may end without a blank line.
_NEXT_ENTRY = re.compile(r"\s*(?:#|msgctxt|msgid)")
_TRANSLATION = re.compile(r"\s*(?:#~\s*)?msgstr")
COMMENTS = dict.fromkeys(("html", "markdown", "feed", "xliff", "tmx", "newsml"), _MARKUP) | {"po": _PO}
_IN_TEXT = re.compile(rf"\s*(?:#|//)?\s*{_SAID}\s*")
_HINT = "qa:"
_OPEN = 2**62


# More marks than that for one line are no excuses; each would be held against each finding of the line.
MOST = 1000


def _mark(found: re.Match[str], first: int, last: int) -> Mark:
    rules = (found["rules"] or "").replace(",", " ").split()
    return Mark(first, last, tuple(rules), found["reason"].strip(" \t:-–—"))


class Comments:
    """Listens to a file of one format while it is being read and notes the marks in its comments.

    A feed may be one line of many items, or have a mark for each: what is heard is looked at once, and what
    an item asks for is found without going through all that came before.
    """

    def __init__(self, format: str) -> None:
        self._pattern = COMMENTS.get(format)
        # Where comments hold marks, a line of text is text, whatever it says.
        self.in_text = self._pattern is None
        self._entries = self._pattern is _PO
        # Whether the entry that is being heard has its translation already.
        self._translated = False
        self._tail: list[str] = []
        # Whether the line that is not complete yet may hold a mark.
        self._hint = False
        self._line = 1
        self._marks: list[Mark] = []
        # Places among the marks of those that still wait for the line that ends them.
        self._waiting: list[int] = []
        # All marks as of now, those of the open line with them; None when something was heard since.
        self._known: list[Mark] | None = None
        self._asked = 0
        self._past = 0

    def hear(self, chunk: str) -> None:
        """Take the next chunk of the file."""
        if self._pattern is None:
            return
        self._known = None
        before = self._tail[-1] if self._tail else ""
        self._tail.append(chunk)
        self._hint = self._hint or _HINT in before[1 - len(_HINT) :] + chunk
        # What ends in \r may go on with \n.
        if "\n" not in chunk and "\r" not in chunk[:-1] and not before.endswith("\r"):
            return
        text = "".join(self._tail)
        cut = max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1)) + 1
        self._tail = [text[cut:]]
        self._hint = _HINT in self._tail[0]
        self._take(text[:cut])

    def marks(self, first: int, last: int) -> tuple[Mark, ...]:
        """The marks that hold for some of the lines from `first` to `last`, as far as is heard."""
        known = self._as_of_now()
        if first < self._asked:
            self._past = 0
        self._asked = first
        while self._past < len(known) and known[self._past].last < first:
            self._past += 1
        end = bisect_right(known, last, lo=self._past, key=lambda mark: mark.first)
        return tuple(mark for mark in known[self._past : end] if mark.last >= first)

    def _as_of_now(self) -> list[Mark]:
        if self._known is None:
            self._known = self._marks
            if self._hint or (self._waiting and self._tail):
                marks, waiting, line = list(self._marks), list(self._waiting), self._line
                translated = self._translated
                for line_of_rest in LINE_END.split("".join(self._tail)):
                    self._look(line_of_rest)
                    self._line += 1
                self._known = self._marks
                self._marks, self._waiting, self._line = marks, waiting, line
                self._translated = translated
        return self._known

    def _take(self, text: str) -> None:
        if not self._waiting and _HINT not in text:
            self._line += text.count("\n") + text.count("\r") - text.count("\r\n")
            return
        for line in LINE_END.split(text)[:-1]:
            self._look(line)
            self._line += 1

    def _look(self, line: str) -> None:
        assert self._pattern is not None  # noqa: S101 (without a pattern nothing is heard)
        alone = _HINT in line and (self._entries or not self._pattern.sub("", line).strip())
        # Marks may stand one below the other: they all wait for the line or the entry that is meant.
        ends = self._ends_entry(line) if self._entries else bool(line.strip()) and not alone
        if self._waiting and ends:
            self._close(self._line - self._entries)
        if _HINT not in line:
            return
        for found in islice(self._pattern.finditer(line), MOST - len(self._waiting)):
            if alone:
                self._waiting.append(len(self._marks))
            self._marks.append(_mark(found, self._line, _OPEN if alone else self._line))

    def _ends_entry(self, line: str) -> bool:
        """Whether the entry of PO that is being heard has ended before a line."""
        begins = self._translated and _NEXT_ENTRY.match(line) is not None
        ends = begins or not line.strip()
        self._translated = not ends and (self._translated or _TRANSLATION.match(line) is not None)
        return ends

    def _close(self, line: int) -> None:
        for place in self._waiting:
            self._marks[place] = replace(self._marks[place], last=line)
        self._waiting.clear()


def is_mark(line: str) -> bool:
    """Whether a line of text is a mark, in a format without comments."""
    return _HINT in line and _IN_TEXT.fullmatch(line) is not None


def with_marks(document: Document, comments: Comments) -> Document:
    """The document with the marks of its comments, or of its text; those of the text are no text."""
    if comments.in_text:
        return _without_lines(document) if any(_HINT in s.text for s in document.segments) else document
    lines = _lines(document.segments)
    marks = comments.marks(*lines) if lines else ()
    return replace(document, marks=marks) if marks else document


def _without_lines(document: Document) -> Document:
    kept: list[Segment] = []
    marks: list[Mark] = []
    count = 0
    for segment in reversed(document.segments):
        said = _IN_TEXT.fullmatch(segment.text)
        if said is None or count == MOST:
            kept.append(segment)
            count = count if said else 0
            continue
        last = _next_line(segment.line, kept[-1] if kept else None)
        marks.append(replace(_mark(said, segment.line, last), in_text=True))
        count += 1
    return replace(document, segments=tuple(reversed(kept)), marks=tuple(marks))


def _next_line(line: int, after: Segment | None) -> int:
    """The line of the text that follows a mark; a unit that is not parted may begin before the mark."""
    return next((a.line for a in after.anchors if a.line > line), line) if after else line


def _lines(segments: tuple[Segment, ...]) -> tuple[int, int] | None:
    if not segments:
        return None
    return min(s.line for s in segments), max(s.anchors[-1].line for s in segments)
