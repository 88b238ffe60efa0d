"""From what the user named to the files to read: files, folders, patterns and `-`."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from qa.errors import ConfigError, InputError
from qa.readers.load import exists, shown

_SHOWN = 3  # files that are named of many
# Suffixes of what holds text in a format that is not read: word processors, pages for print, mail, subtitles.
_UNREAD = frozenset(".doc .docx .eml .epub .idml .mht .mhtml .odt .pages .pdf .rtf .srt .ttml .vtt".split())


def expand_paths(
    paths: Sequence[str],
    suffixes: Collection[str],
    holds: Callable[[str], bool],
    leave: Callable[[str], None],
) -> list[str]:
    """The files that `paths` name, in the order named; those of a folder or a pattern are sorted.

    A folder gives the files in it, at any depth, that end in one of `suffixes`; hidden ones are left out, and
    so are those of which `holds` says that they hold no text, and texts in formats that are not read, which
    `leave` is told. A file named twice is read once. Raises `qa.errors.InputError` for what is not there, and
    `qa.errors.ConfigError` for an empty path, which is mostly a variable that nobody set and to Python the current
    folder.
    """
    found: dict[str, None] = {}
    for path in paths:
        if not path:
            raise ConfigError("a path is empty; name a file or a folder, such as . for this one")
        if path != "-" and exists(path) and Path(path).is_dir():
            found.update(dict.fromkeys(_folder(path, suffixes, holds, leave)))
        else:
            found.update(dict.fromkeys(_expand_one(path)))
    return list(found)


def _expand_one(path: str) -> list[str]:
    if path == "-":
        return [path]
    if exists(path):
        return [as_file(path)]
    if glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))
        files = [as_file(m) for m in matches if Path(m).is_file()]
        if files:
            return files
        raise InputError(f"{shown(path)}: no file matches this pattern; check it, or quote it for the shell")
    raise InputError(f"{shown(path)}: there is no such file or folder; check the path")


def as_file(path: str) -> str:
    """The path of a file with forward slashes; one that is called "-" is no standard input."""
    plain = Path(path).as_posix()
    return plain if plain != "-" else "./-"


def told_left(files: Collection[str]) -> str:
    """What to tell of files in folders that were left out."""
    first = ", ".join(sorted(files)[:_SHOWN]) + ("…" if len(files) > _SHOWN else "")
    return f"left out, since of no format that is read: {len(files)} ({first})"


def _folder(
    path: str, suffixes: Collection[str], holds: Callable[[str], bool], leave: Callable[[str], None]
) -> list[str]:
    files = []
    texts = {*suffixes, *_UNREAD}
    for file in sorted(p.as_posix() for p in _walk(Path(path)) if known(p.name, texts)):
        if known(file, suffixes) and holds(file):
            files.append(file)
        else:
            leave(file)
    if not files:
        raise InputError(
            f"{shown(path)}: there is no article in this folder; name a file, or a folder with one of "
            + ", ".join(sorted(suffixes))
        )
    return files


def _walk(folder: Path) -> Iterator[Path]:
    # Links to folders are not followed, so that a link to a parent cannot lead round in circles.
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if not name.startswith(".") and file.is_file():
                yield file


def known(name: str, suffixes: Collection[str]) -> bool:
    """Whether a file name ends in one of the suffixes, packed with gzip or not."""
    return suffix(name) in suffixes


def suffix(name: str) -> str:
    """The suffix of a file name in lower case; that of the packed file for `.gz`."""
    path = Path(name.lower())
    return path.with_suffix("").suffix if path.suffix == ".gz" else path.suffix
