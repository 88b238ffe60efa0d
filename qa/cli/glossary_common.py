"""What the commands of `qa glossary` share: which files are meant, their rows, and messages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from qa.errors import ConfigError
from qa.glossary import default_path, table
from qa.glossary.csv_reader import sound
from qa.glossary.overlay import lay_over
from qa.glossary.places import style_path
from qa.glossary.table import Row
from qa.glossary.values import TYPES

Files = Annotated[list[Path] | None, typer.Argument(help="Glossary files; the default glossary if none.")]


def named_glossaries(files: list[Path] | None) -> list[Path]:
    """The files a user means: paths, names of house styles, or the default glossary."""
    return [style_path(str(path)) for path in files] if files else [default_path()]


def rows_of(paths: Iterable[Path]) -> list[Row]:
    """Rows of glossaries, each laid over the ones before it."""
    rows: list[Row] = []
    for path in paths:
        later = [line.row for line in sound(table.read(path)).lines]
        rows = lay_over(rows, later) if rows else later
    return rows


def say(text: str) -> None:
    """A message to the user, on stderr: stdout is for what was asked for."""
    typer.echo(text, err=True)


def known_type(kind: str) -> str:
    """A type of entry as the user gave it; raises `ConfigError` if there is no such type."""
    if kind not in TYPES:
        raise ConfigError(f"--type {kind}; expected one of {', '.join(TYPES)}")
    return kind


def named_pairs(given: list[str] | None, option: str) -> dict[str, str]:
    """The values of a repeatable option NAME=VALUE; raises `ConfigError` for one that is not of this form."""
    pairs = {}
    for pair in given or []:
        left, equals, right = pair.partition("=")
        if not equals or not left or not right:
            raise ConfigError(f"{option} {pair}: expected NAME=VALUE")
        pairs[left.strip()] = right.strip()
    return pairs
