"""`qa glossary test`: example sentences that must and must not be flagged."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.console import emit_line

if TYPE_CHECKING:
    from qa.glossary.cases import Case, Check, Failure


def run_cases(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Files of sentences (text,lang,expect); those in glossaries/tests if none."),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map", help="FIELD=COLUMN of a table with other columns: text, lang, expect, date, source, …"
        ),
    ] = None,
    constants: Annotated[
        list[str] | None, typer.Option("--set", help="FIELD=VALUE where no column tells, as lang=en.")
    ] = None,
    glossary: Annotated[
        list[str] | None,
        typer.Option(help="Glossary file, or the name of a house style; repeatable, a later one wins."),
    ] = None,
    default_glossary: Annotated[
        bool,
        typer.Option("--default-glossary/--no-default-glossary", help="Start from the glossary of qa."),
    ] = True,
) -> None:
    """Check example sentences, and compare what is flagged with what must be.

    Prints every sentence that does not come out, and exits with 1 if there is one.

    Examples:

      qa glossary test glossaries/tests/house.csv

      qa glossary test names.xlsx --map text=Example --map expect=Flagged --set lang=en
    """
    from qa.cli.glossary_common import named_pairs, say
    from qa.errors import GlossaryError
    from qa.glossary import cases
    from qa.glossary.places import glossary_folder

    paths = files or sorted((glossary_folder() / "tests").glob("*.csv"))
    if not paths:
        folder = glossary_folder() / "tests"
        raise GlossaryError(f"{folder}: no sentences to test; name a file with text,lang,expect")
    mapping, fixed = named_pairs(columns, "--map"), named_pairs(constants, "--set")
    check = _check(glossary, default=default_glossary)
    count = failed = 0
    for path in paths:
        found = cases.read(path, mapping, fixed)
        count += len(found)
        for failure in cases.run(found, check):
            failed += 1
            emit_line(_told(failure))
    say(f"{len(paths)} file(s), {count} sentence(s): {failed} did not come out")
    if failed:
        raise typer.Exit(1)


def _check(glossary: Sequence[str] | None, *, default: bool) -> Check:
    """The whole check of a sentence as a text of its own; what counts are findings about glossary entries."""
    from qa.cli.glossary_checks import index_of, names_config
    from qa.model import Anchor, Document, Segment
    from qa.pipeline import check_document, in_languages
    from qa.segment import split

    index = index_of(glossary, default=default)

    def check(case: Case) -> list[str]:
        config = names_config(case.lang, case.source_lang or None, case.date or None)
        segment = Segment("s1", case.text, (Anchor(0, case.line, 1),), source=case.source or None)
        document = Document(case.path, (segment,))
        findings = check_document(split(in_languages(document, config)), index, config).findings
        return [finding.text for finding in findings if finding.entry is not None]

    return check


def _told(failure: Failure) -> str:
    case = failure.case
    parts = [f"not flagged: {'; '.join(failure.missed)}"] if failure.missed else []
    parts += [f"flagged: {'; '.join(failure.extra)}"] if failure.extra else []
    return f"{case.path}:{case.line}: {', '.join(parts)} ({case.lang}) {case.text}"
