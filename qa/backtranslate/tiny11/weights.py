"""Reading the binary weight files of Marian, the toolkit the embedded models were trained with.

Layout (marian-dev, `src/common/binary.cpp`), all integers little-endian and 64-bit unless said otherwise:
version, number of items; for each item a header (length of name, type, number of dimensions, length of data);
the names, each ended by NUL; the dimensions as 32-bit integers; padding with its length before it; the data.
8-bit matrices are stored as rows of their transpose, followed by the 32-bit scale they were multiplied by.
"""

from __future__ import annotations

import struct
from itertools import accumulate
from math import prod
from pathlib import Path
from typing import NamedTuple

from qa.errors import BackendError

FLOAT32, INT8 = 0x404, 0x4101
_VERSION = 1
_HEADER = struct.Struct("<QQQQ")
_SIZES = {FLOAT32: 4, INT8: 1}


class Item(NamedTuple):
    """One named array: little-endian bytes of `kind` in the order of `shape`; `scale` for 8-bit items."""

    kind: int
    shape: tuple[int, ...]
    data: memoryview
    scale: float


def read_items(path: Path) -> dict[str, Item]:
    """Read every number array of a weight file; items of other types (the configuration) are left out.

    Raises `BackendError` when the file cannot be read or is not of this format.
    """
    try:
        return _parse(memoryview(path.read_bytes()))
    except OSError as error:
        raise BackendError(f"{path}: the weights cannot be read: {error.strerror}") from error
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise BackendError(f"{path}: not a Marian weight file, or cut short: {error}") from error


def _parse(raw: memoryview) -> dict[str, Item]:
    version, count = struct.unpack_from("<QQ", raw)
    if version != _VERSION or count * _HEADER.size > len(raw):
        raise ValueError(f"version {version} with {count} items")
    at = 16
    headers = [_HEADER.unpack_from(raw, at + i * _HEADER.size) for i in range(count)]
    at += count * _HEADER.size
    names = []
    for length, *_ in headers:
        names.append(bytes(raw[at : at + length]).rstrip(b"\0").decode("utf-8"))
        at += length
    shapes = []
    for _, _, dimensions, _ in headers:
        shapes.append(struct.unpack_from(f"<{dimensions}i", raw, at))
        at += 4 * dimensions
    at += 8 + struct.unpack_from("<Q", raw, at)[0]
    starts = accumulate((length for *_, length in headers), initial=at)
    items = zip(names, headers, shapes, starts, strict=False)
    return {n: _item(raw, kind, shape, start) for n, (_, kind, _, _), shape, start in items if kind in _SIZES}


def _item(raw: memoryview, kind: int, shape: tuple[int, ...], start: int) -> Item:
    end = start + prod(shape) * _SIZES[kind]
    if min(shape, default=0) < 1 or end > len(raw):
        raise ValueError(f"data of shape {shape} at byte {start} of {len(raw)}")
    scale = struct.unpack_from("<f", raw, end)[0] if kind == INT8 else 1.0
    return Item(kind, shape, raw[start:end], scale)
