"""Compiled glossaries kept on disk by the hash of what went into them.

A file is a line of JSON that says what follows, and the arrays as they lie in memory. Whatever is wrong with a file,
the glossary is compiled again: a cache never decides anything.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import time
from array import array
from importlib import resources
from pathlib import Path

import qa
from qa.atomic import write_bytes
from qa.backtranslate.cache import folder
from qa.errors import OutputError
from qa.model import Glossary, GlossarySource
from qa.names.lexicon.compile import compile_glossary
from qa.names.lexicon.index import Keys, NameIndex, Openings, Postings
from qa.names.script import kanji

_MAGIC = "qa-names-23"
_KEPT = 12  # compiled glossaries that are kept
# The glossaries used last in this process. What is remembered of words belongs to one of them, so a program that
# checks text after text has to use the same one again, and not another copy with a memory of its own.
_HELD = 16
_held: dict[tuple[Path, tuple[GlossarySource, ...]], NameIndex] = {}


def compiled(glossary: Glossary, cache: Path | None = None) -> NameIndex:
    """Compile a glossary, or load what was compiled from the same files before.

    `cache` is the folder to use, by default `names` in the cache folder of qa. A glossary without source files
    is always compiled. What this process has used before is given again.
    """
    if not glossary.sources:
        return compile_glossary(glossary)
    path = (cache or folder() / "names") / f"{_key(glossary)}.qan"
    index = _held.pop((path, glossary.sources), None) or _opened(path, glossary)
    _held[path, glossary.sources] = index
    for old in list(_held)[:-_HELD]:
        _held.pop(old, None)
    return index


def _opened(path: Path, glossary: Glossary) -> NameIndex:
    """The index in a file, or compiled and put there."""
    index = _load(path, glossary.sources)
    if index is None:
        index = compile_glossary(glossary)
        # No cache is no harm: the next run compiles again.
        with contextlib.suppress(OutputError, OSError):
            write_bytes(path, _dump(index), parents=True)
            _trim(path.parent)
    return index


def _key(glossary: Glossary) -> str:
    """A hash of the glossary files in their order, the program, and what keys are made with: tables, a dictionary."""
    parts = [_MAGIC, qa.__version__, sys.byteorder, *(s.sha256 for s in glossary.sources)]
    parts.append(kanji.dictionary() or "kanji are not read")
    for name in ("letters", "inflection", "names"):
        for item in sorted(resources.files("qa.data").joinpath(name).iterdir(), key=lambda p: p.name):
            parts.append(hashlib.sha256(item.read_bytes()).hexdigest())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _dump(index: NameIndex) -> bytes:
    openings = index.openings
    tables = (index.sounds, index.slips, openings.keys)
    arrays = [a for t in tables for a in (t.keys, t.starts, t.posts)]
    arrays += [
        openings.starts,
        openings.entries,
        index.words.keys,
        index.lengths,
        index.owners,
        index.unvowelled.keys,
        index.offsets,
        index.turns,
    ]
    texts = ["\n".join(index.renderings).encode(), "\n".join(openings.texts).encode(), index.packed]
    parts = [*(a.tobytes() for a in arrays), *texts]
    body = b"".join(parts)
    head = {
        "magic": _MAGIC,
        "sizes": [len(part) for part in parts],
        "sha256": hashlib.sha256(body).hexdigest(),
        "small": sorted(index.small),
        "langs": dict(index.langs),
        "longest": index.longest,
    }
    return json.dumps(head).encode() + b"\n" + body


def _load(path: Path, sources: tuple[GlossarySource, ...]) -> NameIndex | None:
    """The index in a file, None when there is none or it is not whole."""
    try:
        head_line, _, body = path.read_bytes().partition(b"\n")
        head = json.loads(head_line)
        if head["magic"] != _MAGIC or hashlib.sha256(body).hexdigest() != head["sha256"]:
            return None
        parts, start = [], 0
        for size in head["sizes"]:
            parts.append(body[start : start + size])
            start += size
        os.utime(path)
        *raw, renderings, openings, packed = parts
        arrays = [array("I", part) for part in raw]
        sounds, slips, firsts = (Postings(*arrays[n : n + 3]) for n in (0, 3, 6))
        starts, entries, words, lengths, owners, unvowelled, offsets, turns = arrays[9:]
        return NameIndex(
            sounds,
            slips,
            tuple(renderings.decode().split("\n")),
            lengths,
            owners,
            Keys(unvowelled),
            Openings(firsts, tuple(openings.decode().split("\n")), starts, entries),
            Keys(words),
            packed,
            offsets,
            turns,
            frozenset((lang, start) for lang, start in head["small"]),
            head["langs"],
            sources,
            head["longest"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _trim(cache: Path) -> None:
    """Keep the files used last."""
    files = sorted(cache.glob("*.qan"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in files[_KEPT:]:
        if time.time() - old.stat().st_mtime > 60:
            old.unlink(missing_ok=True)
