"""How much damage the agreement score finds, on pairs that took no part in making it.

    python tools/measure_agreement.py --work build/fluency [--show]

On the news-like sentences in `benchmarks/data/news_en_pt.tsv` and on the history of Debian, in both
directions: the share of each kind of damage below the worst tenth of the undamaged pairs; the shares in the
bands; and how many undamaged pairs are marked.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from agreement_corpus import Pair, history
from train_agreement import cases, source_trips
from train_fluency import THREADS

from qa.backtranslate import Backend, Cache, open_backend
from qa.fluency.agreement import agreement
from qa.fluency.weights import POOR, REVIEW

NEWS = Path(__file__).parents[1] / "benchmarks" / "data" / "news_en_pt.tsv"


def main() -> None:
    """Print the figures of both sets."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--work", type=Path, default=Path("build/fluency"))
    options.add_argument("--show", action="store_true", help="print the undamaged pairs that are marked")
    given = options.parse_args()
    backend, cache = open_backend("embedded", threads=THREADS), Cache(given.work / "trips.sqlite")
    rows = [line.split("\t") for line in NEWS.read_text("utf-8").splitlines()[1:]]
    for name, pairs in (("news", [(a, b) for a, b in rows]), ("history", history(given.work))):
        for source, target in (("pt", "en"), ("en", "pt")):
            print(f"{name}, {source} to {target}:")
            measure(pairs, source, target, backend, cache, show=given.show)


def measure(
    pairs: Sequence[Pair], source: str, target: str, backend: Backend, cache: Cache, *, show: bool
) -> None:
    """Print the figures of one set in one direction."""
    some = cases(pairs, source, target)
    scores: dict[str, list[float]] = {}
    for (kind, s, t), trip in zip(some, source_trips(some, source, target, backend, cache), strict=True):
        if trip:
            found = agreement(s, t, trip)
            scores.setdefault(kind, []).append(found.score)
            if show and kind == "good" and found.score < REVIEW:
                print(f"  {found.score:.0f} {s} | {t} | {' '.join(found.reasons)}")
    good = np.array(scores.pop("good"))
    line = float(np.percentile(good, 10))
    marked, poor = np.mean(good < REVIEW), np.mean(good < POOR)
    print(f"  {len(good)} undamaged: {marked:.3f} in review or poor, {poor:.3f} in poor; line at {line:.1f}")
    for kind, values in sorted(scores.items()):
        bad = np.array(values)
        print(
            f"  {kind}: {np.mean(bad < line):.2f} of {len(bad)} below the line;"
            f" {np.mean(bad < REVIEW):.2f} in review or poor, {np.mean(bad < POOR):.2f} in poor"
        )


if __name__ == "__main__":
    main()
