"""Bytes from outside become text here: bounded, unpacked, decoded, or refused with one clear line."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO, BinaryIO, cast

from qa.errors import InputError, unread
from qa.model import Side
from qa.readers.decode import RefusedError, check_text, encoding, undecodable

MAX_BYTES = 256 * 1024 * 1024
MAX_LINE = 10_000_000
_CHUNK = 64 * 1024
_HEAD = 4096
_RATIO_FROM = 16 * 1024 * 1024
_RATIO = 200


def shown(text: str) -> str:
    """A path or message as it may stand on one line of a terminal: what cannot be printed is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


@dataclass(frozen=True, slots=True)
class File:
    """One input file, or standard input, that can be read once or more as text.

    `path` is as the user named it. `limit` bounds the unpacked bytes. `markup` says that the file may
    declare its encoding itself, as XML and HTML do. `heard` is told every chunk before it is given. `given` are
    the sides whose language the user names, so that a wrong label of the file does no harm.
    """

    path: str
    stdin: BinaryIO | None = None
    limit: int = MAX_BYTES
    markup: bool = False
    heard: Callable[[str], None] | None = None
    given: Collection[Side] = ()

    def error(self, message: str, line: int | None = None, column: int | None = None) -> InputError:
        """An error that starts with the place it is about."""
        place = ":".join([self.path, *(str(n) for n in (line, column) if n is not None)])
        # What is quoted from the file may hold anything.
        return InputError(shown(f"{place}: {message}"))

    def chunks(self) -> Iterator[str]:
        """The decoded text in chunks of bounded size, without a byte order mark."""
        lines = _LineCount()
        try:
            for chunk in self._decoded(lines):
                if lines.add(chunk) > MAX_LINE:
                    told = (
                        f"is longer than {MAX_LINE:,} characters, more than is read of one line; break it up"
                    )
                    raise self.error(told, lines.number)
                if self.heard is not None:
                    self.heard(chunk)
                yield chunk
        except RefusedError as refused:
            raise self.error(str(refused)) from None

    def lines(self) -> Iterator[str]:
        r"""The lines with their ends (\n, \r or \r\n)."""
        rest, held = "", ""
        for chunk in self.chunks():
            text = held + chunk
            # A \r at the very end may be half of a \r\n: it waits for the next chunk.
            held = "\r" if text.endswith("\r") else ""
            pieces = io.StringIO(text[: len(text) - len(held)], newline="").readlines()
            for piece in pieces:
                rest += piece
                if piece[-1] in "\r\n":
                    yield rest
                    rest = ""
        if rest or held:
            yield rest + held

    def text(self) -> str:
        """The whole text."""
        return "".join(self.chunks())

    def data(self) -> bytes:
        """All bytes, unpacked."""
        return b"".join(self._blocks())

    def _decoded(self, lines: _LineCount) -> Iterator[str]:
        blocks = self._blocks()
        head = b""
        while len(head) < _HEAD and (block := next(blocks, b"")):
            head += block
        if not head:
            return
        name, mark = encoding(head, self.markup)
        decoder = codecs.getincrementaldecoder(name)("strict")
        try:
            for block in chain((head[mark:],), blocks):
                head = block
                chunk = decoder.decode(block)
                check_text(chunk)
                yield chunk
            yield decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            refused = undecodable(head, name, error, self.path)
            line = lines.number + error.object[: error.start].count(b"\n")
            raise self.error(str(refused), line) from None

    @contextmanager
    def _open(self) -> Iterator[IO[bytes]]:
        if self.path == "-":
            if self.stdin is None:
                raise self.error("there is no standard input to read")
            yield self.stdin
            return
        try:
            stream = open(self.path, "rb")  # noqa: SIM115 (closed below; only opening is to be guarded here)
        except FileNotFoundError:
            raise self.error("there is no such file; check the path") from None
        except (OSError, ValueError) as error:
            raise self.error(unread(error)) from None
        with stream:
            yield stream

    def _blocks(self) -> Iterator[bytes]:
        size = 0
        with self._open() as stream:
            try:
                for block in self._unpacked(stream):
                    size += len(block)
                    if size > self.limit:
                        most = self.limit // 1024 // 1024
                        raise self.error(
                            f"is larger than {most} MiB, more than is read of one file; split it"
                        )
                    yield block
            except OSError as error:
                raise self.error(unread(error)) from None

    def _unpacked(self, stream: IO[bytes]) -> Iterator[bytes]:
        head = stream.read(_CHUNK) or b""
        if head[:2] != b"\x1f\x8b":
            while head:
                yield head
                head = stream.read(_CHUNK) or b""
            return
        packed, given = _Packed(head, stream), 0
        try:
            with gzip.GzipFile(fileobj=cast(IO[bytes], packed), mode="rb") as unzip:
                while block := unzip.read(_CHUNK):
                    given += len(block)
                    if given > _RATIO_FROM and given > _RATIO * packed.taken:
                        raise self.error(f"unpacks to over {_RATIO} times its size; unpack it yourself first")
                    yield block
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise self.error("is a broken gzip file; pack it again") from None


@dataclass(slots=True)
class _LineCount:
    """The line that is being read, and how long it already is."""

    number: int = 1
    length: int = 0
    _after_return: bool = False

    def add(self, chunk: str) -> int:
        """Count a chunk; the length of the line that was open before it, or is open after it, if longer."""
        ends = chunk.count("\n") + chunk.count("\r") - chunk.count("\r\n")
        if not ends:
            self.length += len(chunk)
            self._after_return = self._after_return and not chunk
            return self.length
        first = min(at for at in (chunk.find("\n"), chunk.find("\r")) if at >= 0)
        if self.length + first > MAX_LINE:
            return self.length + first
        self.number += ends - (self._after_return and chunk[0] == "\n")
        self.length = len(chunk) - 1 - max(chunk.rfind("\n"), chunk.rfind("\r"))
        self._after_return = chunk[-1] == "\r"
        return self.length


class _Packed:
    """What `gzip` reads from: the first bytes, already taken, then the stream; counts what was taken."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head, self._stream, self.taken = head, stream, 0

    def read(self, size: int) -> bytes:
        data, self._head = self._head[:size], self._head[size:]
        data = data or self._stream.read(size) or b""
        self.taken += len(data)
        return data


def exists(path: str) -> bool:
    """Whether something can be found at a path; a path that cannot exist does not."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
