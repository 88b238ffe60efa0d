"""What a glossary can learn from an editor's decisions on names.

An accepted correction of a form that nobody listed says that this form is not to be used. A dismissed finding
says that a form is right only where its reason says so: "right in this place", a quotation, or somebody else
who is meant are no rules for other texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qa.decisions import Decision, Decisions
from qa.glossary.exchange import Concept, Imported, Name, sound_name
from qa.glossary.table import Row
from qa.glossary.values import canonical_lang, shown

_RULES = frozenset(["name-variant", "name-unlisted", "name-mixed"])
_GENERAL = frozenset(["form", "style"])
_Form = tuple[str, str, str]  # entry, language, form


def lessons(files: Iterable[Decisions], rows: Iterable[Row]) -> Imported:
    """Forms to add to entries, and what is left behind and why.

    `rows` are those of all glossaries that the texts were checked with. Where two decisions contradict each
    other, neither is followed.
    """
    known = list(rows)
    types = {row.entry: row.type for row in known}
    tags = {(row.entry, row.lang) for row in known}
    preferred = {(row.entry, row.form) for row in known if row.status == "preferred"}
    learned: dict[_Form, dict[str, str]] = {}
    dropped: dict[str, None] = {}
    for file in files:
        for decision in file.decisions:
            told = _unfit(decision, file, types)
            if told is None:
                told = _open(decision, preferred)
            if told is not None:
                dropped.setdefault(f"{shown(decision.text)}: {told}" if told else "", None)
                continue
            entry = decision.entry or ""
            form = (entry, _lang(entry, file.lang, tags), decision.text)
            status = "deprecated" if decision.accepted else "admitted"
            learned.setdefault(form, {}).setdefault(status, _note(decision, file))
    dropped.pop("", None)
    names, refused = _names(learned)
    concepts = tuple(Concept(entry, types[entry], tuple(names[entry]), own=True) for entry in sorted(names))
    return Imported(concepts, (*dropped, *refused))


def _unfit(decision: Decision, file: Decisions, types: Mapping[str, str]) -> str | None:
    """Why a decision says nothing about a form of an entry, "" where nobody would expect it to; else None."""
    if decision.rule not in _RULES or decision.side != "target":
        return ""
    if decision.entry is None:
        return "belongs to no entry; add one with `qa glossary add`"
    if decision.entry not in types:
        return f"its entry {shown(decision.entry)} is in none of the glossaries; name the one it is in with --into"
    if not file.lang:
        return f"the language of {shown(file.document)} is unknown"
    return None


def _open(decision: Decision, preferred: set[tuple[str, str]]) -> str | None:
    """Why a decision on a form of an entry is no rule for other texts; None where it is one."""
    if decision.accepted:
        # What is on the list as deprecated has nothing to teach.
        if decision.rule == "name-variant":
            return ""
        if (decision.entry, decision.suggestion) not in preferred:
            return "was corrected by hand, so it is open whether its form or something else was wrong"
        return None
    if decision.because in _GENERAL:
        return None
    if decision.because == "other":
        return (
            "something else is meant; if it comes again, give it an entry of its own with `qa glossary add`"
        )
    return "was dismissed for its place, not for its form; `qa baseline add` keeps that"


def _lang(entry: str, lang: str, tags: set[tuple[str, str]]) -> str:
    """The tag that the entry has for a language: the whole one if it is there, else the base language."""
    tag = canonical_lang(lang)
    return tag if (entry, tag) in tags else tag.partition("-")[0]


def _note(decision: Decision, file: Decisions) -> str:
    where = file.name or file.document
    if decision.accepted:
        return f"corrected to {decision.suggestion} in {where}"
    return f"{decision.reason or 'accepted'}, in {where}"


def _names(learned: Mapping[_Form, Mapping[str, str]]) -> tuple[dict[str, list[Name]], Sequence[str]]:
    names: dict[str, list[Name]] = {}
    refused = []
    for (entry, lang, form), statuses in sorted(learned.items()):
        if len(statuses) > 1:
            refused.append(
                f"{shown(form)}: accepted in one place and corrected in another; decide and add it by hand"
            )
            continue
        ((status, note),) = statuses.items()
        name = sound_name(Name(lang, form, status, note=note))
        if name is None:
            refused.append(f"{shown(form)}: cannot stand in a glossary as it is")
        else:
            names.setdefault(entry, []).append(name)
    return names, refused
