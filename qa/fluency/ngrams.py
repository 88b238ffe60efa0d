"""How well each English word follows the two before it: the trigram model that comes with pocketsphinx.

The model (Carnegie Mellon University, BSD licence; 72,547 words, 2.05 million bigrams, 1.67 million trigrams,
`en-us.lm.bin`) is read from the installed package, which is pinned, so that scores stay comparable. The one
module that imports pocketsphinx. A word's gain is log P(word | two words before) - log P(word) in nats: how
much its neighbours speak for it, whatever its rarity (Pauls and Klein 2012 call the sentence's mean SLOR).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from math import log
from typing import Any

from qa.fluency.overlap import plain

PACKAGE = "pocketsphinx"
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d[\d.,:]*")
# The model counts in steps of log 1.0001 and answers with its lowest number for what it does not know.
_STEP = log(1.0001)
_UNKNOWN = -100_000_000
_START, _END = "<s>", "</s>"
# Every sentence ends once, so the end mark has no frequency of its own worth the name: one in twenty words.
_END_CHANCE = log(0.05)


def installed() -> str | None:
    """Name and version of the model's package, None where it is missing."""
    if find_spec(PACKAGE) is None:
        return None
    try:
        return f"{PACKAGE}:{version(PACKAGE)}"
    except PackageNotFoundError:
        return None


def gains(text: str) -> list[tuple[str, float]]:
    """(word, gain) of every word the model knows, the end mark last; [] without the model.

    Numbers and unknown words are left out, and the word after one is judged by what stands between.
    """
    if installed() is None:
        return []
    history, found = [_START], []
    for word in [*_words(text), _END]:
        if word is None:
            history = []
            continue
        given = _log_probability(word, *reversed(history[-2:]))
        alone = _END_CHANCE if word == _END else _log_probability(word)
        found.append((word, given - alone))
        history = [*history[-1:], word]
    return found


def _words(text: str) -> list[str | None]:
    """Words as the model spells them, None for one that it does not know."""
    found: list[str | None] = []
    for token in _TOKEN.findall(plain(text)):
        word = token.lower()
        parts = word.split("-")
        if _known(word):
            found.append(word)
        elif len(parts) > 1 and all(map(_known, parts)):
            found += parts
        elif word.endswith("'s") and _known(word[:-2]):
            found.append(word[:-2])
        else:
            found.append(None)
    return found


@lru_cache(maxsize=16384)
def _known(word: str) -> bool:
    return bool(word) and int(_model().prob([word])) > _UNKNOWN


@lru_cache(maxsize=32768)
def _log_probability(*words: str) -> float:
    """Of the first word, given the others, the nearest first."""
    return int(_model().prob(list(words))) * _STEP


@cache
def _model() -> Any:
    import pocketsphinx  # type: ignore[import-untyped]

    pocketsphinx.set_loglevel("FATAL")
    return pocketsphinx.NGramModel.readfile(str(pocketsphinx.get_model_path("en-us/en-us.lm.bin")))
