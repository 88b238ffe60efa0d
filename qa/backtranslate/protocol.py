"""What a back-translation backend is: something that translates lines, and may be able to score them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

Pairs = frozenset[tuple[str, str]]
# The tokens of a text with their natural-log probabilities, the end mark included.
Tokens = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class BackendInfo:
    """A backend as `qa backends` lists it.

    `signature` names engine, version, model and every setting that changes the output, so that a cache entry
    made under one signature is never used under another. `pairs` holds the (source, target) base-language
    pairs, None when any pair may be asked for. `reason` says why the backend cannot run here, None if it can.
    `reads` holds the languages whose texts a `ScoringBackend` can judge by themselves (see there).
    `batch` is the number of texts to hand over at a time: enough to keep it busy, few enough to lose.
    """

    name: str
    summary: str
    extra: str | None
    signature: str
    pairs: Pairs | None
    reason: str | None = None
    reads: frozenset[str] = frozenset()
    batch: int = 64


@runtime_checkable
class Backend(Protocol):
    """Translates lines; raises `qa.errors.BackendError` when it cannot go on."""

    @property
    def info(self) -> BackendInfo:
        """Name, signature and language pairs."""
        ...

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate every text; returns exactly as many, in the same order."""
        ...


@runtime_checkable
class ScoringBackend(Backend, Protocol):
    """A backend that can also tell how likely a given translation is."""

    def log_probability(
        self, sources: Sequence[str], targets: Sequence[str], source: str, target: str
    ) -> list[Tokens]:
        """For each pair, the (token, natural-log probability) of every target token, end mark included.

        With source and target one language of `info.reads`, and the texts given twice: how likely each token
        stands where it belongs, the end mark for the whole.
        """
        ...
