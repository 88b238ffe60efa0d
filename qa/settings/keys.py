"""The one list of what may be set in a file: `KEYS`; the JSON Schema for editors is made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from qa.config import Override
from qa.model import Severity

SEVERITIES = tuple(severity.value for severity in Severity)
# Named here since settings lie below readers and reporters; a test holds them together.
INPUT_FORMATS = (
    "csv",
    "feed",
    "html",
    "jsonl",
    "markdown",
    "newsml",
    "ninjs",
    "po",
    "text",
    "tmx",
    "tsv",
    "xliff",
)
FORMATS = ("text", "json", "sarif", "junit", "github", "markdown", "mqm")
UI_LANGS = ("ar", "de", "en", "es", "fr", "uk")


class Key(NamedTuple):
    """A setting: the type of its value ("text", "texts", "flag", "count", "day", "language"), what it means,
    the values that are allowed where they are few (those of texts alone or with =FILE), whether a folder may
    override it, and whether it is a path, which is relative to the file of the settings."""

    type: str
    help: str
    values: tuple[str, ...] = ()
    override: bool = False
    path: bool = False


KEYS: dict[str, Key] = {
    "source": Key("text", "Source text, line for line.", path=True),
    "source-lang": Key("language", "Language of the source (BCP 47).", override=True),
    "target-lang": Key("language", "Language of the text (BCP 47); detected when absent.", override=True),
    "glossary": Key("texts", "Glossary files or house styles; a later one wins.", path=True),
    "default-glossary": Key("flag", "Start from the glossary that comes with qa."),
    "back-translate": Key("flag", "Score fluency; by default where a backend can run."),
    "backend": Key("text", "embedded, transformers:MODEL, ctranslate2:MODEL or recorded:FILE."),
    "format": Key(
        "texts", "What is written: NAME for standard output, NAME=FILE for a file.", FORMATS, path=True
    ),
    "output": Key("text", "File for the format that has none of its own.", path=True),
    "report": Key("text", "HTML report, or none.", path=True),
    "fail-on": Key("text", "Exit with 1 from this severity on.", (*SEVERITIES, "never")),
    "select": Key("rules", "Only these rules.", override=True),
    "ignore": Key("rules", "Not these rules.", override=True),
    "input-format": Key("text", "Format of the input, where the name does not tell.", INPUT_FORMATS),
    "date": Key("day", "Day (YYYY-MM-DD) by which renamed places are judged.", override=True),
    "ui-lang": Key("text", "Interface language of the report.", UI_LANGS),
    "jobs": Key("count", "Processes; 0 is one for each core."),
    "quiet": Key("flag", "No progress and no notes on stderr."),
    "baseline": Key("text", "Known findings, which do not fail the check.", path=True),
    "changed-since": Key("text", "Report only what changed in git since this revision."),
    "inline": Key("flag", "Heed `qa: ignore` and `[sic]` in the texts.", override=True),
    "quotes": Key("rules", "Rules that leave everything in quotation marks alone.", override=True),
}
TABLES = ("severity", "threshold")


def with_file(values: tuple[str, ...]) -> str:
    """The pattern of one of some values, alone or with =FILE."""
    return f"^({'|'.join(values)})(=.+)?$"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file of settings says; `path` is None where there is none.

    `values` are by key, as Python values. Paths in them are relative to the current folder.
    """

    path: str | None = None
    root: str = "."
    values: Mapping[str, Any] = field(default_factory=dict)
    severities: tuple[tuple[str, Severity], ...] = ()
    thresholds: tuple[tuple[str, float], ...] = ()
    overrides: tuple[Override, ...] = ()
