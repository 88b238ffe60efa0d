"""A baseline: findings that are known, and so do not fail a check, each with its date, reason and owner.

The file is JSON, one entry a finding, sorted, so that its changes can be reviewed. An entry is met by its
fingerprint, which survives edits elsewhere in the file. One that is met no more is stale: the finding was
mended, and the entry would only hide its return.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from qa.atomic import write_text
from qa.days import NO_DAY, iso_day
from qa.errors import ConfigError, unread
from qa.globs import placed
from qa.model import CheckedDocument, Document, Finding, Need, RuleInfo, Segment, Severity, Suppressed
from qa.wording import counted

# What these rules find in a file may rest on another one, so that one file alone does not show it mended.
ACROSS = ("name-mixed",)
# How a sentence shows that it has what a rule needs of it. Without a band a score is no judgement.
_HAS: dict[Need, Callable[[Segment], bool]] = {
    "source": lambda segment: segment.source is not None,
    "trip": lambda segment: segment.trip is not None,
    "fluency": lambda segment: segment.fluency is not None and segment.fluency.band is not None,
    "agreement": lambda segment: segment.agreement is not None and segment.agreement.band is not None,
}
_MOST_BYTES = 64 * 1024 * 1024
_KEYS = ("fingerprint", "rule", "path", "text", "severity", "date", "reason", "owner")


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding that is known; `date` is the day it was taken in.

    `sourced` says that its sentence had a source, on which it may rest, so that one without shows nothing.
    """

    path: str
    rule: str
    text: str
    fingerprint: str
    severity: Severity
    date: dt.date
    reason: str = ""
    owner: str = ""
    sourced: bool = False

    def age(self, today: dt.date) -> str:
        """How long it is known, in words."""
        return counted(max(0, (today - self.date).days), "day")


@dataclass(slots=True)
class Baseline:
    """The known findings of a file, which of them a run has met, and which it could not have met."""

    path: str
    known: tuple[Known, ...]
    met: set[str] = field(default_factory=set)
    _rules: dict[Known, RuleInfo] = field(default_factory=dict)
    _checked: set[str] = field(default_factory=set)
    _unread: set[str] = field(default_factory=set)
    _had: set[tuple[str, Need]] = field(default_factory=set)
    _unjudged: set[str] = field(default_factory=set)

    def apply(
        self,
        documents: Iterable[CheckedDocument],
        today: dt.date,
        running: Callable[[Known], RuleInfo | None],
    ) -> Iterator[CheckedDocument]:
        """The documents with their known findings suppressed, and notes of what has been met.

        `running` gives the rule of an entry where it runs in the entry's file.
        """
        by_fingerprint = {known.fingerprint: known for known in self.known}
        self._rules = {known: rule for known in self.known if (rule := running(known)) is not None}
        by_need: dict[tuple[str, Need], list[Known]] = defaultdict(list)
        for known, rule in self._rules.items():
            for need in {*rule.needs, *(("source",) if known.sourced else ())}:
                by_need[known.path, need].append(known)
        for checked in documents:
            self._look_at(checked.document, by_need)
            found = {f: by_fingerprint.get(f.fingerprint) for f in checked.findings}
            # A finding that a mark in the file suppresses is still there, so its entry is not stale.
            self.met.update(s.finding.fingerprint for s in checked.suppressed)
            old = [Suppressed(f, "baseline", _told(known, today)) for f, known in found.items() if known]
            self.met.update(one.finding.fingerprint for one in old)
            new = tuple(f for f in checked.findings if found[f] is None)
            yield replace(checked, findings=new, suppressed=(*checked.suppressed, *old)) if old else checked

    def _look_at(self, document: Document, entries: Mapping[tuple[str, Need], Sequence[Known]]) -> None:
        """Note what can be said of the entries of a document's file now; `entries` are those of a file and need."""
        path = placed(document.path, ".")
        whole = {one.stage for one in document.skipped if one.segment is None}
        if document.segments or "reading" not in whole:
            self._checked.add(path)
        elif not document.name:
            # A document without a name is a whole file.
            self._unread.add(path)
        without: dict[Need, list[Segment]] = {
            need: [segment for segment in document.segments if not has(segment)] for need, has in _HAS.items()
        }
        self._had.update((path, need) for need, left in without.items() if len(left) < len(document.segments))
        if "language" in whole:
            without["language"] = list(document.segments)
        else:
            self._had.add((path, "language"))
        for need, left in without.items():
            known = entries.get((path, need), ())
            self._unjudged.update(one.fingerprint for one in known if _may_stand(one, left))

    def stale(self) -> tuple[Known, ...]:
        """Entries of files that were checked, or are gone, for rules that ran, and that nothing has met.

        A rule that needs more than the text, a back-translation say, ran where there was one.
        """
        seen = {path: self._seen(path) for path in {known.path for known in self.known}}
        open_still = self.met | self._unjudged
        return tuple(
            known
            for known, rule in self._rules.items()
            if known.fingerprint not in open_still
            and all(self._able(known, need) for need in rule.needs)
            and (all(seen.values()) if known.rule in ACROSS else seen[known.path])
        )

    def _seen(self, path: str) -> bool:
        return path not in self._unread and (path in self._checked or not os.path.exists(path))

    def _able(self, known: Known, need: Need) -> bool:
        """Whether what an entry's rule needs was there: in its file, or in another one where that is gone."""
        if (known.path, need) in self._had:
            return True
        return not os.path.exists(known.path) and any(had == need for _, had in self._had)

    def notes(self, today: dt.date) -> list[str]:
        """What a run tells about its baseline: how many are known and how old they are, and what is stale."""
        met = [known for known in self.known if known.fingerprint in self.met]
        told = []
        if met:
            oldest = min(met, key=lambda known: known.date)
            told.append(
                f"baseline {self.path}: {_counted(met)} known, the oldest for {oldest.age(today)}"
                f" (since {oldest.date}{f', {oldest.owner}' if oldest.owner else ''})"
            )
        if stale := self.stale():
            told.append(
                f"baseline {self.path}: {len(stale)} stale, the first {stale[0].text!r} in {stale[0].path};"
                " `qa baseline prune` removes them"
            )
        return told


