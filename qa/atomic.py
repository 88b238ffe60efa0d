"""Writes files whole or not at all: a crash or a full disk leaves what stood there before."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from qa.errors import OutputError

_ADVICE = {
    errno.EACCES: "no permission to write here; choose another place",
    errno.EPERM: "no permission to write here; choose another place",
    errno.EROFS: "the file system is read-only; choose another place",
    errno.ENOSPC: "the disk is full; free some space and try again",
    errno.EDQUOT: "the disk quota is used up; free some space and try again",
    errno.EFBIG: "the file would be too large for this file system; choose another place",
    errno.ENOENT: "its folder does not exist; create the folder first",
    errno.EEXIST: "a part of its path is a file, not a folder; choose another place",
    errno.ENOTDIR: "a part of its path is a file, not a folder; choose another place",
    errno.EISDIR: "it is a folder; name a file",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}
# Paths that name a stream which is open already, such as a shell's redirection or >(command).
_OPEN = re.compile(r"/dev/std(?P<named>out|err)|/(?:dev|proc/self)/fd/(?P<number>\d{1,9})")
_NUMBERS = {"out": 1, "err": 2}


def write_text(
    path: str | os.PathLike[str], text: str, *, parents: bool = False, durable: bool = True
) -> None:
    """Write `text` as UTF-8, line ends as they are, in place of what `path` holds.

    Raises `qa.errors.OutputError` with one line when it cannot; see `write_bytes`.
    """
    write_bytes(path, text.encode("utf-8", "surrogateescape"), parents=parents, durable=durable)


def write_bytes(
    path: str | os.PathLike[str], data: bytes, *, parents: bool = False, durable: bool = True
) -> None:
    """Write `data` in place of what `path` holds, atomically and durably; see `Replacement`."""
    new = Replacement(path, parents=parents, durable=durable)
    try:
        new.write(data)
        new.commit()
    finally:
        new.discard()


def open_stream(path: str | os.PathLike[str]) -> int | None:
    """The descriptor of the open stream that a path such as /dev/stdout names; None for every other path."""
    found = _OPEN.fullmatch(os.path.abspath(path))
    return None if found is None else _NUMBERS.get(found["named"]) or int(found["number"])


class Replacement:
    """A file that is being written in the place of another, which it takes only when it is complete.

    The bytes go to a new file beside the old one, reach the disk, and only then take the old one's name.
    Permissions and, where allowed, the owner of the old file stay; a symbolic link stays and its target is
    rewritten; a device or a pipe is written directly, and a stream that is open already (/dev/stdout) is written
    on, also where a file lies behind it. With `parents` missing folders are created. Without
    `durable` the file may be lost when the power fails soon after, which is right for what can be made anew
    and comes in thousands: waiting for the disk takes longer than all the rest. Every method raises
    `qa.errors.OutputError` with one line; the old file is then untouched. `discard` leaves no temporary file
    behind and may be called at any time.
    """

    def __init__(self, path: str | os.PathLike[str], *, parents: bool = False, durable: bool = True) -> None:
        self._named = Path(path)
        self._durable = durable
        self._temporary: Path | None = None
        self._stream: BinaryIO | None = None
        with self._telling():
            if (descriptor := open_stream(path)) is not None:
                self._stream = os.fdopen(os.dup(descriptor), "wb")
                return
            self._target = self._named.resolve()
            if parents:
                self._target.parent.mkdir(parents=True, exist_ok=True)
            self._old = _status(self._target)
            self._stream = self._open()

    def write(self, data: bytes) -> None:
        """Append to the new file."""
        with self._telling():
            self._open_stream.write(data)

    def commit(self) -> None:
        """Put the new file in the place of the old one."""
        with self._telling():
            stream = self._open_stream
            stream.flush()
            if self._temporary is not None:
                if self._old is not None:
                    _take_over(stream.fileno(), self._old)
                if self._durable:
                    os.fsync(stream.fileno())
            stream.close()
            if self._temporary is not None:
                os.replace(self._temporary, self._target)
                self._temporary = None
                if self._durable:
                    _sync_folder(self._target.parent)

    def discard(self) -> None:
        """Give up what has not been committed."""
        with contextlib.suppress(OSError):
            if self._stream is not None:
                self._stream.close()
        with contextlib.suppress(OSError):
            if self._temporary is not None:
                self._temporary.unlink()
        self._temporary = None

    @property
    def _open_stream(self) -> BinaryIO:
        if self._stream is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return self._stream

    def _open(self) -> BinaryIO:
        old, target = self._old, self._target
        if old is not None and stat.S_ISDIR(old.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if old is not None and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if old is not None and not stat.S_ISREG(old.st_mode):
            return open(target, "wb")
        temporary = target.parent / f".{target.name[:100]}.{secrets.token_hex(8)}.tmp"
        # The mode is that of any new file: the system takes the user's umask off by itself.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(temporary, flags, 0o666)
        self._temporary = temporary
        return open(descriptor, "wb")

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except (OSError, RuntimeError, ValueError) as error:
            self.discard()
            raise OutputError(f"{self._named}: cannot be written: {_advice(error)}") from error


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _take_over(descriptor: int, old: os.stat_result) -> None:
    """Give the new file the owner and the permissions of the old one, as far as the system lets us."""
    if hasattr(os, "fchown"):
        # Only an administrator may give a file away; for anybody else the new file is simply theirs.
        with contextlib.suppress(OSError):
            os.fchown(descriptor, old.st_uid, old.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; a system that cannot open folders keeps names by other means."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _advice(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno in _ADVICE:
        return _ADVICE[error.errno]
    return (str(error) or type(error).__name__).replace("\n", " ")
