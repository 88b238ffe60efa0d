"""What reaches the user: the chosen format on stdout, everything else as single lines on stderr."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from typing import Any, TextIO, TypeVar, cast

from qa.errors import OutputError

_T = TypeVar("_T")


def prepare() -> None:
    """Set the standard streams up, whatever the system's encoding: no character may stop a run.

    A file or a pipe always gets UTF-8 and line feeds, so that the same run gives the same bytes anywhere.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream is sys.stdout and not stream.isatty():
                stream.reconfigure(encoding="utf-8", newline="\n")
            stream.reconfigure(errors="backslashreplace")
    if sys.stdout is not None and not isinstance(sys.stdout, _Out):
        sys.stdout = cast("TextIO", _Out(sys.stdout))


class _Out:
    """Standard output for whoever writes to it, also the library that prints the help.

    Closed or on a full disk it raises `OutputError`. A reader that has gone (`qa check … | head`) is no error: the
    exit code still tells the result.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    @property
    def buffer(self) -> _Out:
        """The same for bytes."""
        return _Out(self._stream.buffer)

    def write(self, data: str | bytes) -> int:
        """Write text, or bytes to a stream of bytes."""
        return self._guarded(lambda: self._stream.write(data), len(data))

    def flush(self) -> None:
        """Let go what was written."""
        self._guarded(self._stream.flush, None)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _guarded(self, act: Callable[[], _T], otherwise: _T) -> _T:
        try:
            return act()
        except BrokenPipeError:
            self._let_go()
            return otherwise
        except OSError as error:
            self._let_go()
            raise OutputError(f"standard output: cannot be written: {error.strerror or error}") from None

    def _let_go(self) -> None:
        # What is left in the buffer goes nowhere, else Python would try it again at the end and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())


def tell(message: str) -> None:
    """One line on stderr that begins with `qa:`; characters that would act on a terminal are escaped."""
    line = "".join(c if c.isprintable() else " " if c.isspace() else _escaped(c) for c in message)
    print(f"qa: {' '.join(line.split())}", file=sys.stderr)


def emit(text: str | bytes) -> None:
    """Write to stdout, whole; raises `OutputError` when it is closed or its disk is full."""
    if sys.stdout is None:
        raise OutputError("there is no standard output to write to; use --output FILE")
    if isinstance(text, str):
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text)
    sys.stdout.flush()


def emit_line(text: str) -> None:
    """Write one line, or several, to stdout, with what would act on a terminal shown by signs; see `emit`."""
    if not text.replace("\n", "").isprintable():
        from qa.reporters.visible import visible

        text = visible(text)
    emit(f"{text}\n")


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def colourful() -> bool:
    """Whether stdout is a terminal that may show colours (https://no-color.org)."""
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _escaped(char: str) -> str:
    return char.encode("unicode_escape", "replace").decode()
