"""Breaks files in the ways that break parsers; the same seed always breaks a file in the same way."""

from __future__ import annotations

import random
from collections.abc import Callable

TOKENS = [
    b"<", b">", b"</", b"/>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [", b"&", b"&#",
    b"&#x110000;", b"&amp", b"&nbsp;", b"\0", b"\r", b"\n", b"\r\n", b"\t", b'"', b'""', b"'", b"\\",
    b"\\u", b"\\ud83d", b"\\\"", b"{", b"}", b"[", b"]", b",", b";", b":", b"null", b"1e999", b"-",
    b"- ", b"> ", b"#", b"# ", b"`", b"```\n", b"*", b"**", b"_", b"~~", b"![", b"](", b"|", b"|-|-|\n",
    b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xf0\x9f\x9a\xa2",
    b"\xd0\x87", b"msgid ", b"msgstr[0] ", b"<seg>", b"<target>", b"<ph/>", b"<mrk mtype='seg'>",
    b"xml:lang='xx'", b"<p>", b"<td>", b"<h1>", b"---\n", b"target", b"\x1f\x8b",
]  # fmt: skip

Mutation = Callable[[random.Random, bytes], bytes]


def _flip(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _insert(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(TOKENS) * rng.choice([1, 1, 1, 2, 40]) + data[at:]


def _delete(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.choice([1, 1, 2, 5, 30, 200]) :]


def _truncate(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def _repeat(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    piece = data[at : at + rng.choice([1, 8, 60, 400])]
    return data[:at] + piece * rng.choice([2, 3, 50]) + data[at:]


def _swap(rng: random.Random, data: bytes) -> bytes:
    a, b, c = sorted(rng.randrange(len(data) + 1) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _recode(rng: random.Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(rng.choice(["cp1251", "cp1252", "utf-16", "utf-8-sig", "shift_jis"]), "replace")


MUTATIONS: list[Mutation] = [
    _flip,
    _insert,
    _insert,
    _insert,
    _delete,
    _delete,
    _truncate,
    _repeat,
    _swap,
    _recode,
]


def mutate(data: bytes, seed: int) -> bytes:
    """One to four mutations, one after the other."""
    rng = random.Random(seed)
    for _ in range(rng.randint(1, 4)):
        if data:
            data = rng.choice(MUTATIONS)(rng, data)
    return data
