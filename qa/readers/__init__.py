"""Reads documents of every format; a position always points into the original file.

Adding a format is one module, one line in `READERS`, and one folder of example files.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from qa.errors import SHOWN, ConfigError, InputError
from qa.model import Document, Side
from qa.readers import blocks, feed, jsonl, markdown, marks, newsml, ninjs, page, plain, po, table, tmx, xliff
from qa.readers.load import MAX_BYTES, File
from qa.readers.paths import as_file, expand_paths, suffix
from qa.readers.xmltree import root_name

_MIB = 1024 * 1024


class Reader(NamedTuple):
    """A format: the suffixes that mean it, how to read it, and the most bytes that are read of one file.

    `markup` says that a file may declare its encoding itself; `roots` are the root elements by which a file
    that ends in `.xml` is recognised.
    """

    suffixes: tuple[str, ...]
    read: Callable[[File], Iterator[Document]]
    limit: int = MAX_BYTES
    markup: bool = False
    roots: tuple[str, ...] = ()


READERS: dict[str, Reader] = {
    "text": Reader((".txt", ".text"), plain.read),
    "markdown": Reader((".md", ".markdown"), markdown.read, limit=1 * _MIB),
    "csv": Reader((".csv",), table.read_csv),
    "tsv": Reader((".tsv", ".tab"), table.read_tsv),
    "jsonl": Reader((".jsonl", ".ndjson"), jsonl.read),
    "html": Reader((".html", ".htm", ".xhtml"), page.read, limit=8 * _MIB, markup=True, roots=("html",)),
    "feed": Reader((".rss", ".atom"), feed.read, markup=True, roots=("rss", "RDF", "feed")),
    "xliff": Reader(
        (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf"),
        xliff.read,
        markup=True,
        roots=("xliff",),
    ),
    "tmx": Reader((".tmx",), tmx.read, markup=True, roots=("tmx",)),
    "po": Reader((".po",), po.read),
    "newsml": Reader((".newsml",), newsml.read, markup=True, roots=("newsItem", "newsMessage")),
    "ninjs": Reader((".json", ".ninjs"), ninjs.read, limit=64 * _MIB),
}

_XML = ".xml"
_BY_SUFFIX = {suffix: name for name, reader in READERS.items() for suffix in reader.suffixes}
_BY_ROOT = {root: name for name, reader in READERS.items() for root in reader.roots}


def read_documents(
    path: str,
    *,
    input_format: str | None = None,
    source: str | BinaryIO | None = None,
    stdin: BinaryIO | None = None,
    given: Collection[Side] = (),
) -> Iterator[Document]:
    """Read the documents of one file lazily; their segments are unsplit blocks.

    `path` "-" reads `stdin`. `input_format` is a key of `READERS`; without it the suffix decides, and what
    has no known suffix is plain text. `source` names a plain text file, or is one that is open, whose line i is the
    source of line i.
    `given` are the sides whose language is known already, so that a wrong label of the file does no harm.
    Raises `qa.errors.InputError` while reading when the file is missing, too large or broken.
    """
    path = path if path == "-" else as_file(path)
    name = format_of(path) if input_format is None else input_format
    reader = reader_of(name)
    comments = marks.Comments(name)
    file = File(path, stdin, reader.limit, reader.markup, comments.hear, given)
    if source is None:
        documents = reader.read(file)
    elif name == "text":
        other = File(PurePath(source).as_posix()) if isinstance(source, str) else File("-", source)
        documents = plain.read_aligned(file, other)
    else:
        raise ConfigError(f"--source goes with plain text only; {name} files carry their own source")
    for document in documents:
        yield blocks.told_if_empty(marks.with_marks(document, comments))


def reader_of(name: str) -> Reader:
    """The reader of an input format; raises `qa.errors.ConfigError` for one that is not there."""
    if name not in READERS:
        raise ConfigError(f"{name!r} is not an input format; choose one of {', '.join(sorted(READERS))}")
    return READERS[name]


def format_of(path: str) -> str:
    """The input format that a path's suffix means, or the root element of XML; else plain text."""
    if suffix(path) != _XML:
        return _BY_SUFFIX.get(suffix(path), "text")
    file = File(path, markup=True)
    root = root_name(file)
    if root in _BY_ROOT:
        return _BY_ROOT[root]
    raise file.error(
        f"its root element is {root[:SHOWN]!r}, not one of {', '.join(_BY_ROOT)}; name an input format"
    )


def expand(paths: Sequence[str], leave: Callable[[str], None] = lambda _: None) -> list[str]:
    """The files that paths name: files as they are, folders and patterns sorted, `-` for standard input.

    A suffix such as .json or .csv may mean anything. What is found in a folder and is none of the formats is
    left out, and `leave` is told; what is named is read, or refused. Raises `qa.errors.InputError` for a path
    that is not there and for a folder without articles, and `qa.errors.ConfigError` for an empty one.
    """
    return expand_paths(paths, {*_BY_SUFFIX, _XML}, _holds_text, leave)


_ASKED: dict[str, Callable[[File], bool]] = {
    **dict.fromkeys((".csv", ".tsv", ".tab"), table.has_target),
    ".json": ninjs.has_items,
    **dict.fromkeys((".html", ".htm", ".xhtml"), lambda file: not page.is_report(file)),
    _XML: lambda file: (root_name(file) or "rss") in _BY_ROOT,
}


def _holds_text(path: str) -> bool:
    """Whether a file whose suffix may mean anything is of the format it is read in."""
    asked = _ASKED.get(suffix(path))
    try:
        return asked is None or asked(File(path, markup=suffix(path) == _XML))
    except InputError:
        # What is wrong with it is told when it is read.
        return True
