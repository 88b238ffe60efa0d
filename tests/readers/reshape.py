"""Changes what a file says and keeps it well-formed, so that more than the parser is put to the test."""

from __future__ import annotations

import copy
import csv
import io
import json
import random
import re
from typing import Any
from xml.etree import ElementTree

from tests.readers.mutations import mutate

_XML = ("feed", "xliff", "tmx", "newsml", "html")
_TEXTS = [
    *(
        "",
        " ",
        "\n",
        "x",
        "en",
        "xx-yy-zz",
        "yes",
        "no",
        "1",
        "-1",
        "Kiev [sic]",
        "qa: ignore",
        "http://a.b/Kiev",
    ),
    *(
        "<p>a</p>",
        "<div>" * 40,
        "&amp;amp;",
        "“",
        "\u202e",
        "\u2028",
        "\ufeff",
        "𝕂",
        "e\u0301" * 9,
        "a" * 3000,
    ),
    *("2024-09-19", "2024-99-99", "Thu, 19 Sep 2024 10:00:00 +9999", "text/html", "xhtml", "Київ", "كييف"),
]
_VALUES: list[Any] = [None, True, 0, -1, 1e300, [], {}, [[]], {"value": "x"}, [{"value": None}], *_TEXTS]


def reshape(data: bytes, format: str, seed: int) -> bytes:
    """A file that says something else; every fourth one is then broken as `mutate` does."""
    rng = random.Random(seed)
    text = data.decode("utf-8", "replace")
    try:
        if format in _XML:
            text = _tree(rng, text)
        elif format == "ninjs":
            text = _value(rng, text)
        elif format == "jsonl":
            lines = text.splitlines()
            at = rng.randrange(len(lines))
            text = "\n".join([*lines[:at], _value(rng, lines[at]), *lines[at + 1 :]])
        elif format in ("csv", "tsv"):
            text = _cells(rng, text, "\t" if format == "tsv" else ",")
        elif format == "po":
            text = _strings(rng, text)
        else:
            text = _lines(rng, text)
    except (ElementTree.ParseError, ValueError):
        # A page need not be XML, and an example need not be sound.
        text = _lines(rng, text)
    made = text.encode("utf-8", "replace")
    return mutate(made, seed) if rng.random() < 0.25 else made


def _tree(rng: random.Random, text: str) -> str:
    root = ElementTree.fromstring(text.removeprefix("\ufeff"))  # noqa: S314 (it is our own example)
    for _ in range(rng.randint(1, 6)):
        elements = list(root.iter())
        one, other = rng.choice(elements), rng.choice(elements)
        match rng.randrange(8):
            case 0:
                one.tag = other.tag
            case 1:
                one.text, other.tail = rng.choice(_TEXTS), rng.choice(_TEXTS)
            case 2:
                one.attrib.update(other.attrib)
            case 3 if one.attrib:
                one.set(rng.choice(sorted(one.attrib)), rng.choice(_TEXTS))
            case 4 if one.attrib:
                del one.attrib[rng.choice(sorted(one.attrib))]
            case 5 if len(one):
                one.remove(rng.choice(list(one)))
            case 6:
                one.extend([copy.deepcopy(other)] * rng.choice([1, 1, 9]))
            case _:
                one[:] = rng.sample(list(one), len(one))
    return ElementTree.tostring(root, encoding="unicode")


def _value(rng: random.Random, text: str) -> str:
    value = json.loads(text) if text.strip() else {}
    for _ in range(rng.randint(1, 4)):
        value = _changed(rng, value)
    return json.dumps(value, ensure_ascii=rng.random() < 0.5)


def _changed(rng: random.Random, value: Any) -> Any:
    """A value with one thing in it replaced, left out, or doubled, at any depth."""
    if isinstance(value, dict) and value and rng.random() < 0.9:
        key = rng.choice(sorted(value))
        match rng.randrange(5):
            case 0:
                return {k: v for k, v in value.items() if k != key}
            case 1:
                return value | {rng.choice(sorted(value)): value[key]}
            case _:
                return value | {key: _changed(rng, value[key])}
    if isinstance(value, list) and value and rng.random() < 0.9:
        at = rng.randrange(len(value))
        return rng.choice(
            [value[:at], value + value[at:], [*value[:at], _changed(rng, value[at]), *value[at + 1 :]]]
        )
    return rng.choice(_TEXTS if isinstance(value, str) and rng.random() < 0.7 else _VALUES)


def _cells(rng: random.Random, text: str, delimiter: str) -> str:
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    for _ in range(rng.randint(1, 5)):
        row = rng.choice(rows)
        row[rng.randrange(len(row))] = rng.choice(_TEXTS)
    rng.shuffle(rows[1:])
    out = io.StringIO()
    quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    csv.writer(out, delimiter=delimiter, quoting=quoting).writerows(rows)
    return out.getvalue()


def _strings(rng: random.Random, text: str) -> str:
    """A catalogue with other strings, and with entries doubled and left out."""
    entries = text.split("\n\n")
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(entries))
        match rng.randrange(6):
            case 0:
                entries[at:at] = entries[at : at + 2]
            case 1:
                rng.shuffle(entries)
            case _:
                new = json.dumps(rng.choice(_TEXTS), ensure_ascii=False)
                entries[at] = re.sub(
                    r'"[^"\\\n]*"', lambda _, new=new: new, entries[at], count=rng.randint(1, 3)
                )
    return "\n\n".join(entries)


def _lines(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    for _ in range(rng.randint(1, 5)):
        at = rng.randrange(len(lines))
        match rng.randrange(5):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines[at:at] = lines[at : at + 3] * rng.choice([1, 20])
            case 2:
                other = rng.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines.insert(at, rng.choice(_TEXTS) + rng.choice(["\n", "\r\n", "\r", ""]))
            case _:
                middle = rng.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:middle] + rng.choice(_TEXTS) + lines[at][middle:]
    return "".join(lines)
