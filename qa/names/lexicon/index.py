"""A compiled glossary: entries packed in bytes, found through sorted arrays of hashed keys.

Loading it is reading a few arrays; an entry is unpacked when a text first comes near it. So a text pays for
the names it holds, not for the size of the glossary.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise

from qa.model import Entry, Form, GlossarySource, Status

_MANY = 16  # numbers under one key from which a range of them is sought
_TYPE = re.compile(rb'\["(?:[^"\\]|\\.)*","(\w+)",')  # the start of a packed entry, with its type
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


def _holds(keys: array[int], key: int) -> bool:
    at = bisect_left(keys, key)
    return at < len(keys) and keys[at] == key


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """Hashed keys, ascending."""

    keys: array[int]

    def __contains__(self, key: int) -> bool:
        return _holds(self.keys, key)


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """What stands under each key: `keys` ascend; under `keys[i]` stand `posts[starts[i]:starts[i + 1]]`, ascending."""

    keys: array[int]
    starts: array[int]
    posts: array[int]

    def __contains__(self, key: int) -> bool:
        return _holds(self.keys, key)

    def find(self, keys: Iterable[int], low: int = 0, high: int = 0xFFFFFFFF) -> set[int]:
        """The numbers under any of some hashed keys; where a key has many, those from `low` to below `high`."""
        table, posts, size = self.keys, self.posts, len(self.keys)
        found: set[int] = set()
        for key in keys:
            at = bisect_left(table, key)
            if at < size and table[at] == key:
                start, end = self.starts[at], self.starts[at + 1]
                if end - start > _MANY:
                    start = bisect_left(posts, low, start, end)
                    end = bisect_left(posts, high, start, end)
                found.update(posts[start:end])
        return found


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


def lengths_of(renderings: Iterable[str]) -> array[int]:
    """For each length the number of the first rendering that is at least as long; `renderings` grow in length."""
    starts = array("I", [0])
    number = 0
    for number, rendering in enumerate(renderings, 1):
        while len(starts) <= len(rendering):
            starts.append(number - 1)
    starts.append(number)
    return starts


@dataclass(frozen=True, slots=True, eq=False)
class Openings:
    """How forms begin: first words as written, each with what may follow, and the entries that have such forms.

    `texts[i]` is a folded first word, a tab, and a mark: nothing where the form ends there, else the first letter of
    the second word, or a space where prefixes change how words begin. `keys` leads to such numbers; the entries of
    `i` are `entries[starts[i]:starts[i + 1]]`. So the many names that begin with San or The are told apart by what
    follows before any of them is unpacked.
    """

    keys: Postings
    texts: tuple[str, ...]
    starts: array[int]
    entries: array[int]

    def parts(self, number: int) -> tuple[str, str]:
        """The first word and the mark."""
        first, _, mark = self.texts[number].partition("\t")
        return first, mark

    def of(self, number: int) -> array[int]:
        """The numbers of the entries with a form that begins so."""
        return self.entries[self.starts[number] : self.starts[number + 1]]


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """The compiled glossary, compared by identity.

    `sounds` and `slips` lead from keys of a Latin spelling, whole and with something left out, to numbers of
    `renderings`, and `owners` from there to entries, so that a text is compared with spellings before any entry is
    unpacked. Renderings are numbered by their length: those of length n are `lengths[n]` to `lengths[n + 1]`.
    `unvowelled` are the numbers of those that lack the short vowels, as their script does.
    `openings` leads from the first word of a form, and `words` holds the keys of the first two words of a rendering.
    `small` holds (language, start of the first word) of the forms that start with a small letter. `turns` are the
    ordinals of the days from which other forms hold than on the day before, ascending. `langs` says how
    many entries have a form in each base language.
    """

    sounds: Postings
    slips: Postings
    renderings: tuple[str, ...]
    lengths: array[int]
    owners: array[int]
    unvowelled: Keys
    openings: Openings
    words: Keys
    packed: bytes
    offsets: array[int]
    turns: array[int]
    small: frozenset[tuple[str, str]]
    langs: Mapping[str, int]
    sources: tuple[GlossarySource, ...]
    longest: int

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def of_length(self, shortest: int, longest: int) -> tuple[int, int]:
        """The numbers of the renderings from one length to another, the last one not included."""
        last = len(self.lengths) - 1
        return self.lengths[min(max(shortest, 0), last)], self.lengths[min(longest + 1, last)]

    def since(self, day: dt.date) -> dt.date:
        """The first of the days around a day on which the same forms hold: one day then stands for all of them."""
        at = bisect_right(self.turns, day.toordinal())
        return dt.date.fromordinal(self.turns[at - 1]) if at else dt.date.min

    def entry(self, number: int) -> Entry:
        """Unpack an entry."""
        return unpack(self.packed[self.offsets[number] : self.offsets[number + 1]])

    def of_types(self, types: Set[str]) -> Iterator[int]:
        """The numbers of the entries of some types."""
        for number, (start, end) in enumerate(pairwise(self.offsets)):
            found = _TYPE.match(self.packed, start, end)
            if found is not None and found[1].decode() in types:
                yield number

    def named(self, ids: Collection[str]) -> tuple[Entry, ...]:
        """The entries with these ids, sorted by id; no other is unpacked."""
        beginnings = tuple(f"[{json.dumps(name, ensure_ascii=False)},".encode() for name in ids)
        spans = pairwise(self.offsets) if beginnings else ()
        packed = (self.packed[start:end] for start, end in spans)
        return tuple(sorted(map(unpack, (p for p in packed if p.startswith(beginnings))), key=lambda e: e.id))
