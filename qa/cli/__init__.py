"""The command line: the only place that prints, asks and exits."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NoReturn

from qa.cli.console import prepare, tell
from qa.errors import QaError
from qa.signals import ENDING

INTERRUPTED = 130
_HOUSE = os.path.dirname(os.path.dirname(__file__)) + os.sep


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `qa` with the arguments of the process, or with these, and exit.

    What a user can mend ends in one line on stderr and exit code 2, whatever it is.
    """
    prepare()
    with _clean_when_ended():
        sys.exit(_run(sys.argv[1:] if arguments is None else list(arguments)))


class _Ended(SystemExit):
    """SIGTERM or SIGHUP has come."""


@contextmanager
def _clean_when_ended() -> Iterator[None]:
    """Let SIGTERM, as `docker stop` and cancelled jobs send it, unwind like an interrupt: nothing is left behind.

    So does SIGHUP, which comes when a terminal or a connection is closed, unless it is ignored (`nohup`).
    """
    # Who calls from another thread, where Python takes no handlers, looks after signals itself.
    here = threading.current_thread() is threading.main_thread()
    ours = [sent for sent in ENDING if here and signal.getsignal(sent) is signal.SIG_DFL]
    for sent in ours:
        signal.signal(sent, _end)
    try:
        yield
    except _Ended:
        # The terminal may be gone.
        with suppress(OSError):
            tell("ended")
        raise
    finally:
        for sent in ours:
            signal.signal(sent, signal.SIG_DFL)


def _end(number: int, _frame: object) -> NoReturn:
    # Once is enough: what is being put away is not to be stopped half-way.
    for sent in ENDING:
        signal.signal(sent, signal.SIG_IGN)
    raise _Ended(128 + number)


def _run(arguments: list[str]) -> int:
    try:
        os.getcwd()
    except OSError:
        return _told("the current folder is gone; change to another one")
    try:
        from typer import Abort, TyperException

        from qa.cli.app import app, misuse
    except ImportError as error:
        return _told(f"the installation is incomplete ({error}); install qa-news again")
    try:
        code = app(arguments, prog_name="qa", standalone_mode=False)
    except QaError as error:
        return _told(str(error))
    except TyperException as error:
        return _told(misuse(error))
    except Abort:
        return _told("stopped at a question; nothing was changed")
    except MemoryError:
        return _told("out of memory: check fewer or smaller files at a time, or with fewer --jobs")
    except Exception as error:
        return _told(_unexpected(error))
    if code == INTERRUPTED:
        tell("interrupted")
    return code or 0


def _told(message: str) -> int:
    tell(message)
    return 2


def _unexpected(error: Exception) -> str:
    """A bug in one line: what happened, where in qa, and how to report it."""
    import traceback

    if os.environ.get("QA_DEBUG"):
        traceback.print_exc()
    steps = traceback.extract_tb(error.__traceback__)
    own = [step for step in steps if step.filename.startswith(_HOUSE)] or list(steps)
    place = f" at {own[-1].filename.removeprefix(_HOUSE)}:{own[-1].lineno}" if own else ""
    notes = "".join(f", {note}" for note in getattr(error, "__notes__", ()))
    return (
        f"internal error{place}{notes}: {type(error).__name__}: {str(error)[:300]}; this is a bug in qa:"
        " please report it with what `QA_DEBUG=1` before the same command prints"
    )
