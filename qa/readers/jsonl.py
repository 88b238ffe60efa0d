"""JSON Lines: one document a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from qa.errors import SHOWN, InputError
from qa.model import Anchor, Document
from qa.readers.blocks import date, document, language, units
from qa.readers.jsontext import Located, Parsed, parse
from qa.readers.load import File
from qa.readers.mapped import Mapped
from qa.readers.plain import EMPTY


def read(file: File) -> Iterator[Document]:
    """Read line by line, so that memory does not grow with the file.

    Keys: `target` (required), `id`, `source`, `source_lang`, `target_lang`, `title`, `url`, `published`.
    Others are left alone. Raises `qa.errors.InputError` at the first line that is not such an object.
    """
    seen = False
    for number, line in enumerate(file.lines(), 1):
        if line.strip():
            seen = True
            text = Mapped(line.rstrip("\r\n"), (Anchor(0, number, 1),))
            yield _Item(file, number, parse(file, text)).document()
    if not seen:
        yield document(file, (), skipped=(EMPTY,))


class _Item:
    """One line of the file, looked at key by key."""

    def __init__(self, file: File, number: int, parsed: Parsed) -> None:
        self._file, self._number, self._parsed = file, number, parsed
        if not isinstance(parsed.value, dict):
            raise self._error('an object such as {"id": …, "target": …} was expected')
        self._fields: dict[str, Any] = parsed.value

    def document(self) -> Document:
        target, source = self._target(), self._text("source")
        return document(
            self._file,
            units(target, source),
            name=self._name(),
            place=f"line {self._number}",
            source_lang=language(self._file, self._text("source_lang"), self._number, "source"),
            target_lang=language(self._file, self._text("target_lang"), self._number),
            title=self._text("title"),
            url=self._text("url"),
            published=self._published(),
        )

    def _error(self, message: str) -> InputError:
        return self._file.error(message, self._number)

    def _text(self, key: str) -> str | None:
        value = self._fields.get(key)
        if value is None or isinstance(value, str):
            return None if value is None else str(value)
        raise self._error(f"{key!r} must be text, not {type(value).__name__}")

    def _target(self) -> Mapped:
        value = self._fields.get("target")
        if isinstance(value, Located):
            return self._parsed.mapped(value)
        if value is None and (self._text("source") or "target" in self._fields):
            return Mapped("", (Anchor(0, self._number, 1),))
        if value is None:
            keys = ", ".join(map(repr, self._fields)) or "none"
            raise self._error(f"has no 'target'; its keys are {keys[:200]}")
        raise self._error(f"'target' must be text, not {type(value).__name__}")

    def _name(self) -> str:
        value = self._fields.get("id")
        if value is None:
            return ""
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            return str(value)
        raise self._error(f"'id' must be text or a number, not {type(value).__name__}")

    def _published(self) -> dt.date | None:
        text = self._text("published")
        if not text:
            return None
        day = date(text)
        if day is None:
            raise self._error(f"'published' must be a date such as 2024-09-19, not {text[:SHOWN]!r}")
        return day
