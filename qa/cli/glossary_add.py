"""`qa glossary add`: new forms of an entry, named one by one or learned from an editor's decisions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from qa.cli.glossary_common import known_type, rows_of, say
from qa.cli.glossary_edit import change
from qa.decisions import load_decisions
from qa.errors import ConfigError
from qa.glossary import default_path
from qa.glossary.exchange import Concept, Imported, Name, name_fault, sound_name
from qa.glossary.importers.statuses import status_of
from qa.glossary.lessons import lessons
from qa.glossary.values import DATE, STATUSES, TYPES, proper_id, shown


def add(
    entry: Annotated[str, typer.Argument(help="Id of the entry, such as kyiv or volodymyr-zelensky.")] = "",
    forms: Annotated[
        list[str] | None,
        typer.Argument(
            help="LANG[:STATUS]=FORM, with ' # NOTE' if need be: uk=Київ 'en:deprecated=Kiev # Russian'"
        ),
    ] = None,
    kind: Annotated[
        str, typer.Option("--type", help=f"One of {', '.join(TYPES)}; known for an old entry.")
    ] = "",
    since: Annotated[
        list[str] | None,
        typer.Option(
            "--from",
            metavar="FILE|DAY",
            help="decisions.json of the HTML report to learn from (repeatable); or the first day of these forms,"
            " YYYY-MM-DD.",
        ),
    ] = None,
    until: Annotated[str, typer.Option("--until", help="Last day of these forms, YYYY-MM-DD.")] = "",
    into: Annotated[Path | None, typer.Option(help="Glossary to change; the default one if none.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change and change nothing.")
    ] = False,
) -> None:
    """Add an entry, or forms to an entry. Asks for what is missing at a terminal.

    With decisions of the HTML report: a form that was corrected becomes deprecated, one that was dismissed as
    right becomes admitted. What the glossary says already is never changed; exits with 1 if something would be.

    Examples:

      qa glossary add kyiv "en:deprecated=Kyjiw # German spelling"

      qa glossary add --from decisions.json --into house.csv --dry-run
    """
    path = into or default_path()
    day, files = _day_or_files(since or [], bool(entry))
    if files:
        if entry or forms or kind or day or until:
            raise ConfigError(
                "--from FILE takes entries and forms from the decisions; leave everything else out"
            )
        brought = lessons(map(load_decisions, files), rows_of(dict.fromkeys([default_path(), *_there(path)])))
        return change(path, brought, "other", dry_run=dry_run, conflicts=None, named=True)
    known = {row.entry: row.type for row in rows_of(_there(path))}
    if not entry or not forms:
        entry, kind, forms = _ask(entry, kind, forms or [], known)
    if entry not in known and not proper_id(entry):
        raise ConfigError(
            f"{shown(entry)} is no id of an entry; use small letters, digits and hyphens, such as kyiv or ras-al-ayn"
        )
    if entry not in known and not kind:
        raise ConfigError(f"{entry} is a new entry; say its --type: {', '.join(TYPES)}")
    kind = known_type(kind or known[entry])
    if known.get(entry, kind) != kind:
        raise ConfigError(f"{entry} is a {known[entry]}; leave --type out, or choose another id")
    names = tuple(_form(form, day, until) for form in forms)
    concept = Concept(entry, kind, names, own=True)
    return change(path, Imported((concept,)), kind, dry_run=dry_run, conflicts=None, named=True)


def _day_or_files(given: Sequence[str], named: bool) -> tuple[str, list[Path]]:
    """A first day, or files of decisions: `--from` means both. Beside an entry, what is no file is a day."""
    days = [value for value in given if DATE.fullmatch(value) or (named and not Path(value).exists())]
    if days and len(given) > 1:
        raise ConfigError("--from: name one day, or files of decisions")
    return "".join(days), [] if days else [Path(value) for value in given]


def _there(path: Path) -> list[Path]:
    return [path] if path.exists() else []


def _form(text: str, since: str, until: str) -> Name:
    left, equals, rest = text.partition("=")
    form, _, note = rest.partition(" #")
    lang, _, word = left.partition(":")
    status = status_of(word) if word else "preferred"
    if not equals or not status:
        raise ConfigError(
            f"{shown(text)}: expected LANG=FORM or LANG:STATUS=FORM, status {', '.join(STATUSES)}"
        )
    given = Name(lang, form, status, since, until, note)
    name = sound_name(given)
    if name is None:
        raise ConfigError(f"{shown(text)}: {name_fault(given)}")
    return name


def _ask(entry: str, kind: str, forms: list[str], known: dict[str, str]) -> tuple[str, str, list[str]]:
    if not sys.stdin.isatty():
        raise ConfigError("name an entry and its forms: qa glossary add kyiv --type place uk=Київ en=Kyiv")
    entry = entry or typer.prompt("Entry id")
    if entry not in known and not kind:
        kind = typer.prompt(f"Type ({', '.join(TYPES)})", default="place")
    say("Forms as LANG=FORM or LANG:deprecated=FORM # why; an empty line ends.")
    while form := typer.prompt("Form", default="", show_default=False):
        forms.append(form)
    if not forms:
        raise ConfigError(f"no form of {entry} given; nothing was changed")
    return entry, kind, forms
