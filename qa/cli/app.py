"""The commands of `qa`, each in a module of its own."""

from __future__ import annotations

from typing import Annotated

import typer

import qa
from qa.cli.backends import backends
from qa.cli.check import check
from qa.cli.glossary import app as glossary
from qa.cli.rules import rules

app = typer.Typer(
    name="qa",
    help="Check machine-translated news: names against a glossary, fluency by back-translation, one HTML report.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command()(rules)
app.command()(backends)
app.add_typer(glossary, name="glossary")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"qa {qa.__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Options before any command."""
