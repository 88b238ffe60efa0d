"""Runs `qa` in this process through its real entry point, with streams, arguments and exit code of its own."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Sequence
from typing import NamedTuple
from unittest import mock

from qa.cli import main


class Result(NamedTuple):
    """What came of one run: the exit code, and both streams as the bytes would read."""

    code: int
    out: str
    err: str

    @property
    def bytes(self) -> bytes:
        """Standard output as its bytes."""
        return self.out.encode("utf-8", "surrogateescape")

    @property
    def lines(self) -> list[str]:
        """The lines on stderr."""
        return self.err.splitlines()


class _Stream(io.TextIOWrapper):
    """A stream as a system might hand it over: neither a terminal nor in UTF-8."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False, encoding: str = "ascii") -> None:
        self.bytes = io.BytesIO(data)
        self.terminal = terminal
        super().__init__(self.bytes, encoding=encoding)

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode("utf-8", "surrogateescape")


def run(arguments: Sequence[str], stdin: bytes = b"", *, terminal: bool = False) -> Result:
    """Run `qa` with these arguments; `terminal` says that stdout is one."""
    out = _Stream(terminal=terminal, encoding="utf-8" if terminal else "ascii")
    err = _Stream(encoding="utf-8")
    with (
        mock.patch("sys.stdin", _Stream(stdin)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main(arguments)
        except SystemExit as end:
            code = end.code
    return Result(code if isinstance(code, int) else 2, out.text(), err.text())
