"""The training sample: good sentences, the same sentences damaged more or less, and how bad each one is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from damage import KINDS, damage

from qa.backtranslate import Backend, Cache, round_trips
from qa.fluency.overlap import chrf
from qa.model import Anchor, Document, RoundTrip, Segment


@dataclass(frozen=True, slots=True)
class Item:
    """A text, the number of the good sentence it comes from, what was done, and how far it is from good.

    `severity` is 0 for a good sentence, else 1 - chrF against what it should read, from 0 to 1.
    """

    text: str
    group: int
    kind: str
    severity: float


def sample(good: Sequence[str], backend: Backend, seed: int) -> list[Item]:
    """Each good sentence, one copy with a single damage, and one with several or with bad translation."""
    rng = random.Random(seed)
    items = [Item(text, n, "good", 0.0) for n, text in enumerate(good)]
    for n, text in enumerate(good):
        if one := _damaged(text, 1, rng):
            items.append(Item(one[0], n, one[1], _severity(one[0], text)))
        if n % 2 and (many := _damaged(text, rng.randint(2, 6), rng)):
            items.append(Item(many[0], n, "several", _severity(many[0], text)))
    return items + _mistranslated(list(enumerate(good))[::2], backend, rng)


def _severity(text: str, good: str) -> float:
    return round(1 - chrf(text, good) / 100, 4)


def _damaged(text: str, times: int, rng: random.Random) -> tuple[str, str] | None:
    name, now = "", text
    for _ in range(times):
        for kind in rng.sample(KINDS, len(KINDS)):
            if done := damage(now, kind, rng):
                name, now = kind.__name__, done
                break
    return (now, name) if now != text else None


def _mistranslated(good: Sequence[tuple[int, str]], backend: Backend, rng: random.Random) -> list[Item]:
    """What a bad translator writes: the pivot is spoilt before it is translated back.

    Measured against the translation of the unspoilt pivot, so that the engine's own manner counts as good.
    """
    pivots = backend.translate([text for _, text in good], "en", "pt")
    spoilt = [_spoil(pivot, rng) for pivot in pivots]
    fair, bad = backend.translate(pivots, "pt", "en"), backend.translate(spoilt, "pt", "en")
    return [
        Item(b, n, "mistranslated", _severity(b, f))
        for (n, _), f, b in zip(good, fair, bad, strict=True)
        if b.strip() and b != f
    ]


def _spoil(pivot: str, rng: random.Random) -> str:
    words = pivot.split()
    for _ in range(rng.randint(1, max(2, len(words) // 4))):
        i, j = rng.randrange(len(words)), rng.randrange(len(words))
        way = rng.random()
        if way < 0.4 and len(words[i]) > 4 and len(words[j]) > 4:
            words[i] = (
                words[i][: rng.randint(2, len(words[i]) - 1)] + words[j][rng.randint(1, len(words[j]) - 2) :]
            )
        elif way < 0.6:
            words[i], words[j] = words[j], words[i]
        elif way < 0.8 and len(words) > 5:
            del words[i]
        else:
            words[i] = words[j]
    return " ".join(words)


def trips(
    texts: Sequence[str],
    backend: Backend,
    cache: Cache,
    source: Sequence[str | None] = (),
    lang: str = "en",
    source_lang: str | None = None,
) -> list[tuple[RoundTrip, ...]]:
    """The round trips of every text, as `qa check` would make them; empty where there is none."""
    sources = source or [None] * len(texts)
    segments = tuple(
        Segment(f"s{n}", text, (Anchor(0, n + 1, 1),), source=s)
        for n, (text, s) in enumerate(zip(texts, sources, strict=True))
    )
    (done,) = round_trips(
        [Document("-", segments, source_lang=source_lang, target_lang=lang)], backend, cache
    )
    return [segment.trips for segment in done.segments]
