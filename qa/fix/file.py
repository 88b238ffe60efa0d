"""A file that is corrected: its text, with all that is needed to write it back byte for byte."""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass, replace

from qa.errors import InputError
from qa.fix.pack import Pack
from qa.model import Document, Side
from qa.readers import read_documents, reader_of
from qa.readers.decode import RefusedError, encoding, undecodable
from qa.readers.load import shown

_HEAD = 4096
# Bytes around one that cannot be decoded, by which the encoding is guessed.
_NEAR = 32 * 1024


@dataclass(frozen=True, slots=True)
class File:
    """A file by its text; `mark` is its byte order mark, `pack` how it was packed.

    `given` are the sides whose language need not be read from it.
    """

    path: str
    format: str
    source: str | None
    text: str
    mark: bytes
    codec: str
    pack: Pack | None = None
    given: Collection[Side] = ()

    def plain(self) -> bytes:
        """The bytes, unpacked."""
        return self.mark + self.text.encode(self.codec)

    def data(self) -> bytes:
        """The bytes as they lie on disk."""
        return self.plain() if self.pack is None else self.pack.packed(self.plain())

    def has(self, text: str) -> bool:
        """Whether the encoding of the file has all letters of a text."""
        try:
            text.encode(self.codec)
        except UnicodeEncodeError:
            return False
        return True

    def documents(self) -> list[Document]:
        """The documents that a reader finds in it."""
        stream = io.BytesIO(self.plain())
        try:
            found = read_documents(
                "-", input_format=self.format, source=self.source, stdin=stream, given=self.given
            )
            read = list(found)
        except InputError as error:
            # The reader takes what it is given for standard input.
            raise InputError(f"{self.path}{str(error).removeprefix('-')}") from None
        return [replace(document, path=self.path) for document in read]


def opened(data: bytes, path: str, format: str, source: str | None, given: Collection[Side] = ()) -> File:
    """A file by its bytes; raises `qa.errors.InputError` for one that cannot be written back as it is."""
    reader, pack = reader_of(format), Pack.of(data)
    plain = data if pack is None else Pack.unpacked(data, path, reader.limit)
    try:
        codec, mark = encoding(plain[:_HEAD], reader.markup)
        text = plain[mark:].decode(codec)
    except RefusedError as error:
        raise InputError(f"{path}: {error}") from None
    except UnicodeDecodeError as error:
        line = 1 + error.object.count(b"\n", 0, error.start)
        near = error.object[max(0, error.start - _NEAR) : error.start + _NEAR]
        raise InputError(shown(f"{path}:{line}: {undecodable(near, codec, error, path)}")) from None
    file = File(path, format, source, text, plain[:mark], codec, pack, given)
    if file.plain() != plain:
        raise InputError(f"{path}: its encoding {codec} cannot be written back as it was; save it as UTF-8")
    return file
