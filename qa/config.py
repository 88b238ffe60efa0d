"""What a user can set: one frozen value that travels with every document to every worker."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from qa.model import Severity


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one run; the defaults are those of `qa check` without options.

    `select` empty means every rule; `severities` holds (rule, severity) overrides and `thresholds`
    (name, number) overrides, both sorted. `day` is the day by which dated glossary forms are judged when a
    document carries no date of its own; None judges by every day.
    """

    source_lang: str | None = None
    target_lang: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    thresholds: tuple[tuple[str, float], ...] = ()
    fail_on: Severity | None = Severity.MAJOR
    day: dt.date | None = None

    def runs(self, rule: str) -> bool:
        """Whether a rule is to run: selected (or nothing is selected) and not ignored."""
        return rule not in self.ignore and (not self.select or rule in self.select)

    def severity(self, rule: str, default: Severity) -> Severity:
        """Severity of a rule's findings, overridden or default."""
        return dict(self.severities).get(rule, default)

    def threshold(self, name: str, default: float) -> float:
        """A numeric setting, overridden or default."""
        return dict(self.thresholds).get(name, default)
