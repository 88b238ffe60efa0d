"""The table of import formats, and how a file finds its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from qa.errors import ConfigError, GlossaryError
from qa.glossary import files
from qa.glossary.exchange import Imported
from qa.glossary.importers import delimited, geonames, pairs, tbx, tmx, wikidata, xlsx
from qa.glossary.importers.options import Options


class Format(NamedTuple):
    """A format that can be imported: name, file suffixes, what it is, and how it is read."""

    name: str
    suffixes: tuple[str, ...]
    summary: str
    read: Callable[[Path, Options], Imported]


FORMATS: tuple[Format, ...] = (
    Format(
        "csv", (".csv", ".tsv", ".tab"), "tables with a header, columns mapped or told by it", delimited.read
    ),
    Format("xlsx", (".xlsx",), "Excel workbooks, first sheet, columns as in csv", xlsx.read),
    Format("tbx", (".tbx", ".tbxm"), "TBX 2 and 3, every dialect, attributes or tags", tbx.read),
    Format("tmx", (".tmx",), "translation memories of names", tmx.read),
    Format("wikidata", (".jsonl", ".ndjson"), "Wikidata entities or SPARQL results in JSON", wikidata.read),
    Format("spellings", (), "JSON list of {sourceSpelling, correctSpelling, incorrectSpellings}", pairs.read),
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

    Raises `ConfigError` for an unknown format or a missing file name, `GlossaryError` for a file that cannot
    be read.
    """
    if name is not None and name not in _BY_NAME:
        raise ConfigError(f"--format {name}: no such format; expected one of {', '.join(_BY_NAME)}")
    if path is None:
        if name != "geonames":
            raise ConfigError("no file to import; name one, or use --format geonames --country UA")
        return geonames.read(options)
    form = _BY_NAME[name] if name else _told(path)
    return form.read(path, options)


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
