"""`qa baseline`: keep a list of known findings, which do not fail a check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from qa.cli.console import emit, tell
from qa.cli.opened import SHOWING, AsCheck, as_check, day, opened
from qa.cli.settings import nearest
from qa.wording import counted

if TYPE_CHECKING:
    from qa.baseline import Known
    from qa.cli.session import Session
    from qa.model import RuleInfo

FILE = "qa-baseline.json"
_AS_CHECK: dict[str, Any] = {"allow_extra_args": True, "ignore_unknown_options": True}
_Today = Annotated[str | None, typer.Option(hidden=True, help="The day of the run (YYYY-MM-DD).")]

HELP = """Keep a list of known findings, which do not fail a check.

Example: qa baseline create articles/ && qa check articles/ --baseline qa-baseline.json
"""
app = typer.Typer(help=HELP, no_args_is_help=True)


@app.command(cls=AsCheck, context_settings=_AS_CHECK, options_metavar="[OPTIONS] PATH…")
def create(
    ctx: typer.Context,
    reason: Annotated[str, typer.Option(help="Why these findings are accepted.")] = "",
    owner: Annotated[str, typer.Option(help="Who looks after them.")] = "",
    today: _Today = None,
) -> None:
    """Check texts and write what is found to the baseline.

    Takes PATH… and the options of `qa check` that say what is found; --baseline names the file to write.
    Known findings keep their date, reason and owner. Entries of files that are not checked stay.

    Example: qa baseline create articles/ --owner desk --reason "before the style of 2024"
    """
    from qa.baseline import Baseline, load, save, taken

    check, session, path = _session(ctx)
    date = day(today)
    old = load(path) if Path(path).exists() else Baseline(path, ())
    checked = list(_run(check, session))
    if session.unread and len(session.unread) == len(checked):
        # Nothing could be read, so there is nothing to know: stderr has said why.
        raise typer.Exit(2)
    entries = list(taken(checked, old.known, date, reason, owner))
    list(old.apply(checked, date, _running(session)))
    gone = {*old.stale(), *entries}
    fresh = {entry.fingerprint for entry in entries}
    kept = [
        k for k in old.known if k not in gone and k.fingerprint not in fresh and k.fingerprint not in old.met
    ]
    save(path, [*entries, *kept])
    count, new = len(entries) + len(kept), len(fresh - {k.fingerprint for k in old.known})
    tell(f"{path}: {counted(count, 'finding')}, {new} of them new")
    if session.unread:
        raise typer.Exit(2)


@app.command()
def add(
    files: Annotated[
        list[Path], typer.Option("--from", help="decisions.json of the HTML report; repeatable.")
    ],
    baseline: Annotated[
        str | None,
        typer.Option(
            help=f"The baseline to add to, made if it is missing; default that of the settings, else {FILE}."
        ),
    ] = None,
    reason: Annotated[str, typer.Option(help="Why, for findings that were dismissed without a reason.")] = "",
    owner: Annotated[str, typer.Option(help="Who looks after them.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be added and change nothing.")
    ] = False,
    today: _Today = None,
) -> None:
    """Add the findings that an editor dismissed in the HTML report, with the reasons given there.

    Known findings keep their date, reason and owner. What was dismissed without a reason is not taken.

    Example: qa baseline add --from decisions.json --owner desk
    """
    from qa.baseline import load, save
    from qa.decisions import load_decisions
    from qa.dismissals import dismissed

    path = baseline or _usual()
    old = load(path).known if Path(path).exists() else ()
    found = dismissed(map(load_decisions, files), old, day(today), reason, owner)
    for entry in found.new:
        emit(
            _line(f"+ {entry.path} {entry.severity.value} {entry.rule}: {entry.text} — {entry.reason}") + "\n"
        )
    for told in found.left:
        emit(_line(f"- {told}") + "\n")
    if found.new and not dry_run:
        save(path, [*old, *found.new])
    done = "would be added" if dry_run else "added"
    count = len(found.new)
    tell(
        f"{path}: {counted(count, 'finding')} {done}, {found.same} known already, {len(found.left)} left out"
    )


@app.command(cls=AsCheck, context_settings=_AS_CHECK, options_metavar="[OPTIONS] PATH…")
def prune(ctx: typer.Context, today: _Today = None) -> None:
    """Check texts and remove what is found no more from the baseline.

    Takes PATH… and options as `qa baseline create`. Only entries of files that were checked or are gone are
    removed, and only for rules that ran: without a back-translation those that need one stay.

    Example: qa baseline prune articles/
    """
    from qa.baseline import load, save

    check, session, path = _session(ctx)
    baseline = load(path)
    for _ in baseline.apply(_run(check, session), day(today), _running(session)):
        pass
    if session.unread:
        tell(f"{path}: nothing removed, since not every file could be read")
        raise typer.Exit(2)
    stale = set(baseline.stale())
    if stale:
        save(path, [known for known in baseline.known if known not in stale])
    tell(f"{path}: {len(stale)} removed, {len(baseline.known) - len(stale)} left")


@app.command()
def show(
    file: Annotated[
        str | None,
        typer.Argument(help=f"The baseline; default that of the settings, else {FILE}.", show_default=False),
    ] = None,
    today: _Today = None,
) -> None:
    """List the known findings with their age, the oldest first.

    Example: qa baseline show
    """
    from qa.baseline import load, shown

    lines = shown(load(file or _usual()), day(today))
    emit("\n".join(map(_line, lines.split("\n"))))


def _usual() -> str:
    """The baseline of the settings, or the one that is made without any."""
    return str(nearest().values.get("baseline", FILE))


def _line(text: str) -> str:
    """One line of somebody's file as a terminal may show it."""
    return "".join(c if c.isprintable() else "␣" for c in text)


def _session(ctx: typer.Context) -> tuple[typer.Context, Session, str]:
    check = as_check(ctx.args, ctx.command_path, SHOWING)
    return check, opened(check), str(check.params["baseline"] or FILE)


def _run(check: typer.Context, session: Session) -> Any:
    source = check.params["source"]
    return session.run(check.params["paths"], Path(source) if source else None, check.params["input_format"])


def _running(session: Session) -> Callable[[Known], RuleInfo | None]:
    """Tells the rule of an entry, where it runs in the entry's file."""
    from qa.checks import running

    return lambda known: running(known.rule, known.path, session.config)
