"""`qa init`: write settings that work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import tell
from qa.errors import ConfigError, OutputError

_SETTINGS = """\
{schema}# Settings of qa for this folder and everything in it. The command line wins over them.
# `qa check --help` explains the options; a key that does not exist is an error.

{source}
{target}

# Glossaries, the later wins. The one that comes with qa is read first, unless default-glossary = false.
glossary = ["{glossary}"]

# Fail from this severity on: neutral, minor, major, critical or never.
fail-on = "major"

# Known findings do not fail: make the list with `qa baseline create PATH`, then set this.
# baseline = "qa-baseline.json"

# Rules that are not wanted, and severities by rule; `qa rules` lists them.
# ignore = ["repeated-word"]
# [severity]
# name-mixed = "neutral"

# Settings of their own for some folders, with patterns as in .gitignore.
# [[overrides]]
# paths = ["archive/**"]
# ignore = ["name-unlisted"]
"""
_SCHEMA = "qa.schema.json"
_MENTION = f"#:schema ./{_SCHEMA}"
_GLOSSARY = "entry,type,lang,form,status,from,until,note\n"


def init(
    folder: Annotated[Path, typer.Argument(help="Where the settings are to hold.")] = Path("."),
    source_lang: Annotated[str | None, typer.Option(help="Language of the source (BCP 47).")] = None,
    target_lang: Annotated[str | None, typer.Option(help="Language of the texts (BCP 47).")] = None,
    glossary: Annotated[
        str, typer.Option(help="The house glossary; made where there is none.")
    ] = "names.csv",
    schema: Annotated[
        bool, typer.Option("--schema", help="Write the JSON Schema too, for editors that know TOML.")
    ] = False,
) -> None:
    """Write qa.toml and an empty house glossary, so that `qa check` works without options.

    Nothing is ever written over. With --schema beside a qa.toml that is there, only the schema is written.

    Example: qa init --source-lang ar --target-lang en
    """
    path = folder / "qa.toml"
    if schema and path.exists():
        _write(folder / _SCHEMA, _schema())
        return tell(f"{path}: stays as it is; `{_MENTION}` in its first line tells editors of the schema")
    if os.path.lexists(path):
        raise OutputError(f"{path}: is there already; edit it, or remove it first")
    if '"' in glossary or "\\" in glossary or not glossary.isprintable():
        raise ConfigError(f"--glossary {glossary!r}: choose a name without quotation marks and backslashes")
    text = _SETTINGS.format(
        schema=f"{_MENTION}\n" if schema else "",
        source=_language("source-lang", source_lang, "uk"),
        target=_language("target-lang", target_lang, "en"),
        glossary=glossary,
    )
    if schema:
        _write(folder / _SCHEMA, _schema())
    _write(folder / glossary, _GLOSSARY)
    _write(path, text)


def _language(key: str, tag: str | None, example: str) -> str:
    from qa.language import normalise_tag

    if tag is None:
        # Without it the language is told from each text, which short ones make hard.
        return f'# {key} = "{example}"'
    return f'{key} = "{normalise_tag(tag)}"'


def _schema() -> str:
    from importlib.resources import files

    return (files("qa") / "data/schema/config.schema.json").read_text("utf-8")


def _write(path: Path, text: str) -> None:
    from qa.atomic import write_text

    if path.exists():
        tell(f"{path}: is there already and stays as it is")
        return
    write_text(path, text, parents=True)
    tell(f"{path}: written")
