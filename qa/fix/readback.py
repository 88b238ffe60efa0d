"""Makes corrections in a file, and takes back each that does not read as it was meant.

The new file is read as any other. Its text must be the old text with the corrections and nothing else; where
it is not, the corrections are tried in halves until the one that is to blame stands alone.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qa.errors import InputError
from qa.fix.places import Edit, apply
from qa.model import CheckedDocument, Document, Finding
from qa.readers import read_documents
from qa.readers.decode import RefusedError, encoding
from qa.segment import split

_HEAD = 4096
_DECLARING = ("html", "feed", "xliff", "tmx", "newsml")


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file with its text; `mark` is its byte order mark."""

    path: str
    format: str
    source: str | None
    text: str
    mark: bytes
    codec: str

    def data(self) -> bytes:
        """The bytes."""
        return self.mark + self.text.encode(self.codec)

    def documents(self) -> list[Document]:
        """The documents that a reader finds in it."""
        stream = io.BytesIO(self.data())
        try:
            read = list(read_documents("-", input_format=self.format, source=self.source, stdin=stream))
        except InputError as error:
            # The reader takes what it is given for standard input.
            raise InputError(f"{self.path}{str(error).removeprefix('-')}") from None
        return [replace(document, path=self.path) for document in read]


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


def opened(data: bytes, path: str, format: str, source: str | None) -> File:
    """A file by its bytes; raises `qa.errors.InputError` for one that cannot be written back as it is."""
    if data[:2] == b"\x1f\x8b":
        raise InputError(f"{path}: is packed with gzip, and a packed file is not changed; unpack it first")
    try:
        codec, mark = encoding(data[:_HEAD], format in _DECLARING)
        text = data[mark:].decode(codec)
    except (RefusedError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from None
    file = File(path, format, source, text, data[:mark], codec)
    if file.data() != data:
        raise InputError(f"{path}: its encoding {codec} cannot be written back as it was; save it as UTF-8")
    return file


def make(
    file: File, checked: Sequence[CheckedDocument], changes: list[Change], before: Sequence[Change] = ()
) -> tuple[File, list[Change], list[Left]]:
    """The file with as many of the changes as read back as they were meant; those, and the others.

    `changes` are sorted by place. `before` are changes that the file holds already, all of them further on.
    """
    if not changes:
        return file, [], []
    new = replace(file, text=apply(file.text, [change.edit for change in changes]))
    if _reads_as_meant(new, checked, [*changes, *before]):
        return new, changes, []
    if len(changes) == 1:
        reason = "its place in the file cannot be told exactly; change it by hand"
        return file, [], [Left(changes[0].finding, reason)]
    middle = len(changes) // 2
    file, late, refused = make(file, checked, changes[middle:], before)
    file, early, more = make(file, checked, changes[:middle], [*late, *before])
    return file, early + late, more + refused


def _reads_as_meant(new: File, checked: Sequence[CheckedDocument], changes: Sequence[Change]) -> bool:
    try:
        documents = new.documents()
    except (InputError, UnicodeEncodeError):
        return False
    if len(documents) != len(checked):
        return False
    by_document: defaultdict[int, list[Change]] = defaultdict(list)
    for change in changes:
        by_document[change.document].append(change)
    return all(
        _same(document, one.document, by_document[number], new.format)
        for number, (document, one) in enumerate(zip(documents, checked, strict=True))
    )


def _same(new: Document, old: Document, changes: Sequence[Change], format: str) -> bool:
    meant = _corrected(old, changes)
    if _letters(s.source or "" for s in new.segments) != _letters(s.source or "" for s in old.segments):
        return False
    if _letters(s.text for s in new.segments) == _letters(meant):
        return True
    return format == "feed" and _repeats_aside(new, old, meant)


def _repeats_aside(new: Document, old: Document, meant: Sequence[str]) -> bool:
    """Whether a feed differs only in a summary that is read when, and only when, it does not repeat the text."""
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
