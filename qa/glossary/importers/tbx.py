"""TBX (ISO 30042): version 2 (martif, TBX-Min) and version 3 (Core, Min, Basic and wider dialects).

Both styles of version 3 are read: data categories as attributes (`<termNote type="administrativeStatus">`)
and as tags (`<min:administrativeStatus>`). Names of elements decide, not namespaces, because the files that
tools write are often wrong about the latter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qa.errors import GlossaryError
from qa.glossary import xml
from qa.glossary.exchange import Concept, Imported, Name, guess_statuses, name_fault, sound_name, type_of
from qa.glossary.exporters.tbx import SOURCE
from qa.glossary.importers.options import Options
from qa.glossary.importers.reports import Drops
from qa.glossary.importers.statuses import status_of
from qa.glossary.values import shown

_ENTRIES = frozenset({"termEntry", "conceptEntry", "entry"})
_LANGS = {"langSet", "langSec", "langGroup"}
_TERMS = {"tig", "ntig", "termSec", "termGroup"}
_STATUSES = {"administrativeStatus": 0, "normativeAuthorization": 1, "termStatus": 2, "status": 2}
_TYPES = {"subjectField", "conceptType", "entryType"}
# Elements that only hold others, or text whose meaning the attribute `type` tells.
_GROUPS = {"termGrp", "termNoteGrp", "descripGrp", "adminGrp", "transacGrp", "termCompList", "termCompGrp"}
_CARRIERS = {
    "termNote",
    "descrip",
    "descripNote",
    "admin",
    "adminNote",
    "transac",
    "transacNote",
    "xref",
    "ref",
}
_INLINE = {"hi", "foreign", "sc", "ec", "ph", "bpt", "ept", "it", "ut", "sub"}
_VALID = re.compile(r"valid: (\d{4}-\d{2}-\d{2}|\.\.)/(\d{4}-\d{2}-\d{2}|\.\.)")
_CODED = re.compile(r"_x([0-9A-F]{1,5})_")


def read(path: Path, options: Options) -> Imported:
    """Read a TBX file of any version and dialect; terms without a status get one by their order.

    Raises `GlossaryError` for XML that is broken or is no TBX.
    """
    drops = Drops()
    concepts: list[Concept] = []
    elements = xml.stream(path, _ENTRIES | {"sourceDesc"}, "a TBX file")
    root, _ = next(elements, (None, {}))
    if root is None or root.name not in {"martif", "tbx", "TBX"}:
        name = shown(root.name) if root is not None else "nothing"
        raise GlossaryError(f"{path}:1:1: not TBX: the root is {name}; expected martif, tbx or TBX")
    own = False
    for element, attributes in elements:
        if element.name == "sourceDesc":
            own = own or element.text.strip() == SOURCE
            continue
        names = guess_statuses(_names(element, attributes.get(xml.LANG, ""), options, drops))
        if names:
            concepts.append(Concept(_id(element.get("id")), _type(element), names, own))
        else:
            drops.add(f"line {element.line}: concept {shown(element.get('id'))} has no usable term")
    return Imported(tuple(concepts), drops.told())


class _Fact(NamedTuple):
    """A data category and its value, whichever style wrote it."""

    category: str
    value: str


def _names(entry: xml.Element, default: str, options: Options, drops: Drops) -> Iterator[Name]:
    for section in entry:
        if section.name in _LANGS:
            lang = section.get(xml.LANG) or section.get("lang") or default
            for term in section:
                if term.name in _TERMS and options.takes(lang):
                    name = _name(term, lang, drops)
                    if name:
                        yield name
                elif term.name not in _TERMS:
                    _count(_facts(term), drops)
        else:
            _count(_facts(section), drops)


def _name(section: xml.Element, lang: str, drops: Drops) -> Name | None:
    form, status, rank, notes, since, until = "", "", 9, [], "", ""
    for category, value in _section_facts(section):
        if category == "term":
            form = form or value
        elif category in _STATUSES and status_of(value):
            if _STATUSES[category] < rank:
                status, rank = status_of(value), _STATUSES[category]
        elif category == "note":
            valid = _VALID.fullmatch(value)
            if valid:
                since, until = (day.replace("..", "") for day in valid.groups())
            elif value:
                notes.append(value)
        else:
            drops.count(category)
    told = Name(lang, form, status, since, until, "; ".join(notes))
    if fault := name_fault(told):
        drops.add(f"line {section.line}: {shown(form)} ({lang or 'no language'}) is no row: {fault}")
    return sound_name(told)


def _section_facts(section: xml.Element) -> Iterator[_Fact]:
    for child in section:
        yield from _facts(child)


def _facts(element: xml.Element) -> Iterator[_Fact]:
    """The data categories an element holds; groups are opened, what else stands inside is text."""
    if element.name in _GROUPS:
        for child in element:
            yield from _facts(child)
    elif element.name in _CARRIERS:
        yield _Fact(element.get("type") or element.name, " ".join(element.text.split()))
    elif element.name not in _INLINE:
        yield _Fact(element.name, " ".join(element.text.split()))


def _count(facts: Iterator[_Fact], drops: Drops) -> None:
    for category, value in facts:
        if not (category in _TYPES and type_of(value)):
            drops.count(category)


def _type(entry: xml.Element) -> str:
    """The type of entry that a subject field names, on the concept itself."""
    for child in entry:
        if child.name not in _LANGS:
            for category, value in _facts(child):
                if category in _TYPES and type_of(value):
                    return type_of(value)
    return ""


def _id(given: str) -> str:
    """The id of a concept as its glossary had it: see `qa.glossary.exporters.tbx`."""
    return _CODED.sub(lambda match: chr(int(match[1], 16)), given.removeprefix("_"))
