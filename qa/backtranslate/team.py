"""Several models as one backend: most OPUS-MT models go one way only, and a round trip needs two ways."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa.backtranslate.protocol import BackendInfo, ScoringBackend, Tokens
from qa.backtranslate.specs import local_path
from qa.errors import BackendError, ConfigError


@dataclass(frozen=True, slots=True)
class Team:
    """A `ScoringBackend` of several; the first that covers a direction takes it."""

    info: BackendInfo
    members: tuple[ScoringBackend, ...]

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Have the member for this direction translate."""
        return self._member(source, target).translate(texts, source, target)

    def log_probability(
        self, sources: Sequence[str], targets: Sequence[str], source: str, target: str
    ) -> list[Tokens]:
        """Have the member for this direction score."""
        return self._member(source, target).log_probability(sources, targets, source, target)

    def _member(self, source: str, target: str) -> ScoringBackend:
        for member in self.members:
            if member.info.pairs is None or (source, target) in member.info.pairs:
                return member
        raise BackendError(f"the {self.info.name} backend has no model for {source}-{target}")


def team(spec: str, load: Callable[[str], ScoringBackend]) -> ScoringBackend:
    """Load the model of a spec, or the models of one with commas; a folder's name may hold commas itself.

    Raises `ConfigError` for commas without a model.
    """
    names = [spec] if os.path.exists(local_path(spec)) else [part for part in spec.split(",") if part]
    if not names:
        raise ConfigError(f"{spec!r} names no model; give a folder or an id like Helsinki-NLP/opus-mt-en-de")
    members = tuple(load(name) for name in names)
    if len(members) == 1:
        return members[0]
    pairs = frozenset(pair for member in members for pair in member.info.pairs or ())
    signature = "+".join(member.info.signature for member in members)
    return Team(replace(members[0].info, signature=signature, pairs=pairs), members)
