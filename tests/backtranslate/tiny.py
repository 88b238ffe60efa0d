"""Translation models of every family, small and untrained, built and saved with the real classes."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import sentencepiece
import torch
from transformers import (
    M2M100Config,
    M2M100ForConditionalGeneration,
    M2M100Tokenizer,
    MarianConfig,
    MarianMTModel,
    MarianTokenizer,
    NllbTokenizer,
    T5Config,
    T5ForConditionalGeneration,
    T5Tokenizer,
)

from tests.backtranslate.sentences import CORPUS

_SHAPE = {
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
}
_TINY = {"d_model": 16, "encoder_ffn_dim": 32, "decoder_ffn_dim": 32, **_SHAPE}


@cache
def vocabulary() -> tuple[bytes, tuple[tuple[str, float], ...]]:
    """A unigram vocabulary trained on our own sentences, as a file's bytes and as (piece, score) pairs."""
    trained = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(CORPUS),
        model_writer=trained,
        vocab_size=1_000,
        hard_vocab_limit=False,
        minloglevel=9,
    )
    processor = sentencepiece.SentencePieceProcessor(model_proto=trained.getvalue())
    ids = range(processor.get_piece_size())
    return trained.getvalue(), tuple((processor.id_to_piece(i), processor.get_score(i)) for i in ids)


def marian(
    folder: Path,
    languages: tuple[str, str] | None = ("en", "de"),
    seed: int = 0,
    words: int = 0,
    spread: float | None = 0.5,
    **size: int,
) -> Path:
    """One pair of languages; `size` overrides the network's, `words` pads the vocabulary to a real one's size.

    CTranslate2 wants <pad> to be the last id.
    """
    tokens = ["</s>", "<unk>", *(p for p, _ in vocabulary()[1] if p not in ("<unk>", "<s>", "</s>"))]
    tokens += [*(f"▁word{n}" for n in range(words - len(tokens) - 1)), "<pad>"]
    spm, ids = _files(folder, tokens)
    named = dict(zip(("source_lang", "target_lang"), languages, strict=True)) if languages else {}
    shape = {**_TINY, "max_position_embeddings": 80, **size}
    most = shape["max_position_embeddings"]
    tokenizer = MarianTokenizer(
        source_spm=str(spm), target_spm=str(spm), vocab=str(ids), model_max_length=most, **named
    )
    config = MarianConfig(
        vocab_size=len(tokens), decoder_vocab_size=len(tokens), pad_token_id=len(tokens) - 1, eos_token_id=0,
        decoder_start_token_id=len(tokens) - 1, forced_eos_token_id=0, bos_token_id=None, **shape,
    )  # fmt: skip
    return _save(folder, MarianMTModel, config, tokenizer, seed, spread)


def m2m100(folder: Path) -> Path:
    """A hundred languages; the network's vocabulary must reach beyond the highest language id."""
    tokens = ["<s>", "<pad>", "</s>", "<unk>", *(p for p, _ in vocabulary()[1][3:])]
    spm, ids = _files(folder, tokens)
    tokenizer = M2M100Tokenizer(vocab_file=str(ids), spm_file=str(spm))
    return _many(folder, tokenizer, max(tokenizer.lang_token_to_id.values()))


def nllb(folder: Path) -> Path:
    """Two hundred languages, named by code and script."""
    tokens = ["<s>", "<pad>", "</s>", "<unk>", *dict.fromkeys("▁" + "".join(CORPUS))]
    ids = {token: i for i, token in enumerate(tokens)}
    tokenizer = NllbTokenizer(vocab=ids, merges=[])
    return _many(folder, tokenizer, max(tokenizer.get_vocab().values()))


def madlad(folder: Path) -> Path:
    """T5 with a token for every target language before the text."""
    marks = [(f"<2{code}>", -1.0) for code in ("en", "de", "pt", "iw")]
    return _t5(folder, marks, {})


def t5(folder: Path) -> Path:
    """T5 with the translation task as a sentence before the text."""
    task = {"prefix": "translate English to German: "}
    return _t5(folder, [], {"translation_en_to_de": task, "summarization": {"prefix": "summarize: "}})


def _t5(folder: Path, marks: list[tuple[str, float]], tasks: dict[str, Any]) -> Path:
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), *marks, *vocabulary()[1][3:]]
    tokenizer = T5Tokenizer(vocab=pieces, extra_ids=0)
    config = T5Config(
        vocab_size=len(tokenizer), d_model=16, d_kv=8, d_ff=32, num_layers=1, num_heads=2,
        decoder_start_token_id=0, task_specific_params=tasks,
    )  # fmt: skip
    return _save(folder, T5ForConditionalGeneration, config, tokenizer)


def _many(folder: Path, tokenizer: Any, highest: int) -> Path:
    config = M2M100Config(
        vocab_size=highest + 9, max_position_embeddings=80, decoder_start_token_id=2, **_TINY
    )
    return _save(folder, M2M100ForConditionalGeneration, config, tokenizer)


def _files(folder: Path, tokens: list[str]) -> tuple[Path, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    spm, ids = folder / "source.spm", folder / "vocab.json"
    spm.write_bytes(vocabulary()[0])
    ids.write_text(json.dumps({token: i for i, token in enumerate(tokens)}), "utf-8")
    return spm, ids


def _save(
    folder: Path, network: Any, config: Any, tokenizer: Any, seed: int = 0, spread: float | None = 0.5
) -> Path:
    """With a `spread` wider than usual a model of few weights writes something else than one word for ever."""
    torch.manual_seed(seed)
    model = network(config)
    with torch.no_grad():
        for name, weights in model.named_parameters():
            if spread is not None and weights.dim() > 1 and "embed_positions" not in name:
                weights.normal_(0, spread)
        if config.model_type == "marian":
            # As in every real one: decoding starts from a zero embedding, and padding is never written.
            model.get_input_embeddings().weight[config.pad_token_id] = 0
            model.final_logits_bias[0, config.pad_token_id] = -100
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
