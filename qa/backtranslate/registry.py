"""The backends by name: what there is, what can run here, and how one is opened.

A backend is one module with `describe()`, cheap and loading no model library, and a function that opens it;
and one line in `BACKENDS`.
"""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from qa.backtranslate import ctranslate2_backend, embedded, recorded, transformers_backend
from qa.backtranslate.protocol import Backend, BackendInfo
from qa.backtranslate.specs import PLAIN_PATH
from qa.errors import ConfigError

DEFAULT = "embedded"
_OPTIONS = re.compile(r"(?:\+[a-z]+=[\w.:-]*)+$")
# Parameters that are not for users to spell out.
_OWN = ("model", "progress")


@dataclass(frozen=True, slots=True)
class Kind:
    """A backend before it is opened. `open` takes options by name, `model` among them where one is needed."""

    describe: Callable[[], BackendInfo]
    open: Callable[..., Backend]


BACKENDS: Mapping[str, Kind] = {
    "embedded": Kind(embedded.describe, embedded.open_embedded),
    "transformers": Kind(transformers_backend.describe, transformers_backend.open_transformers),
    "ctranslate2": Kind(ctranslate2_backend.describe, ctranslate2_backend.open_ctranslate2),
    "recorded": Kind(recorded.describe, recorded.open_recorded),
}


def list_backends() -> tuple[BackendInfo, ...]:
    """Every backend with its pairs and, where it cannot run here, the reason; loads no model library."""
    return tuple(kind.describe() for kind in BACKENDS.values())


def open_backend(name: str, **options: object) -> Backend:
    """Open a backend by name, with what it is to load after a colon, and options after plus signs.

    So `embedded`, `transformers:PATH_OR_ID@REVISION+device=cuda+beam=4`, `ctranslate2:PATH_OR_ID@REVISION`,
    `recorded:FILE`. Options can also be given as arguments, where None counts as not given. Raises
    `ConfigError` for a name or an option nobody knows, and `BackendError` when the backend cannot run here.
    """
    plain, spelled = _split(name)
    short, _, model = plain.partition(":")
    kind = BACKENDS.get(short)
    if kind is None:
        near = get_close_matches(short, BACKENDS, n=1, cutoff=0)
        known = ", ".join(BACKENDS)
        raise ConfigError(f"unknown backend {short!r}: did you mean {near[0]!r}? There are {known}")
    taken = inspect.signature(kind.open).parameters
    if model and "model" not in taken:
        raise ConfigError(f"the {short} backend takes nothing after its name, got {model!r}")
    if "model" in taken and not model:
        raise ConfigError(f"the {short} backend needs to know what to load: {kind.describe().summary}")
    given: dict[str, object] = {option: value for option, value in options.items() if value is not None}
    given |= {option: _value(option, text, taken) for option, text in spelled.items()}
    known = ", ".join(option for option in taken if option not in _OWN)
    for option in given:
        if option not in taken or option == "model":
            raise ConfigError(f"the {short} backend takes no {option}; it takes {known or 'no options'}")
    return kind.open(**given, **({"model": model} if model else {}))


def from_here(name: str, root: str) -> str:
    """A backend's name whose paths lie in the folder `root`, with paths from the current folder on.

    An id on the hub stays as it is, unless there is such a folder.
    """
    plain, _ = _split(name)
    short, _, model = plain.partition(":")
    if not model or root == ".":
        return name
    whole = short == "recorded" or os.path.exists(os.path.join(root, model))
    parts = [model] if whole else model.split(",")
    moved = ",".join(_moved(part, root, sure=short == "recorded") for part in parts)
    return f"{short}:{moved}{name.removeprefix(plain)}"


def _moved(path: str, root: str, sure: bool) -> str:
    there = os.path.join(root, path)
    if path[:1] in ("", "~") or not (sure or path.startswith(".") or os.path.exists(there)):
        return path
    moved = os.path.normpath(there).replace(os.sep, "/")
    # "folder/model" could be an id.
    return moved if moved.startswith(PLAIN_PATH) else f"./{moved}"


def _split(name: str) -> tuple[str, dict[str, str]]:
    """A name without its options, and those; a plus sign elsewhere in a path is part of it."""
    options = _OPTIONS.search(name)
    if options is None:
        return name, {}
    pairs = (option.split("=", 1) for option in options.group().strip("+").split("+"))
    return name[: options.start()], dict(pairs)


def _value(option: str, text: str, taken: Mapping[str, inspect.Parameter]) -> object:
    """An option's text as what the backend takes: a number where it takes numbers."""
    if option in taken and "int" in str(taken[option].annotation):
        try:
            return int(text)
        except ValueError:
            raise ConfigError(f"{option}: expected a number, got {text!r}") from None
    return text
