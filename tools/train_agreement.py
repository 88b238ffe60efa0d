"""Weigh and calibrate the agreement score in `qa/data/fluency/weights.json`.

    python tools/train_agreement.py --work build/fluency [--fit 700] [--calibrate 1000]

Good pairs are human translations from Debian's handbook (`agreement_corpus`), bad ones the same pairs damaged
(`agreement_damage`). Each leg learns to tell good pairs from the damage that it is to see; the percentiles are
taken from good pairs that no leg has learnt from. `measure_agreement` tells how well it does elsewhere. Needs
the `embedded` extra and apt; takes ten minutes on two cores, less when run again.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from agreement_corpus import Pair, handbook
from agreement_damage import damaged
from fluency_fit import log_odds, percentiles, scaled, standard
from train_fluency import THREADS, engine, write

from qa.backtranslate import Backend, Cache, open_backend, plan
from qa.backtranslate.desk import Desk
from qa.backtranslate.orders import Order
from qa.backtranslate.pieces import cut
from qa.backtranslate.run import through
from qa.fluency.pair_signals import LEGS, agreement_signals
from qa.fluency.signals import Signals, word_count
from qa.fluency.weights import CLIP_OF_LEGS, calibration
from qa.model import RoundTrip

# What each leg is to see. The numbers need no leg.
_ANY = ("wrong sentence", "truncated", "added", "name replaced", "negation lost", "negation added")
DAMAGE: Mapping[str, tuple[str, ...]] = {
    "words": _ANY,
    "source": _ANY,
    "target": _ANY,
    "short": ("truncated",),
    "long": ("added",),
    "names": ("name replaced",),
    "negation": ("negation lost", "negation added"),
}
# Signals of which more is worse.
_AGAINST = ("longer", "negation:back")
PULL = 0.01
SEED = 3
Case = tuple[str, str, str]
"""(kind, source, target)"""


def main() -> None:
    """Translate and score in both directions, weigh, calibrate, write."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--work", type=Path, default=Path("build/fluency"))
    options.add_argument("--fit", type=int, default=700, help="pairs to learn from")
    options.add_argument("--calibrate", type=int, default=1000, help="pairs for the percentiles")
    options.add_argument("--output", type=Path, default=Path("qa/data/fluency/weights.json"))
    given = options.parse_args()
    backend, cache = open_backend("embedded", threads=THREADS), Cache(given.work / "trips.sqlite")
    pairs = handbook(given.work)
    random.Random(5).shuffle(pairs)
    fit, rest = pairs[: given.fit], pairs[given.fit : given.fit + given.calibrate]
    for source, target in (("pt", "en"), ("en", "pt")):
        found = measured(cases(fit, source, target), source, target, backend, cache)
        entry: dict[str, object] = {"legs": legs(found)}
        good = measured([("good", *pair) for pair in sides(rest, source)], source, target, backend, cache)
        entry |= calibrate(entry["legs"], good)
        entry["origin"] = f"{len(found)} and {len(good)} pairs of debian-handbook"
        entry |= {"engine": engine(backend), "direction": f"{target}-{source}", "kind": "agreement"}
        write(given.output, entry)


def sides(pairs: Sequence[Pair], source: str) -> list[tuple[str, str]]:
    """(source, target) of (English, Portuguese) pairs."""
    return [pair if source == "en" else pair[::-1] for pair in pairs]


def cases(pairs: Sequence[Pair], source: str, target: str) -> list[Case]:
    """Every pair as it is, and damaged in every way that applies."""
    rng = random.Random(SEED)
    turned = sides(pairs, source)
    targets = [t for _, t in turned]
    found = [("good", s, t) for s, t in turned]
    for s, t in turned:
        found += [(kind, s, bad) for kind, bad in damaged(t, s, target, targets, rng)]
    return found


def source_trips(
    some: Sequence[Case], source: str, target: str, backend: Backend, cache: Cache
) -> list[RoundTrip | None]:
    """The trip target → source of every case, None where there is none."""
    (way, *_) = plan(target, source, backend.info).trips
    desk = Desk(backend, cache, lambda count: None)
    found: list[RoundTrip | None] = []
    for start in range(0, len(some), 500):
        part = some[start : start + 500]
        orders = [Order((0, n), way, cut(t, target), cut(s, source)) for n, (_, s, t) in enumerate(part)]
        found += [next(iter(made), None) for _, made, _ in through(desk, orders, backend.info.signature)]
        print(f"{source}-{target}: {len(found)} of {len(some)}", flush=True)
    return found


def measured(
    some: Sequence[Case], source: str, target: str, backend: Backend, cache: Cache
) -> list[tuple[Case, Signals]]:
    """Cases with their signals; one that could not be translated is left out."""
    made = source_trips(some, source, target, backend, cache)
    return [
        (case, agreement_signals(case[1], case[2], trip))
        for case, trip in zip(some, made, strict=True)
        if trip
    ]


def legs(found: Sequence[tuple[Case, Signals]]) -> dict[str, object]:
    """Each leg's signals, weighed by its damage; good pairs and each kind of damage count alike."""
    made: dict[str, object] = {}
    good = [values for (kind, _, _), values in found if kind == "good"]
    for leg, names in LEGS.items():
        kinds = ("good", *DAMAGE[leg])
        rows = [(case[0], values) for case, values in found if case[0] in kinds]
        count = Counter(kind for kind, _ in rows)
        centre, spread = standard(good, names)
        sense = np.array([-1.0 if name in _AGAINST else 1.0 for name in names])
        table = scaled([values for _, values in rows], names, centre, spread, CLIP_OF_LEGS) * sense
        fine = np.array([kind == "good" for kind, _ in rows])
        share = np.array([1 / count[k] if k == "good" else 1 / count[k] / len(DAMAGE[leg]) for k, _ in rows])
        weights, start = log_odds(table, fine, share, PULL)
        numbers = zip(names, centre, spread, weights * sense, strict=True)
        signals = {n: [round(float(x), 4) for x in (c, s, w)] for n, c, s, w in numbers}
        made[leg] = {"start": round(start, 4), "signals": signals}
        print(leg, made[leg], flush=True)
    return made


def calibrate(legs: object, good: Sequence[tuple[Case, Signals]]) -> dict[str, object]:
    """Percentiles of the worst leg over good pairs, by length."""
    known = calibration({"legs": legs, "buckets": [], "origin": ""})
    totals = [min((known.sums(values) or {}).values()) for _, values in good]
    return {"buckets": percentiles(np.array(totals), [word_count(target) for (_, _, target), _ in good])}


if __name__ == "__main__":
    main()
