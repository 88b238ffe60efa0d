"""Patterns of paths as `.gitignore` has them, for settings that hold for some folders only."""

from __future__ import annotations

import os
import re
from functools import lru_cache

_CLASS = re.compile(r"([\[\]\\^&~|])")
_ESCAPED = r"\\\1"
_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]/]*\]|.", re.S)


def placed(path: str, root: str) -> str:
    """A path as seen from a folder, with forward slashes, however it was named; "-" stays what it is."""
    if path == "-":
        return path
    try:
        return os.path.relpath(path, root or ".").replace(os.sep, "/")
    except ValueError:
        # From another drive there is no way to it, and no file has a null in its name.
        return path


def matches(path: str, pattern: str) -> bool:
    """Whether a path with forward slashes, relative to the root of the patterns, is meant by one of them.

    `*` and `?` stay within one folder, `**` goes through any number of them. A pattern without a slash means
    files of that name anywhere; one that ends in a slash means everything in that folder.
    """
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    rooted = pattern.removeprefix("./").removeprefix("/")
    if rooted.endswith("/"):
        rooted += "**"
    anywhere = "" if "/" in rooted or pattern.startswith("/") else "(?:.*/)?"
    return re.compile(anywhere + "".join(map(_translated, _TOKEN.findall(rooted))), re.S)


def _translated(token: str) -> str:
    if token in _WILD:
        return _WILD[token]
    if token[0] == "[" and (inside := token[1:-1].removeprefix("!")):
        try:
            return re.compile(f"[{'^/' * (token[1] == '!')}{_CLASS.sub(_ESCAPED, inside)}]").pattern
        except re.error:
            # A range that runs backwards is no range.
            pass
    return re.escape(token)


_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
