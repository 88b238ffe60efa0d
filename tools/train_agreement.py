"""Calibrate the agreement score in `qa/data/fluency/weights.json`, and measure what it finds.

    python tools/train_agreement.py --work build/fluency [--pairs 700] [--measure]

Good pairs are human translations from Debian's handbook (`agreement_corpus`); nothing is learnt but what is
usual in them. `--measure` tells how much damage falls below the worst tenth of good pairs, on sentences of
the history of Debian, which takes no part in calibrating.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from agreement_corpus import Pair, handbook, history
from fluency_fit import percentiles, scaled, standard
from fluency_sample import trips
from train_fluency import engine, write

from qa.backtranslate import Backend, Cache, open_backend
from qa.fluency.agreement import LEGS, agreement, agreement_signals
from qa.fluency.signals import Signals, word_count
from qa.model import RoundTrip

NAMES = tuple(name for names in LEGS.values() for name in names)
_NEGATIONS = {
    "en": re.compile(r"\b(?:not|never)\s|n't\b|\bno (?=\w)", re.IGNORECASE),
    "pt": re.compile(r"\b(?:não|nunca|nem)\s", re.IGNORECASE),
}
_NAMES = (
    "Kenya Boston Miller Garcia Vienna Toyota Lisbon Peru Johnson Google Congress Tokyo Anna Osaka".split()
)


def main() -> None:
    """Translate and score good pairs in both directions, calibrate, and measure if asked to."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--work", type=Path, default=Path("build/fluency"))
    options.add_argument("--pairs", type=int, default=700)
    options.add_argument("--measure", action="store_true")
    options.add_argument("--output", type=Path, default=Path("qa/data/fluency/weights.json"))
    given = options.parse_args()
    backend, cache = open_backend("embedded"), Cache(given.work / "trips.sqlite")
    pairs = handbook(given.work)
    random.Random(5).shuffle(pairs)
    for source, target in (("pt", "en"), ("en", "pt")):
        if given.measure:
            measure(history(given.work), source, target, backend, cache)
        else:
            entry = calibrate(pairs[: given.pairs], source, target, backend, cache)
            entry |= {"engine": engine(backend), "direction": f"{target}-{source}", "kind": "agreement"}
            write(given.output, entry)


def sides(pairs: Sequence[Pair], source: str) -> tuple[list[str], list[str]]:
    """Sources and targets of (English, Portuguese) pairs."""
    at = 0 if source == "en" else 1
    return [pair[at] for pair in pairs], [pair[1 - at] for pair in pairs]


def source_trips(
    sources: Sequence[str], targets: Sequence[str], source: str, target: str, backend: Backend, cache: Cache
) -> list[RoundTrip | None]:
    """The trip target → source of every pair."""
    found: list[RoundTrip | None] = []
    for start in range(0, len(sources), 300):
        part = slice(start, start + 300)
        made = trips(targets[part], backend, cache, source=sources[part], lang=target, source_lang=source)
        found += [next((trip for trip in some if trip.kind == "source"), None) for some in made]
        print(f"{source}-{target}: {len(found)} of {len(sources)}", flush=True)
    return found


def calibrate(
    pairs: Sequence[Pair], source: str, target: str, backend: Backend, cache: Cache
) -> dict[str, object]:
    """Centre and spread of every signal, equal weights within a leg, and percentiles of the worst leg."""
    sources, targets = sides(pairs, source)
    made = source_trips(sources, targets, source, target, backend, cache)
    kept: list[tuple[str, Signals]] = [
        (t, agreement_signals(s, t, trip)) for s, t, trip in zip(sources, targets, made, strict=True) if trip
    ]
    values = [one for _, one in kept]
    centre, spread = standard(values, NAMES)
    table = scaled(values, NAMES, centre, spread)
    # A leg's sum has the spread of one signal, whatever the number of its signals.
    weights = {name: 1 / len(names) for names in LEGS.values() for name in names}
    for names in LEGS.values():
        columns = [NAMES.index(name) for name in names]
        width = float(np.percentile(np.abs(table[:, columns].mean(axis=1)), 50)) * 1.4826
        weights |= {name: 1 / len(names) / width for name in names}
    shares = table * np.array([weights[name] for name in NAMES])
    legs = [shares[:, [NAMES.index(name) for name in names]].sum(axis=1) for names in LEGS.values()]
    numbers = zip(NAMES, centre, spread, (weights[name] for name in NAMES), strict=True)
    return {
        "signals": {n: [round(float(x), 4) for x in (c, s, w)] for n, c, s, w in numbers},
        "buckets": percentiles(np.min(legs, axis=0), [word_count(text) for text, _ in kept]),
        "origin": f"{len(kept)} human translations of debian-handbook",
    }


def measure(pairs: Sequence[Pair], source: str, target: str, backend: Backend, cache: Cache) -> None:
    """Print the share of damaged pairs below the 10th percentile of the undamaged ones, by kind."""
    rng = random.Random(3)
    sources, targets = sides(pairs, source)
    cases = [("good", s, t) for s, t in zip(sources, targets, strict=True)]
    for s, t in zip(sources, targets, strict=True):
        cases += [(kind, s, bad) for kind, bad in spoilt(t, target, targets, rng) if bad and bad != t]
    made = source_trips([c[1] for c in cases], [c[2] for c in cases], source, target, backend, cache)
    scores: dict[str, list[float]] = {}
    for (kind, s, t), trip in zip(cases, made, strict=True):
        if trip:
            scores.setdefault(kind, []).append(agreement(s, t, trip).score)
    good = np.array(scores.pop("good"))
    line = float(np.percentile(good, 10))
    print(
        f"{source}-{target}: {len(good)} good pairs, worst tenth below {line:.1f};"
        f" poor {np.mean(good < 40):.3f}, review or poor {np.mean(good < 60):.3f}"
    )
    for kind, values in sorted(scores.items()):
        found = np.array(values)
        print(
            f"  {kind}: {np.mean(found < line):.2f} of {len(found)} below that; poor {np.mean(found < 40):.2f}"
        )


def spoilt(text: str, lang: str, others: Sequence[str], rng: random.Random) -> list[tuple[str, str | None]]:
    """The text damaged in each way; None where a way does not apply."""
    words = text.split()
    near = sorted(others, key=lambda other: (abs(len(other) - len(text)), other))
    wrong = rng.choice([other for other in near[:20] if other != text])
    names = [i for i in range(1, len(words)) if re.fullmatch(r"[A-Z][a-zà-ÿ]{2,}[,.]?", words[i])]
    renamed, digits = list(words), list(re.finditer(r"\d+", text))
    if names:
        at = rng.choice(names)
        tail = words[at][-1] if words[at][-1] in ",." else ""
        renamed[at] = rng.choice(_NAMES) + tail
    number = None
    if digits:
        at = rng.choice(digits)
        number = f"{text[: at.start()]}{int(at[0]) + rng.choice((1, 3, 10))}{text[at.end() :]}"
    return [
        ("truncated", " ".join(words[: max(3, len(words) * 3 // 5)]) if len(words) > 7 else None),
        ("wrong sentence", wrong),
        ("name replaced", " ".join(renamed) if names else None),
        ("negation lost", _NEGATIONS[lang].sub("", text, count=1)),
        ("number changed", number),
    ]


if __name__ == "__main__":
    main()
