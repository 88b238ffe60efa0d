"""What an editor decided in the HTML report, as far as it matters for correcting a file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from qa import decisions


class Decision(NamedTuple):
    """What to do with a finding: write `text` (None is by hand), or leave it."""

    accepted: bool
    text: str | None


def load_decisions(path: Path) -> dict[str, Decision]:
    """Decisions by fingerprint; raises `ConfigError` with one line where the file holds none."""
    taken = decisions.load_decisions(path).decisions
    return {one.fingerprint: Decision(one.accepted, one.suggestion) for one in taken}
