"""From the options of `qa check` to a session that is ready to run; `qa baseline` and `qa fix` take the same."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

import typer
from typer.core import TyperCommand
from typer.main import get_group

from qa.cli.options import Gate, backend_from, calendar_day, config_from
from qa.cli.settings import applied, on_command_line, told
from qa.errors import ConfigError

if TYPE_CHECKING:
    from qa.backtranslate import BackendChoice
    from qa.cli.session import Session

# Options about what a check shows and when it fails, which say nothing about what is found.
SHOWING = ("format", "output", "report", "ui_lang", "fail_on", "changed_since")
# Those that say nothing for a command that only corrects: no score is ever corrected.
NOT_FOR_FIX = (*SHOWING, "baseline", "jobs", "back_translate", "backend")
# What asks for nothing may stand beside any command, so that one list of options serves several.
_NOTHING = {"report": "none", "back_translate": False}
# What changes no result may stand there as well, whatever it asks for.
_HARMLESS = ("jobs",)


class AsCheck(TyperCommand):
    """A command that takes options of `qa check` beside its own, and tells which."""

    unused: ClassVar[Collection[str]] = SHOWING

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help, with the options that are taken from `qa check`."""
        shown = copy(self)
        shown.params = [*self.params, *_taken(self.unused)]
        super(AsCheck, shown).format_help(ctx, formatter)


class Fix(AsCheck):
    """`qa fix`."""

    unused = NOT_FOR_FIX


def _taken(unused: Collection[str]) -> list[Any]:
    """The options of `qa check` without those that are unused elsewhere."""
    return [
        option
        for option in _check().params
        if option.param_type_name == "option" and option.name not in unused
    ]


def _check() -> Any:
    from qa.cli.app import app

    return get_group(app).commands["check"]


def opened(ctx: typer.Context) -> Session:
    """A session by the options of a context of `qa check`, its glossaries and backend open."""
    from qa.cli.session import Session

    options: dict[str, Any] = ctx.params
    config = config_from(
        options["source_lang"],
        options["target_lang"],
        options["select"],
        options["ignore"],
        options["day"],
        Gate(options["fail_on"]),
    )
    config = applied(replace(config, inline=options["inline"]), ctx)
    if not options["quiet"]:
        told(ctx)
    session = Session(config, _backend(ctx), quiet=options["quiet"], jobs=options["jobs"])
    session.open_glossaries(options["glossary"] or [], default=options["default_glossary"])
    session.open_backend()
    return session


def _backend(ctx: typer.Context) -> BackendChoice:
    """The choice of a backend: the command line wins over settings, where a `backend` that is off may stand."""
    wanted, name = ctx.params["back_translate"], ctx.params["backend"]
    named, turned = (on_command_line(ctx, option) for option in ("backend", "back_translate"))
    if wanted is False and name is not None and not (named and turned):
        wanted, name = (None, name) if named else (False, None)
    return backend_from(wanted, name)


def as_check(arguments: Sequence[str], caller: str, unused: Collection[str]) -> typer.Context:
    """The context that `qa check` would have with these arguments of another command, the `caller`.

    Raises `ConfigError` for options that are `unused` there: what was asked for would not be done.
    """
    command = _check()
    context: typer.Context = command.make_context(caller, list(arguments))
    for option in command.params:
        name = option.name
        nothing = name in _NOTHING and context.params[name] == _NOTHING[name]
        if name in unused and name not in _HARMLESS and on_command_line(context, name) and not nothing:
            raise ConfigError(
                f"`{caller}` takes no {option.opts[0]}; leave it out, `{caller} --help` tells what it takes"
            )
    return context


def day(text: str | None) -> dt.date:
    """The day of a run: as given, else that of SOURCE_DATE_EPOCH, else the current one (UTC)."""
    given, epoch = calendar_day(text, "--today"), os.environ.get("SOURCE_DATE_EPOCH")
    if given is not None or not epoch:
        return given or dt.datetime.now(dt.UTC).date()
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ConfigError(f"SOURCE_DATE_EPOCH={epoch!r} is no day: write its seconds since 1970") from None
