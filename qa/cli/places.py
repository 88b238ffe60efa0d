"""Keeps what a run writes apart from what it reads: no result over an input, no two results in one file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qa.errors import OutputError

if TYPE_CHECKING:
    import typer

ELSEWHERE = "name another place for what is written"


class Place(NamedTuple):
    """A file of a run, and what it is to the user, such as "the glossary"."""

    path: Path
    what: str


def keep_apart(read: Iterable[Place], written: Iterable[Place], advice: str = ELSEWHERE) -> None:
    """Raise `OutputError` where something would be written over what is read, or over another result.

    Files are the same by their real paths, and by what the disk knows them by where they are there.
    """
    inputs = {mark: place.what for place in read for mark in _marks(place.path)}
    results: dict[object, str] = {}
    for path, what in written:
        for mark in _marks(path):
            if mark in inputs:
                raise OutputError(f"{path}: is {inputs[mark]}; {advice}")
            if mark in results:
                raise OutputError(
                    f"{path}: {results[mark]} and {what} are both to be written there; give each a file of its own"
                )
        results |= dict.fromkeys(_marks(path), what)


def glossaries(paths: Iterable[Path]) -> list[Place]:
    """Glossaries as places that are read."""
    return [Place(path, "the glossary") for path in paths]


def texts(paths: Iterable[str]) -> list[Place]:
    """Texts as places that are read; standard input has none."""
    return [Place(Path(path), "the text that was checked") for path in paths if path != "-"]


def inputs_of(check: typer.Context) -> list[Place]:
    """What a run with the options of `qa check` reads beside its texts."""
    from qa.backtranslate import local_path
    from qa.glossary import glossaries_of

    options: dict[str, Any] = check.params
    found = glossaries_of(options["glossary"] or [], default=options["default_glossary"])
    kind, _, recording = (options["backend"] or "").partition(":")
    named = {
        "the source text": options["source"],
        "the baseline": options["baseline"],
        "the file of settings": check.obj.path,
        "the recording": local_path(recording) if kind == "recorded" else None,
    }
    return glossaries(found) + [Place(Path(path), what) for what, path in named.items() if path]


def _marks(path: Path) -> Iterator[object]:
    """What a file is known by; a device or a pipe may be written to and read by anybody."""
    try:
        real = os.path.realpath(path)
        found = os.stat(real)
    except FileNotFoundError:
        yield real
    except (OSError, ValueError):
        # A place that cannot be is told of where it is used.
        return
    else:
        if stat.S_ISREG(found.st_mode):
            yield from (real, (found.st_dev, found.st_ino))
