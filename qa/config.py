"""What a user can set: one frozen value that travels with every document to every worker."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import reduce
from typing import TypeVar

from qa.globs import meant, placed
from qa.model import Severity, Side

_T = TypeVar("_T")

# Every number that a check asks for, with the range it must lie in; a test holds the table and the checks
# together.
THRESHOLDS: dict[str, tuple[float, float]] = {
    "name-unlisted.sure": (0.0, 1.0),
}


@dataclass(frozen=True, slots=True)
class Override:
    """Settings for the files that `paths` mean; None leaves a setting as it is.

    `severities` and `thresholds` are added to those that hold everywhere, all others take their place.
    """

    paths: tuple[str, ...]
    source_lang: str | None = None
    target_lang: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severities: tuple[tuple[str, Severity], ...] = ()
    thresholds: tuple[tuple[str, float], ...] = ()
    quotes: tuple[str, ...] | None = None
    inline: bool | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one run; the defaults are those of `qa check` without options.

    `select` empty means every rule; `severities` holds (rule, severity) overrides and `thresholds`
    (name, number) overrides, both sorted. `day` is the day by which dated glossary forms are judged when a
    document carries no date of its own; None judges by every day. `quotes` are the rules that leave
    quotations alone; `inline` says whether marks in the files count. Paths of `overrides` are relative to
    the folder `root`.
    """

    source_lang: str | None = None
    target_lang: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    thresholds: tuple[tuple[str, float], ...] = ()
    fail_on: Severity | None = Severity.MAJOR
    day: dt.date | None = None
    quotes: tuple[str, ...] = ()
    inline: bool = True
    overrides: tuple[Override, ...] = ()
    root: str = "."

    @property
    def given(self) -> tuple[Side, ...]:
        """The sides whose language the user names, so that what a file says of it is not needed."""
        named: dict[Side, str | None] = {"source": self.source_lang, "target": self.target_lang}
        return tuple(side for side, lang in named.items() if lang is not None)

    def runs(self, rule: str) -> bool:
        """Whether a rule is to run: selected (or nothing is selected) and not ignored."""
        return rule not in self.ignore and (not self.select or rule in self.select)

    def severity(self, rule: str, default: Severity) -> Severity:
        """Severity of a rule's findings, overridden or default."""
        return dict(self.severities).get(rule, default)

    def threshold(self, name: str, default: float) -> float:
        """A numeric setting, overridden or default."""
        return dict(self.thresholds).get(name, default)

    def at(self, path: str) -> Config:
        """The settings that hold for one file."""
        if not self.overrides or path == "-":
            return self
        place = placed(path, self.root)
        fitting = (o for o in self.overrides if meant(place, o.paths))
        return reduce(_overridden, fitting, self)


def _chosen(new: _T | None, old: _T) -> _T:
    return old if new is None else new


def _overridden(config: Config, override: Override) -> Config:
    return replace(
        config,
        source_lang=_chosen(override.source_lang, config.source_lang),
        target_lang=_chosen(override.target_lang, config.target_lang),
        select=_chosen(override.select, config.select),
        ignore=_chosen(override.ignore, config.ignore),
        severities=tuple(sorted({**dict(config.severities), **dict(override.severities)}.items())),
        thresholds=tuple(sorted({**dict(config.thresholds), **dict(override.thresholds)}.items())),
        quotes=_chosen(override.quotes, config.quotes),
        inline=_chosen(override.inline, config.inline),
        day=_chosen(override.day, config.day),
    )
