"""What reaches the user: the chosen format on stdout, everything else as single lines on stderr."""

from __future__ import annotations

import io
import os
import sys

from qa.errors import OutputError


def prepare() -> None:
    """Set the standard streams up, whatever the system's encoding: no character may stop a run.

    A file or a pipe always gets UTF-8 and line feeds, so that the same run gives the same bytes anywhere.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream is sys.stdout and not stream.isatty():
                stream.reconfigure(encoding="utf-8", newline="\n")
            stream.reconfigure(errors="backslashreplace")


def tell(message: str) -> None:
    """One line on stderr that begins with `qa:`; characters that would act on a terminal are escaped."""
    line = "".join(c if c.isprintable() else " " if c.isspace() else _escaped(c) for c in message)
    print(f"qa: {' '.join(line.split())}", file=sys.stderr)


def emit(text: str) -> None:
    """Write to stdout, whole; raises `OutputError` when it is closed or its disk is full.

    A reader that has gone (`qa check … | head`) is no error: the exit code still tells the result.
    """
    if sys.stdout is None:
        raise OutputError("there is no standard output to write to; use --output FILE")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
    except OSError as error:
        _let_go()
        raise OutputError(f"standard output: cannot be written: {error.strerror or error}") from None


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def colourful() -> bool:
    """Whether stdout is a terminal that may show colours (https://no-color.org)."""
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _let_go() -> None:
    # What is left in the buffer goes nowhere, else Python would try it again at the end and complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _escaped(char: str) -> str:
    return char.encode("unicode_escape", "replace").decode()
