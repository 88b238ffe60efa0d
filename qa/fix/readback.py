"""Makes corrections in a file, and takes back each that does not read as it was meant.

The new file is read as any other. Its text must be the old text with the corrections and nothing else; where
a paragraph is not, its corrections are tried in halves until the one that is to blame stands alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, compress
from typing import NamedTuple, TypeVar

from qa.errors import InputError
from qa.fix.file import File
from qa.fix.places import Edit, apply
from qa.model import CheckedDocument, Document, Finding
from qa.segment import split

_T = TypeVar("_T")
# A document, counted from 0, and a paragraph of it, counted from 1.
_Place = tuple[int, int]
# Readers of these leave out a summary or a headline that the text repeats.
_REPEATING = ("feed", "newsml", "ninjs")
# So much text is read back at most while it is looked for what is to blame, and at least so many times.
_MOST_READ = 64 * 1024 * 1024
_LEAST_TRIES = 20


class Change(NamedTuple):
    """A correction: the finding, what it is to read, the edit of the file; `document` counts from 0."""

    document: int
    finding: Finding
    text: str
    edit: Edit


class Left(NamedTuple):
    """A finding that was not corrected, and why."""

    finding: Finding
    reason: str


def make(
    file: File, checked: Sequence[CheckedDocument], changes: Sequence[Change]
) -> tuple[File, list[Change], list[Left]]:
    """The file with as many of the changes as read back as they were meant; those, and the others."""
    if not changes:
        return file, [], []
    made, left = _Trial(file, checked).of(changes)
    return (_with(file, made) if made else file), made, left


class _Trial:
    """Tries changes, those of every paragraph beside those of the others, and halves what fails.

    A group is a list of changes in one paragraph, a batch a list of groups that are tried together.
    """

    def __init__(self, file: File, checked: Sequence[CheckedDocument]) -> None:
        self._file, self._checked = file, checked
        self._tries = max(_LEAST_TRIES, _MOST_READ // (len(file.text) + 1))
        self._blocks = [{s.id: s.block for s in one.document.segments} for one in checked]

    def of(self, changes: Sequence[Change]) -> tuple[list[Change], list[Left]]:
        """The changes that can be made together, in their order, and the others with the reason."""
        made: list[Change] = []
        refused: list[Change] = []
        by_place: defaultdict[_Place, list[Change]] = defaultdict(list)
        for change in changes:
            by_place[self._place(change)].append(change)
        waiting = [list(by_place.values())]
        while waiting and self._tries:
            batch = waiting.pop()
            bad = self._bad(made, batch)
            if bad is None and len(batch) > 1:
                waiting += _halved(batch)
                continue
            fits = [bad is not None and self._place(group[0]) not in bad for group in batch]
            made += chain.from_iterable(compress(batch, fits))
            wrong = [group for group, fit in zip(batch, fits, strict=True) if not fit]
            refused += [group[0] for group in wrong if len(group) == 1]
            halves = [_halved(group) for group in wrong if len(group) > 1]
            waiting += [[pair[side] for pair in halves] for side in (0, 1) if halves]
        left = _left(refused, "its place in the file cannot be told exactly")
        rest = chain.from_iterable(group for batch in waiting for group in batch)
        left += _left(rest, "too many corrections of this file cannot be read back")
        if left and made and self._bad([], [made]) != set():
            return [], left + _left(made, "the corrections of this file cannot be read back together")
        return sorted(made, key=lambda change: change.edit), left

    def _place(self, change: Change) -> _Place:
        return change.document, self._blocks[change.document][change.finding.segment]

    def _bad(self, made: Sequence[Change], batch: Sequence[Sequence[Change]]) -> set[_Place] | None:
        """The paragraphs that do not read as they were meant; None where that cannot be told."""
        self._tries -= 1
        changes = [*made, *chain.from_iterable(batch)]
        try:
            documents = _with(self._file, changes).documents()
        except InputError:
            return None
        if len(documents) != len(self._checked):
            return None
        by_document: defaultdict[int, list[Change]] = defaultdict(list)
        for change in changes:
            by_document[change.document].append(change)
        bad: set[_Place] = set()
        for number, (document, one) in enumerate(zip(documents, self._checked, strict=True)):
            blocks = _bad_blocks(document, one.document, by_document[number], self._file.format)
            if blocks is None:
                return None
            bad.update((number, block) for block in blocks)
        blamed = {self._place(group[0]) for group in batch}
        return bad if bad <= blamed else None


def _with(file: File, changes: Sequence[Change]) -> File:
    return replace(file, text=apply(file.text, {change.edit for change in changes}))


def _halved(items: Sequence[_T]) -> list[list[_T]]:
    middle = len(items) // 2
    return [list(items[:middle]), list(items[middle:])]


def _left(changes: Iterable[Change], reason: str) -> list[Left]:
    return [Left(change.finding, f"{reason}; change it by hand") for change in changes]


def _bad_blocks(new: Document, old: Document, changes: Sequence[Change], format: str) -> set[int] | None:
    """The paragraphs of a document, by number, that are not the old ones with the changes and nothing else."""
    meant = _corrected(old, changes)
    texts: defaultdict[int, list[str]] = defaultdict(list)
    sources: defaultdict[int, list[str]] = defaultdict(list)
    for segment, text in zip(old.segments, meant, strict=True):
        texts[segment.block].append(text)
        sources[segment.block].append(segment.source or "")
    found = {
        number: (_letters([segment.text]), _letters([segment.source or ""]))
        for number, segment in enumerate(new.segments, 1)
    }
    wanted = {number: (_letters(texts[number]), _letters(sources[number])) for number in texts}
    if found == wanted or (format in _REPEATING and _repeats_aside(new, old, meant)):
        return set()
    if found.keys() != wanted.keys():
        return None
    return {number for number in wanted if found[number] != wanted[number]}


def _repeats_aside(new: Document, old: Document, meant: Sequence[str]) -> bool:
    """Whether it differs only in what is read when, and only when, the text does not repeat it."""
    now = {_letters([s.text]) for s in split(replace(new, target_lang=old.target_lang)).segments}
    wanted = {_letters([text]) for text in meant}
    before = [_letters([s.text]) for s in old.segments]
    gone = all(any(other.startswith(_cut(text)) for other in now) for text in wanted - now)
    return gone and all(any(text.startswith(_cut(one)) for text in before) for one in now - wanted)


def _cut(text: str) -> str:
    """A text without the marks by which a summary says that it is cut off."""
    return text.rstrip("….[]")


def _corrected(document: Document, changes: Sequence[Change]) -> list[str]:
    """The texts of the segments as they are meant to be."""
    texts = {segment.id: segment.text for segment in document.segments}
    for change in sorted(changes, key=lambda change: -change.finding.start):
        finding = change.finding
        text = texts[finding.segment]
        texts[finding.segment] = text[: finding.start] + change.text + text[finding.end :]
    return list(texts.values())


def _letters(texts: Iterable[str]) -> str:
    """Texts without white space: where sentences are cut is no part of what they say."""
    return "".join("".join(text.split()) for text in texts)
