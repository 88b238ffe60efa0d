"""Getting a model onto this machine: a local folder as it is, or a hub id, fetched once and pinned.

Only data is fetched, never code: configuration, vocabularies and weights, safetensors where there are any.
"""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from qa.backtranslate.cache import folder
from qa.backtranslate.specs import PLAIN_PATH, local_path
from qa.errors import BackendError

Progress = Callable[[int, int], None]

_SMALL = ["*.json", "*.spm", "*.model", "*.txt"]
_SAFE, _PICKLED = ["*.safetensors"], ["pytorch_model*.bin"]
_ID = re.compile(r"[\w.-]+/[\w.-]+|[\w.-]+", re.ASCII)
_COMMIT = re.compile(r"[0-9a-f]{40}")
# Weights are told apart by size and samples: milliseconds, where reading a gigabyte takes seconds.
_SAMPLES, _SAMPLE = 64, 4096


@dataclass(frozen=True, slots=True)
class Model:
    """A model on this machine: what the user called it, its folder, and exactly which version it is."""

    name: str
    folder: Path
    version: str

    def read_json(self, file: str) -> dict[str, Any]:
        """One of the model's JSON files; empty where there is none, `BackendError` where it is broken."""
        path = self.folder / file
        if not path.is_file():
            return {}
        try:
            content = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise BackendError(f"{path}: the model's folder is broken: {error}") from error
        return content if isinstance(content, dict) else {}


def find(spec: str, progress: Progress | None = None) -> Model:
    """The model of a spec: a local folder, or `ID@REVISION` from the cache, fetched when it is not there.

    Raises `BackendError` when there is no such folder or model, or the hub cannot be reached.
    """
    path = Path(local_path(spec))
    if path.is_dir():
        if not (path / "config.json").is_file():
            raise BackendError(f"{spec}: not a model folder, there is no config.json in it")
        return Model(path.resolve().name, path, _fingerprint(path))
    name, _, revision = spec.partition("@")
    if path.exists() or spec.startswith((*PLAIN_PATH, "~")) or not _ID.fullmatch(name):
        raise BackendError(f"{spec}: no such model folder, and not an id like Helsinki-NLP/opus-mt-en-de")
    return pull(name, revision or None, progress)


def pull(name: str, revision: str | None = None, progress: Progress | None = None) -> Model:
    """Fetch a model from the hub into the cache; a commit that is there already is not asked for again.

    Without a revision the newest is taken; the version of the `Model` is always the commit, for the pin.
    `progress(done, total)` counts bytes. Raises `BackendError` in one line.
    """
    if revision and _COMMIT.fullmatch(revision):
        try:
            return _model(name, _snapshot(name, revision, None, local=True))
        except BackendError:
            pass  # not there, or only in part: fetch it
    return _model(name, _snapshot(name, revision, progress, local=False))


def _model(name: str, path: Path) -> Model:
    if not (path / "config.json").is_file():
        raise BackendError(f"{name}: not a translation model, there is no config.json in it")
    return Model(name, path, path.name)


def _snapshot(name: str, revision: str | None, progress: Progress | None, local: bool) -> Path:
    """Folder of the snapshot, named by its commit; pickled weights only where there are no others."""
    try:
        from huggingface_hub import snapshot_download
    except ImportError as error:
        raise BackendError(
            f"{name}: huggingface_hub is not installed: pip install 'qa-news[transformers]'"
        ) from error
    path = Path()
    try:
        for weights in (_SAFE, _PICKLED):
            path = Path(
                snapshot_download(
                    name,
                    revision=revision,
                    cache_dir=folder() / "models",
                    allow_patterns=_SMALL + weights,
                    ignore_patterns=["*/*"],
                    local_files_only=local,
                    tqdm_class=_bar(progress),
                )
            )
            if any(path.glob("*.safetensors")):
                break
    except Exception as error:  # the hub's client has a dozen of its own, and those of its HTTP library
        raise BackendError(f"{name}: {_reason(error)}") from error
    return path


def _reason(error: Exception) -> str:
    """What to do about an error of the hub's client, whose own messages run over many lines."""
    kinds = {base.__name__ for base in type(error).__mro__}
    if getattr(error, "errno", None) == errno.ENOSPC:
        return f"the disk is full: there is no room for the model in {folder() / 'models'}"
    if "GatedRepoError" in kinds:
        return "access to this model must be granted on the hub first"
    if "RevisionNotFoundError" in kinds:
        return "the hub has no such revision of this model"
    if "RepositoryNotFoundError" in kinds:
        return "no such model folder, and the hub has no such model (or does not show it without a login)"
    if "LocalEntryNotFoundError" in kinds or "HTTPError" in kinds:
        return (
            "the hub cannot be reached, and the model is not in the cache; try again, or give a local folder"
        )
    first = (str(error).strip() or type(error).__name__).splitlines()[0]
    return f"the model cannot be fetched: {first}"


def _bar(progress: Progress | None) -> Any:
    """A progress bar for the hub's client that shows nothing and tells `progress` the bytes."""
    import io

    from tqdm.auto import tqdm  # type: ignore[import-untyped]

    class Bar(tqdm):  # type: ignore[misc]
        def __init__(self, *args: Any, **options: Any) -> None:
            options.pop("name", None)
            super().__init__(*args, **{**options, "file": io.StringIO(), "disable": False})

        def update(self, n: float | None = 1) -> bool | None:
            shown: bool | None = super().update(n)
            if progress and self.unit == "B" and self.total:
                progress(int(min(self.n, self.total)), int(self.total))
            return shown

    return Bar


def _fingerprint(path: Path) -> str:
    """A short digest of all small files and of size and samples of the large ones."""
    digest = blake2b(digest_size=10)
    try:
        for file in sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith(".")):
            size = file.stat().st_size
            digest.update(f"{file.name}\0{size}\0".encode("utf-8", "surrogateescape"))
            with open(file, "rb") as stream:
                step = max(size // _SAMPLES, _SAMPLE)
                for start in range(0, size, step):
                    stream.seek(start)
                    digest.update(stream.read(_SAMPLE if size > _SAMPLES * _SAMPLE else step))
    except OSError as error:
        raise BackendError(f"{path}: the model's folder cannot be read: {error.strerror}") from error
    return digest.hexdigest()
