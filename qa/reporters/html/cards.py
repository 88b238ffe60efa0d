"""One card a finding: what stands there, what to write, and what speaks for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa import diff
from qa.model import Document, Entry, Finding, Form, RuleInfo, Status

# How the checks put into words what a page shows in a place of its own.
_SOURCE_WORD, _SIGNATURE = "the source has ", "signature "
_MOST_FORMS = 4


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it; numbers count from 0 for findings and from 1 for sentences.

    `change` is the letter-level difference to the suggestion, None where there is no suggestion or the two
    have too little in common for single letters to mean anything. `source` is the source of the sentence in
    three parts, the middle one the word that the finding is about, empty where that is unknown. `evidence`
    leaves out what the explanation says, and `signature` says how a score was made. `forms` are the entry's
    names in other scripts, `admitted` what else may be written.
    """

    number: int
    finding: Finding
    sentence: int
    whole: bool
    change: tuple[diff.Change, ...] | None
    source: tuple[str, str, str] | None
    evidence: tuple[str, ...]
    signature: str | None
    forms: tuple[Form, ...]
    admitted: tuple[Form, ...]
    rule: RuleInfo | None


def cards(
    document: Document,
    findings: Sequence[Finding],
    rules: Mapping[str, RuleInfo],
    entries: Mapping[str, Entry],
) -> tuple[Card, ...]:
    """Cards in the order of the findings."""
    places = {segment.id: (number, segment) for number, segment in enumerate(document.segments, 1)}
    made: list[Card] = []
    for number, finding in enumerate(findings):
        sentence, segment = places[finding.segment]
        entry = entries.get(finding.entry or "")
        said = [e for e in finding.evidence if e not in finding.explanation]
        signatures = [e.removeprefix(_SIGNATURE) for e in said if e.startswith(_SIGNATURE)]
        made.append(
            Card(
                number=number,
                finding=finding,
                sentence=sentence,
                whole=finding.side == "target" and finding.end - finding.start == len(segment.text),
                change=None if finding.suggestion is None else _change(finding.text, finding.suggestion),
                source=_source(finding, segment.source, entry, document.source_lang),
                evidence=tuple(e for e in said if not e.startswith(_SIGNATURE)),
                signature=signatures[0] if signatures else None,
                forms=_forms(entry, document.source_lang),
                admitted=_admitted(entry, document, finding),
                rule=rules.get(finding.rule),
            )
        )
    return tuple(made)


def _source(
    finding: Finding, source: str | None, entry: Entry | None, lang: str | None
) -> tuple[str, str, str] | None:
    """The source sentence, cut around the word that the finding is about where it can be told."""
    if source is None:
        return None
    start, end = 0, 0
    if finding.side == "source":
        start, end = finding.start, finding.end
    else:
        words = [e.removeprefix(_SOURCE_WORD) for e in finding.evidence if e.startswith(_SOURCE_WORD)]
        words += [form.text for form in (entry.forms_in(lang) if entry and lang else ())]
        for word in words:
            if word and (at := source.find(word)) >= 0:
                start, end = at, at + len(word)
                break
    return source[:start], source[start:end], source[end:]


def _forms(entry: Entry | None, first: str | None) -> tuple[Form, ...]:
    """The entry's preferred forms that are not in Latin letters, those of the source language first."""
    other = [f for f in entry.forms if f.status is Status.PREFERRED and not _latin(f.text)] if entry else []
    return tuple(sorted(other, key=lambda f: (f.lang != first, f.lang != "uk", f.lang, f.text))[:_MOST_FORMS])


@lru_cache(4096)
def _latin(text: str) -> bool:
    return all(not char.isalpha() or unicodedata.name(char, "").startswith("LATIN") for char in text)


def _admitted(entry: Entry | None, document: Document, finding: Finding) -> tuple[Form, ...]:
    if entry is None or not document.target_lang:
        return ()
    return tuple(
        form
        for form in entry.forms_in(document.target_lang)
        if form.status is Status.ADMITTED and form.text != finding.text and form.valid_on(document.published)
    )


@lru_cache(4096)
def _change(text: str, suggestion: str) -> tuple[diff.Change, ...] | None:
    changes = diff.letters(text, suggestion)
    common = sum(len(change.left) for change in changes if change.kind == "equal")
    return changes if 2 * common >= max(len(text), len(suggestion)) else None
