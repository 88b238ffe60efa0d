"""What only the documents of a run together can tell: one name that they write in two ways.

Documents are let go in the order they came. A few are held back, so that in a small run every document is seen
before the first is judged, and in a feed without end only the next ones; memory grows with neither.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from qa.checks import name_mixed
from qa.config import Config
from qa.fingerprints import place, with_fingerprints
from qa.model import CheckedDocument, Finding
from qa.names.mixed.across import Spellings, drift_across
from qa.suppress import suppress

HELD = 50  # documents that are held back at most
LETTERS = 500_000  # letters of their texts at most


class Checked(NamedTuple):
    """A checked document with the names in it that no entry covers: folded, each with the way it is written."""

    document: CheckedDocument
    names: Mapping[str, str]


def through(checked: Iterable[Checked], config: Config) -> Iterator[CheckedDocument]:
    """Documents in the same order, with findings about names that others of the run write in another way."""
    met: dict[str, Spellings] = {}
    held: deque[Checked] = deque()
    letters = 0
    for one in checked:
        if one.names and config.at(one.document.document.path).runs(name_mixed.INFO.id):
            _spellings(met, one).meet(one.names)
        held.append(one)
        letters += _letters(one)
        while held and (not held[0].names or len(held) > HELD or letters > LETTERS):
            letters -= _letters(held[0])
            yield _judged(held.popleft(), met, config)
    while held:
        yield _judged(held.popleft(), met, config)


def with_severity(finding: Finding, config: Config) -> Finding:
    """The finding as grave as the configuration says; mostly it says nothing, and a copy costs."""
    severity = config.severity(finding.rule, finding.severity)
    return finding if severity is finding.severity else replace(finding, severity=severity)


def _spellings(met: dict[str, Spellings], one: Checked) -> Spellings:
    lang = one.document.document.target_lang or "und"
    return met.setdefault(lang.partition("-")[0], Spellings(lang))


def _letters(one: Checked) -> int:
    return sum(len(s.text) + len(s.source or "") for s in one.document.document.segments)


def _judged(one: Checked, met: dict[str, Spellings], config: Config) -> CheckedDocument:
    """The document with what the others say about it."""
    checked, document = one.document, one.document.document
    config = config.at(document.path)
    if not one.names or not config.runs(name_mixed.INFO.id):
        return checked
    known = {(f.segment, f.start) for f in (*checked.findings, *(s.finding for s in checked.suppressed))}
    found = [
        with_severity(f, config)
        for f in name_mixed.across(document, drift_across(document, one.names, _spellings(met, one)))
        if (f.segment, f.start) not in known
    ]
    if not found:
        return checked
    named = with_fingerprints(document, sorted(found, key=place), config.root)
    kept, suppressed = suppress(document, named, inline=config.inline, quotes=config.quotes)
    return replace(
        checked,
        findings=tuple(sorted((*checked.findings, *kept), key=place)),
        suppressed=(*checked.suppressed, *suppressed),
    )
