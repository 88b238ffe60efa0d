"""Applies the suggestions that are safe to a file, in place, and leaves every other character as it is.

After each round the new file is read back: its text must be the old one with the corrections and nothing
else, or the correction that is to blame is given up. Rounds go on until nothing is left to correct, so that
fixing twice changes nothing; a file that never settles is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from qa.fix.adapt import adapt
from qa.fix.beside import REACH
from qa.fix.decisions import Decision
from qa.fix.escape import written
from qa.fix.file import File, opened
from qa.fix.places import Source
from qa.fix.readback import Change, Left, make
from qa.model import CheckedDocument, Document, Finding, Segment, Severity, Side
from qa.suppress import quotations

RULES = ("name-variant", "name-unlisted", "mixed-script")
SURE = 0.9
_ROUNDS = 5

Judge = Callable[[Iterable[Document]], Iterable[CheckedDocument]]
Forms = Callable[[str, str | None], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Fixer:
    """How to fix: `judge` checks documents, `forms` gives the listed forms of an entry in a language.

    `quotes` says that quotations are corrected too; `decisions`, where there are some, stand for the rules of
    what is safe. `given` are the sides whose language the user names.
    """

    judge: Judge
    forms: Forms
    quotes: bool = False
    decisions: Mapping[str, Decision] | None = None
    given: Collection[Side] = ()


class Fixed(NamedTuple):
    """What came of a file: its new bytes, what was corrected (finding and new text), and what was left.

    `languages` are those that its documents were taken to be in, None for one that could not be told.
    """

    data: bytes
    done: tuple[tuple[Finding, str], ...]
    left: tuple[Left, ...]
    languages: tuple[str | None, ...] = ()


def fix(data: bytes, path: str, format: str, fixer: Fixer, source: str | None = None) -> Fixed:
    """Correct one file; raises `qa.errors.InputError` where it cannot be read."""
    first = file = opened(data, path, format, source, fixer.given)
    done: list[tuple[Finding, str]] = []
    left: tuple[Left, ...] = ()
    languages: tuple[str | None, ...] = ()
    rounds = 1 if fixer.decisions is not None else _ROUNDS
    for number in range(rounds + 1):
        checked = list(fixer.judge(file.documents()))
        if number == 0:
            languages = tuple(one.document.target_lang for one in checked if one.document.segments)
        changes, left = _changes(file, checked, fixer)
        if number == rounds and fixer.decisions is None and changes:
            reason = "a correction calls for another one, without end; correct the glossary"
            return Fixed(data, (), tuple(Left(change.finding, reason) for change in changes), languages)
        if number == rounds or not changes:
            break
        file, made, refused = make(file, checked, changes)
        left = (*left, *refused)
        done += [(change.finding, change.text) for change in made]
        if not made or fixer.decisions is not None:
            break
    return Fixed(file.data() if file is not first else data, tuple(done), left, languages)


def _changes(
    file: File, checked: Sequence[CheckedDocument], fixer: Fixer
) -> tuple[list[Change], tuple[Left, ...]]:
    source, found, left = Source(file.text), [], []
    for number, one in enumerate(checked):
        segments = {segment.id: segment for segment in one.document.segments}
        quoted = quotations(one.document)
        for finding in one.findings:
            segment = segments.get(finding.segment)
            if not _meant(finding, fixer) or segment is None or finding.side != "target":
                continue
            spans = () if fixer.quotes or fixer.decisions is not None else quoted.get(finding.segment, ())
            if any(span.start <= finding.start and finding.end <= span.end for span in spans):
                left.append(Left(finding, "in a quotation; --quotes corrects these too"))
                continue
            change = _change(file, source, number, segment, finding, fixer, one.document.target_lang)
            if isinstance(change, Left):
                left.append(change)
            elif change is not None:
                found.append(change)
    clear = list(_without_overlaps(found, left))
    return clear, tuple(left)


def _meant(finding: Finding, fixer: Fixer) -> bool:
    if fixer.decisions is not None:
        decision = fixer.decisions.get(finding.fingerprint)
        return decision is not None and decision.accepted
    sure = finding.severity.rank >= Severity.MAJOR.rank or finding.confidence >= SURE
    return finding.rule in RULES and finding.suggestion is not None and sure


def _change(
    file: File,
    source: Source,
    number: int,
    segment: Segment,
    finding: Finding,
    fixer: Fixer,
    lang: str | None,
) -> Change | Left | None:
    """The change that corrects a finding, None where it is right already, or why there is none."""
    new = finding.suggestion
    decision = (fixer.decisions or {}).get(finding.fingerprint)
    if decision is not None:
        new = decision.text
        if new is None:
            return Left(finding, "accepted to be changed by hand")
    if decision is None or new == finding.suggestion:
        forms = fixer.forms(finding.entry, lang) if finding.entry else ()
        before = segment.text[max(0, finding.start - REACH) : finding.start]
        adapted = adapt(finding, forms, lang, before, segment.text[finding.end : finding.end + REACH])
        if adapted.text is None and decision is None:
            return Left(finding, adapted.reason)
        new = adapted.text if adapted.text is not None else new
    if new is None or new == finding.text:
        return None
    write = partial(written, format=file.format, source=file.text)
    edit = source.edit(segment, finding.start, finding.end, new, write)
    if edit is None:
        return Left(finding, "markup stands inside it; change it by hand")
    if not file.has(edit.text):
        return Left(finding, f"the encoding of the file, {file.codec}, has not all letters of {new}")
    return Change(number, finding, new, edit)


def _without_overlaps(changes: list[Change], left: list[Left]) -> Iterator[Change]:
    """The changes that no other one contradicts, by their place.

    A place of the file may be read twice, such as an item within an item; then the same edit comes twice.
    """
    by_place = sorted(changes, key=lambda change: change.edit)
    clashing = {
        edit
        for one, other in pairwise(sorted({change.edit for change in changes}))
        if other.start < one.end
        for edit in (one, other)
    }
    for change in by_place:
        if change.edit in clashing:
            left.append(Left(change.finding, "another correction of the same place contradicts; choose one"))
        else:
            yield change
