"""Which lines of which files have changed in git since a revision.

Git is asked by the command line, without a shell, and with whatever of its settings could start a program
turned off. Files that git does not know yet count as new from the first line to the last.
"""

from __future__ import annotations

import codecs
import os
import re
import subprocess
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from qa.errors import ConfigError
from qa.model import CheckedDocument

_TIMEOUT = 300
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
# By these a hook of git tells of its own repository, which need not be that of a text.
_OF_ONE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
# What to do about what git says in English.
_ADVICE = {
    "not a git repository": "run it in a clone, or leave --changed-since out",
    "dubious ownership": "`git config --global --add safe.directory FOLDER` with that folder lets git read it",
}
_OTHERWISE = "`git status` in that folder may tell more"
_WHOLE = (1, 2**62)
_BLOCK = 1024 * 1024
_LONE_RETURN = re.compile(rb"\r(?!\n)(?=.)", re.S)


@dataclass(slots=True)
class Changes:
    """Changed lines by file: `lines` are pairs (first, last), 1-based, by the real path of the file.

    They are those of the repositories asked so far: a file's own is asked when the file first matters. `tops` are
    the top folders of these, by the folders of files.
    """

    revision: str
    lines: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    tops: dict[str, str] = field(default_factory=dict)

    def has(self, path: str) -> bool:
        """Whether something in a file has changed; standard input is always new."""
        return path == "-" or bool(self.of(path))

    def of(self, path: str) -> tuple[tuple[int, int], ...]:
        """The changed lines of a file; raises `ConfigError` where git cannot tell."""
        folder = _folder(path)
        if folder not in self.tops:
            top = _top(folder)
            if top not in self.tops.values():
                self.lines.update(_changes_in(top, self.revision))
            self.tops[folder] = top
        return self.lines.get(os.path.realpath(path), ())

    def only(self, checked: CheckedDocument) -> CheckedDocument:
        """The document with the findings in its changed lines: those of a segment that such a line touches."""
        path = checked.document.path
        if path == "-" or not checked.findings:
            return checked
        changed = self.of(path)
        if changed and _counts_otherwise(path):
            return checked
        lasts = [last for _, last in changed]
        touched = set()
        for segment in checked.document.segments:
            near = bisect_left(lasts, segment.line)
            if near < len(changed) and changed[near][0] <= segment.position(len(segment.text))[0]:
                touched.add(segment.id)
        return replace(checked, findings=tuple(f for f in checked.findings if f.segment in touched))

    def beside(self, source: str, target: str) -> Changes:
        """The same, with the changed lines of a source text counted for the lines of its translation."""
        both = (*self.of(target), *self.of(source))
        return replace(self, lines=self.lines | {os.path.realpath(target): _merged(both)}) if both else self


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches of lines in their order, those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            before = merged.pop()
            first, last = before[0], max(last, before[1])
        merged.append((first, last))
    return tuple(merged)


@lru_cache(maxsize=16)
def _counts_otherwise(path: str) -> bool:
    """Whether git counts the lines of a file in another way than we do: it only knows the line feed, as a byte."""
    try:
        with open(path, "rb") as stream:
            before = stream.read(2)
            if before in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
                return True
            while block := stream.read(_BLOCK):
                # A carriage return at the very end of a block waits for what follows.
                if _LONE_RETURN.search(before[-1:] + block):
                    return True
                before = block
            return before.endswith(b"\r")
    except OSError:
        return False


def changes_since(revision: str, paths: Iterable[str]) -> Changes:
    """Ask git what has changed from a revision to the files as they lie on disk; raises `ConfigError`.

    Asked are the repositories of the `paths`, for standard input that of the current folder; one that lies below
    a folder or a pattern is asked when a file of it comes.
    """
    if revision.startswith("-"):
        raise ConfigError(f"--changed-since {revision!r} is no revision")
    changes = Changes(revision)
    for path in paths:
        changes.of(path)
    return changes


def _folder(path: str) -> str:
    """The nearest folder that is there, of a text, a folder or a pattern."""
    place = Path(os.path.realpath(path))
    return str(next((folder for folder in (place, *place.parents) if folder.is_dir()), os.curdir))


def _top(folder: str) -> str:
    return os.fsdecode(_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")


def _changes_in(top: str, revision: str) -> dict[str, tuple[tuple[int, int], ...]]:
    """The changed lines of a repository, by the real path of the file."""
    lines: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, first, last in _stretches(top, revision):
        lines[os.path.realpath(os.path.join(top, name))].append((first, last))
    return {name: _merged(spans) for name, spans in lines.items()}


def _stretches(top: str, revision: str) -> Iterator[tuple[str, int, int]]:
    """File, seen from the top folder, first and last line of every stretch that is new."""
    try:
        _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except ConfigError:
        raise ConfigError(
            f"--changed-since {revision!r}: git knows no such revision in {top}; "
            "a shallow clone needs `git fetch` first"
        ) from None
    diff = _git(
        top,
        "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--unified=0", "--inter-hunk-context=0",
        "--no-relative", "--submodule=short", "--find-renames", "--src-prefix=a/", "--dst-prefix=b/",
        "--diff-filter=d", revision, "--",
    )  # fmt: skip
    for name, first, last in _changed(diff):
        # The lines of a packed file are not those that git sees.
        yield (name, *(_WHOLE if name.lower().endswith(".gz") else (first, last)))
    others = _git(top, "ls-files", "--others", "--exclude-standard", "--full-name", "-z")
    for raw in filter(None, others.split(b"\0")):
        yield (os.fsdecode(raw), *_WHOLE)


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


def _git(place: str, *arguments: str) -> bytes:
    here = {name: value for name, value in os.environ.items() if name not in _OF_ONE}
    environment = here | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", *_SAFE, *arguments],
            cwd=place,
            capture_output=True,
            env=environment,
            timeout=_TIMEOUT,
            check=False,
        )
    except FileNotFoundError:
        raise ConfigError("--changed-since needs git, which is not installed here") from None
    except subprocess.TimeoutExpired:
        raise ConfigError(f"--changed-since: git did not answer within {_TIMEOUT} seconds") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        advice = next((advice for sign, advice in _ADVICE.items() if sign in told), _OTHERWISE)
        raise ConfigError(f"--changed-since: git says: {told or 'it failed'}; {advice}")
    return done.stdout
