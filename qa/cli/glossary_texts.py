"""`qa glossary diff` and `stats`, on their own and on real texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand

from qa.cli.console import emit_line
from qa.cli.glossary_common import Files

if TYPE_CHECKING:
    from qa.config import Config
    from qa.glossary.stats import Stats
    from qa.glossary.table import Row
    from qa.model import Document, Finding
    from qa.names import NameIndex
    from qa.names.coverage import Coverage

Texts = Annotated[
    list[str] | None, typer.Option("--on", help="Texts: files, folders or globs, all that follow.")
]
SourceLang = Annotated[
    str | None, typer.Option(help="Language of the sources that the texts bring along (BCP 47).")
]
TargetLang = Annotated[str | None, typer.Option(help="Language of the texts (BCP 47); detected if none.")]


MOST = 20  # entries that are listed with their counts


class On(TyperCommand):
    """A command whose `--on` takes every argument up to the next option, as a shell expands a pattern."""

    def parse_args(self, ctx, args):  # type: ignore[no-untyped-def]  # typer's types are private
        """Give each path its own `--on`."""
        spread: list[str] = []
        on = False
        for argument in args:
            if argument.startswith("-") and argument != "-":
                on = argument == "--on"
                if on:
                    continue
            spread += ["--on", argument] if on else [argument]
        return super().parse_args(ctx, [*spread, "--on"] if on and args[-1] == "--on" else spread)


def diff(
    before: Annotated[Path, typer.Argument(help="The glossary as it was.")],
    after: Annotated[Path, typer.Argument(help="The glossary as it is.")],
    on: Texts = None,
    target_lang: TargetLang = None,
    source_lang: SourceLang = None,
) -> None:
    """Say by entry what changed from one glossary to another. Exits with 1 if anything did.

    With --on, say also which findings the change adds and removes in these texts.

    Example: qa glossary diff old.csv new.csv --on articles/
    """
    from qa.cli.glossary_common import rows_of, say
    from qa.glossary import diff as differences
    from qa.glossary.places import style_path

    changes = differences.diff(rows_of([style_path(str(before))]), rows_of([style_path(str(after))]))
    for change in changes:
        emit_line(f"{change.kind} {change.entry}")
        for form in change.changes:
            sign = "~" if form.before and form.after else "+" if form.after else "-"
            emit_line(f"  {sign} {form.lang} {form.form}: {form.told}")
    counts = Counter(change.kind for change in changes)
    say(f"{counts['added']} added, {counts['removed']} removed, {counts['changed']} changed")
    if on:
        _findings([str(before), str(after)], on, target_lang, source_lang)
    if changes:
        raise typer.Exit(1)


def _findings(glossaries: Sequence[str], on: Sequence[str], target: str | None, source: str | None) -> None:
    """Print the findings that only one of two glossaries gives."""
    from qa.cli.glossary_checks import documents_of, index_of, names_config
    from qa.cli.glossary_common import say

    config = names_config(target, source)
    indexes = [index_of([name], default=False) for name in glossaries]
    added = removed = 0
    for document in documents_of(on, config):
        was, now = (_by_place(document, index, config) for index in indexes)
        for key in sorted(was.keys() ^ now.keys(), key=lambda key: (*key[:2], key in now, key)):
            new = key in now
            added, removed = added + new, removed + (not new)
            finding = now[key] if new else was[key]
            change = f" → {finding.suggestion}" if finding.suggestion else ""
            place = f"{document.path}:{finding.line}:{finding.column}"
            emit_line(f"{'+' if new else '-'} {place} {finding.rule}: {finding.text}{change}")
    say(f"on these texts: {added} finding(s) more, {removed} finding(s) fewer")


def _by_place(document: Document, index: NameIndex, config: Config) -> dict[tuple[object, ...], Finding]:
    from qa.pipeline import check_document

    found = check_document(document, index, config).findings
    return {(f.line, f.column, f.rule, f.side, f.start, f.text, f.suggestion or ""): f for f in found}


def stats(
    files: Files = None,
    on: Texts = None,
    target_lang: TargetLang = None,
    source_lang: SourceLang = None,
) -> None:
    """Count what a glossary holds and what it lacks; with --on, what of it these texts use.

    Example: qa glossary stats house.csv --on articles/
    """
    from qa.cli.glossary_common import named_glossaries, rows_of
    from qa.glossary import stats as counting

    paths = named_glossaries(files)
    rows = rows_of(paths)
    _held(counting.stats(rows))
    if on:
        _on_texts(paths, rows, on, target_lang, source_lang)


def _on_texts(
    paths: Sequence[Path], rows: Sequence[Row], on: Sequence[str], target: str | None, source: str | None
) -> None:
    """Print what texts use of a glossary, and what they name beyond it."""
    from qa.cli.glossary_checks import documents_of, index_of, names_config
    from qa.glossary.stats import unused
    from qa.names.coverage import coverage
    from qa.names.proposals.suggest import suggest

    index = index_of([str(path) for path in paths], default=False)
    documents = list(documents_of(on, names_config(target, source)))
    found, beyond = coverage(documents, index), suggest(documents, index, least=1)
    mentions, other = found.entries.total(), sum(proposal.count for proposal in beyond)
    emit_line(f"on these texts: {found.documents} document(s), {found.segments} segment(s)")
    emit_line(f"mentions: {mentions} of {len(found.entries)} entries")
    emit_line(
        f"names that no entry covers: {len(beyond)}, {other} mentions; qa glossary suggest --min-count 1 lists them"
    )
    emit_line(f"coverage: {100 * mentions / max(1, mentions + other):.1f} % of mentions")
    _used(found, unused(rows, found.entries))


def _used(found: Coverage, unused: Sequence[str]) -> None:
    from qa.glossary.stats import route

    _table("mentions by status", sorted(found.statuses.items(), key=lambda s: (-s[1], s[0])))
    routes: Counter[str] = Counter()
    for told, number in found.routes.items():
        routes[route(told)] += number
    _table("forms to correct by route", sorted(routes.items(), key=lambda r: (-r[1], r[0])))
    _table("most used entries", sorted(found.entries.items(), key=lambda e: (-e[1], e[0]))[:MOST])
    emit_line(f"unused entries: {len(unused)}")
    for name in unused:
        emit_line(f"  {name}")


def _held(found: Stats) -> None:
    emit_line(f"entries: {found.entries}\nrows: {found.rows}\nwith days: {found.dated}")
    for title, counts in (
        ("types", found.types),
        ("languages", found.langs),
        ("statuses", found.statuses),
        ("deprecated forms by reason", found.routes),
    ):
        _table(title, counts)
    emit_line(f"entries without a native form: {len(found.without_native)}")
    for name in found.without_native:
        emit_line(f"  {name}")


def _table(title: str, counts: Sequence[tuple[str, int]]) -> None:
    emit_line(f"{title}:")
    for name, number in counts:
        emit_line(f"  {number:6} {name}")
