"""The models of the transformers backend in CTranslate2: 8-bit weights, several times faster on a CPU.

A folder made by CTranslate2's converter is used as it is, if the tokenizer's files are in it; any other model
is converted once, into the cache.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from qa.backtranslate.convert import COMPUTE, KEPT, convert, missing
from qa.backtranslate.loading import Reader, load_reader, quietly
from qa.backtranslate.models import Model, Progress, find
from qa.backtranslate.protocol import BackendInfo, ScoringBackend, Tokens
from qa.backtranslate.team import team
from qa.errors import BackendError, ConfigError

SUMMARY = "the same models in 8 bits, the fast path on a CPU: ctranslate2:PATH_OR_ID@REVISION"


def describe() -> BackendInfo:
    """The backend before a model is named; looks for packages only, loads nothing."""
    return BackendInfo("ctranslate2", SUMMARY, "ctranslate2", "ctranslate2", None, missing())


def open_ctranslate2(
    model: str,
    device: str = "auto",
    compute: str = "int8",
    beam: int = 1,
    batch: int = 32,
    threads: int | None = None,
    progress: Progress | None = None,
) -> ScoringBackend:
    """Load one model, or several with commas between them, converting what is not converted yet.

    `device` is auto, cpu or cuda; `compute` one of `COMPUTE`; `beam` the beam's width, 1 for greedy decoding;
    `batch` the number of texts translated together; `threads` that of a CPU's threads, all cores by default.
    Raises `BackendError` when a model cannot be found, converted or loaded, `ConfigError` for a value that
    cannot be.
    """
    if compute not in COMPUTE:
        raise ConfigError(f"compute: expected one of {', '.join(COMPUTE)}, got {compute!r}")
    if device.partition(":")[0] not in ("auto", "cpu", "cuda"):
        raise ConfigError(f"device: expected auto, cpu or cuda, got {device!r}")
    for option, number in (("beam", beam), ("batch", batch), ("threads", threads)):
        if number is not None and number < 1:
            raise ConfigError(f"{option}: expected a number of at least 1, got {number}")
    if reason := describe().reason:
        raise BackendError(f"the ctranslate2 backend cannot run here: {reason}")
    cores = threads or os.cpu_count() or 1

    def load(spec: str) -> CTranslate2:
        return _load(find(spec, progress), device, compute, beam, batch, cores)

    return team(model, load)


def _load(model: Model, device: str, compute: str, beam: int, batch: int, cores: int) -> CTranslate2:
    import ctranslate2  # type: ignore[import-untyped]

    folder = model.folder if (model.folder / "model.bin").is_file() else convert(model, compute)
    kept = folder / KEPT
    reader = load_reader(Model(model.name, kept if kept.is_dir() else folder, model.version))
    with quietly(model):
        engine = ctranslate2.Translator(
            str(folder), device=device, compute_type=compute, inter_threads=cores, intra_threads=1
        )
    settings = f"{engine.device}:{engine.compute_type}|beam:{beam}"
    signature = f"ctranslate2:{version('ctranslate2')}|{model.name}@{model.version}|{settings}"
    info = BackendInfo("ctranslate2", SUMMARY, "ctranslate2", signature, reader.dialect.pairs)
    return CTranslate2(info, engine, reader, beam, batch)


@dataclass(frozen=True, slots=True)
class CTranslate2:
    """A `ScoringBackend` over one converted model."""

    info: BackendInfo
    engine: Any
    reader: Reader
    beam: int
    batch: int

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate in batches of even length; a text that is too long for the model comes back empty."""
        rows = self.reader.read(texts, source, target)
        fitting = [i for i, row in enumerate(rows) if len(row) <= self.reader.limit]
        first = self.reader.first(target)
        start = [self.reader.tokens([first])] * len(fitting) if first is not None else None
        rooms = [self.reader.room(row) for row in rows]
        outputs = self._run(
            self.engine.translate_batch,
            [self.reader.tokens(rows[i]) for i in fitting],
            target_prefix=start,
            beam_size=self.beam,
            max_batch_size=self.batch,
            max_input_length=0,
            max_decoding_length=max(rooms, default=1),
        )
        results = [""] * len(texts)
        for i, output in zip(fitting, outputs, strict=True):
            results[i] = self.reader.text(output.hypotheses[0][: rooms[i]])
        return results

    def log_probability(
        self, sources: Sequence[str], targets: Sequence[str], source: str, target: str
    ) -> list[Tokens]:
        """Force-decode every target, end mark included; a pair that is too long has no tokens."""
        given = self.reader.read(sources, source, target)
        wanted = self.reader.write(targets, source, target)
        sizes = [max(len(a), len(b)) for a, b in zip(given, wanted, strict=True)]
        fitting = [i for i, size in enumerate(sizes) if size <= self.reader.limit]
        outputs = self._run(
            self.engine.score_batch,
            [self.reader.tokens(given[i]) for i in fitting],
            [self.reader.tokens(wanted[i])[:-1] for i in fitting],  # the engine adds the end mark
            max_batch_size=self.batch,
            max_input_length=0,
        )
        results: list[Tokens] = [()] * len(wanted)
        for i, output in zip(fitting, outputs, strict=True):
            results[i] = tuple(zip(output.tokens, output.log_probs, strict=True))
        return results

    def _run(self, work: Any, *rows: list[list[str]], **options: Any) -> list[Any]:
        if not rows[0]:
            return []
        try:
            return list(work(*rows, **options))
        except (MemoryError, RuntimeError, ValueError) as error:
            reason = (str(error).strip() or type(error).__name__).splitlines()[0]
            raise BackendError(f"the ctranslate2 backend: {reason}") from error
