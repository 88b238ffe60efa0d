"""Settings from a file beneath the options of the command line, which win."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from qa.cli.console import tell

if TYPE_CHECKING:
    from qa.config import Config, Override
    from qa.settings import Settings

# Options that a folder may override, and that win over it on the command line.
_OVERRIDDEN = ("source_lang", "target_lang", "select", "ignore", "day", "inline")


def use(ctx: typer.Context, path: Path | None) -> Path | None:
    """Read the settings that were named, or the nearest ones, and make them the defaults of the options."""
    if ctx.resilient_parsing:
        return path
    ctx.obj = settings = nearest(path)
    ctx.default_map = {
        "day" if key == "date" else key.replace("-", "_"): _default(key, value, settings.root)
        for key, value in settings.values.items()
    }
    return path


def nearest(path: Path | None = None) -> Settings:
    """The settings of a file, or the nearest ones; those without a path where there are none."""
    from qa.checks import RULE_INFOS
    from qa.settings import Settings, find, read

    found = path or find()
    return read(found, [info.id for info in RULE_INFOS]) if found else Settings()


def _default(key: str, value: Any, root: str) -> Any:
    """A value as the command line would have it."""
    from qa.settings import KEYS

    kind = KEYS[key].type
    if key == "backend":
        from qa.backtranslate import from_here

        return from_here(value, root)
    if kind == "rules":
        # An empty list is the default, which the command line says by leaving the option out.
        return ",".join(value) or None
    if kind == "texts":
        return list(value)
    return value.isoformat() if kind == "day" else value


def applied(config: Config, ctx: typer.Context) -> Config:
    """The configuration of the options, with what only a file can say."""
    settings: Settings = ctx.obj
    given = [name for name in _OVERRIDDEN if on_command_line(ctx, name)]
    return replace(
        config,
        severities=settings.severities,
        thresholds=settings.thresholds,
        quotes=settings.values.get("quotes", ()),
        overrides=tuple(_without(override, given) for override in settings.overrides),
        root=settings.root,
    )


def _without(override: Override, given: list[str]) -> Override:
    """An override that leaves alone what the command line says."""
    changes: dict[str, Any] = dict.fromkeys(given)
    return replace(override, **changes)


def on_command_line(ctx: typer.Context, name: str) -> bool:
    """Whether an option was given on the command line."""
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def told(ctx: typer.Context) -> None:
    """Say on stderr where settings come from when they lie in another folder."""
    settings: Settings = ctx.obj
    if settings.path is not None and "/" in settings.path:
        tell(f"settings: {settings.path}")
