"""GNU gettext PO: the translations of a catalogue, each with its message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from qa.errors import InputError
from qa.model import Anchor, Document, Skipped
from qa.readers.blocks import Block, document, language, units
from qa.readers.load import File
from qa.readers.mapped import Builder, Mapped

_LINE = re.compile(
    r'(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d{1,3})\])?\s*)?"([^"\\]*(?:\\.[^"\\]*)*)"$'
)
# Bytes in numbers, one after the other, or a single sign.
_ESCAPE = re.compile(r"((?:\\(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}))+)|\\(.)", re.S)
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]+)|([0-7]+))")
# By which gettext tells the scripts of a language apart: "sr@latin".
_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva", "iqtelif": "Latn"}
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a"}


@dataclass(slots=True)
class _Entry:
    """The strings of an entry by keyword ("msgid", "msgstr[1]"), built up line by line."""

    strings: dict[str, Builder] = field(default_factory=dict)
    places: dict[str, Mapped] = field(default_factory=dict)

    def text(self, key: str) -> str:
        found = self.strings.get(key)
        return found.text if found else ""

    @property
    def complete(self) -> bool:
        return any(key.startswith("msgstr") for key in self.strings)


def read(file: File) -> Iterator[Document]:
    """Read a catalogue as one document; obsolete entries are left out and counted.

    Raises `qa.errors.InputError` with the line of what is no PO syntax.
    """
    blocks: list[Block] = []
    header: str | None = None
    obsolete = 0
    for entry in _entries(file):
        if entry is None:
            obsolete += 1
        elif entry.text("msgid") or "msgctxt" in entry.strings:
            blocks.extend(_blocks(entry))
        elif header is None:
            header = entry.text("msgstr")
    told = f"obsolete entries: {obsolete}"
    skipped = (Skipped(None, "reading", told),) if obsolete else ()
    yield document(
        file,
        blocks,
        # Poedit writes what language the messages are in; gettext itself has no field for it.
        source_lang=language(file, _tag(header, "X-Source-Language"), side="source"),
        target_lang=language(file, _tag(header, "Language")),
        skipped=skipped,
    )


def _tag(header: str | None, field: str) -> str | None:
    """The language that a field of the header names, as a tag: the locale "uz_UZ@cyrillic" is "uz-Cyrl-UZ"."""
    found = re.search(rf"^{field}:[ \t]*(\S+)", header or "", re.M)
    if not found:
        return None
    name, _, modifier = found.group(1).partition("@")
    base, *region = name.split("_", 1)
    script = _MODIFIERS.get(modifier.lower())
    return "-".join([base, *([script] if script else []), *region])


def _entries(file: File) -> Iterator[_Entry | None]:
    """The entries in the order of the file; None for an obsolete one."""
    entry, key = _Entry(), ""
    for number, raw in enumerate(file.lines(), 1):
        line = raw.strip()
        if line.startswith("#~") and line[2:].lstrip().startswith("msgid "):
            yield None
        if not line or line.startswith("#"):
            continue
        found = _LINE.match(line)
        if not found:
            raise _syntax(file, number)
        keyword, index, _ = found.groups()
        if keyword in ("msgctxt", "msgid") and entry.complete:
            yield entry
            entry = _Entry()
        if keyword:
            key = f"{keyword}[{index}]" if index else keyword
            if key in entry.strings or (keyword == "msgstr" and "msgid" not in entry.strings):
                raise _syntax(file, number)
            entry.strings[key] = Builder()
        elif not key:
            raise _syntax(file, number)
        column = len(raw) - len(raw.lstrip()) + found.start(3) + 1
        text = Mapped(found.group(3), (Anchor(0, number, column),))
        entry.places.setdefault(key, text.cut(0, 0))
        _unescape(entry.strings[key], text)
    if entry.complete:
        yield entry
    elif entry.strings:
        raise file.error("the last entry has no msgstr")


def _blocks(entry: _Entry) -> Iterator[Block]:
    for key, builder in entry.strings.items():
        if key.startswith("msgstr"):
            plural = key not in ("msgstr", "msgstr[0]") and entry.text("msgid_plural")
            source = plural or entry.text("msgid")
            yield from units(builder.build() or entry.places[key], source, marks=False)


def _unescape(builder: Builder, text: Mapped) -> None:
    start = 0
    for found in _ESCAPE.finditer(text.text):
        builder.add(text.cut(start, found.start()))
        for character, at in _characters(found):
            builder.put(character, *text.position(at))
        start = found.end()
    builder.add(text.cut(start, len(text.text)))


def _characters(escape: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The characters that escapes stand for, each with its offset; what is no UTF-8 is taken for code points."""
    if escape[2]:
        yield _SIMPLE.get(escape[2], escape[2]), escape.start()
        return
    numbers = list(_BYTE.finditer(escape.string, *escape.span()))
    codes = [int(n[1], 16) if n[1] else int(n[2], 8) for n in numbers]
    try:
        units = [(character, len(character.encode())) for character in bytes(codes).decode()]
    except ValueError:
        units = [(chr(code), 1) for code in codes]
    at = 0
    for character, size in units:
        yield character, numbers[at].start()
        at += size


def _syntax(file: File, line: int) -> InputError:
    return file.error('is not PO syntax (msgid "…" and msgstr "…" were expected)', line)
