"""The backends by name: what there is, what can run here, and how one is opened.

A backend is one module with `describe()`, cheap and loading no model library, and a function that opens it;
and one line in `BACKENDS`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from qa.backtranslate import ctranslate2_backend, embedded, recorded, transformers_backend
from qa.backtranslate.protocol import Backend, BackendInfo
from qa.errors import ConfigError

DEFAULT = "embedded"


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
    """Open a backend by name, with what it is to load after a colon.

    So `embedded`, `transformers:PATH_OR_ID@REVISION`, `ctranslate2:PATH_OR_ID@REVISION`, `recorded:FILE`.
    Options that are None count as not given. Raises `ConfigError` for a name or an option nobody knows, and
    `BackendError` when the backend cannot run here.
    """
    short, _, model = name.partition(":")
    kind = BACKENDS.get(short)
    if kind is None:
        near = get_close_matches(short, BACKENDS, n=1, cutoff=0)
        known = ", ".join(BACKENDS)
        raise ConfigError(f"unknown backend {short!r}: did you mean {near[0]!r}? There are {known}")
    given = {option: value for option, value in options.items() if value is not None}
    if model:
        given["model"] = model
    taken = inspect.signature(kind.open).parameters
    for option in given:
        if option not in taken:
            detail = (
                f"takes no {option}" if option != "model" else f"takes nothing after its name, got {model!r}"
            )
            raise ConfigError(f"the {short} backend {detail}")
    if "model" in taken and not model:
        raise ConfigError(f"the {short} backend needs to know what to load: {kind.describe().summary}")
    return kind.open(**given)
