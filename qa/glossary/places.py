"""Where the glossaries that come with the project are: in the checkout, or inside the installed package."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterable
from pathlib import Path

from qa.errors import GlossaryError

_DEFAULT = "ukraine.csv"


def glossary_folder() -> Path:
    """The folder of the project's glossaries; raises `GlossaryError` when the installation has none."""
    package = Path(str(importlib.resources.files("qa")))
    for folder in (package.parent / "glossaries", package / "data" / "glossaries"):
        if (folder / _DEFAULT).is_file():
            return _seen_from_here(folder)
    raise GlossaryError(
        f"{package / 'data' / 'glossaries' / _DEFAULT}: the default glossary is missing;"
        " install the package again, or use --no-default-glossary"
    )


def _seen_from_here(folder: Path) -> Path:
    """A relative path where the user stands above the folder: reports then suit every machine."""
    try:
        return folder.relative_to(Path.cwd())
    except (ValueError, OSError):
        return folder


def default_path() -> Path:
    """The default glossary, used unless the user says otherwise."""
    return glossary_folder() / _DEFAULT


def styles() -> tuple[str, ...]:
    """Names of the house styles that can be laid over the default glossary, sorted."""
    return tuple(sorted(path.stem for path in (glossary_folder() / "styles").glob("*.csv")))


def style_path(name: str) -> Path:
    """The file a user means by `name`: a path as it is, or a house style such as `ap` or `styles/ap`.

    A file that exists wins over a style of the same name. Raises `GlossaryError` that lists the styles when
    there is neither.
    """
    given = Path(name)
    try:
        if given.is_file():
            return given
    except (OSError, ValueError):
        pass
    known = styles()
    style = name.removeprefix("styles/").removesuffix(".csv")
    if style in known:
        return glossary_folder() / "styles" / f"{style}.csv"
    listed = ", ".join(known) or "none"
    raise GlossaryError(
        f"{name}: neither a file nor a house style; expected a glossary CSV or one of: {listed}"
    )


def glossaries_of(names: Iterable[str], *, default: bool) -> list[Path]:
    """The files of a run, each laid over the ones before it: the default glossary first, then what a user named.

    Raises `GlossaryError` as `style_path` does.
    """
    return [*([default_path()] if default else []), *map(style_path, names)]
