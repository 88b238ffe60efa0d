"""Translations made before, from a file: for tests, and for CI without models or network.

One JSON object a line. A translation: `{"source": "en", "target": "pt", "text": …, "translation": …}`. A
score: `{"source", "target", "text", "wanted": …, "log_probability": [[token, number], …]}`. The first line
may say whose work it is: `{"recorded": SIGNATURE}`. `qa.backtranslate.recorder` writes such files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from qa.backtranslate.protocol import BackendInfo, Tokens
from qa.backtranslate.specs import local_path
from qa.errors import BackendError

_SHAPE = "a JSON object with the strings source, target, text and translation"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A backend that knows what its file holds; a text that is not there comes back empty.

    The keys of `translations` are (source, target, text).
    """

    info: BackendInfo
    translations: Mapping[tuple[str, ...], str]

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Look every text up, to the letter."""
        return [self.translations.get((source, target, text), "") for text in texts]


@dataclass(frozen=True, slots=True)
class RecordedScores(Recorded):
    """The same, of a recording that holds log probabilities, by (source, target, text, wanted)."""

    scores: Mapping[tuple[str, ...], Tokens]

    def log_probability(
        self, sources: Sequence[str], targets: Sequence[str], source: str, target: str
    ) -> list[Tokens]:
        """Look every pair up; one that is not there has no tokens."""
        pairs = zip(sources, targets, strict=True)
        return [self.scores.get((source, target, given, wanted), ()) for given, wanted in pairs]


def describe() -> BackendInfo:
    """The backend before a file is named; it runs everywhere."""
    summary = "translations from a file made before: recorded:FILE.jsonl"
    return BackendInfo("recorded", summary, None, "recorded", frozenset())


def open_recorded(model: str) -> Recorded:
    """Read a recording.

    Raises `BackendError`, with file and line, for a file that cannot be read or a line of another shape.
    """
    path = Path(local_path(model))
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BackendError(f"{path}: the recording cannot be read: {error.strerror}") from error
    signature = f"recorded:{sha256(raw).hexdigest()[:16]}"
    translations: dict[tuple[str, ...], str] = {}
    scores: dict[tuple[str, ...], Tokens] = {}
    pairs: set[tuple[str, str]] = set()
    for number, line in enumerate(raw.split(b"\n"), 1):
        try:
            row = json.loads(line) if line.strip() else None
            if row is None:
                continue
            if "recorded" in row:
                signature += f"|{row['recorded']}"
                continue
            source, target, text = _strings(row, "source", "target", "text")
            if "log_probability" in row:
                (wanted,) = _strings(row, "wanted")
                scores[source, target, text, wanted] = _tokens(row["log_probability"])
            else:
                (translations[source, target, text],) = _strings(row, "translation")
                pairs.add((source, target))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise BackendError(
                f"{path}:{number}: expected {_SHAPE} ({type(error).__name__}: {error})"
            ) from error
    reads = frozenset(source for source, target, *_ in scores if source == target)
    info = BackendInfo(
        "recorded", f"translations from {path}", None, signature, frozenset(pairs), reads=reads
    )
    return RecordedScores(info, translations, scores) if scores else Recorded(info, translations)


def _strings(row: Mapping[str, object], *names: str) -> list[str]:
    values = [row[name] for name in names]
    strings = [value for value in values if isinstance(value, str)]
    if len(strings) != len(names):
        raise TypeError(f"{', '.join(names)} must be strings")
    return strings


def _tokens(rows: Sequence[tuple[str, float]]) -> Tokens:
    return tuple((str(token), float(number)) for token, number in rows)
