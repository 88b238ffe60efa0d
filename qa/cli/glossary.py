"""`qa glossary`: maintain glossaries as reviewed data."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import emit_line
from qa.cli.glossary_add import add
from qa.cli.glossary_common import Files, named_glossaries, rows_of, say
from qa.cli.glossary_edit import import_names
from qa.cli.glossary_explain import explain
from qa.cli.glossary_export import export
from qa.cli.glossary_suggest import suggest
from qa.cli.glossary_test import run_cases
from qa.cli.glossary_texts import On, diff, stats
from qa.errors import ConfigError
from qa.glossary import default_path, edit, fmt, table
from qa.glossary import lint as linting
from qa.names.words.ordinary import frequency

HELP = """Maintain glossaries: check, format, exchange and edit them.

Example: qa glossary lint house.csv && qa glossary test cases.csv
"""
app = typer.Typer(help=HELP, no_args_is_help=True)
app.command()(add)
app.command(name="import")(import_names)
app.command()(export)
app.command()(explain)
app.command()(suggest)
app.command(name="test")(run_cases)
app.command(cls=On)(diff)
app.command(cls=On)(stats)


class Format(StrEnum):
    """How lint prints its findings."""

    TEXT = "text"
    GITHUB = "github"


@app.command()
def lint(
    files: Files = None,
    base: Annotated[
        list[Path] | None,
        typer.Option(
            help="Glossary that the files are laid over; `default` is the one that comes with qa. A file in a folder"
            " 'styles' finds its own."
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings too.")] = False,
    select: Annotated[str | None, typer.Option(help="Only these rules, separated by commas.")] = None,
    ignore: Annotated[str, typer.Option(help="Not these rules.")] = "",
    form: Annotated[
        Format, typer.Option("--format", help="github: annotations for GitHub Actions.")
    ] = Format.TEXT,
) -> None:
    """Say what is wrong with a glossary, where, and what to do.

    Exits with 1 if something has to be corrected.

    Examples:

      qa glossary lint house.csv

      qa glossary lint --strict --format github glossaries/*.csv
    """
    wanted, unwanted = _rule_ids(select or ""), _rule_ids(ignore)
    if select is not None and not wanted:
        raise ConfigError("--select names no rule; leave it out for every rule, or see `qa glossary rules`")
    counts: Counter[str] = Counter()
    paths = named_glossaries(files)
    for path in paths:
        below = rows_of(map(_named, base) if base is not None else _base_of(path))
        for finding in linting.lint(table.read(path), base=below, frequency=_frequency):
            if (not wanted or finding.rule in wanted) and finding.rule not in unwanted:
                counts[finding.level] += 1
                emit_line(_line(finding, form))
    say(f"{len(paths)} file(s): {counts['error']} error(s), {counts['warning']} warning(s)")
    if counts["error"] or (strict and counts["warning"]):
        raise typer.Exit(1)


def _line(finding: linting.Finding, form: Format) -> str:
    path, line, column, rule, level, message = finding
    if form is Format.GITHUB:
        # The workflow commands of GitHub Actions give these characters a meaning of their own.
        safe = {"%": "%25", "\r": "%0D", "\n": "%0A"}
        text = "".join(safe.get(char, char) for char in message)
        file = "".join((safe | {":": "%3A", ",": "%2C"}).get(char, char) for char in path)
        return f"::{level} file={file},line={line},col={column},title={rule}::{text}"
    return f"{path}:{line}:{column} {level} {rule}: {message}"


def _rule_ids(listed: str) -> frozenset[str]:
    ids = frozenset(filter(None, (name.strip() for name in listed.split(","))))
    unknown = sorted(ids - {rule.id for rule in linting.RULES})
    if unknown:
        raise ConfigError(f"no lint rule {', '.join(unknown)}; `qa glossary rules` lists them")
    return ids


def _named(base: Path) -> Path:
    return default_path() if str(base) == "default" and not base.exists() else base


def _base_of(path: Path) -> list[Path]:
    """The glossaries that a house style is laid over: those in the folder above its folder `styles`."""
    folder = path.resolve().parent
    return sorted(folder.parent.glob("*.csv")) if folder.name == "styles" else []


def _frequency(word: str, lang: str) -> float:
    return frequency(word, lang.partition("-")[0])


@app.command()
def rules() -> None:
    """List the rules of lint.

    Example: qa glossary rules
    """
    for rule in linting.RULES:
        emit_line(f"{rule.id:24} {rule.level:8} {rule.summary}; {rule.advice}")


@app.command(name="fmt")
def format_files(
    files: Files = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 1 if something would.")
    ] = False,
) -> None:
    """Make glossaries canonical: sorted, clean, each fact once. Comments stay. Changes files in place.

    Examples:

      qa glossary fmt house.csv

      qa glossary fmt --check glossaries/*.csv
    """
    untidy = []
    for path in named_glossaries(files):
        if check:
            before = table.read(path)
            changed = table.parse(fmt.canonical_text(before).encode(), before.path).digest != before.digest
        else:
            changed = edit.update(path, fmt.canonical_text)
        if changed:
            untidy.append(path)
            say(f"{path}: {'would be changed' if check else 'changed'}")
    if check and untidy:
        raise typer.Exit(1)
