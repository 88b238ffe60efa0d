"""Feeds and JSON Lines are read as they come in: memory does not grow with the number of items."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator

import pytest

from qa.readers import read_documents

TEXT = "The bridge over the river is closed. " * 20


class Generated(io.RawIOBase):
    """A stream whose contents are made while it is read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def read(self, size: int = -1) -> bytes:
        return next(self._pieces, b"")


def _jsonl(items: int) -> Iterator[bytes]:
    for number in range(items):
        yield f'{{"id": {number}, "target": "{TEXT}"}}\n'.encode()


def _rss(items: int) -> Iterator[bytes]:
    yield b"<rss><channel>"
    for number in range(items):
        yield f"<item><guid>{number}</guid><description>{TEXT}</description></item>\n".encode()
    yield b"</channel></rss>"


@pytest.mark.parametrize(("name", "write"), [("jsonl", _jsonl), ("feed", _rss)])
def test_memory_stays_where_it_is(name: str, write: object) -> None:
    def peak(items: int) -> int:
        stream = Generated(write(items))  # type: ignore[operator]
        tracemalloc.start()
        documents = read_documents("-", input_format=name, stdin=stream)  # type: ignore[arg-type]
        assert sum(1 for _ in documents) == items
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(100)
    assert peak(5000) < peak(500) + 1_000_000
