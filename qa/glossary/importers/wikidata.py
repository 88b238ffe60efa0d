"""Wikidata: entity JSON (one item, `wbgetentities`, or a dump's lines) and SPARQL results JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qa.errors import GlossaryError
from qa.glossary import files
from qa.glossary.exchange import Concept, Imported, Name, sound_name
from qa.glossary.importers.options import Options
from qa.glossary.importers.pairs import load_json
from qa.glossary.importers.reports import Drops

# Properties whose value is a name in its own language: official name, native label, name in native
# language, name. The first two are of things, the third of people.
_NATIVE = ("P1448", "P1705", "P1559", "P2561")
_CLASSES = {
    "person": "Q5",
    "place": (
        "Q515 Q486972 Q6256 Q3624078 Q532 Q3957 Q4022 Q5119 Q1549591 Q7930989 Q15284 Q2983893 Q1637706"
        " Q1093829 Q5107 Q82794 Q8502 Q23442 Q165 Q123705 Q10864048 Q13220204 Q35657"
    ),
    "organisation": "Q43229 Q4830453 Q327333 Q7278 Q783794 Q192350 Q484652 Q15265344 Q4120211 Q3918 Q176799",
    "event": "Q1656682 Q198 Q178561 Q180684 Q645883 Q1190554 Q2001676",
}
_TYPE_OF = {item: kind for kind, items in _CLASSES.items() for item in items.split()}
_ATTRIBUTION = "Names from Wikidata (https://www.wikidata.org), in the public domain (CC0)."


def read(path: Path, options: Options) -> Imported:
    """Read items or query results; labels are preferred, aliases get the status that `options` say.

    Names in a thing's own language count as preferred where the label does not say otherwise, and carry
    the days that Wikidata gives them. Without `options.langs` all languages are taken.
    """
    data = _load(path)
    drops = Drops()
    if isinstance(data, dict) and isinstance(data.get("results"), dict) and "bindings" in data["results"]:
        concepts = _from_bindings(data["results"]["bindings"], options)
    else:
        concepts = [_from_item(item, options, drops) for item in _items(data)]
    if not concepts:
        raise GlossaryError(
            f"{path}:1:1: no Wikidata items; expected entities with labels, or SPARQL results"
        )
    named = tuple(concept for concept in concepts if concept.names)
    for concept in concepts:
        if not concept.names:
            drops.add(f"{concept.id or 'an item'}: no name in the languages asked for")
    return Imported(named, drops.told(), _ATTRIBUTION)


def _load(path: Path) -> Any:
    """The JSON value, also of a dump that is one array with an item a line, or plain lines of items."""
    if path.suffix.lower() not in {".jsonl", ".ndjson"}:
        return load_json(path, "Wikidata JSON")
    items = []
    for number, line in enumerate(files.decode(files.read_bytes(path, "Wikidata JSON"), path).split("\n"), 1):
        if line.strip(" \t\r,[]"):
            try:
                items.append(json.loads(line.strip().rstrip(",")))
            except (ValueError, RecursionError) as error:
                raise GlossaryError(f"{path}:{number}:1: not JSON: {error}") from None
    return items


def _items(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        entities = data.get("entities", data.get("items", [data]))
        data = list(entities.values()) if isinstance(entities, dict) else entities
    for item in data if isinstance(data, list) else []:
        if isinstance(item, dict) and isinstance(item.get("labels"), dict):
            yield item


def _from_item(item: dict[str, Any], options: Options, drops: Drops) -> Concept:
    name = _text(item.get("id"))
    claims = item.get("claims", item.get("statements"))
    claims = claims if isinstance(claims, dict) else {}
    note = f"Wikidata {name}".strip()
    found: dict[tuple[str, str], Name] = {}

    def add(lang: str, form: str, status: str, since: str = "", until: str = "", how: str = "") -> None:
        given = sound_name(Name(lang, form, status, since, until, f"{note} {how}".strip()))
        if given is None:
            drops.count("name that no row can hold")
        elif options.takes(given.lang):
            found.setdefault((given.lang, given.form), given)

    for lang, value in _values(item["labels"]):
        add(lang, value, "preferred")
    labelled = {lang for lang, _ in found}
    for form, lang, since, until in _native_names(claims):
        status = "admitted" if until or lang in labelled else "preferred"
        labelled |= {lang} if status == "preferred" else set()
        add(lang, form, status, since, until, "own name")
    if options.aliases != "skip":
        for lang, value in _values(item.get("aliases")):
            add(lang, value, options.aliases, how="alias")
    return Concept(name, _type(claims), tuple(found.values()))


def _values(block: Any) -> Iterator[tuple[str, str]]:
    """Language and text of labels (`{lang: {value}}`) or aliases (`{lang: [{value}, …]}`)."""
    for lang, given in sorted(block.items()) if isinstance(block, dict) else ():
        for one in given if isinstance(given, list) else [given]:
            text = _text(one.get("value")) if isinstance(one, dict) else _text(one)
            if text:
                yield lang, text


def _native_names(claims: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    for claim in (claim for name in _NATIVE for claim in _list(claims.get(name))):
        value = _path(claim, "mainsnak", "datavalue", "value")
        if isinstance(value, dict) and claim.get("rank") != "deprecated":
            yield (
                _text(value.get("text")),
                _text(value.get("language")),
                _day(_path(claim, "qualifiers"), "P580"),
                _day(_path(claim, "qualifiers"), "P582"),
            )


def _day(qualifiers: Any, name: str) -> str:
    """A qualifier's day where Wikidata knows it to the day (precision 11), else nothing."""
    for snak in _list(qualifiers.get(name)) if isinstance(qualifiers, dict) else ():
        value = _path(snak, "datavalue", "value")
        if isinstance(value, dict) and value.get("precision") == 11:
            return _text(value.get("time")).removeprefix("+")[:10]
    return ""


def _type(claims: dict[str, Any]) -> str:
    classes = [_path(claim, "mainsnak", "datavalue", "value", "id") for claim in _list(claims.get("P31"))]
    for item in map(_text, classes):
        if item in _TYPE_OF:
            return _TYPE_OF[item]
    if "P569" in claims:
        return "person"
    return "place" if "P625" in claims else ""


def _from_bindings(bindings: Any, options: Options) -> list[Concept]:
    """Group the rows of a query by their first item; every literal with a language is a name."""
    grouped: dict[str, dict[tuple[str, str], Name]] = {}
    preferred: set[tuple[str, str]] = set()
    for number, row in enumerate(_list(bindings)):
        cells = (
            [(name, cell) for name, cell in row.items() if isinstance(cell, dict)]
            if isinstance(row, dict)
            else []
        )
        subject = next(
            (_text(cell.get("value")) for _, cell in cells if cell.get("type") == "uri"), f"row {number}"
        )
        item = subject.rpartition("/")[2]
        names = grouped.setdefault(item, {})
        for variable, cell in cells:
            lang = _text(cell.get("xml:lang"))
            alias = "alt" in variable.lower() or "alias" in variable.lower()
            if not lang or (alias and options.aliases == "skip"):
                continue
            first = not alias and (item, lang) not in preferred
            status = "preferred" if first else options.aliases if alias else "admitted"
            name = sound_name(Name(lang, _text(cell.get("value")), status, note=f"Wikidata {item}"))
            if name and options.takes(name.lang) and (name.lang, name.form) not in names:
                preferred |= {(item, lang)} if first else set()
                names[name.lang, name.form] = name
    return [Concept(item, "", tuple(names.values())) for item, names in grouped.items()]


def _path(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _list(value: Any) -> list[Any]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
