"""The commands of `qa`, each in a module of its own."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_group

import qa
from qa.cli.backends import backends
from qa.cli.check import check
from qa.cli.console import emit_line
from qa.cli.fix import fix
from qa.cli.init import init
from qa.cli.opened import Fix
from qa.cli.rules import rules

# Groups of commands that are loaded when one of them runs: they bring much along that others do not need.
LATER = {"glossary": "qa.cli.glossary", "baseline": "qa.cli.baseline", "models": "qa.cli.models"}


# Commands that take the options of `qa check` beside their own.
AS_CHECK = {"allow_extra_args": True, "ignore_unknown_options": True}


class Commands(TyperGroup):
    """The commands, some of which are loaded when they run."""

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]  # typer's types are private
        """The command to run, with the rest of the arguments."""
        name, command, rest = super().resolve_command(ctx, args)
        if name in LATER:
            command = get_group(import_module(LATER[name]).app)
        return name, command, rest


HELP = (
    "Check machine-translated news: names by a glossary, fluency by back-translation, one HTML report.\n\n"
    "Example: qa check --source article.ar.txt --source-lang ar article.en.txt\n\n"
    "Exit codes: 0 passed, 1 findings at or above the gate, 2 could not run, with one line that says why.\n\n"
    "Environment: QA_CACHE_DIR holds compiled glossaries and translations, NO_COLOR takes colours away,"
    " SOURCE_DATE_EPOCH is the day of the run, QA_DEBUG=1 shows where an internal error comes from."
)
app = typer.Typer(
    cls=Commands,
    name="qa",
    help=HELP,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command(cls=Fix, context_settings=AS_CHECK, options_metavar="[OPTIONS] PATH…")(fix)
app.command()(init)
app.command()(rules)
app.command()(backends)
app.add_typer(
    typer.Typer(help="Maintain glossaries: check, format, exchange and edit them."),
    name="glossary",
)

app.add_typer(typer.Typer(help="Fetch and convert models for back-translation ahead of time."), name="models")
app.add_typer(typer.Typer(help="Keep a list of known findings, which do not fail a check."), name="baseline")


def _version(wanted: bool) -> None:
    if wanted:
        emit_line(f"qa {qa.__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Options before any command."""


def misuse(error: typer.TyperException) -> str:
    """What was wrong with the arguments, and where to read on, in one line."""
    command = getattr(getattr(error, "ctx", None), "command_path", "qa")
    message = error.format_message().replace("Value error, ", "").rstrip(". ")
    if type(error).__name__ == "NoArgsIsHelpError":
        # Asking for the help has printed it, but where rich is switched off the error brings it along.
        emit_line(message)
        message = "name a command"
    end = "" if message.endswith("?") else ";"
    return f"{message[:1].lower()}{message[1:]}{end} `{command} --help` tells more"
