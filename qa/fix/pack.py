"""Files packed with gzip: unpacked to be corrected, and packed again with the name and time they carried."""

from __future__ import annotations

import gzip
import io
from typing import NamedTuple

from qa.errors import InputError
from qa.readers.load import File

_MAGIC = b"\x1f\x8b"
_HAS_EXTRA, _HAS_NAME = 4, 8
_FIXED = 10


class Pack(NamedTuple):
    """What the header of a packed file says about it: the name it was packed from, and when, in seconds."""

    name: str
    time: int

    @classmethod
    def of(cls, data: bytes) -> Pack | None:
        """How a file is packed; None where it is not."""
        if not data.startswith(_MAGIC):
            return None
        flags, time, at = int.from_bytes(data[3:4]), int.from_bytes(data[4:8], "little"), _FIXED
        if not flags & _HAS_NAME:
            return cls("", time)
        if flags & _HAS_EXTRA:
            at += 2 + int.from_bytes(data[at : at + 2], "little")
        return cls(data[at : max(at, data.find(b"\0", at))].decode("latin-1"), time)

    @staticmethod
    def unpacked(data: bytes, path: str, limit: int) -> bytes:
        """The contents; raises `qa.errors.InputError` where the file is broken or unpacks to too much."""
        try:
            return File("-", io.BytesIO(data), limit).data()
        except InputError as error:
            raise InputError(f"{path}{str(error).removeprefix('-')}") from None

    def packed(self, plain: bytes) -> bytes:
        """Other contents packed in the same way; the same contents always give the same bytes."""
        out = io.BytesIO()
        with gzip.GzipFile(self.name, "wb", fileobj=out, mtime=self.time) as stream:
            stream.write(plain)
        return out.getvalue()
