"""Finds and reads `[tool.qa]` of pyproject.toml, or qa.toml, as settings that are known to be right.

An unknown key, a wrong type or a value out of range is a `ConfigError` with file, line and the nearest key
that exists.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from qa.errors import ConfigError, unread
from qa.settings.keys import KEYS, Key, Settings
from qa.settings.table import Table

NAMES = ("qa.toml", "pyproject.toml")
_MOST_BYTES = 1024 * 1024


def find(folder: str = ".") -> Path | None:
    """The nearest qa.toml, or pyproject.toml with a table `[tool.qa]`, from a folder upwards."""
    for place in (here := Path(folder).resolve(), *here.parents):
        for name in NAMES:
            path = place / name
            if path.is_file() and (name != "pyproject.toml" or _has_table(path)):
                return path
    return None


def read(path: Path, rules: Collection[str]) -> Settings:
    """Read one file of settings; `rules` are the ids that exist. Raises `ConfigError`."""
    shown = _relative(path)
    text = _text(path, shown)
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_located(shown, str(error))) from None
    except RecursionError:
        raise ConfigError(f"{shown}: is nested too deeply, which no settings are; correct it") from None
    prefix: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        prefix = ("tool", "qa")
        data = data.get("tool", {}).get("qa", {})
    table = Table(shown, text, prefix, tuple(rules), _relative(path.parent.resolve()))
    return table.settings(data)


def _has_table(path: Path) -> bool:
    # Whether it is sound as a whole is for `read` to say, and only where qa is meant.
    return bool(re.search(r"^\s*\[{1,2}\s*tool\s*\.\s*qa\s*[\].]", _text(path, str(path)), re.M))


def _text(path: Path, shown: str) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ConfigError(f"{shown}: is larger than 1 MiB, which no settings are; check the path")
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(f"{shown}: there is no such file; check --config") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{shown}: is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{shown}: {unread(error)}") from None


def _relative(path: Path) -> str:
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:
        # Another drive has no relative path.
        return path.as_posix()


def _located(shown: str, message: str) -> str:
    found = re.search(r"\s*\(at line (\d+), column (\d+)\)$", message)
    if not found:
        return f"{shown}: is not valid TOML: {message}"
    told = message[: found.start()]
    return f"{shown}:{found[1]}:{found[2]}: is not valid TOML: {told[:1].lower()}{told[1:]}"


__all__ = ["KEYS", "Key", "Settings", "find", "read"]
