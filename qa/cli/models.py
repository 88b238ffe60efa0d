"""`qa models`: fetch and convert translation models before they are needed, on a machine that may do so."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.console import emit, tell
from qa.cli.progress import progress
from qa.errors import ConfigError

if TYPE_CHECKING:
    from qa.backtranslate import Model

HELP = """Fetch and convert models for back-translation ahead of time.

Example: qa models pull Helsinki-NLP/opus-mt-uk-en
"""
app = typer.Typer(help=HELP, no_args_is_help=True)
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")]


@app.command()
def pull(
    model: Annotated[str, typer.Argument(metavar="ID[@REVISION]", help="A model on the Hugging Face hub.")],
    quiet: _Quiet = False,
) -> None:
    """Fetch a model from the hub into the cache and print the backend that runs it, pinned to its commit.

    A commit that is in the cache already is not fetched again.

    Example: qa models pull Helsinki-NLP/opus-mt-uk-en
    """
    if _is_folder(model):
        raise ConfigError(
            f"{model}: is a folder on this machine already; use it as --backend transformers:{model}"
        )
    emit(f"transformers:{_pinned(_found(model, quiet))}\n")


@app.command()
def convert(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="A model's folder, or its id on the hub.")],
    output: Annotated[
        Path | None,
        typer.Option(help="A new folder for the converted model; by default it is kept in the cache."),
    ] = None,
    compute: Annotated[
        str,
        typer.Option(help="Precision of the weights: int8, int8_float16, int16, float16, bfloat16, float32."),
    ] = "int8",
    quiet: _Quiet = False,
) -> None:
    """Convert a model for CTranslate2, fetching it first where needed, and print the backend that runs it.

    Needs torch this one time. A conversion that is in the cache already is not made again.

    Example: qa models convert Helsinki-NLP/opus-mt-uk-en --output models/uk-en
    """
    from qa.backtranslate import check_convertible, convert_model

    if output is not None and (output.exists() or output.is_symlink()):
        raise ConfigError(f"{output}: is there already; name a new folder, or remove it first")
    check_convertible(model, compute)
    found = _found(model, quiet)
    if not quiet:
        tell(f"converting {found.name} to {compute}; this may take some minutes")
    made = convert_model(found, compute, output)
    emit(f"ctranslate2:{output or (model if _is_folder(model) else _pinned(found))}\n")
    if not quiet:
        tell(f"converted model: {made}")


def _found(spec: str, quiet: bool) -> Model:
    from qa.backtranslate import find_model

    with progress("fetching", hidden=quiet, sizes=True) as tick:
        return find_model(spec, tick)


def _is_folder(model: str) -> bool:
    from qa.backtranslate import local_path

    return os.path.isdir(local_path(model))


def _pinned(model: Model) -> str:
    return f"{model.name}@{model.version}"
