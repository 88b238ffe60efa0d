"""`qa fix`: apply the suggestions that are safe."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from qa.cli.console import emit, on_terminal, tell

if TYPE_CHECKING:
    from qa.cli.session import Session
    from qa.errors import InputError
    from qa.fix import Fixed, Fixer


def fix(
    ctx: typer.Context,
    write: Annotated[
        bool, typer.Option("--write/--diff", help="Change the files, or only show what would change.")
    ] = False,
    quotes: Annotated[bool, typer.Option("--quotes", help="Correct what stands in quotations too.")] = False,
    decisions: Annotated[
        Path | None,
        typer.Option(help="decisions.json of the HTML report: apply what was accepted, and nothing else."),
    ] = None,
) -> None:
    """Apply the suggestions that are safe; takes PATH… and the options of `qa check` that say what is right.

    Safe are names with a certain suggestion, outside quotations, in a form that can be kept: capitals,
    possessive, plural and compounds stay as they are. All other characters of a file stay too, also its
    markup. What is left is told, with the reason. Fixing twice changes nothing.

    Examples:

      qa fix article.en.txt

      qa fix --write --glossary house.csv articles/

      qa fix --write --decisions decisions.json article.en.txt
    """
    from qa.cli.opened import NOT_FOR_FIX, as_check, opened
    from qa.errors import InputError, OutputError
    from qa.fix import fix as corrected
    from qa.fix.decisions import load_decisions

    chosen = load_decisions(decisions) if decisions is not None else None
    check = as_check(ctx.args, "qa fix", NOT_FOR_FIX)
    # What a translation engine says is no matter here.
    check.params["back_translate"], check.params["backend"] = False, None
    session = opened(check)
    failed, met = False, 0
    languages: Counter[str | None] = Counter()
    files = _files(session, check.params["paths"])
    if write:
        _keep_apart(check, decisions, [path for path, missing in files.items() if missing is None])
    for path, missing in files.items():
        try:
            if missing is not None:
                raise missing
            data = _read(path)
            form, source = _form(path, check.params["input_format"]), check.params["source"]
            fixer = _fixer(session, path, quotes, chosen)
            result = corrected(data, path, form, fixer, str(source) if source else None)
            if write and result.data != data:
                _put(path, data, result)
        except (InputError, OutputError) as error:
            tell(str(error))
            failed = True
            continue
        if not write and result.data != data:
            # Not with the above: without a standard output the other files have nowhere to be shown either.
            _show(path, data, result)
        met += len(result.done) + len(result.left)
        languages.update(result.languages)
        _tell_of(path, data, result, quiet=session.quiet, written=write)
    _tell_languages(session, languages)
    if chosen and not met:
        tell(
            f"{decisions}: none of its decisions is met; they are applied already, or were taken for another file"
            " or under another path"
        )
    if failed:
        raise typer.Exit(2)


def _files(session: Session, paths: list[str]) -> dict[str, InputError | None]:
    """The files to correct, each with the error where there is none."""
    from qa.errors import InputError

    if "-" in paths:
        raise InputError("-: standard input has no file to correct; name a file")
    return session.find(paths)


def _keep_apart(check: typer.Context, decisions: Path | None, files: list[str]) -> None:
    """Refuse to correct what says what is right."""
    from qa.cli.places import Place, inputs_of, keep_apart

    read = [*inputs_of(check), *([Place(decisions, "the file of decisions")] if decisions else [])]
    for file in files:
        # One by one, since two names of one text are no matter.
        keep_apart(read, [Place(Path(file), "a text")], "name the texts to correct without it")


def _read(path: str) -> bytes:
    from qa.errors import InputError, unread
    from qa.readers.load import MAX_BYTES

    try:
        with open(path, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path}: {unread(error)}") from None
    if len(data) > MAX_BYTES:
        raise InputError(f"{path}: is larger than {MAX_BYTES // 1024 // 1024} MiB; split it")
    return data


def _form(path: str, named: str | None) -> str:
    from qa.readers import format_of

    return format_of(path) if named is None else named


def _fixer(session: Session, path: str, quotes: bool, decisions: Any) -> Fixer:
    from qa.fix import Fixer

    return Fixer(session.judge, session.forms, quotes, decisions, session.config.at(path).given)


def _tell_of(path: str, data: bytes, result: Fixed, *, quiet: bool, written: bool) -> None:
    from qa.fix.patch import beyond
    from qa.language import NOT_TOLD
    from qa.wording import counted

    if quiet:
        return
    if None in result.languages:
        tell(f"{path}: {NOT_TOLD}")
    for finding, reason in result.left:
        # What is missing has no text.
        shown = f"“{finding.text}”" if finding.text else finding.rule
        tell(f"{path}:{finding.line}:{finding.column}: {shown} is left: {reason}")
    if result.done:
        count = len(result.done)
        why = None if written else beyond(path, data)
        advice = "" if written else "; --write makes them"
        tell(
            f"{path}: {counted(count, 'correction')}{advice}" + (f", git cannot, since {why}" if why else "")
        )


def _tell_languages(session: Session, languages: Counter[str | None]) -> None:
    """Say by which languages names were judged, where no option says it."""
    from qa.cli.session import taken

    if session.config.target_lang is None and not session.quiet:
        for note in taken("language", languages, "--target-lang"):
            tell(note)


def _put(path: str, data: bytes, result: Fixed) -> None:
    from qa.atomic import write_bytes
    from qa.errors import OutputError

    if not Path(path).is_file():
        # A pipe: what was read from it is gone, and reading it again would wait for ever.
        raise OutputError(f"{path}: is no file that can be corrected in place; save the text to a file first")
    if _read(path) != data:
        raise OutputError(f"{path}: was changed by somebody else meanwhile; run again")
    write_bytes(path, result.data)


def _show(path: str, data: bytes, result: Fixed) -> None:
    from qa.fix.patch import diff

    made = diff(path, data, result.data)
    emit(_shown(made) if on_terminal() else made)


def _shown(made: bytes) -> str:
    """A diff as a terminal may show it."""
    from qa.reporters.visible import visible

    return "\n".join(visible(line) for line in made.decode("utf-8", "surrogateescape").split("\n"))
