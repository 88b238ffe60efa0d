"""Broken files: whatever they hold, they are read or refused in one line, and places stay inside the file.

`QA_FUZZ_FILES=2000 pytest tests/readers/test_fuzz.py` breaks that many files of each format in place of 200.
"""

from __future__ import annotations

import os
import re

import pytest

from qa.errors import InputError
from qa.model import Document
from qa.readers import READERS
from qa.segment import split

from .helpers import EXAMPLES, example_format, read
from .mutations import mutate

FILES = int(os.environ.get("QA_FUZZ_FILES", "200"))


@pytest.mark.parametrize("name", READERS)
def test_broken_files_are_read_or_refused(name: str) -> None:
    examples = [path.read_bytes() for path in EXAMPLES if example_format(path) == name]
    refused = 0
    for seed in range(FILES):
        data = mutate(examples[seed % len(examples)], seed)
        documents, told = outcome(data, name)
        refused += bool(told)
        assert told.isprintable(), seed
        assert told.startswith("-:" if told else ""), seed
        for document in documents:
            check_places(document, data, seed)
    assert refused < FILES


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
            # Files in UTF-16 have their line ends in other bytes, and more bytes than lines.
            assert 1 <= line <= breaks + 1 or data[:2] in (b"\xff\xfe", b"\x1f\x8b"), seed
            assert 1 <= column <= len(data) + 1, seed
        segment.text.encode("utf-8")
