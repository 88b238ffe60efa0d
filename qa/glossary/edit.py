"""Changes a glossary file so that nothing is lost: one writer at a time, whole files only."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from qa.atomic import write_text
from qa.errors import GlossaryError, OutputError
from qa.glossary import table, validity
from qa.glossary.csv_reader import sound
from qa.glossary.fmt import canonical_text
from qa.glossary.lines import HEADER, join
from qa.glossary.table import Line, Row, Table

WAIT_SECONDS = 20.0


def update(
    path: Path, change: Callable[[Table], str], *, create: bool = False, wait: float = WAIT_SECONDS
) -> bool:
    """Replace a glossary by what `change` makes of it; returns whether that differs from what it was.

    The file is locked from reading to writing, so that two people who edit it at once both get their
    change. With `create` a missing file counts as an empty glossary. Raises `GlossaryError` if the file
    cannot be read or stays locked, `OutputError` if it cannot be written; the old file is then as it was.
    """
    with locked(path, wait):
        if create and not path.exists():
            before = table.parse(f"{HEADER}\n".encode(), path.as_posix())
            write_text(path, change(before))
            return True
        before = table.read(path)
        text = change(before)
        if hashlib.sha256(text.encode()).hexdigest() == before.digest:
            return False
        write_text(path, text)
        return True


@contextlib.contextmanager
def locked(path: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the lock of a glossary; raises `GlossaryError` if somebody else holds it for `wait` seconds."""
    beside = path.resolve().with_name(f".{path.name}.lock")
    lock = FileLock(beside, timeout=wait)
    try:
        lock.acquire()
    except Timeout:
        raise GlossaryError(
            f"{path}: somebody else is changing this glossary; try again in a moment"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"{path}: cannot be locked for changing: {reason}") from None
    try:
        yield
    finally:
        # Removed while still held: whoever waits for it sees that and makes a new one.
        with contextlib.suppress(OSError):
            beside.unlink()
        lock.release()


def with_rows(before: Table, rows: Sequence[Row], head: Sequence[str] = ()) -> str:
    """The canonical text of a glossary with rows added, and comment lines above its header.

    Raises `GlossaryError` if the glossary has faults, or would have them with these rows.
    """
    lines = (*before.lines, *(Line(0, join(row), row, ()) for row in rows))
    faulty = bool(validity.faults(lines))
    if faulty:
        sound(before)
    comments = (*before.head, *(line for line in head if line not in before.head))
    text = canonical_text(replace(before, lines=lines, head=comments))
    if faulty:
        sound(table.parse(text.encode(), before.path))
    return text
