"""TBX version 3 (ISO 30042:2019): dialects Basic, Min and Core, data categories as attributes or as tags.

Days are kept in a note of their own, `valid: 2024-09-19/..`, an interval as in ISO 8601, because no public
dialect has a category for them; the importer reads it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from qa.glossary.exporters.shapes import Export, ExportOptions
from qa.glossary.table import Row
from qa.glossary.values import STATUSES

SOURCE = "Exported from a qa glossary; the ids of the concepts are those of its entries."
"""What the header says, by which an import knows that ids mean the same on both sides."""

_NAMESPACES = {
    "core": "",
    "min": ' xmlns:min="http://www.tbxinfo.net/ns/min"',
    "basic": ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"',
}
_NAME_CHAR = re.compile(r"[^A-Za-z0-9.-]")
_RANK = {status: rank for rank, status in enumerate(STATUSES)}


def write(rows: Sequence[Row], options: ExportOptions) -> Export:
    """Write concepts in the order of their ids, languages by tag, preferred terms first.

    Core knows no status: its file leaves deprecated forms out, since it could not say that they are wrong.
    """
    kept = [row for row in rows if options.dialect != "core" or row.status != "deprecated"]
    text = "\n".join(_document(kept, options)) + "\n"
    return Export((("", text.encode()),), tuple(_lost(rows, options)))


def _document(rows: Sequence[Row], options: ExportOptions) -> Iterator[str]:
    dialect = options.dialect
    names = _NAMESPACES[dialect] if options.style == "dct" else ""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<tbx type="TBX-{dialect.title()}" style="{options.style}" xml:lang="{escape(options.lang)}"'
        f' xmlns="urn:iso:std:iso:30042:ed-2"{names}>'
    )
    yield "  <tbxHeader>"
    yield "    <fileDesc>"
    yield f"      <titleStmt><title>{escape(options.title)}</title></titleStmt>"
    yield f"      <sourceDesc><p>{SOURCE}</p></sourceDesc>"
    yield "    </fileDesc>"
    yield "  </tbxHeader>"
    yield "  <text>"
    yield "    <body>"
    for entry, group in groupby(sorted(rows, key=_order), key=lambda row: row.entry):
        yield from _concept(entry, list(group), options)
    yield "    </body>"
    yield "  </text>"
    yield "</tbx>"


def _order(row: Row) -> tuple[str, str, int, str, str]:
    return row.entry, row.lang, _RANK[row.status], row.form, row.since


def _concept(entry: str, rows: Sequence[Row], options: ExportOptions) -> Iterator[str]:
    yield f'      <conceptEntry id="{_id(entry)}">'
    if options.dialect != "core":
        yield "        " + _category("descrip", "subjectField", rows[0].type, options)
    for lang, group in groupby(rows, key=lambda row: row.lang):
        yield f'        <langSec xml:lang="{escape(lang)}">'
        for row in group:
            yield from _term(row, options)
        yield "        </langSec>"
    yield "      </conceptEntry>"


def _term(row: Row, options: ExportOptions) -> Iterator[str]:
    yield "          <termSec>"
    yield f"            <term>{escape(row.form)}</term>"
    if options.dialect != "core":
        yield "            " + _category(
            "termNote", "administrativeStatus", f"{row.status}Term-admn-sts", options
        )
    if row.since or row.until:
        yield f"            <note>valid: {row.since or '..'}/{row.until or '..'}</note>"
    if row.note:
        yield f"            <note>{escape(row.note)}</note>"
    yield "          </termSec>"


def _category(carrier: str, name: str, value: str, options: ExportOptions) -> str:
    """A data category of the module Min in the style asked for."""
    if options.style == "dct":
        return f"<min:{name}>{escape(value)}</min:{name}>"
    return f'<{carrier} type="{name}">{escape(value)}</{carrier}>'


def _id(entry: str) -> str:
    """An entry id as an XML name: other characters are coded, a digit in front gets an underscore."""
    coded = _NAME_CHAR.sub(lambda match: f"_x{ord(match[0]):X}_", entry)
    return coded if coded[:1].isalpha() else f"_{coded}"


def _lost(rows: Sequence[Row], options: ExportOptions) -> Iterable[str]:
    if options.dialect == "core":
        entries = len({row.entry for row in rows})
        deprecated = sum(row.status == "deprecated" for row in rows)
        yield f"types of {entries} entries, status of their forms: TBX-Core holds terms and notes only"
        if deprecated:
            yield f"{deprecated} deprecated forms: the file could not say that they are wrong"
