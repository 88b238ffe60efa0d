"""Broken files: whatever they hold, they are read or refused in one line, and places stay inside the file.

2,000 files of every format, half of them broken as bytes, half of them well-formed and strange, and as many
packed ones. `QA_FUZZ_FILES=20000 pytest tests/readers/test_fuzz.py` reads more of them.
"""

from __future__ import annotations

import gzip
import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from qa.errors import InputError
from qa.model import Document
from qa.readers import READERS
from qa.segment import split

from .helpers import EXAMPLES, example_format, read
from .mutations import mutate
from .reshape import reshape

FILES = int(os.environ.get("QA_FUZZ_FILES", "2000"))
# A file takes milliseconds; what takes this long would take forever.
FOREVER = 60


def examples(name: str) -> list[bytes]:
    return [path.read_bytes() for path in EXAMPLES if example_format(path) == name]


@pytest.mark.parametrize("name", READERS)
def test_broken_files_are_read_or_refused(name: str) -> None:
    originals, refused = examples(name), 0
    for seed in range(FILES):
        original = originals[seed // 2 % len(originals)]
        data = mutate(original, seed) if seed % 2 else reshape(original, name, seed)
        refused += is_refused(data, name, seed)
    assert refused < FILES * 0.85, "what is refused at once says little of the reader"


def test_broken_packed_files_are_read_or_refused() -> None:
    names = list(READERS)
    for seed in range(FILES):
        name = names[seed % len(names)]
        original = examples(name)[0]
        packed = gzip.compress(mutate(original, seed) if seed % 3 else original, mtime=0)
        is_refused(packed if seed % 3 == 1 else mutate(packed, seed), name, seed)


def is_refused(data: bytes, name: str, seed: int) -> bool:
    with not_forever(seed):
        documents, told = outcome(data, name)
        for document in documents:
            check_places(document, data, seed)
    assert told.isprintable(), seed
    assert told.startswith("-:" if told else ""), seed
    return bool(told)


@contextmanager
def not_forever(seed: int) -> Iterator[None]:
    """Fail, and name the file, where reading does not come to an end."""

    def give_up(*_: object) -> None:
        raise AssertionError(f"file {seed} takes forever")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(FOREVER)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def outcome(data: bytes, name: str) -> tuple[list[Document], str]:
    try:
        return [split(document) for document in read(data, name)], ""
    except InputError as error:
        return [], str(error)


def check_places(document: Document, data: bytes, seed: int) -> None:
    breaks = len(re.findall(rb"\r\n|\r|\n", data))
    for segment in document.segments:
        assert segment.anchors[0].offset == 0, seed
        assert [a.offset for a in segment.anchors] == sorted({a.offset for a in segment.anchors}), seed
        for offset in range(len(segment.text)):
            line, column = segment.position(offset)
            # Files in UTF-16 have their line ends in other bytes, and more bytes than lines; so have packed ones.
            assert 1 <= line <= breaks + 1 or data[:2] in (b"\xff\xfe", b"\x1f\x8b"), seed
            assert 1 <= column <= len(data) + 1 or data[:2] == b"\x1f\x8b", seed
        segment.text.encode("utf-8")
