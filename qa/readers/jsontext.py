"""JSON whose strings know where they stand in the file."""

from __future__ import annotations

import json
import json.decoder
import json.scanner
import re
from dataclasses import dataclass
from typing import Any

from qa.readers.load import File
from qa.readers.mapped import Builder, Mapped

_PAIR = r"u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = re.compile(rf"\\(?:{_PAIR}|u[0-9a-fA-F]{{4}}|.)", re.S)
_SURROGATE = re.compile("[\ud800-\udfff]")


class Located(str):
    """A string value with the place `[start, end)` of its contents, between the quotes, in the JSON text."""

    __slots__ = ("end", "start")
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A JSON value, and the text that it came from."""

    value: Any
    text: Mapped

    def mapped(self, value: Located) -> Mapped:
        """A string value as a text whose code points know their place."""
        raw, start, builder = self.text.text, value.start, Builder()
        for found in _ESCAPE.finditer(raw, value.start, value.end):
            builder.add(self.text.cut(start, found.start()))
            builder.put(_unescape(found.group()), *self.text.position(found.start()))
            start = found.end()
        builder.add(self.text.cut(start, value.end))
        return builder.build() or self.text.cut(value.start, value.start)


def parse(file: File, text: Mapped) -> Parsed:
    """Parse one JSON value; raises `qa.errors.InputError` with line and column when it is none."""
    try:
        return Parsed(_Decoder().decode(text.text), text)
    except json.JSONDecodeError as error:
        line, column = text.position(error.pos)
        raise file.error(f"is not valid JSON ({error.msg})", line, column) from None
    except RecursionError:
        raise file.error("the JSON is nested too deeply", text.anchors[0].line) from None
    except ValueError as error:
        raise file.error(f"is not valid JSON ({error})", text.anchors[0].line) from None


class _Decoder(json.JSONDecoder):
    """The decoder of the standard library with a hook on its strings.

    Only the scanner written in Python calls the hook; the strings themselves are still read by the one in C.
    """

    def __init__(self) -> None:
        super().__init__(strict=False)
        self.parse_string = _located
        self.scan_once = json.scanner.py_make_scanner(self)  # type: ignore[attr-defined]


def _located(text: str, start: int, strict: bool = True) -> tuple[Located, int]:
    value, after = json.decoder.scanstring(text, start, strict)  # type: ignore[attr-defined]
    located = Located(_SURROGATE.sub("\ufffd", value))
    located.start, located.end = start, after - 1
    return located, after


def _unescape(escape: str) -> str:
    value: str = json.loads(f'"{escape}"')
    return _SURROGATE.sub("\ufffd", value)
