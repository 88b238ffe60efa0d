"""Loading with transformers: tokenizers, that speak a model's dialect, and weights.

Both backends that run such models read and write text here. Nothing is printed, and no code is ever taken
from a model's folder.
"""

from __future__ import annotations

import errno
import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from qa.backtranslate.dialect import Dialect, dialect_of
from qa.backtranslate.models import Model
from qa.errors import BackendError

# What models that say nothing of it were trained to read.
_MAX_TOKENS = 512
# Tokens of a translation for those of its text; Marian's own limit is 3. Beyond, models repeat themselves.
_GROWTH, _SPARE, _LONGEST = 3, 16, 512
_TYPES = {
    "MarianTokenizer": "marian",
    "M2M100Tokenizer": "m2m_100",
    "NllbTokenizer": "m2m_100",
    "MBartTokenizer": "mbart",
    "MBart50Tokenizer": "mbart",
    "T5Tokenizer": "t5",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """A tokenizer that knows how its model is told the languages. Token ids are lists of int."""

    tokenizer: Any
    dialect: Dialect
    limit: int
    marks: frozenset[str]
    spelled: re.Pattern[str]

    @property
    def pad(self) -> int:
        """Id that fills up rows."""
        return int(self.tokenizer.pad_token_id)

    def read(self, texts: Sequence[str], source: str, target: str) -> list[list[int]]:
        """Ids of texts to translate, with whatever tells the model the languages."""
        self._check(source, target)
        if not texts:
            return []
        if source in self.dialect.codes:
            self.tokenizer.src_lang = self.dialect.codes[source].strip("_")
        prefix = self.dialect.prefix(source, target)
        ids: list[list[int]] = self.tokenizer([prefix + self._plain(text) for text in texts])["input_ids"]
        return ids

    def write(self, texts: Sequence[str], source: str, target: str) -> list[list[int]]:
        """Ids of translations, as the model is trained to write them, end mark included."""
        self._check(source, target)
        if not texts:
            return []
        if target in self.dialect.codes:
            self.tokenizer.tgt_lang = self.dialect.codes[target].strip("_")
        ids: list[list[int]] = self.tokenizer(text_target=[self._plain(text) for text in texts])["input_ids"]
        return ids

    def first(self, target: str) -> int | None:
        """Id that every translation into `target` must begin with, None if there is none."""
        code = self.dialect.codes.get(target)
        return None if code is None else int(self.tokenizer.convert_tokens_to_ids(code))

    def tokens(self, ids: Sequence[int]) -> list[str]:
        """The written form of ids."""
        tokens: list[str] = self.tokenizer.convert_ids_to_tokens(list(ids))
        return tokens

    def text(self, tokens: Sequence[str]) -> str:
        """Written tokens as a text, without any marks."""
        plain = [token for token in tokens if token not in self.marks]
        return str(self.tokenizer.convert_tokens_to_string(plain)).strip()

    def room(self, prompt: Sequence[int]) -> int:
        """Tokens that a translation of a text may have, whatever is translated along with it."""
        return min(_LONGEST, self.limit - 1, _GROWTH * len(prompt) + _SPARE)

    def _check(self, source: str, target: str) -> None:
        if (source, target) not in self.dialect.pairs:
            raise BackendError(f"the model does not translate {source}-{target}")

    def _plain(self, text: str) -> str:
        """A text that spells out a mark ("</s>", "<2de>") must not steer the model: a space breaks it up."""
        safe = text.encode("utf-8", "replace").decode("utf-8")
        return self.spelled.sub(lambda match: f"{match.group()[0]} {match.group()[1:]}", safe)


def load_reader(model: Model) -> Reader:
    """Load the tokenizer of a model; `BackendError` when its folder is broken or it does not translate."""
    from transformers import AutoTokenizer

    with quietly(model):
        tokenizer = AutoTokenizer.from_pretrained(
            model.folder, trust_remote_code=False, local_files_only=True
        )
    settings = model.read_json("tokenizer_config.json")
    # A model converted for CTranslate2 keeps its tokenizer, but another program's config.json.
    made = str(settings.get("tokenizer_class", "")).removesuffix("Fast")
    config = {"model_type": _TYPES.get(made), **model.read_json("config.json")}
    if outside := getattr(tokenizer, "lang_token_to_id", None):
        # M2M100's language tokens stand outside its vocabulary, where nobody who asks for it finds them.
        whole = {**tokenizer.get_vocab(), **outside}
        vars(tokenizer)["get_vocab"] = lambda: whole
    languages = settings.get("source_lang"), settings.get("target_lang")
    dialect = dialect_of(model.name, config, frozenset(tokenizer.get_vocab()), *languages)
    positions = config.get("max_position_embeddings") or config.get("n_positions") or _MAX_TOKENS
    marks = frozenset(map(str, tokenizer.all_special_tokens)) | frozenset(dialect.codes.values())
    spelled = re.compile("|".join([*map(re.escape, sorted(marks)), r">>\w+<<", r"<2\w+>"]))
    return Reader(tokenizer, dialect, min(int(tokenizer.model_max_length), int(positions)), marks, spelled)


def load_weights(model: Model, device: str, dtype: str) -> Any:
    """Load a model for translating; `BackendError` when weights are missing, of another shape, or broken."""
    from transformers import AutoModelForSeq2SeqLM

    with quietly(model):
        network, loaded = AutoModelForSeq2SeqLM.from_pretrained(
            model.folder,
            dtype=dtype,
            trust_remote_code=False,
            local_files_only=True,
            output_loading_info=True,
        )
        # transformers fills what is missing with random numbers, and goes on.
        missing = sorted(loaded["missing_keys"]) + sorted(str(key) for key in loaded["mismatched_keys"])
        if missing:
            raise ValueError(
                f"{len(missing)} of its weights are missing or of another shape, first {missing[0]}"
            )
        network.generation_config.max_length = None  # `max_new_tokens` is given with every batch
        return network.to(device).eval()


@contextmanager
def quietly(model: Model) -> Iterator[None]:
    """Keep a library from printing, and turn its many errors into one line."""
    from transformers.utils import logging as voice

    voice.set_verbosity(logging.CRITICAL)
    voice.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Exception as error:  # safetensors, tokenizers, sentencepiece and torch have errors of their own
        if getattr(error, "errno", None) == errno.ENOSPC:
            raise  # converting writes, too, and whoever converts knows where
        if isinstance(error, MemoryError) or "out of memory" in str(error):
            raise BackendError(f"{model.name}: out of memory while loading; take a smaller model") from error
        first = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise BackendError(
            f"{model.name}: the model cannot be loaded from {model.folder}: {first}"
        ) from error
