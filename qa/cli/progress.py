"""A progress bar on stderr, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(what: str, *, hidden: bool, sizes: bool = False) -> Iterator[Callable[[int, int], None] | None]:
    """Give a function (done, total) that moves the bar; None where nobody is looking. `sizes` are in bytes."""
    if hidden or not sys.stderr.isatty():
        yield None
        return
    from rich import progress as bars
    from rich.console import Console

    counts = bars.DownloadColumn() if sizes else bars.MofNCompleteColumn()
    columns = (bars.TextColumn("{task.description}"), bars.BarColumn(), counts, bars.TimeRemainingColumn())
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