def load(path: str) -> Baseline:
    """Read a baseline; raises `ConfigError` with one line when it is none."""
    try:
        if Path(path).stat().st_size > _MOST_BYTES:
            raise ConfigError(f"{path}: is larger than 64 MiB, which no baseline is; check the path")
        data = json.loads(Path(path).read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such baseline; make it with `qa baseline create`") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {unread(error)}") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: is not valid JSON ({str(error)[:200]}); restore it") from None
    if isinstance(data, dict) and "decisions" in data:
        raise ConfigError(
            f"{path}: holds decisions; `qa baseline add --from {path}` takes them into a baseline"
        )
    if (
        not isinstance(data, dict)
        or data.get("schema_version") != 1
        or not isinstance(data.get("findings"), list)
    ):
        raise ConfigError(f"{path}: is no baseline of schema version 1; make it with `qa baseline create`")
    known = (_known(path, number, item) for number, item in enumerate(data["findings"], 1))
    return Baseline(path, tuple(sorted(replace(one, path=_seen_from_here(path, one.path)) for one in known)))


def save(path: str, known: Iterable[Known]) -> None:
    """Write a baseline, whole or not at all; raises `qa.errors.OutputError`.

    Paths of texts are written as seen from the folder of the file, so that it holds in every folder.
    """
    folder = os.path.dirname(path)
    findings = [
        {
            "fingerprint": one.fingerprint,
            "rule": one.rule,
            "path": placed(one.path, folder),
            "text": one.text,
            "severity": one.severity.value,
            "date": one.date.isoformat(),
            "reason": one.reason,
            "owner": one.owner,
            **({"sourced": True} if one.sourced else {}),
        }
        for one in sorted(known)
    ]
    text = json.dumps({"schema_version": 1, "findings": findings}, ensure_ascii=False, indent=2)
    write_text(path, text.encode("utf-8", "replace").decode() + "\n", parents=True)


def taken(
    documents: Iterable[CheckedDocument], old: Sequence[Known], today: dt.date, reason: str, owner: str
) -> Iterator[Known]:
    """The findings of documents as entries; what was known before keeps its date, reason and owner."""
    before = {known.fingerprint: known for known in old}
    for checked in documents:
        sourced = {segment.id for segment in checked.document.segments if segment.source is not None}
        for finding in checked.findings:
            new = replace(_entry(checked, finding, today, reason, owner), sourced=finding.segment in sourced)
            kept = before.get(finding.fingerprint, new)
            yield replace(new, date=kept.date, reason=kept.reason or reason, owner=kept.owner or owner)


def shown(baseline: Baseline, today: dt.date) -> str:
    """A baseline as lines for the reader: the oldest first, then the sum by severity."""
    lines = [
        f"{known.date} ({known.age(today)}) {known.path} {known.severity.value} {known.rule}: {known.text}"
        + (f" [{known.owner}]" if known.owner else "")
        + (f" {known.reason}" if known.reason else "")
        for known in sorted(baseline.known, key=lambda known: (known.date, known))
    ]
    return "\n".join([*lines, _counted(baseline.known)]) + "\n"


def cut(text: str) -> str:
    """The text of a finding as an entry holds it: bounded, since it is there to be read."""
    return text if len(text) <= 80 else f"{text[:79]}…"


def _may_stand(known: Known, segments: Iterable[Segment]) -> bool:
    """Whether a finding may still stand in one of these segments, since its text does."""
    text = known.text.removesuffix("…")
    return any(text in segment.text or text in (segment.source or "") for segment in segments)


def _seen_from_here(baseline: str, path: str) -> str:
    return path if path == "-" else placed(os.path.join(os.path.dirname(baseline), path), ".")


def _entry(checked: CheckedDocument, finding: Finding, today: dt.date, reason: str, owner: str) -> Known:
    path, text = checked.document.path, cut(finding.text)
    return Known(path, finding.rule, text, finding.fingerprint, finding.severity, today, reason, owner)


def _known(path: str, number: int, item: Any) -> Known:
    if not isinstance(item, dict) or not all(isinstance(item.get(key), str) for key in _KEYS):
        raise ConfigError(f"{path}: entry {number} is not complete; it needs {', '.join(_KEYS)} as texts")
    try:
        severity = Severity(item["severity"])
    except ValueError as error:
        raise ConfigError(f"{path}: entry {number}: {error}") from None
    if (day := iso_day(item["date"])) is None:
        raise ConfigError(f"{path}: entry {number}: {item['date']!r} {NO_DAY}")
    return Known(
        path=item["path"],
        rule=item["rule"],
        text=item["text"],
        fingerprint=item["fingerprint"],
        severity=severity,
        date=day,
        reason=item["reason"],
        owner=item["owner"],
        sourced=item.get("sourced") is True,
    )


def _told(known: Known, today: dt.date) -> str:
    why = ": ".join(part for part in (known.owner, known.reason) if part)
    return f"known since {known.date} ({known.age(today)})" + (f", {why}" if why else "")


def _counted(known: Sequence[Known]) -> str:
    counts = Counter(one.severity for one in known)
    split = ", ".join(f"{counts[s]} {s.value}" for s in reversed(Severity) if counts[s])
    return counted(len(known), "finding") + (f" ({split})" if split else "")
