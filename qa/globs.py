"""Patterns of paths as `.gitignore` has them, for settings that hold for some folders only."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache

_CLASS = re.compile(r"([\[\]\\^&~|])")
_ESCAPED = r"\\\1"
_TOKEN = re.compile(r"(?:^|(?<=/))\*\*/|/\*\*$|\*+|\?|\[[!^]?\]?[^\]/]*\]|\\.|.", re.S)


def placed(path: str, root: str) -> str:
    """A path as seen from a folder, with forward slashes, however it was named; "-" stays what it is."""
    if path == "-":
        return path
    try:
        return os.path.relpath(path, root or ".").replace(os.sep, "/")
    except ValueError:
        # From another drive there is no way to it, and no file has a null in its name.
        return path


def meant(path: str, patterns: Sequence[str]) -> bool:
    """Whether a path with forward slashes, relative to the root of the patterns, is meant by a list of them.

    The last one that fits decides; one that begins with `!` takes out what those before it mean.
    """
    fitting = (p for p in reversed(patterns) if matches(path, p.removeprefix("!")))
    return not next(fitting, "!").startswith("!")


def matches(path: str, pattern: str) -> bool:
    """Whether a path is meant by a pattern: its own name, or that of a folder around it.

    `*` and `?` stay within one folder, `**/`, `/**/` and `/**` go through any number of them. A pattern without a
    slash, or with one at its end only, which means folders alone, holds at any depth.
    """
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    here = pattern.startswith(("/", "./"))
    body = pattern.removeprefix("./").removeprefix("/")
    name = body.rstrip("/")
    anywhere = "" if here or "/" in name else "(?:.*/)?"
    within = "/.*" if body.endswith("/") else "(?:/.*)?"
    return re.compile(anywhere + "".join(map(_translated, _TOKEN.findall(name))) + within, re.S)


def _translated(token: str) -> str:
    if token in _WILD:
        return _WILD[token]
    if token.startswith("*"):
        return _WILD["*"]
    if token[0] == "\\" and len(token) > 1:
        return re.escape(token[1])
    if token[0] == "[" and (inside := token[1:-1]):
        out = inside[0] in "!^" and len(inside) > 1
        try:
            return re.compile(f"[{'^/' * out}{_CLASS.sub(_ESCAPED, inside[out:])}]").pattern
        except re.error:
            # A range that runs backwards is no range.
            pass
    return re.escape(token)


# What comes before a slash, or after the last one, goes through folders; elsewhere ** is as *.
_WILD = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}
