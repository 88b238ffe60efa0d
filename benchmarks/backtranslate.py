"""Speed of back-translation against the bare engines, and agreement of its scores with the models' own.

Usage: python benchmarks/backtranslate.py [SENTENCES]    (400 if none are given)
Prints one line a measure, with its bar; exits 1 where one is missed. What is compared runs in turns on the
same sentences in one process, and the best of three turns counts.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from qa.backtranslate import Backend, Cache, open_backend, round_trips
from qa.backtranslate.native import MODELS, load_engine, load_network
from qa.model import Anchor, Document, Segment
from tests.backtranslate import tiny

TURNS = 3
WHO = (
    "The mayor of the port",
    "A spokesman for the ministry",
    "The head of the union",
    "One of the witnesses",
)
DID = ("said on {day} that {what}", "told reporters on {day} that {what}", "denied on {day} that {what}")
WHAT = (
    "the bridge would stay closed until the engineers had examined every pillar",
    "two of the five hospitals had run out of fuel for their generators",
    "the talks had ended without an agreement on the price of grain",
    "no more than a third of the evacuated families had been able to return",
    "the army had moved its last units out of the valley before the snow came",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WHY = (
    "because {x} was needed",
    "although {x} had been promised",
    "while {x} was still missing",
    "after {x} failed",
)
THINGS = (
    "money for repairs",
    "the approval of the court",
    "drinking water",
    "a list of the missing",
    "the ferry",
)


def sentences(count: int) -> list[str]:
    """News-like sentences of 20 to 35 words, all different."""
    every = [
        f"{who} {did.format(day=day, what=what)}, {why.format(x=x)}."
        for who, did, day, what, why, x in product(WHO, DID, DAYS, WHAT, WHY, THINGS)
    ]
    return random.Random(1).sample(every, count)


def document(texts: Sequence[str]) -> Document:
    segments = (Segment(f"s{n}", text, (Anchor(0, n, 1),)) for n, text in enumerate(texts, 1))
    return Document("benchmark", tuple(segments), target_lang="en")


class Unscored:
    """A backend with its scores out of sight."""

    def __init__(self, backend: Backend) -> None:
        self.info, self.translate = backend.info, backend.translate


def in_turns(*works: Callable[[], Any]) -> list[float]:
    """Best seconds of each, one after the other, several times."""
    best = [float("inf")] * len(works)
    for _ in range(TURNS):
        for n, work in enumerate(works):
            start = time.perf_counter()
            work()
            best[n] = min(best[n], time.perf_counter() - start)
    return best


class Bars:
    """Prints measures beside their bars, and remembers whether one was missed."""

    def __init__(self) -> None:
        self.missed = False

    def tell(self, name: str, value: float, bar: float, detail: str, least: bool = True) -> None:
        """Print one figure beside its bar."""
        holds = value >= bar if least else value <= bar
        self.missed |= not holds
        sign = "at least" if least else "at most"
        print(f"{name}: {value:.3g} ({sign} {bar:g}: {'holds' if holds else 'MISSED'}); {detail}", flush=True)


def embedded(bars: Bars, texts: list[str]) -> None:
    backend, doc = open_backend("embedded"), document(texts)
    there, back = load_engine("en", "pt"), load_engine("pt", "en")

    def raw() -> None:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(back, pool.map(there, texts)))

    with tempfile.TemporaryDirectory() as folder:
        caches = (Cache(Path(folder, str(n))) for n in range(100))
        kept = Cache(Path(folder, "kept"))
        round_trips([doc], backend, kept)

        def trips(backend: Backend, cache: Cache) -> None:
            for pair in MODELS:
                load_network(*pair).recent.clear()  # as if these sentences were never met before
            round_trips([doc], backend, cache)

        bare, plain, full, warm = in_turns(
            raw,
            lambda: trips(Unscored(backend), next(caches)),
            lambda: trips(backend, next(caches)),
            lambda: trips(backend, kept),
        )
    rates = f"{len(texts) / bare:.1f} round trips a second bare"
    bars.tell(
        "embedded, translations", bare / plain, 0.9, f"{rates}, {len(texts) / plain:.1f} in round_trips"
    )
    bars.tell(
        "embedded, with log-probabilities",
        bare / full,
        0.9,
        f"{rates}, {len(texts) / full:.1f} in round_trips",
    )
    bars.tell("embedded, from the cache", full / warm, 50, f"{len(texts) / warm:.0f} a second")


def torch_models(bars: Bars, texts: list[str], folder: Path) -> None:
    import torch

    texts = [" ".join(text.split()[:10]) for text in texts]  # an untrained model writes to the very end
    path = tiny.marian(
        folder / "en-de", words=32_000, spread=None, d_model=512, encoder_layers=6, decoder_layers=6,
        encoder_ffn_dim=2048, decoder_ffn_dim=2048, encoder_attention_heads=8, decoder_attention_heads=8,
        max_position_embeddings=512,
    )  # fmt: skip
    ours: Any = open_backend(f"transformers:{path}")
    fast: Any = open_backend(f"ctranslate2:{path}")

    def tuned() -> None:
        rows = sorted(ours.reader.tokenizer(texts)["input_ids"], key=len, reverse=True)
        with torch.inference_mode():
            for start in range(0, len(rows), 32):
                batch = ours.reader.tokenizer.pad(
                    {"input_ids": rows[start : start + 32]}, return_tensors="pt"
                )
                most = ours.reader.room(rows[start]) + 1
                out = ours.model.generate(**batch, num_beams=1, do_sample=False, max_new_tokens=most)
                ours.reader.tokenizer.batch_decode(out, skip_special_tokens=True)

    bare, torch_time, fast_time = in_turns(
        tuned,
        lambda: ours.translate(texts, "en", "de"),
        lambda: fast.translate(texts, "en", "de"),
    )
    rates = [len(texts) / t for t in (bare, torch_time, fast_time)]
    bars.tell(
        "transformers", bare / torch_time, 0.9, f"{rates[0]:.2f} bare, {rates[1]:.2f} sentences a second"
    )
    bars.tell(
        "ctranslate2 over transformers", torch_time / fast_time, 3, f"{rates[2]:.2f} sentences a second"
    )

    scores, worst = ours.log_probability(texts, texts[::-1], "en", "de"), 0.0
    for tokens, given, wanted in zip(scores, texts, reversed(texts), strict=True):
        ids, labels = ours.reader.read([given], "en", "de"), ours.reader.write([wanted], "en", "de")
        with torch.inference_mode():
            loss = ours.model(input_ids=torch.tensor(ids), labels=torch.tensor(labels)).loss.item()
        worst = max(worst, abs(loss + sum(score for _, score in tokens) / len(tokens)))
    bars.tell("log-probability and the model's loss", worst, 1e-4, "largest difference a token", least=False)


def main() -> int:
    texts, bars = sentences(int(sys.argv[1]) if len(sys.argv) > 1 else 400), Bars()
    embedded(bars, texts)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QA_CACHE_DIR"] = folder
        torch_models(bars, texts[:48], Path(folder))
    return int(bars.missed)


if __name__ == "__main__":
    sys.exit(main())
