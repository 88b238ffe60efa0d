"""Writes files whole or not at all: a crash or a full disk leaves what stood there before."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

from qa.errors import OutputError

_ADVICE = {
    errno.EACCES: "no permission to write here; choose another place",
    errno.EPERM: "no permission to write here; choose another place",
    errno.EROFS: "the file system is read-only; choose another place",
    errno.ENOSPC: "the disk is full; free some space and try again",
    errno.EDQUOT: "the disk quota is used up; free some space and try again",
    errno.EFBIG: "the file would be too large for this file system; choose another place",
    errno.ENOENT: "its folder does not exist; create the folder first",
    errno.ENOTDIR: "a part of its path is a file, not a folder; choose another place",
    errno.EISDIR: "it is a folder; name a file",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def write_text(path: str | os.PathLike[str], text: str, *, parents: bool = False) -> None:
    """Write `text` as UTF-8, line ends as they are, in place of what `path` holds.

    Raises `qa.errors.OutputError` with one line when it cannot; see `write_bytes`.
    """
    write_bytes(path, text.encode("utf-8", "surrogateescape"), parents=parents)


def write_bytes(path: str | os.PathLike[str], data: bytes, *, parents: bool = False) -> None:
    """Write `data` in place of what `path` holds, atomically and durably.

    The bytes go to a new file beside the old one, reach the disk, and only then take the old one's name.
    Permissions and, where allowed, the owner of the old file stay; a symbolic link stays and its target is
    rewritten; a device or a pipe is written directly. With `parents` missing folders are created. Raises
    `qa.errors.OutputError` with one line; the old file is then untouched and no temporary file is left.
    """
    named = Path(path)
    try:
        target = named.resolve()
        if parents:
            target.parent.mkdir(parents=True, exist_ok=True)
        old = _status(target)
        if old is not None and stat.S_ISDIR(old.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if old is not None and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if old is not None and not stat.S_ISREG(old.st_mode):
            target.write_bytes(data)
        else:
            _replace(target, data, old)
    except (OSError, RuntimeError, ValueError) as error:
        raise OutputError(f"{named}: cannot be written: {_advice(error)}") from error


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, old: os.stat_result | None) -> None:
    temporary = target.parent / f".{target.name[:100]}.{secrets.token_hex(8)}.tmp"
    # The mode is that of any new file: the system takes the user's umask off by itself.
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            if old is not None:
                _take_over(stream.fileno(), old)
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


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
