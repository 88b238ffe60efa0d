"""Converting a model of transformers for CTranslate2, once, into the cache."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

from qa.backtranslate.cache import folder
from qa.backtranslate.loading import load_reader, load_weights, quietly
from qa.backtranslate.models import Model
from qa.errors import BackendError, ConfigError

INSTALL = "pip install 'qa-news[ctranslate2]'"
COMPUTE = ("int8", "int8_float16", "int16", "float16", "bfloat16", "float32")
KEPT = "tokenizer"
"""Subfolder of a converted model with the configuration and the tokenizer it came with."""

_SMALL = (".json", ".spm", ".model", ".txt")


def convert(model: Model, precision: str = "int8", to: Path | None = None) -> Path:
    """Folder of the model with weights of a precision, `to` or one in the cache, where it is made once.

    It is made in one go, so that nobody sees half of it. Raises `BackendError` for a model that CTranslate2
    does not know, or that is broken, and when the folder cannot be written or is another's already.
    """
    check_convertible(model.name, precision)
    name = re.sub(r"[^\w.-]", "--", model.name)
    made = to or folder() / "ctranslate2" / f"{name}-{model.version}-{precision}"
    if to is None and (made / "model.bin").is_file():
        return made
    if find_spec("torch") is None:
        raise BackendError(
            f"{model.name}: converting needs torch, once: pip install 'qa-news[transformers]';"
            " or name a folder that is converted already"
        )
    try:
        made.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=made.parent, prefix=".converting-") as temporary:
            half_done = Path(temporary) / "model"
            _convert(model, half_done, precision)
            _keep(model.folder, half_done / KEPT)
            _move(half_done, made)
    except OSError as error:
        told = "the disk is full" if error.errno == errno.ENOSPC else error.strerror or error
        raise BackendError(f"{made}: the converted model cannot be kept: {told}") from error
    return made


def check_convertible(name: str, precision: str) -> None:
    """Raise `BackendError` or `ConfigError` where a model cannot be converted here; ask before it is fetched."""
    if reason := missing():
        raise BackendError(f"{name}: converting needs ctranslate2: {reason}")
    if precision not in COMPUTE:
        raise ConfigError(f"compute: expected one of {', '.join(COMPUTE)}, got {precision!r}")


def missing() -> str | None:
    """Which packages of the backend are not installed and how to get them, None if all are."""
    names = [n for n in ("ctranslate2", "transformers", "sentencepiece") if find_spec(n) is None]
    return f"{', '.join(names)} not installed: {INSTALL}" if names else None


def _convert(model: Model, to: Path, precision: str) -> None:
    with quietly(model):
        from ctranslate2.converters import TransformersConverter  # type: ignore[import-untyped]

        class Checked(TransformersConverter):  # type: ignore[misc]
            """Loads weights as the transformers backend does, which refuses incomplete ones."""

            def load_model(self, model_class: object, path: str, **options: object) -> object:
                return load_weights(model, "cpu", "float32")

            def load_tokenizer(self, tokenizer_class: object, path: str, **options: object) -> object:
                return load_reader(model).tokenizer

        Checked(str(model.folder)).convert(str(to), quantization=precision)


def _keep(source: Path, to: Path) -> None:
    """Copy what the tokenizer needs, and the configuration, of which CTranslate2 writes one of its own."""
    to.mkdir()
    for file in source.iterdir():
        if file.is_file() and file.suffix in _SMALL and not file.name.endswith(".index.json"):
            shutil.copyfile(file, to / file.name)


def _move(half_done: Path, made: Path) -> None:
    """Give the folder its name; if another process was faster, its work is as good."""
    try:
        os.rename(half_done, made)
    except OSError:
        if not (made / "model.bin").is_file():
            raise
