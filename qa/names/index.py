"""A compiled glossary: entries packed in bytes, found through sorted arrays of hashed keys.

Loading it is reading a few arrays; an entry is unpacked when a text first comes near it. So a text pays for
the names it holds, not for the size of the glossary.
"""

from __future__ import annotations

import datetime as dt
import json
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

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
class Postings:
    """What stands under each key: `keys` ascend, and under `keys[i]` stand `posts[starts[i]:starts[i + 1]]`."""

    keys: array[int]
    starts: array[int]
    posts: array[int]

    def find(self, key: int) -> array[int]:
        """The numbers under a hashed key."""
        keys = self.keys
        at = bisect_left(keys, key)
        if at == len(keys) or keys[at] != key:
            return self.posts[0:0]
        return self.posts[self.starts[at] : self.starts[at + 1]]

    def holds(self, key: int) -> bool:
        """Whether anything stands under a hashed key."""
        at = bisect_left(self.keys, key)
        return at < len(self.keys) and self.keys[at] == key


def postings(pairs: Iterable[int]) -> Postings:
    """Postings of (key << 32 | number) pairs."""
    keys, starts, posts = array("I"), array("I"), array("I")
    before = -1
    for pair in sorted(pairs):
        key = pair >> 32
        if key != before:
            keys.append(key)
            starts.append(len(posts))
            before = key
        posts.append(pair & 0xFFFFFFFF)
    starts.append(len(posts))
    return Postings(keys, starts, posts)


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """The compiled glossary, compared by identity.

    `spellings` leads from keys of a Latin spelling to numbers of `renderings`, and `owners` from there to entries, so
    that a text is compared with spellings before any entry is unpacked. `words` leads from the first word of a form,
    and from the first two words of a rendering, to entries. `small` holds (language, start of the first word) of the
    forms that start with a small letter.
    """

    spellings: Postings
    words: Postings
    renderings: tuple[str, ...]
    owners: array[int]
    packed: bytes
    offsets: array[int]
    small: frozenset[tuple[str, str]]
    source_langs: tuple[str, ...]
    sources: tuple[GlossarySource, ...]
    longest: int

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def entry(self, number: int) -> Entry:
        """Unpack an entry."""
        return unpack(self.packed[self.offsets[number] : self.offsets[number + 1]])

    def named(self, ids: Collection[str]) -> tuple[Entry, ...]:
        """The entries with these ids, sorted by id; no other is unpacked."""
        beginnings = tuple(f"[{json.dumps(name, ensure_ascii=False)},".encode() for name in ids)
        spans = pairwise(self.offsets) if beginnings else ()
        packed = (self.packed[start:end] for start, end in spans)
        return tuple(sorted(map(unpack, (p for p in packed if p.startswith(beginnings))), key=lambda e: e.id))
