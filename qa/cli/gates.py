"""What lets a finding pass: it was known before, or it stands in lines that have not changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from qa.baseline import Baseline, Known, load
from qa.changes import Changes, changes_since
from qa.checks import running
from qa.cli.opened import day
from qa.config import Config
from qa.model import CheckedDocument, RuleInfo
from qa.wording import counted


@dataclass(slots=True)
class Gates:
    """The baseline and the changes of a run, where they were asked for."""

    baseline: Baseline | None
    changes: Changes | None
    today: dt.date
    unchanged: int = 0

    @classmethod
    def open(
        cls,
        baseline: Path | None,
        revision: str | None,
        today: str | None,
        paths: Sequence[str],
        pair: tuple[Path, str] | None = None,
    ) -> Gates:
        """Read the baseline and ask git, before any work is done; `pair` is a source text and its translation."""
        known = load(str(baseline)) if baseline is not None else None
        changes = changes_since(revision, paths) if revision is not None else None
        if changes is not None and pair is not None:
            changes = changes.beside(str(pair[0]), pair[1])
        return cls(known, changes, day(today))

    @property
    def changed(self) -> Callable[[str], bool] | None:
        """Tells whether a file has changed; None where that is no matter."""
        return self.changes.has if self.changes is not None else None

    def through(self, documents: Iterable[CheckedDocument], config: Config) -> Iterator[CheckedDocument]:
        """The documents with the findings that count."""
        if self.changes is not None:
            documents = self._only_changed(documents, self.changes)
        if self.baseline is not None:
            documents = self.baseline.apply(documents, self.today, partial(self._running, config))
        return iter(documents)

    def _running(self, config: Config, known: Known) -> RuleInfo | None:
        # Where only changed lines are looked at, an entry that is not met says nothing.
        return running(known.rule, known.path, config) if self.changes is None else None

    def _only_changed(
        self, documents: Iterable[CheckedDocument], changes: Changes
    ) -> Iterator[CheckedDocument]:
        for checked in documents:
            only = changes.only(checked)
            self.unchanged += len(checked.findings) - len(only.findings)
            yield only

    def notes(self) -> list[str]:
        """What is to be told about what was let pass."""
        told = []
        if self.changes is not None:
            others = f"{counted(self.unchanged, 'finding')} {'stands' if self.unchanged == 1 else 'stand'}"
            told.append(
                f"only lines changed since {self.changes.revision} are reported;"
                f" {others} in other lines of these files"
            )
        if self.baseline is not None:
            told += self.baseline.notes(self.today)
        return told
