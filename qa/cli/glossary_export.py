"""`qa glossary export`: write glossaries for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qa import atomic
from qa.cli.console import emit
from qa.cli.glossary_common import Files, named_glossaries, rows_of, say
from qa.cli.options import calendar_day
from qa.cli.places import Place, glossaries, keep_apart
from qa.errors import ConfigError
from qa.glossary import exporters
from qa.language import normalise_tag


class Dialect(StrEnum):
    """Dialects of TBX 3."""

    BASIC = "basic"
    MIN = "min"
    CORE = "core"


class Style(StrEnum):
    """Styles of TBX 3: data categories as attributes or as tags."""

    DCA = "dca"
    DCT = "dct"


def export(
    files: Files = None,
    form: Annotated[str, typer.Option("--format", help=", ".join(f.name for f in exporters.FORMATS))] = "tbx",
    output: Annotated[Path, typer.Option(help="File to write, or folder for vale; - for stdout.")] = Path(
        "-"
    ),
    lang: Annotated[str, typer.Option(help="Language of word lists.")] = "en",
    day: Annotated[
        str, typer.Option(help="Day whose forms to take, YYYY-MM-DD; those without an end if none.")
    ] = "",
    dialect: Annotated[Dialect, typer.Option(help="TBX dialect.")] = Dialect.BASIC,
    style: Annotated[Style, typer.Option(help="TBX style.")] = Style.DCA,
) -> None:
    """Write glossaries, laid over each other in order, in another format; says what it does not hold.

    Example: qa glossary export --format tbx --output names.tbx house.csv
    """
    calendar_day(day or None, "--day")
    paths = named_glossaries(files)
    options = exporters.ExportOptions(normalise_tag(lang), day, dialect.value, style.value, paths[-1].stem)
    made = exporters.run(form, rows_of(paths), options)
    if any(name for name, _ in made.files) and output == Path("-"):
        raise ConfigError(f"--format {form} is a folder of files; name it with --output")
    if output == Path("-"):
        for _, data in made.files:
            emit(data)
    else:
        places = [(output / name if name else output, data) for name, data in made.files]
        keep_apart(glossaries(paths), [Place(path, f"the {form} export") for path, _ in places])
        for path, data in places:
            atomic.write_bytes(path, data, parents=path != output)
    for line in made.lost:
        say(f"not in {form}: {line}")
