"""Backends that behave, and backends that do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from qa.backtranslate.protocol import BackendInfo, Pairs
from qa.model import Anchor, Document, Segment

EN_PT: Pairs = frozenset({("en", "pt"), ("pt", "en")})


def info(pairs: Pairs | None = EN_PT, name: str = "fake") -> BackendInfo:
    return BackendInfo(name, "for tests", None, f"{name}|1", pairs)


@dataclass
class Fake:
    """Translates with `answer`; remembers every call."""

    answer: Callable[[list[str]], list[str]] = lambda texts: [f"<{text}>" for text in texts]
    pairs: Pairs | None = EN_PT
    calls: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)

    @property
    def info(self) -> BackendInfo:
        return info(self.pairs)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        self.calls.append((source, target, tuple(texts)))
        return self.answer(list(texts))


@dataclass
class Scoring(Fake):
    """Scores every word with minus its length, the end mark with -1."""

    scored: list[tuple[str, str, str, str]] = field(default_factory=list)

    def log_probability(
        self, sources: Sequence[str], targets: Sequence[str], source: str, target: str
    ) -> list[tuple[tuple[str, float], ...]]:
        self.scored += [(source, target, a, b) for a, b in zip(sources, targets, strict=True)]
        return [(*((f"▁{w}", -float(len(w))) for w in text.split()), ("</s>", -1.0)) for text in targets]


def document(*texts: str | tuple[str, str], lang: str | None = "en", source: str | None = None) -> Document:
    """A document of segments; a pair is (target, source)."""
    pairs = [(text, None) if isinstance(text, str) else text for text in texts]
    segments = tuple(
        Segment(f"s{n}", text, (Anchor(0, n, 1),), source=original)
        for n, (text, original) in enumerate(pairs, 1)
    )
    return Document("news.txt", segments, source_lang=source, target_lang=lang)
