"""Which encoding bytes are in; what is no text is told by its first bytes."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from qa.readers.guess import guess

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
_IN_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})""")
_IN_HTML = re.compile(rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})""", re.I)
_BEGINNING = 2048  # bytes in which a file says its encoding
# Codecs of Python that no file is in, and one that no browser reads any more.
_NO_ENCODING = ("charmap", "idna", "palmos", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7")


class RefusedError(Exception):
    """Bytes that are no text, or not in the encoding they say; the message goes on from the file's name."""


class Encoding(NamedTuple):
    """A codec, and the length of the byte order mark to leave out."""

    name: str
    mark: int = 0


def encoding(head: bytes, markup: bool) -> Encoding:
    """The encoding of a file by its first bytes: its byte order mark, its declaration, or UTF-8.

    `markup` says that an XML or HTML declaration counts. Raises `RefusedError`.
    """
    for mark, name in _BOMS:
        if head.startswith(mark):
            return Encoding(name, len(mark))
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise RefusedError(f"looks like {what}, not text; name a text file")
    check_text(head)
    return Encoding(_declared(head) if markup else "utf-8")


def check_text(data: bytes | str) -> None:
    """Raise `RefusedError` for data with a NUL, which no text has."""
    if (b"\0" if isinstance(data, bytes) else "\0") in data:  # type: ignore[operator]
        raise RefusedError("looks like a binary file, not text; name a text file")


def _declared(head: bytes) -> str:
    found = _IN_XML.search(head[:_BEGINNING]) or _IN_HTML.search(head[:_BEGINNING])
    if not found:
        return "utf-8"
    name = found.group(1).decode("ascii")
    codec, letter = _codec(name)
    if codec in ("utf-8", "utf-8-sig", "ascii") or (found.re is _IN_HTML and codec.startswith("utf-16")):
        # So a browser takes UTF-16 here, since a declaration that can be read before it is known is not in it.
        return "utf-8"
    if letter == b"a" and (head.isascii() or not _is_utf8(head)):
        return codec
    told = "is UTF-8; correct the declaration" if _is_utf8(head) else "is not in it; save it as UTF-8"
    raise RefusedError(f"declares the encoding {name} but {told}")


def _codec(name: str) -> tuple[str, bytes]:
    """The codec of a declared encoding, and the letter "a" in it."""
    try:
        codec = codecs.lookup(name).name
        if codec.replace("_", "-") not in _NO_ENCODING:
            return codec, "a".encode(codec)
    except (LookupError, UnicodeError, TypeError, ValueError):
        pass
    raise RefusedError(f"declares the encoding {name!r}, which is unknown; save it as UTF-8")


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(data)
    except UnicodeDecodeError:
        return False
    return True


def undecodable(data: bytes, name: str, error: UnicodeDecodeError, path: str) -> RefusedError:
    """What to tell of bytes that are not in the encoding `name`: which they may be in, how to convert."""
    at = error.object[error.start : error.start + 1]
    told = (
        f"is not valid {name.upper()} (byte 0x{at.hex().upper()})" if at else f"is not valid {name.upper()}"
    )
    found = guess(data)
    if found is None:
        return RefusedError(f"{told}; save it as UTF-8")
    return RefusedError(f"{told}; it looks like {found}: convert it with `iconv -f {found} -t UTF-8 {path}`")
