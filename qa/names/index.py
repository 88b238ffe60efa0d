"""A compiled glossary: entries packed in bytes, found through sorted arrays of hashed keys.

Loading it is reading a few arrays; an entry is unpacked when a text first comes near it. So a text pays for
the names it holds, not for the size of the glossary.
"""

from __future__ import annotations

import datetime as dt
import json
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from qa.model import Entry, Form, GlossarySource, Status

_STATUS = (Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED)


def pack(entry: Entry) -> bytes:
    """An entry as bytes."""
    forms = tuple(
        (f.text, f.lang, _STATUS.index(f.status), _ordinal(f.since), _ordinal(f.until), f.note)
        for f in entry.forms
    )
    return json.dumps((entry.id, entry.type, forms), ensure_ascii=False, separators=(",", ":")).encode()


def unpack(data: bytes) -> Entry:
    """The entry that `pack` made bytes of."""
    entry_id, kind, forms = json.loads(data)
    return Entry(
        entry_id,
        kind,
        tuple(
            Form(text, lang, _STATUS[status], _date(since), _date(until), note)
            for text, lang, status, since, until, note in forms
        ),
    )


def _ordinal(day: dt.date | None) -> int:
    return day.toordinal() if day else 0


def _date(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal else None


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """The compiled glossary, compared by identity; `keys[i]`, ascending, is a hashed key of entry `posts[i]`."""

    keys: array[int]
    posts: array[int]
    packed: bytes
    offsets: array[int]
    source_langs: tuple[str, ...]
    sources: tuple[GlossarySource, ...]
    longest: int

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def find(self, key: int) -> array[int]:
        """Numbers of the entries under a hashed key."""
        start = bisect_left(self.keys, key)
        if start == len(self.keys) or self.keys[start] != key:
            return self.posts[0:0]
        return self.posts[start : bisect_right(self.keys, key, start)]

    def entry(self, number: int) -> Entry:
        """Unpack an entry."""
        return unpack(self.packed[self.offsets[number] : self.offsets[number + 1]])
