"""Bytes from outside become text here: bounded, unpacked, decoded, or refused with one clear line."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, cast

from qa.errors import InputError

MAX_BYTES = 256 * 1024 * 1024
MAX_LINE = 10_000_000
_CHUNK = 64 * 1024
_RATIO_FROM = 16 * 1024 * 1024
_RATIO = 200

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"RIFF", "a sound, image or video file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COMMON = ("cp1252", "cp1251", "cp1250", "latin_1", "koi8_r", "cp1256", "cp932", "gb18030", "big5")
_DECLARED = (
    re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})"""),
    re.compile(rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})""", re.I),
)


def shown(path: str) -> str:
    """A path as it may stand in a one-line message: control characters are escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "replace").decode() for c in path)


@dataclass(frozen=True, slots=True)
class File:
    """One input file, or standard input, that can be read once or more as text.

    `path` is as the user named it. `limit` bounds the unpacked bytes. `markup` says that the file may
    declare its encoding itself, as XML and HTML do.
    """

    path: str
    stdin: BinaryIO | None = None
    limit: int = MAX_BYTES
    markup: bool = False

    def error(self, message: str, line: int | None = None, column: int | None = None) -> InputError:
        """An error that starts with the place it is about."""
        place = ":".join([shown(self.path), *(str(n) for n in (line, column) if n is not None)])
        return InputError(f"{place}: {message}")

    def chunks(self) -> Iterator[str]:
        """The decoded text in chunks of bounded size, without a byte order mark."""
        blocks = self._blocks()
        head = next(blocks, b"")
        if not head:
            return
        encoding, skip = self._encoding(head)
        decoder = codecs.getincrementaldecoder(encoding)("strict")
        seen = head[:_CHUNK]
        try:
            yield self._clean(decoder.decode(head[skip:]))
            for block in blocks:
                seen = block
                yield self._clean(decoder.decode(block))
            yield decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise self._undecodable(seen, encoding, error) from None

    def lines(self) -> Iterator[str]:
        r"""The lines with their ends (\n, \r or \r\n), each of bounded length."""
        rest: list[str] = []
        length = number = 0
        held = ""
        for chunk in self.chunks():
            text = held + chunk
            # A \r at the very end may be half of a \r\n: it waits for the next chunk.
            held = "\r" if text.endswith("\r") else ""
            pieces = io.StringIO(text[: len(text) - len(held)], newline="").readlines()
            for piece in pieces:
                rest.append(piece)
                length += len(piece)
                if length > MAX_LINE:
                    raise self.error(f"is longer than {MAX_LINE:,} characters; break the line up", number + 1)
                if piece[-1] in "\r\n":
                    yield "".join(rest)
                    rest, length, number = [], 0, number + 1
        if rest or held:
            yield "".join(rest) + held

    def text(self) -> str:
        """The whole text, its lines bounded as in `lines`."""
        return "".join(self.lines())

    def _clean(self, text: str) -> str:
        if "\0" in text:
            raise self.error("looks like a binary file, not text; name a text file")
        return text

    @contextmanager
    def _open(self) -> Iterator[IO[bytes]]:
        if self.path == "-" and self.stdin is not None:
            yield self.stdin
            return
        try:
            stream = open(self.path, "rb")  # noqa: SIM115 (closed below; only opening is to be guarded here)
        except FileNotFoundError:
            raise self.error("there is no such file; check the path") from None
        except IsADirectoryError:
            raise self.error("is a folder, a file was expected") from None
        except (OSError, ValueError) as error:
            raise self.error(f"cannot be read ({getattr(error, 'strerror', None) or error})") from None
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
                raise self.error(f"cannot be read ({error.strerror or error})") from None

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

    def _encoding(self, head: bytes) -> tuple[str, int]:
        for mark, name in _BOMS:
            if head.startswith(mark):
                return name, len(mark)
        for magic, what in _MAGIC:
            if head.startswith(magic):
                raise self.error(f"looks like {what}, not text; name a text file")
        if b"\0" in head[:8192]:
            raise self.error("looks like a binary file, not text; name a text file")
        return self._declared(head) if self.markup else "utf-8", 0

    def _declared(self, head: bytes) -> str:
        found = next((m for m in (p.search(head[:2048]) for p in _DECLARED) if m), None)
        if not found:
            return "utf-8"
        name = found.group(1).decode("ascii")
        try:
            codec = codecs.lookup(name)
            "a".encode(codec.name).decode(codec.name)
        except (LookupError, UnicodeError, TypeError, ValueError):
            raise self.error(f"declares the encoding {name!r}, which is unknown; save it as UTF-8") from None
        if codec.name in ("utf-8", "ascii") or codec.name.startswith("utf-16"):
            return "utf-8"
        if not head.isascii() and _is_utf8(head):
            raise self.error(f"declares the encoding {name} but is UTF-8; correct the declaration")
        return codec.name

    def _undecodable(self, seen: bytes, encoding: str, error: UnicodeDecodeError) -> InputError:
        at = error.object[error.start : error.start + 1]
        byte = f"byte 0x{at.hex().upper()}" if at else "the end is missing"
        guess = _guess(seen)
        told = shown(self.path)
        if guess is None:
            return self.error(f"is not valid {encoding.upper()} ({byte}); save it as UTF-8")
        return self.error(
            f"is not valid {encoding.upper()} ({byte}); it looks like {guess}: "
            f"convert it with `iconv -f {guess} -t UTF-8 {told}`"
        )


class _Packed:
    """What `gzip` reads from: the first bytes, already taken, then the stream; counts what was taken."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head, self._stream, self.taken = head, stream, 0

    def read(self, size: int) -> bytes:
        data, self._head = self._head[:size], self._head[size:]
        data = data or self._stream.read(size) or b""
        self.taken += len(data)
        return data


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        return None
    # Several encodings may give the very same text: the one in most use is the likeliest to be known.
    same = best.could_be_from_charset
    name = next((common for common in _COMMON if common in same), best.encoding)
    return name.replace("_", "-").upper()


def read_lines(path: str) -> list[str]:
    """The lines of a text file without their ends."""
    return [line.rstrip("\r\n") for line in File(path).lines()]


def exists(path: str) -> bool:
    """Whether something can be found at a path; a path that cannot exist does not."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
