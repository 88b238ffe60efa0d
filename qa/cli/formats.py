"""Which formats are written where: `--format json --format sarif=out.sarif --output FILE` as values."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from qa.errors import ConfigError

# Named here so that `qa --help` need not load the reporters; a test holds the two together.
FORMATS = ("text", "json", "sarif", "junit", "github", "markdown", "mqm")


class Target(NamedTuple):
    """A format and the file it goes to; None is standard output."""

    format: str
    path: Path | None


def targets(formats: Sequence[str], output: Path | None) -> tuple[Target, ...]:
    """What `--format` (each `NAME` or `NAME=FILE`) and `--output` ask for; raises `ConfigError`.

    `--output` takes the format that has no file of its own, which is text where only the others are named.
    """
    found = [_target(text) for text in formats]
    bare = [target.format for target in found if target.path is None]
    if len(bare) > 1:
        raise ConfigError(
            f"only one format fits on standard output, but {' and '.join(bare)} are asked for;"
            f" write one to a file: --format {bare[1]}=FILE"
        )
    if not found or (output is not None and not bare):
        found.append(Target("text", None))
    if output is not None:
        found = [Target(name, path or output) for name, path in found]
    return tuple(found)


def _target(text: str) -> Target:
    name, equals, path = text.partition("=")
    if name == "html":
        raise ConfigError("--format html: the HTML report has an option of its own: --report FILE")
    if name not in FORMATS:
        near = get_close_matches(name, FORMATS, n=1, cutoff=0)[0]
        raise ConfigError(f"--format {name!r}: did you mean {near!r}? The formats are {', '.join(FORMATS)}")
    if equals and not path:
        raise ConfigError(f"--format {text}: name a file after the =, or leave the = out")
    return Target(name, Path(path) if equals else None)
