"""The table of import formats, and how a file finds its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from qa.errors import ConfigError, GlossaryError
from qa.glossary import files, values
from qa.glossary.exchange import Imported, type_of
from qa.glossary.importers import delimited, geonames, pairs, tbx, tmx, wikidata, xlsx
from qa.glossary.importers.options import Options
from qa.glossary.importers.statuses import status_of
from qa.glossary.lines import COLUMNS


class Format(NamedTuple):
    """A format that can be imported: name, file suffixes, what it is, how it is read, and what can be set."""

    name: str
    suffixes: tuple[str, ...]
    summary: str
    read: Callable[[Path, Options], Imported]
    fields: tuple[str, ...] = ()


FORMATS: tuple[Format, ...] = (
    Format(
        "csv",
        (".csv", ".tsv", ".tab"),
        "tables with a header, columns mapped or told by it",
        delimited.read,
        COLUMNS,
    ),
    Format("xlsx", (".xlsx",), "Excel workbooks, first sheet, columns as in csv", xlsx.read, COLUMNS),
    Format("tbx", (".tbx", ".tbxm"), "TBX 2 and 3, every dialect, attributes or tags", tbx.read),
    Format("tmx", (".tmx",), "translation memories of names", tmx.read),
    Format("wikidata", (".jsonl", ".ndjson"), "Wikidata entities or SPARQL results in JSON", wikidata.read),
    Format(
        "spellings",
        (),
        "JSON list of {sourceSpelling, correctSpelling, incorrectSpellings}",
        pairs.read,
        ("source-lang", "lang"),
    ),
    Format(
        "geonames",
        (),
        "places of --country from GeoNames; no file",
        lambda _, options: geonames.read(options),
    ),
)
_BY_NAME = {form.name: form for form in FORMATS}
_BY_SUFFIX = {suffix: form for form in FORMATS for suffix in form.suffixes}


def run(path: Path | None, name: str | None, options: Options) -> Imported:
    """Read names from a file in the format `name`, or in the one its suffix and contents tell.

    Raises `ConfigError` for an unknown format, a missing file name or options that the format cannot follow,
    `GlossaryError` for a file that cannot be read.
    """
    if name is not None and name not in _BY_NAME:
        raise ConfigError(f"--format {name}: no such format; expected one of {', '.join(_BY_NAME)}")
    if path is None and name != "geonames":
        raise ConfigError("no file to import; name one, or use --format geonames --country UA")
    path = path or Path()
    form = _BY_NAME[name] if name else _told(path)
    _fit(form, options)
    return _in_langs(form.read(path, options), options)


def _fit(form: Format, options: Options) -> None:
    """Raise `ConfigError` for a column or a value that nothing would be made of."""
    if options.mapping and form.fields != COLUMNS:
        raise ConfigError(f"--map {next(iter(options.mapping))}: {form.name} has no columns; leave it out")
    for field, value in options.constants.items():
        if field not in form.fields:
            allowed = f"expected one of {', '.join(form.fields)}" if form.fields else "leave it out"
            raise ConfigError(f"--set {field}: no field of {form.name}; {allowed}")
        if fault := _value_fault(field, value):
            raise ConfigError(f"--set {field}={value}: {fault}")


def _value_fault(field: str, value: str) -> str | None:
    """What is wrong with the value of a field, None if nothing is."""
    if field in {"lang", "source-lang"}:
        return values.lang_fault(value.replace("_", "-"))
    if field in {"from", "until"}:
        return values.date_fault(value)
    if field == "type" and not type_of(value):
        return f"expected one of {', '.join(values.TYPES)}"
    if field == "status" and not status_of(value):
        return f"expected one of {', '.join(values.STATUSES)}"
    return None


def _in_langs(found: Imported, options: Options) -> Imported:
    """What was found in the languages that are wanted; a concept without a name in them is left out."""
    if not options.langs:
        return found
    kept = (
        concept._replace(names=tuple(name for name in concept.names if options.takes(name.lang)))
        for concept in found.concepts
    )
    return replace(found, concepts=tuple(concept for concept in kept if concept.names))


def _told(path: Path) -> Format:
    suffix = path.suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    start = files.read_bytes(path, "a file to import")[:65536]
    if suffix == ".json":
        return _BY_NAME["spellings" if b"correctSpelling" in start else "wikidata"]
    for mark, name in (
        (b"<martif", "tbx"),
        (b"<tbx", "tbx"),
        (b"<TBX", "tbx"),
        (b"<tmx", "tmx"),
        (b"PK\x03", "xlsx"),
    ):
        if mark in start:
            return _BY_NAME[name]
    raise GlossaryError(f"{path}: the format cannot be told; say it with --format {'|'.join(_BY_NAME)}")
