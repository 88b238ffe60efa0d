"""What a baseline takes over from an editor's decisions: the findings that were dismissed, with the reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from qa.baseline import Known, cut
from qa.decisions import Decision, Decisions
from qa.model import Severity

_SEVERITIES = frozenset(severity.value for severity in Severity)


class Dismissed(NamedTuple):
    """What decisions bring: new entries, how many were known already, and what was left out and why."""

    new: tuple[Known, ...]
    same: int
    left: tuple[str, ...]


def dismissed(
    files: Iterable[Decisions], old: Iterable[Known], today: dt.date, reason: str, owner: str
) -> Dismissed:
    """The findings that an editor dismissed as entries; `reason` is that of those dismissed without one.

    What is known already stays as it is: neither its date nor its reason is ever written over.
    """
    known = {one.fingerprint for one in old}
    new: dict[str, Known] = {}
    same, left = 0, []
    for file in files:
        for decision in file.decisions:
            if decision.accepted:
                continue
            why = decision.reason.strip() or reason
            if decision.fingerprint in known or decision.fingerprint in new:
                same += 1
            elif not why:
                left.append(f"{file.document}: {_shown(decision)} was dismissed without a reason")
            # A translation that is missing has no text, but a severity it has.
            elif decision.severity not in _SEVERITIES:
                left.append(
                    f"{file.document}: {decision.rule} has no text and severity; save the decisions again"
                )
            else:
                new[decision.fingerprint] = _decided(file.document, decision, today, why, owner)
    return Dismissed(tuple(sorted(new.values())), same, tuple(left))


def _shown(decision: Decision) -> str:
    return f"“{cut(decision.text)}”" if decision.text else decision.rule


def _decided(path: str, decision: Decision, today: dt.date, reason: str, owner: str) -> Known:
    severity = Severity(decision.severity)
    text = cut(decision.text)
    return Known(path, decision.rule, text, decision.fingerprint, severity, today, reason, owner)
