"""How a translation model is told which languages are meant; every family has its own way.

OPUS-MT (Marian) models are made for one pair, or take `>>code<<` before the text; M2M100, NLLB and mBART
begin both sides with a language token; MADLAD takes `<2code>` before the text, the first T5 models a sentence
("translate English to German: "). All of it follows from the configuration and the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from qa.backtranslate.languages import FLORES, base_language, names_of
from qa.backtranslate.protocol import Pairs
from qa.errors import BackendError

# What the first T5 models call their tasks in `task_specific_params`.
_T5_TASK = re.compile(r"translation_([a-z]{2})_to_([a-z]{2})")
_PAIR_IN_NAME = re.compile(r"(?:^|[-_])([A-Za-z]{2,7})[-_]([A-Za-z]{2,7})$")


@dataclass(frozen=True, slots=True)
class Dialect:
    """Language names of one model.

    `prefixes` holds what stands before the text for a pair or, under ("", target), for a target language;
    `codes` the language tokens' names. A pair without either needs no telling.
    """

    family: str
    pairs: Pairs
    prefixes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

    def prefix(self, source: str, target: str) -> str:
        """What to put before a text."""
        return self.prefixes.get((source, target)) or self.prefixes.get(("", target), "")


def dialect_of(
    name: str,
    config: Mapping[str, Any],
    vocabulary: Collection[str],
    source_lang: str | None = None,
    target_lang: str | None = None,
) -> Dialect:
    """Find out how a model is spoken to.

    `name` is the model's folder or id, `config` its config.json, `vocabulary` all tokens with the special
    ones, the languages those of the tokenizer's configuration. Raises `BackendError` for a model that does
    not translate, or that does not say what it translates.
    """
    kind = config.get("model_type")
    if kind == "marian":
        return _marian(name, vocabulary, source_lang, target_lang)
    if kind in ("m2m_100", "mbart"):
        return _with_tokens(name, vocabulary)
    if kind in ("t5", "mt5", "umt5"):
        return _t5(name, config, vocabulary)
    known = "marian, m2m_100 (M2M100, NLLB), mbart, t5 (MADLAD)"
    raise BackendError(f"{name}: a model of type {kind!r} does not translate, or is not known here: {known}")


def _marian(name: str, vocabulary: Collection[str], source: str | None, target: str | None) -> Dialect:
    named = _PAIR_IN_NAME.search(name.rstrip("/\\"))
    given = source or (named.group(1) if named else None)
    wanted = target or (named.group(2) if named else None)
    if not given or not wanted:
        raise BackendError(
            f"{name}: the model does not say which languages it translates; set source_lang and target_lang"
            " in its tokenizer_config.json, or end its folder's name like opus-mt-en-de"
        )
    # A family on the source side needs no token: whatever the reader's language, the model was asked for it.
    sources = {base_language(given)} - {None} or set(FLORES)
    tokens = {
        language: token
        for token in sorted(vocabulary)
        if token.startswith(">>") and token.endswith("<<") and (language := base_language(token[2:-2]))
    }
    one = base_language(wanted)
    targets = {one} if one else set(tokens)
    pairs = frozenset((str(a), str(b)) for a in sources for b in targets if a != b)
    if not pairs:
        raise BackendError(f"{name}: no language pair is known for {given}-{wanted}")
    prefixes = {("", b): f"{tokens[b]} " for b in targets if b in tokens}
    return Dialect("marian", pairs, prefixes)


def _with_tokens(name: str, vocabulary: Collection[str]) -> Dialect:
    """NLLB ("eng_Latn"), M2M100 ("__en__") and mBART ("en_XX") tokens, whichever the vocabulary holds."""
    families: dict[str, dict[str, tuple[str, ...]]] = {
        "nllb": {language: (code,) for language, code in FLORES.items()},
        "m2m100": {language: tuple(f"__{n}__" for n in names_of(language)) for language in FLORES},
        "mbart": _by_region(vocabulary),
    }
    for family, candidates in families.items():
        found = {language: [c for c in codes if c in vocabulary] for language, codes in candidates.items()}
        codes = {language: some[0] for language, some in found.items() if some}
        if len(codes) > 1:
            return Dialect(family, _all_pairs(codes), codes=codes)
    raise BackendError(f"{name}: the vocabulary holds no language tokens; is the tokenizer the model's own?")


def _by_region(vocabulary: Collection[str]) -> dict[str, tuple[str, ...]]:
    tokens = sorted(token for token in vocabulary if re.fullmatch(r"[a-z]{2}_[A-Z]{2}", token))
    return {language: (token,) for token in reversed(tokens) if (language := base_language(token))}


def _t5(name: str, config: Mapping[str, Any], vocabulary: Collection[str]) -> Dialect:
    targets = {
        language: token
        for language in FLORES
        if (token := next((t for n in names_of(language) if (t := f"<2{n}>") in vocabulary), None))
    }
    if targets:
        return Dialect("madlad", _all_pairs(targets), {("", b): f"{token} " for b, token in targets.items()})
    prefixes = dict(_tasks(config.get("task_specific_params")))
    if prefixes:
        return Dialect("t5", frozenset(prefixes), prefixes)
    raise BackendError(f"{name}: a T5 model without <2xx> tokens or translation tasks does not translate")


def _tasks(tasks: object) -> Iterator[tuple[tuple[str, str], str]]:
    """Pairs and prefixes of a T5 model's translation tasks."""
    for name, task in tasks.items() if isinstance(tasks, dict) else ():
        match = _T5_TASK.fullmatch(str(name))
        if match and isinstance(task, dict) and isinstance(task.get("prefix"), str):
            yield (match.group(1), match.group(2)), task["prefix"]


def _all_pairs(languages: Collection[str]) -> Pairs:
    return frozenset((a, b) for a in languages for b in languages if a != b)
