"""`qa check`: the main command."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import tell
from qa.cli.formats import FORMATS, targets
from qa.cli.options import Gate, interface
from qa.cli.settings import use

# The options by what they are about, in the order in which the help shows them.
TEXTS, NAMES, SCORES, GATE, OUTPUT, RUN = "Texts", "Names", "Scores", "Gate", "Output", "Run"


def check(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(help="Files, folders (recursive), globs, or - for stdin.")],
    source: Annotated[
        Path | None, typer.Option(help="Source text, line for line.", rich_help_panel=TEXTS)
    ] = None,
    source_lang: Annotated[
        str | None, typer.Option(help="Language of the source (BCP 47).", rich_help_panel=TEXTS)
    ] = None,
    target_lang: Annotated[
        str | None,
        typer.Option(help="Language of the text (BCP 47); detected when absent.", rich_help_panel=TEXTS),
    ] = None,
    glossary: Annotated[
        list[str] | None,
        typer.Option(
            help="Glossary file, or the name of a house style; repeatable, a later one wins.",
            rich_help_panel=NAMES,
        ),
    ] = None,
    default_glossary: Annotated[
        bool,
        typer.Option(
            "--default-glossary/--no-default-glossary",
            help="Start from the glossary that comes with qa.",
            rich_help_panel=NAMES,
        ),
    ] = True,
    back_translate: Annotated[
        bool | None,
        typer.Option(
            "--back-translate/--no-back-translate",
            help="Score fluency; by default where a backend can run.",
            rich_help_panel=SCORES,
        ),
    ] = None,
    backend: Annotated[
        str | None,
        typer.Option(
            help="embedded, transformers:MODEL, ctranslate2:MODEL or recorded:FILE.", rich_help_panel=SCORES
        ),
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME[=FILE]",
            help=f"What stdout carries, or a file: {', '.join(FORMATS)}. Repeatable; default text.",
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            help="Write the format without a file there instead of on stdout.", rich_help_panel=OUTPUT
        ),
    ] = None,
    report: Annotated[
        str | None,
        typer.Option(
            help="HTML report, or none; default reports/NAME.html.",
            show_default=False,
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    fail_on: Annotated[
        Gate, typer.Option(help="Exit with 1 from this severity on.", rich_help_panel=GATE)
    ] = Gate.MAJOR,
    select: Annotated[
        str | None, typer.Option(help="Only these rules, separated by commas.", rich_help_panel=GATE)
    ] = None,
    ignore: Annotated[str, typer.Option(help="Not these rules.", rich_help_panel=GATE)] = "",
    input_format: Annotated[
        str | None,
        typer.Option(help="Format of the input, where the name does not tell.", rich_help_panel=TEXTS),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option(
            "--date", help="Day (YYYY-MM-DD) by which renamed places are judged.", rich_help_panel=TEXTS
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            help="Known findings (see `qa baseline`), which do not fail the check.", rich_help_panel=GATE
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            metavar="REV", help="Report only what changed in git since this revision.", rich_help_panel=GATE
        ),
    ] = None,
    inline: Annotated[
        bool,
        typer.Option(
            "--inline/--no-inline",
            help="Heed `qa: ignore` and `\\[sic]` in the texts.",
            rich_help_panel=TEXTS,
        ),
    ] = True,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            is_eager=True,
            callback=use,
            help="Settings; default the nearest qa.toml, or pyproject.toml with \\[tool.qa].",
            rich_help_panel=RUN,
        ),
    ] = None,
    ui_lang: Annotated[
        str,
        typer.Option(
            help="Interface language of the report: en, de, fr, es, uk, ar.", rich_help_panel=OUTPUT
        ),
    ] = "en",
    jobs: Annotated[
        int, typer.Option(min=0, help="Processes; 0 is one for each core.", rich_help_panel=RUN)
    ] = 1,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="No progress and no notes on stderr.", rich_help_panel=OUTPUT),
    ] = False,
    today: Annotated[str | None, typer.Option(hidden=True, help="The day of the run (YYYY-MM-DD).")] = None,
) -> None:
    """Check texts: print findings, write the HTML report, exit with 1 when the gate is hit.

    Examples:

      qa check article.en.txt

      qa check --source article.ar.txt --source-lang ar article.en.txt

      qa check --format json --report none --no-back-translate feed/ > findings.json

      qa check --format github --format sarif=qa.sarif --format junit=qa.xml articles/

      qa check --baseline qa-baseline.json --changed-since origin/main articles/

    Exit codes: 0 passed, 1 findings at or above --fail-on, 2 could not run, or a file could not be read.
    """
    from qa.cli.gates import Gates
    from qa.cli.opened import opened
    from qa.cli.outputs import Outputs
    from qa.cli.places import inputs_of

    started = time.monotonic()
    asked = targets(format or [], output)
    outputs = Outputs(report, asked, interface(ui_lang), tuple(inputs_of(ctx)))
    outputs.check()
    pair = (source, paths[0]) if source is not None else None
    gates = Gates.open(baseline, changed_since, today, paths, pair)
    session = opened(ctx)
    session.written = outputs.files
    checked = gates.through(session.run(paths, source, input_format, gates.changed), session.config)
    with outputs.writing(session.head(), session.files) as sink:
        for document in checked:
            sink.add(document)
        if session.unread and len(session.unread) == sink.documents:
            # Nothing could be read, so there is nothing to report: stderr has said why.
            raise typer.Exit(2)
        session.notes += gates.notes()
        finished = session.report(time.monotonic() - started)
        written = sink.finish(finished, session.files)
    if not quiet:
        if outputs.stdout != "text":
            # The text on stdout has the notes already.
            for note in finished.notes:
                tell(note)
        if written is not None:
            tell(f"report: {written}")
    raise typer.Exit(2 if session.unread else int(sink.totals.failed(finished.fail_on)))
