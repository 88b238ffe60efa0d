"""The numbers a fluency score rests on, taken from a text and its round trip; nothing is weighed here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import log
from statistics import fmean

from qa.fluency import charmodel, ngrams
from qa.fluency.overlap import chrf, plain, word_f1
from qa.fluency.repeats import repeats
from qa.model import RoundTrip
from qa.names.words.ordinary import Known, frequency, known
from qa.text import ended

Signals = dict[str, float]

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ODD = re.compile(r"[^\W\d_][,;:][^\W\d_]|\s[,.;:!?](?:\s|$)|[,;:][,.;:]|\w- \w|\w[!?.;:] [a-zа-яё]")
# Zipf frequencies: one use in three million words, and one in thirty million.
_RARE, _ODD_WORD = 2.5, 1.5


def signals(text: str, language: str, trip: RoundTrip) -> Signals:
    """Every signal by name; what cannot be had (no model of the language, no probabilities) is left out."""
    return {
        "chrf": chrf(trip.text, text),
        "word_f1": word_f1(trip.text, text),
        "log_words": log(max(1, len(text.split()))),
        "repeats": float(repeats(text)),
        **_surface(text),
        **_letters(text, language),
        **_words(text, language),
        **(_neighbours(text) if language == "en" else {}),
        **_forced(trip),
    }


def word_count(text: str) -> int:
    """Words between white space; each sign counts as a word where a script is written without spaces."""
    return len(text.split())


def _surface(text: str) -> Signals:
    clean = plain(text).strip()
    first = next((c for c in clean if c.isalpha()), "A")
    return {
        "lower_start": float(first.islower()),
        "no_end": float(not ended(clean)),
        "odd_marks": float(len(_ODD.findall(clean))),
    }


def _letters(text: str, language: str) -> Signals:
    bits = charmodel.letter_bits(text, language)
    return {"bits_per_char": fmean(bits), "worst_window": charmodel.worst_window(bits)} if bits else {}


def _words(text: str, language: str) -> Signals:
    """Words nobody uses; names count as used when a list of names has them."""
    found = _WORD.findall(plain(text))
    if not found or not frequency("a", language) + frequency("и", language) + frequency("في", language):
        return {}
    zipfs = [_zipf(word, language) for word in found]
    common = [z for word, z in zip(found, zipfs, strict=True) if word[0].islower()]
    return {
        "unknown": sum(z == 0 for z in zipfs) / len(zipfs),
        "rare": sum(z < _RARE for z in zipfs) / len(zipfs),
        "odd_words": float(sum(z < _ODD_WORD for z in common)),
        "rarest": min(common, default=_RARE),
    }


def unknown_words(text: str, language: str) -> tuple[str, ...]:
    """Words that neither the language's word list nor the lists of names have, in reading order."""
    return tuple(word for word in _WORD.findall(plain(text)) if _zipf(word, language) == 0)


def _zipf(word: str, language: str) -> float:
    zipf = frequency(word.lower(), language)
    if zipf == 0 and word[0].isupper() and known(word.casefold()) is not Known.NOTHING:
        return _RARE
    return zipf


def _neighbours(text: str) -> Signals:
    gains = [gain for _, gain in ngrams.gains(text)]
    if not gains:
        return {}
    return {
        "neighbours": fmean(gains),
        "worst_neighbours": worst(gains, 2),
        "misfits": float(sum(gain < -0.5 for gain in gains)),
        "misfit_share": sum(gain < -0.5 for gain in gains) / len(gains),
    }


def _forced(trip: RoundTrip) -> Signals:
    means = dict(trip.log_probabilities)
    words = [score for _, score in trip.token_scores]
    if "target|pivot" not in means or not words:
        return _sound(means)
    low = sorted(words)[: max(1, len(words) // 5)]
    return {
        **_sound(means),
        **({"confidence": means["pivot|target"]} if "pivot|target" in means else {}),
        "log_probability": means["target|pivot"],
        "total": sum(words),
        "worst_words": worst(words, 3),
        "lowest_fifth": fmean(low),
        "doubted": sum(score < -6 for score in words) / len(words),
    }


def _sound(told: Mapping[str, float]) -> Signals:
    """How sound the engine finds the text by itself, where it can tell."""
    names = {"target": "soundness", "target:tokens": "sound_words", "target:faults": "faults"}
    return {name: told[key] for key, name in names.items()} if names.keys() <= told.keys() else {}


def worst(values: Sequence[float], size: int) -> float:
    """Lowest mean over `size` values in a row."""
    return fmean(values[worst_at(values, size)])


def worst_at(values: Sequence[float], size: int) -> slice:
    """Where the `size` values in a row with the lowest mean stand, the first of them if there are several."""
    size = min(size, len(values))
    start = min(range(len(values) - size + 1), key=lambda i: (sum(values[i : i + size]), i))
    return slice(start, start + size)
