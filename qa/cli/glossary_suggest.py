"""`qa glossary suggest`: names of a feed that no entry covers, for review or taken over at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.console import emit, emit_line, tell

if TYPE_CHECKING:
    from qa.glossary.proposals import Proposal
    from qa.model import Document

SHOWN = 50  # proposals that are printed, unless more are asked for

# What an editor types for a type of entry.
LETTERS = {"p": "person", "l": "place", "o": "organisation", "e": "event", "t": "other"}
CHOICES = "[p]erson, p[l]ace, [o]rganisation, [e]vent, o[t]her"


def suggest(
    paths: Annotated[list[str], typer.Argument(help="Texts: files, folders (recursive), globs.")],
    source: Annotated[
        Path | None,
        typer.Option(help="Source of the texts, line for line; of each one if there are several."),
    ] = None,
    source_lang: Annotated[str | None, typer.Option(help="Language of the source (BCP 47).")] = None,
    target_lang: Annotated[
        str | None, typer.Option(help="Language of the texts (BCP 47); detected when absent.")
    ] = None,
    glossary: Annotated[
        list[str] | None,
        typer.Option(help="Glossary file, or the name of a house style; repeatable, a later one wins."),
    ] = None,
    default_glossary: Annotated[
        bool,
        typer.Option("--default-glossary/--no-default-glossary", help="Start from the glossary of qa."),
    ] = True,
    output: Annotated[
        Path | None, typer.Option(help="Write a glossary file for review; - for stdout.")
    ] = None,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Ask about each proposal and take it over.")
    ] = False,
    into: Annotated[
        Path | None, typer.Option(help="Glossary that --interactive changes; the default one if none.")
    ] = None,
    least: Annotated[int, typer.Option("--min-count", min=1, help="Times a name has to be met.")] = 2,
    limit: Annotated[int, typer.Option(min=0, help="Most proposals to show; 0 is all of them.")] = 0,
    input_format: Annotated[str | None, typer.Option(help="Format of the texts.")] = None,
) -> None:
    """Propose entries for names that no entry covers, those first that most readers see.

    Spellings of one name come together: the most frequent is proposed as preferred, the others as deprecated,
    the word of the source as native form.

    Example: qa glossary suggest articles/ --output proposals.csv
    """
    from qa.cli.glossary_checks import documents_of, index_of, names_config
    from qa.errors import ConfigError
    from qa.names.proposals.suggest import suggest as propose

    if source is not None and source_lang is None:
        raise ConfigError(f"--source {source} needs --source-lang, such as uk")
    if interactive and not at_terminal():
        raise ConfigError("--interactive asks at a terminal; use --output FILE to review the proposals there")
    if output is not None and output != Path("-"):
        _keep_apart(output, paths, source, glossary or [], default=default_glossary)
    config = names_config(target_lang, source_lang)
    index = index_of(glossary, default=default_glossary)
    documents = list(documents_of(paths, config, source, input_format))
    _tell_without_capitals(documents)
    found = propose(documents, index, least=least)
    if interactive:
        _ask(found[: limit or None], into)
    elif output is None:
        _show(found, limit or SHOWN)
    else:
        _write(found[: limit or None], output)


def _keep_apart(
    output: Path, paths: Sequence[str], source: Path | None, glossary: Sequence[str], *, default: bool
) -> None:
    from qa.cli.places import Place, glossaries, keep_apart, texts
    from qa.glossary import glossaries_of
    from qa.readers import expand

    read = [
        *glossaries(glossaries_of(glossary, default=default)),
        *texts(expand(paths)),
        *([Place(source, "the source text")] if source else []),
    ]
    keep_apart(read, [Place(output, "the proposals")])


def _tell_without_capitals(documents: Iterable[Document]) -> None:
    """Say of which texts nothing can be proposed, since names are told by their capitals."""
    for document in documents:
        if document.segments and not any(map(str.isupper, "".join(s.text for s in document.segments))):
            tell(f"{document.path}: nothing is proposed: names are told by capitals, and this text has none")


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _write(found: Sequence[Proposal], output: Path) -> None:
    from qa import atomic
    from qa.cli.glossary_common import say
    from qa.glossary.proposals import review

    text = review(found)
    if output == Path("-"):
        emit(text)
    else:
        atomic.write_text(output, text)
        say(f"{output}: {len(found)} proposal(s); correct them and run qa glossary import")


def _show(found: Sequence[Proposal], limit: int) -> None:
    from qa.cli.glossary_common import say

    for number, proposal in enumerate(found[:limit], 1):
        emit_line("\n".join(_lines(proposal, str(number))))
    rest = f", {limit} shown; --limit or --output for more" if len(found) > limit else ""
    say(f"{len(found)} name(s) that no entry covers{rest}")


def _lines(proposal: Proposal, mark: str) -> list[str]:
    spellings = ", ".join(f"{form} {count}" for form, count in proposal.spellings)
    kind = f" ({proposal.type})" if proposal.type else ""
    lines = [f"{mark}. {spellings}{kind}: in {proposal.documents} document(s)"]
    if proposal.native:
        told = ", ".join(f"{form} {count}" for _, form, count in proposal.native)
        lines.append(f"     source ({proposal.native[0][0]}): {told}")
    return [*lines, *(f"     {snippet}" for snippet in proposal.snippets)]


def _ask(found: Sequence[Proposal], into: Path | None) -> None:
    """Go through proposals; each one that is accepted is merged at once, so that nothing is lost on the way."""
    from qa.cli.glossary_common import say
    from qa.cli.glossary_edit import take_over
    from qa.glossary import default_path

    path = into or default_path()
    taken = 0
    for number, proposal in enumerate(found, 1):
        emit_line("\n".join(_lines(proposal, f"{number}/{len(found)}")))
        changed = _decide(proposal)
        if changed is None:
            break
        if changed:
            take_over(path, changed[0])
            taken += 1
    say(f"{path}: {taken} of {len(found)} proposal(s) taken over")


def _decide(proposal: Proposal) -> tuple[()] | tuple[Proposal] | None:
    """The proposal as accepted, () for one that is skipped, None at the end."""
    from dataclasses import replace

    from qa.glossary.values import TYPES

    while True:
        answer = typer.prompt(
            f"Take it over as {CHOICES}; a number: prefer that spelling; [s]kip, [q]uit",
            default=proposal.type or "s",
        ).strip()
        if answer in ("q", "quit"):
            return None
        if answer in ("s", "skip"):
            return ()
        if answer.isdecimal() and 0 < int(answer) <= len(proposal.spellings):
            proposal = replace(proposal, preferred=proposal.spellings[int(answer) - 1][0])
            emit_line(f"     preferred: {proposal.preferred}")
        elif answer in LETTERS or answer in TYPES:
            return (replace(proposal, type=LETTERS.get(answer, answer)),)
        else:
            emit_line("     not understood")
