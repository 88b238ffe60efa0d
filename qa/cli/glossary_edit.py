"""`qa glossary import`, and how every command changes a glossary: as a merge under its lock."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qa import atomic
from qa.cli.console import emit_line
from qa.cli.glossary_common import known_type, named_pairs, say
from qa.cli.places import Place, keep_apart
from qa.glossary import diff as differences
from qa.glossary import edit, fmt, importers, table
from qa.glossary.csv_reader import sound
from qa.glossary.exchange import Imported
from qa.glossary.lines import HEADER
from qa.glossary.merge import Merge, conflict_rows, merge
from qa.glossary.proposals import Proposal, concept
from qa.language import normalise_tag


class AliasStatus(StrEnum):
    """What to make of names that a source gives without a status."""

    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SKIP = "skip"


def import_names(
    file: Annotated[Path | None, typer.Argument(help="File to import; none for --format geonames.")] = None,
    *,
    into: Annotated[Path, typer.Option(help="Glossary to merge into; made if it is missing.")],
    form: Annotated[
        str | None,
        typer.Option("--format", help=f"{', '.join(f.name for f in importers.FORMATS)}; told if none."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change and change nothing.")
    ] = False,
    columns: Annotated[
        list[str] | None, typer.Option("--map", help="FIELD=COLUMN or LANG[:STATUS]=COLUMN of a table.")
    ] = None,
    constants: Annotated[
        list[str] | None, typer.Option("--set", help="FIELD=VALUE where no column tells.")
    ] = None,
    langs: Annotated[str, typer.Option("--langs", help="Only these languages, separated by commas.")] = "",
    aliases: Annotated[AliasStatus, typer.Option(help="What to make of aliases.")] = AliasStatus.SKIP,
    country: Annotated[str, typer.Option(help="Countries for GeoNames: UA,SY")] = "",
    min_population: Annotated[int, typer.Option(min=500, help="Smallest place for GeoNames.")] = 100_000,
    kind: Annotated[
        str, typer.Option("--type", help="Type of new entries whose source does not tell.")
    ] = "other",
    conflicts: Annotated[Path | None, typer.Option(help="Write conflicting rows here for review.")] = None,
) -> None:
    """Merge names from another format. Says what is new, known and in conflict; conflicts change nothing.

    Exits with 1 if there were conflicts.

    Example: qa glossary import names.tbx --into house.csv --dry-run
    """
    if conflicts is not None:
        read = [Place(into, "the glossary to change"), *([Place(file, "the file to import")] if file else [])]
        keep_apart(read, [Place(conflicts, "the conflicts")])
    options = importers.Options(
        named_pairs(columns, "--map"),
        named_pairs(constants, "--set"),
        tuple(map(normalise_tag, _listed(langs))),
        aliases.value,
        _listed(country),
        min_population,
    )
    change(into, importers.run(file, form, options), known_type(kind), dry_run=dry_run, conflicts=conflicts)


def take_over(path: Path, proposal: Proposal) -> None:
    """Merge a proposal that was accepted, and report."""
    made = concept(proposal)
    with contextlib.suppress(typer.Exit):
        # A conflict has been told of; the next proposal has nothing to do with it.
        change(path, Imported((made,)), made.type or "other", dry_run=False, conflicts=None)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip() for word in text.split(","))))


def change(
    path: Path, brought: Imported, kind: str, *, dry_run: bool, conflicts: Path | None, named: bool = False
) -> None:
    """Merge into a glossary under its lock, and report; `named` says that each entry was named by its id."""
    result: list[Merge] = []

    def merged(before: table.Table) -> str:
        rows = [line.row for line in sound(before).lines]
        result.append(merge(rows, brought.concepts, default_type=kind, named=named))
        head = [f"# {brought.attribution}"] if brought.attribution and result[0].new else []
        return edit.with_rows(before, result[0].new, head)

    if not dry_run:
        edit.update(path, merged, create=True)
    else:
        merged(table.read(path) if path.exists() else table.parse(f"{HEADER}\n".encode(), str(path)))
    _report(path, result[0], brought.dropped, dry_run)
    if conflicts is not None and result[0].conflicts:
        rows = [(row, ()) for row in conflict_rows(result[0].conflicts)]
        atomic.write_text(
            conflicts, fmt.text_of(rows, ("# Conflicts; correct them and import this file again.",), ())
        )
        say(f"{conflicts}: {len(rows)} conflicting row(s) for review")
    if result[0].conflicts:
        raise typer.Exit(1)


def _report(path: Path, merged: Merge, dropped: Sequence[str], dry_run: bool) -> None:
    for row in merged.new:
        emit_line(f"+ {row.entry} {row.lang} {row.form}: {differences.told(row)}")
    for conflict in merged.conflicts:
        emit_line(f"! {conflict.row.entry} {conflict.row.lang} {conflict.row.form}: {conflict.reason}")
    for line in dropped:
        emit_line(f"- {line}")
    done = "would be added" if dry_run else "added"
    say(
        f"{path}: {len(merged.new)} row(s) {done}, {len(merged.entries)} new entries;"
        f" {len(merged.same)} already there; {len(merged.conflicts)} in conflict"
    )
