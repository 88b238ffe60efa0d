"""Corrections as a unified diff that `git apply` and `patch` take: bytes as they lie on disk, names as git quotes them.

What neither of them can correct is in it as comments, which both pass over.
"""

from __future__ import annotations

import difflib
import gzip
import os

_PACKED = b"\x1f\x8b"
# How git writes characters of a name that would break the line it stands in; others are octal numbers.
_ESCAPES = {
    7: b"\\a",
    8: b"\\b",
    9: b"\\t",
    10: b"\\n",
    11: b"\\v",
    12: b"\\f",
    13: b"\\r",
    34: b'\\"',
    92: b"\\\\",
}


def diff(path: str, old: bytes, new: bytes) -> bytes:
    """What changes in a file from its old bytes to its new ones; packed files by what is inside."""
    if (reason := beyond(path, old)) is None:
        return _unified(_from_here(path), old, new)
    # What comes here was unpacked before, within bounds.
    inside = (gzip.decompress(data) if data.startswith(_PACKED) else data for data in (old, new))
    head = f"neither git nor patch corrects this file, since {reason}; qa fix --write does\n".encode()
    lines = (head + _unified(path, *inside)).split(b"\n")[:-1]
    return b"".join(b"# " + line + b"\n" for line in lines)


def beyond(path: str, data: bytes) -> str | None:
    """Why neither `git apply` nor `patch` can correct a file from here; None where they can."""
    if data.startswith(_PACKED):
        return "it is packed"
    place = _from_here(path)
    if os.path.isabs(place) or place.split("/")[0] == os.pardir:
        return "it lies outside the current folder"
    return None


def _from_here(path: str) -> str:
    """A path as seen from the current folder, links resolved: git does not follow them."""
    try:
        return os.path.relpath(os.path.realpath(path), os.path.realpath(os.curdir)).replace(os.sep, "/")
    except ValueError:
        # Another drive has no relative path.
        return path


def _unified(path: str, old: bytes, new: bytes) -> bytes:
    before, after = (_lines(data) for data in (old, new))
    name = os.fsencode(path)
    head = b"--- %s\n+++ %s\n" % (_quoted(b"a/" + name), _quoted(b"b/" + name))
    out = [head]
    for line in list(difflib.diff_bytes(difflib.unified_diff, before, after, n=3))[2:]:
        out.append(line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n")
    return b"".join(out)


def _lines(data: bytes) -> list[bytes]:
    """The lines with their ends, as git counts them: it knows the line feed alone."""
    *whole, last = data.split(b"\n")
    return [line + b"\n" for line in whole] + [last] * bool(last)


def _quoted(name: bytes) -> bytes:
    """A name as it stands in the header of a diff: in quotation marks where need be."""
    try:
        name.decode("utf-8")
        last = 0xFF
    except UnicodeDecodeError:
        last = 0x7E
    written = b"".join(
        _ESCAPES.get(byte) or (bytes([byte]) if 0x20 <= byte <= last and byte != 0x7F else b"\\%03o" % byte)
        for byte in name
    )
    # A blank would end the name for `patch`, were it not for the tab behind.
    end = b"\t" * (b" " in name)
    return written + end if written == name else b'"%s"' % written + end
