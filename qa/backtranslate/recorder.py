"""Writing down what a backend says while it works, in the shape that `recorded` reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from qa.atomic import write_text
from qa.backtranslate.protocol import Backend, BackendInfo, ScoringBackend, Tokens


class Recorder:
    """Another backend at work, with every translation written down; `save` keeps them.

    What a cache answers never reaches the backend: record a run without a cache.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._rows: dict[tuple[str, ...], dict[str, object]] = {}

    @property
    def info(self) -> BackendInfo:
        """That of the backend at work."""
        return self._backend.info

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Have the backend translate, and note what it gave."""
        translations = self._backend.translate(texts, source, target)
        for text, translation in zip(texts, translations, strict=False):
            self._note(source, target, text, translation=translation)
        return translations

    def save(self, path: Path) -> None:
        """Write the recording, sorted, in one go: the file is there whole or not at all."""
        rows = [{"recorded": self.info.signature}, *(self._rows[key] for key in sorted(self._rows))]
        write_text(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))

    def _note(self, source: str, target: str, text: str, *more: str, **said: object) -> None:
        row = {"source": source, "target": target, "text": text, **said}
        self._rows[source, target, text, *more] = row


class ScoringRecorder(Recorder):
    """The same for a backend that scores."""

    def __init__(self, backend: ScoringBackend) -> None:
        super().__init__(backend)
        self._scorer = backend

    def log_probability(
        self, sources: Sequence[str], targets: Sequence[str], source: str, target: str
    ) -> list[Tokens]:
        """Have the backend score, and note what it gave."""
        scores = self._scorer.log_probability(sources, targets, source, target)
        for text, wanted, tokens in zip(sources, targets, scores, strict=False):
            self._note(source, target, text, wanted, wanted=wanted, log_probability=tokens)
        return scores


def record(backend: Backend) -> Recorder:
    """Put a recorder around a backend; it scores if the backend does."""
    return ScoringRecorder(backend) if isinstance(backend, ScoringBackend) else Recorder(backend)
