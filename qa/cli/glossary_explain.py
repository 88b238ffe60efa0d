"""`qa glossary explain`: how a decision about a name comes about."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.console import emit, emit_line

if TYPE_CHECKING:
    from qa.model import Finding
    from qa.names.explain.explanation import Aligned, Candidate, Explanation

# Letters of forms that do not come near are not worth a line each.
FAR = 1.0
LONGEST = 200  # characters of a name


class Format(StrEnum):
    """How an explanation is printed."""

    TEXT = "text"
    JSON = "json"


def explain(
    name: Annotated[str, typer.Argument(help="A name as it stands in a text, such as Gostomel.")],
    glossary: Annotated[
        list[str] | None,
        typer.Option(help="Glossary file, or the name of a house style; repeatable, a later one wins."),
    ] = None,
    default_glossary: Annotated[
        bool,
        typer.Option("--default-glossary/--no-default-glossary", help="Start from the glossary of qa."),
    ] = True,
    target_lang: Annotated[str, typer.Option(help="Language of the text (BCP 47).")] = "en",
    source: Annotated[
        str | None, typer.Option(help="The sentence that the name was translated from.")
    ] = None,
    source_lang: Annotated[str | None, typer.Option(help="Language of that sentence.")] = None,
    day: Annotated[str | None, typer.Option("--date", help="Day (YYYY-MM-DD) of the text.")] = None,
    form: Annotated[Format, typer.Option("--format", help="For people, or for programs.")] = Format.TEXT,
) -> None:
    """Show how the decision about a name comes about.

    Entries near it, their forms letter by letter, the evidence for and against, the limits, and the outcome.

    Example: qa glossary explain Lyschansk --source "Лисичанськ впав." --source-lang uk
    """
    from qa.cli.glossary_checks import index_of, lang_of, names_config
    from qa.errors import ConfigError
    from qa.model import Anchor, Document, Segment
    from qa.names import Lexicon
    from qa.names import explain as explaining
    from qa.pipeline import check_document

    if (source is None) != (source_lang is None):
        raise ConfigError("--source and --source-lang go together; name both or neither")
    if not name.strip():
        raise ConfigError("the name is empty; give one, such as Gostomel")
    if len(name) > LONGEST:
        raise ConfigError(
            f"the name has {len(name)} characters; give a name of at most {LONGEST}, not a text"
        )
    target, origin = lang_of(target_lang), lang_of(source_lang) if source_lang else None
    index = index_of(glossary, default=default_glossary)
    config = names_config(target, origin, day, ["mixed-script"])
    found = explaining.explain(Lexicon(index, target, config.day), name, source, origin)
    segment = Segment("s1", found.written, (Anchor(0, 1, 1),), source=source)
    findings = check_document(Document("-", (segment,), origin, target), index, config).findings
    if form is Format.JSON:
        emit(f"{_json(found, findings)}\n")
    else:
        emit_line("\n".join(_text(found, findings)))


def _json(found: Explanation, findings: tuple[Finding, ...]) -> str:
    import dataclasses
    import json

    data = dataclasses.asdict(found) | {"findings": [dataclasses.asdict(f) for f in findings]}
    return json.dumps(data, ensure_ascii=False, indent=2, default=str)


def _text(found: Explanation, findings: tuple[Finding, ...]) -> list[str]:
    lists = f", among known {' and '.join(found.lists)}" if found.lists else ""
    seen = f"word frequency {found.frequency:.1f}" if found.frequency else "no word of the frequency list"
    lines = [
        f"{found.written} ({found.target_lang}), compared as “{found.folded}”: {seen}{lists}",
        *(["", "Listed"] if found.hits else []),
    ]
    for hit in found.hits:
        days = f" from {hit.since}" * bool(hit.since) + f" until {hit.until}" * bool(hit.until)
        off = "" if hit.valid else ", not on this day"
        note = f"  {hit.note}" if hit.note else ""
        lines.append(f"  {hit.form:20} {hit.status:10}{days} {hit.entry} ({hit.match}{off}){note}")
    if found.source:
        lines += ["", "The source names"]
        lines += [
            f"  {n.text:20} {n.entry}, a form of {n.native}{'' if n.certain else ' (a word made from it)'}"
            for n in found.source
        ]
    for candidate in found.candidates:
        lines += ["", *_candidate(candidate)]
    lines += ["", "Limits"]
    lines += [f"  {limit.name:16} {limit.value:5.2f}  {limit.meaning}" for limit in found.thresholds]
    lines += ["", "Outcome", *(f"  {line}" for line in found.verdict)]
    for finding in findings:
        change = f" → {finding.suggestion}" if finding.suggestion else ""
        lines.append(f"  {finding.severity.value} {finding.rule}: {finding.text}{change}")
    return lines if findings else [*lines, "  no finding"]


def _candidate(candidate: Candidate) -> list[str]:
    lines = [
        f"Near {candidate.entry} ({candidate.type}), preferred {candidate.preferred or 'nothing here'}",
        f"  route: {candidate.route}",
        f"  {'cost':>5} {'a letter':>8}  form",
    ]
    lines += [_form(form) for form in candidate.forms]
    lines.append(f"  {'evidence':>8} {'value':>6} {'weight':>7}")
    weighty = sorted(candidate.features, key=lambda f: (-abs(f.contribution), f.name))
    lines += [
        f"  {f.contribution:+8.2f} {f.value:6.2f} {f.weight:+7.2f}  {f.meaning}"
        for f in weighty
        if f.contribution
    ]
    lines.append(f"  probability {candidate.model:.3f}")
    if candidate.adjustment:
        lines.append(f"  probability {candidate.probability:.3f} after: {candidate.adjustment}")
    return lines


def _form(form: Aligned) -> str:
    """A form with its letters, and the routes on which all letters that routes write differently agree."""
    head = f"  {form.cost:5.2f} {form.per_letter:8.2f}  {form.lang} {form.form} ({form.status})"
    if not form.steps or form.per_letter > FAR:
        return head
    letters = " ".join(
        s.form if s.form == s.spelling else f"{s.form or '∅'}→{s.spelling or '∅'}{'' if s.routes else '!'}"
        for s in form.steps
    )
    told = [set(s.routes) for s in form.steps if s.routes]
    shared = set.intersection(*told) if told else set()
    routes = f"  [{', '.join(sorted(shared))}]" if shared and not form.edits else ""
    return f"{head}: {letters}{routes}"
