"""Which lines of which files have changed in git since a revision.

Git is asked by the command line, without a shell, and with whatever of its settings could start a program
turned off. Files that git does not know yet count as new from the first line to the last.
"""

from __future__ import annotations

import codecs
import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qa.errors import ConfigError
from qa.model import CheckedDocument

_TIMEOUT = 300
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_WHOLE = (1, 2**62)


@dataclass(frozen=True, slots=True)
class Changes:
    """Changed lines by file: `lines` are pairs (first, last), 1-based, by the real path of the file."""

    revision: str
    lines: dict[str, tuple[tuple[int, int], ...]]

    def has(self, path: str) -> bool:
        """Whether something in a file has changed; standard input is always new."""
        return path == "-" or os.path.realpath(path) in self.lines

    def only(self, checked: CheckedDocument) -> CheckedDocument:
        """The document with the findings in its changed lines: those of a segment that such a line touches."""
        path = checked.document.path
        if path == "-" or not checked.findings:
            return checked
        changed = self.lines.get(os.path.realpath(path), ())
        touched = {
            segment.id
            for segment in checked.document.segments
            if any(
                first <= segment.position(len(segment.text))[0] and segment.line <= last
                for first, last in changed
            )
        }
        return replace(checked, findings=tuple(f for f in checked.findings if f.segment in touched))


def changes_since(revision: str) -> Changes:
    """Ask git what has changed from a revision to the files as they lie on disk; raises `ConfigError`."""
    if revision.startswith("-"):
        raise ConfigError(f"--changed-since {revision!r} is no revision")
    root = _git("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n")
    try:
        _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except ConfigError:
        raise ConfigError(
            f"--changed-since {revision!r}: git knows no such revision; a shallow clone needs `git fetch` first"
        ) from None
    diff = _git(
        "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--unified=0", "--find-renames",
        "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=d", revision, "--",
    )  # fmt: skip
    lines: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, first, last in _changed(diff):
        # The lines of a packed file are not those that git sees.
        lines[_real(root, name)].append(_WHOLE if name.lower().endswith(".gz") else (first, last))
    for raw in _git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", root).split(
        b"\0"
    ):
        if raw:
            lines[_real(root, os.fsdecode(raw))].append(_WHOLE)
    return Changes(revision, {name: tuple(spans) for name, spans in lines.items()})


def _real(root: str, name: str) -> str:
    return os.path.realpath(os.path.join(root, name))


def _changed(diff: bytes) -> Iterator[tuple[str, int, int]]:
    """File, first and last line of every stretch of new lines in a diff without context."""
    name, body = "", 0
    for line in diff.split(b"\n"):
        if body > 0:
            # A line of text may look like a header.
            body -= not line.startswith(b"\\")
        elif line.startswith(b"+++ "):
            name = _name(line[4:])
        elif found := _HUNK.match(line):
            old, first, new = (int(n) if n else 1 for n in (found[1], found[2], found[3]))
            body = old + new
            if new and name:
                yield name, first, first + new - 1


def _name(raw: bytes) -> str:
    raw = raw.removesuffix(b"\t")
    if raw.startswith(b'"') and raw.endswith(b'"'):
        raw = codecs.escape_decode(raw[1:-1])[0]
    return os.fsdecode(raw.removeprefix(b"b/")) if raw.startswith(b"b/") else ""


def _git(*arguments: str) -> bytes:
    environment = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", *_SAFE, *arguments], capture_output=True, env=environment, timeout=_TIMEOUT, check=False
        )
    except FileNotFoundError:
        raise ConfigError("--changed-since needs git, which is not installed here") from None
    except subprocess.TimeoutExpired:
        raise ConfigError(f"--changed-since: git did not answer within {_TIMEOUT} seconds") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise ConfigError(f"--changed-since: git says: {told or 'it failed'}")
    return done.stdout
