"""Any sequence-to-sequence translation model that transformers loads: a local folder, or a hub id.

Version 5 has no translation pipeline: tokenizer and `generate` are called directly, in batches of even
length. Log probabilities are those behind the model's own loss on the target as labels. Texts beyond what a
model was trained to read come back empty, never cut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any, TypeVar

from qa.backtranslate.loading import Reader, load_reader, load_weights
from qa.backtranslate.models import Progress, find
from qa.backtranslate.protocol import BackendInfo, ScoringBackend, Tokens
from qa.backtranslate.team import team
from qa.errors import BackendError, ConfigError

INSTALL = "pip install 'qa-news[transformers]'"
SUMMARY = "Marian/OPUS-MT, NLLB, M2M100, mBART, MADLAD and T5 models: transformers:PATH_OR_ID@REVISION"
DTYPES = ("auto", "float32", "float16", "bfloat16")
# Scores of all words at all positions of a batch, in bytes: they, not the weights, fill the memory.
_LOGITS = 256 * 2**20

Made = TypeVar("Made")


def describe() -> BackendInfo:
    """The backend before a model is named; looks for packages only, loads nothing."""
    missing = [name for name in ("transformers", "torch", "sentencepiece") if find_spec(name) is None]
    reason = f"{', '.join(missing)} not installed: {INSTALL}" if missing else None
    return BackendInfo("transformers", SUMMARY, "transformers", "transformers", None, reason)


def open_transformers(
    model: str,
    device: str = "auto",
    dtype: str = "auto",
    beam: int = 1,
    batch: int = 32,
    threads: int | None = None,
    progress: Progress | None = None,
) -> ScoringBackend:
    """Load one model, or several with commas between them where a round trip needs two.

    `device` is auto, cpu, cuda, cuda:1 or mps; `dtype` one of `DTYPES`, where auto is float32 on a CPU and
    half as wide on a GPU; `beam` the beam's width, 1 for greedy decoding; `batch` the number of texts
    translated together; `threads` that of a CPU's threads, all cores by default; `progress(done, total)`
    counts bytes if a model has to be fetched. Raises `BackendError` when a model cannot be found or loaded,
    `ConfigError` for a value that cannot be.
    """
    if dtype not in DTYPES:
        raise ConfigError(f"dtype: expected one of {', '.join(DTYPES)}, got {dtype!r}")
    for option, number in (("beam", beam), ("batch", batch), ("threads", threads)):
        if number is not None and number < 1:
            raise ConfigError(f"{option}: expected a number of at least 1, got {number}")
    if reason := describe().reason:
        raise BackendError(f"the transformers backend cannot run here: {reason}")
    where = _device(device, threads)
    return team(model, lambda spec: _load(spec, where, dtype, beam, batch, progress))


def _load(
    spec: str, device: str, dtype: str, beam: int, batch: int, progress: Progress | None
) -> Transformers:
    model = find(spec, progress)
    reader = load_reader(model)
    if dtype == "auto":
        # T5 was trained in bfloat16 and overflows in float16.
        half = "bfloat16" if reader.dialect.family in ("t5", "madlad") else "float16"
        dtype = "float32" if device == "cpu" else half
    network = load_weights(model, device, dtype)
    made = f"transformers:{version('transformers')}|torch:{version('torch')}"
    signature = f"{made}|{model.name}@{model.version}|{device.partition(':')[0]}:{dtype}|beam:{beam}"
    info = BackendInfo("transformers", SUMMARY, "transformers", signature, reader.dialect.pairs)
    return Transformers(info, network, reader, device, beam, batch)


@dataclass(frozen=True, slots=True)
class Transformers:
    """A `ScoringBackend` over one model."""

    info: BackendInfo
    model: Any
    reader: Reader
    device: str
    beam: int
    batch: int

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate in batches of even length; a text that is too long for the model comes back empty."""
        prompts = self.reader.read(texts, source, target)
        first = self.reader.first(target)
        results = [""] * len(texts)
        fitting = [i for i, prompt in enumerate(prompts) if len(prompt) <= self.reader.limit]
        fitting.sort(key=lambda i: -len(prompts[i]))
        for start in range(0, len(fitting), self.batch):
            some = fitting[start : start + self.batch]
            outputs = self._in_memory(lambda part: self._generate([prompts[i] for i in part], first), some)
            for i, text in zip(some, outputs, strict=True):
                results[i] = text
        return results

    def log_probability(
        self, sources: Sequence[str], targets: Sequence[str], source: str, target: str
    ) -> list[Tokens]:
        """Log P of every label given those before it; their mean is the model's loss with the sign changed.

        A pair with a text that is too long for the model has no tokens.
        """
        given = self.reader.read(sources, source, target)
        labels = self.reader.write(targets, source, target)
        sizes = [max(len(a), len(b)) for a, b in zip(given, labels, strict=True)]
        waiting = [i for i, size in enumerate(sizes) if size <= self.reader.limit]
        waiting.sort(key=lambda i: -len(labels[i]))
        results: list[Tokens] = [()] * len(labels)
        while waiting:
            width = len(labels[waiting[0]]) * int(self.model.config.vocab_size) * 4
            count = max(1, min(self.batch, _LOGITS // width))
            some, waiting = waiting[:count], waiting[count:]
            scores = self._in_memory(
                lambda part: self._score([given[i] for i in part], [labels[i] for i in part]), some
            )
            for i, numbers in zip(some, scores, strict=True):
                results[i] = tuple(zip(self.reader.tokens(labels[i]), numbers, strict=True))
        return results

    def _in_memory(self, work: Callable[[list[int]], list[Made]], items: list[int]) -> list[Made]:
        """Do the work, in halves as long as memory does not suffice."""
        import torch

        try:
            with torch.inference_mode():
                return work(items)
        except Exception as error:  # whatever a model's own code raises
            if not _out_of_memory(error):
                reason = (str(error).strip() or type(error).__name__).splitlines()[0]
                raise BackendError(f"the transformers backend: {reason}") from error
        if self.device.startswith("cuda"):
            torch.cuda.empty_cache()
        if len(items) == 1:
            raise BackendError(
                f"out of memory on {self.device} with a single text; take a smaller model, or dtype float16"
            )
        half = len(items) // 2
        return self._in_memory(work, items[:half]) + self._in_memory(work, items[half:])

    def _generate(self, prompts: list[list[int]], first: int | None) -> list[str]:
        options = {} if first is None else {"forced_bos_token_id": first}
        rooms = [self.reader.room(prompt) for prompt in prompts]
        outputs = self.model.generate(
            **self._padded(prompts),
            num_beams=self.beam,
            do_sample=False,
            max_new_tokens=max(rooms) + 1,  # some models force an end mark at the very last
            **options,
        )
        rows = zip(outputs.tolist(), rooms, strict=True)
        return [self.reader.text(self.reader.tokens(row[: room + 1])) for row, room in rows]

    def _score(self, given: list[list[int]], labels: list[list[int]]) -> list[list[float]]:
        import torch

        longest = max(map(len, labels))
        rows = [row + [-100] * (longest - len(row)) for row in labels]  # -100: no label, as the loss has it
        wanted = torch.tensor(rows, device=self.device)
        logits = self.model(**self._padded(given), labels=wanted, use_cache=False).logits.float()
        gold = logits.gather(2, wanted.clamp(min=0).unsqueeze(2)).squeeze(2)
        scores: list[list[float]] = (gold - torch.logsumexp(logits, dim=2)).cpu().tolist()
        return [row[: len(ids)] for row, ids in zip(scores, labels, strict=True)]

    def _padded(self, rows: list[list[int]]) -> dict[str, Any]:
        import torch

        longest = max(map(len, rows))
        ids = [row + [self.reader.pad] * (longest - len(row)) for row in rows]
        mask = [[1] * len(row) + [0] * (longest - len(row)) for row in rows]
        return {
            "input_ids": torch.tensor(ids, device=self.device),
            "attention_mask": torch.tensor(mask, device=self.device),
        }


def _device(wanted: str, threads: int | None) -> str:
    """The device to use; `ConfigError` for one that this machine does not have."""
    import torch

    if threads:
        torch.set_num_threads(threads)
    gpus = torch.cuda.device_count() if torch.cuda.is_available() else 0
    there = [f"cuda:{n}" for n in range(gpus)] + ["mps"] * torch.backends.mps.is_available() + ["cpu"]
    if wanted == "auto":
        return there[0]
    for device in there:
        if wanted in (device, device.partition(":")[0]):
            return device
    raise ConfigError(f"device: this machine has {', '.join(there)} (or auto), not {wanted!r}")


def _out_of_memory(error: BaseException) -> bool:
    """CUDA, MPS and the CPU allocator say it each in their own way."""
    return isinstance(error, MemoryError) or any(
        sign in str(error) for sign in ("out of memory", "can't allocate memory", "not enough memory")
    )
