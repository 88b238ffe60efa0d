"""Reads the files that people hand to a glossary command, none of which is trusted."""

from __future__ import annotations

from pathlib import Path

from qa.errors import GlossaryError

MAX_BYTES = 256 * 1024 * 1024


def read_bytes(path: Path, expected: str) -> bytes:
    """The bytes of a file; raises `GlossaryError` that says what to give instead, such as "a TBX file"."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise GlossaryError(f"{path}: larger than {MAX_BYTES >> 20} MB; split it into several files")
        return path.read_bytes()
    except FileNotFoundError:
        raise GlossaryError(f"{path}: no such file; give the path of {expected}") from None
    except IsADirectoryError:
        raise GlossaryError(f"{path}: a folder, not a file; give the path of {expected}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise GlossaryError(f"{path}: cannot be read: {reason}") from None


def decode(data: bytes, path: Path) -> str:
    """The text of a UTF-8 file, with or without a byte order mark; raises `GlossaryError` with the place."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column, message = encoding_fault(data, error)
        raise GlossaryError(f"{path}:{line}:{column}: {message}") from None


def encoding_fault(data: bytes, error: UnicodeDecodeError) -> tuple[int, int, str]:
    """Line, column and message for bytes that are not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return 1, 1, "the file is UTF-16; expected UTF-8 (save as 'CSV UTF-8')"
    line = data.count(b"\n", 0, error.start) + 1
    start = data.rfind(b"\n", 0, error.start) + 1
    column = len(data[start : error.start].decode("utf-8", "replace")) + 1
    return line, column, f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
