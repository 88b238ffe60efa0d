"""Plain sentences for the editor: what spoke against a text, the weightiest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from qa.fluency import ngrams
from qa.fluency.diff import changed_words
from qa.fluency.overlap import plain
from qa.fluency.signals import Signals, unknown_words
from qa.model import RoundTrip
from qa.wording import counted

# Shares of the sum below this are noise in any good sentence.
_WEIGHTY = -0.25
_MOST = 4
_AT_ONCE = 5
_Sentence = Callable[[str, Signals, RoundTrip], str | None]


def fluency_reasons(
    text: str, values: Signals, shares: Mapping[str, float], trip: RoundTrip, why_no_band: str | None
) -> tuple[str, ...]:
    """Reasons from the signals' `shares` in the sum, at most four; `why_no_band` comes first.

    Without shares the words that came back differently are all that can be told.
    """
    first = [f"{why_no_band}: the score is shown without a band."] if why_no_band else []
    if not shares:
        changed = _changed(text, values, trip) if why_no_band else None
        return tuple(first + ([changed] if changed else []))
    weight: dict[_Sentence, float] = {}
    for name, share in shares.items():
        if name in _SENTENCES:
            weight[_SENTENCES[name]] = weight.get(_SENTENCES[name], 0.0) + share
    heavy = sorted((w, tell.__name__, tell) for tell, w in weight.items() if w < _WEIGHTY)
    told = [tell(text, values, trip) for _, _, tell in heavy]
    return tuple(first + [sentence for sentence in told if sentence][:_MOST])


def quoted(words: Sequence[str]) -> str:
    """The first words in quotes, and how many more there are."""
    shown = ", ".join(f"“{word}”" for word in dict.fromkeys(words[:_AT_ONCE]))
    return shown + (f" and {len(words) - _AT_ONCE} more" if len(words) > _AT_ONCE else "")


def _changed(text: str, values: Signals, trip: RoundTrip) -> str | None:
    words = changed_words(text, trip.text)
    return f"Came back differently from {trip.pivot_lang.upper()}: {quoted(words)}." if words else None


def _doubted(text: str, values: Signals, trip: RoundTrip) -> str | None:
    low = sorted(trip.token_scores, key=lambda pair: pair[1])[:3]
    words = [word.strip('.,;:!?"“”()') for word, score in low if score < -5]
    return f"The translator would not have written: {quoted(words)}." if words else None


def _hesitated(text: str, values: Signals, trip: RoundTrip) -> str | None:
    return f"The translator was not sure how to put it into {trip.pivot_lang.upper()}."


def _unknown(text: str, values: Signals, trip: RoundTrip) -> str | None:
    words = unknown_words(text, trip.source_lang)
    return f"Not in the lists of words and names: {quoted(words)}." if words else None


def _letters(text: str, values: Signals, trip: RoundTrip) -> str | None:
    return _unknown(text, values, trip) or "Its words are spelled in an unusual way."


def _neighbours(text: str, values: Signals, trip: RoundTrip) -> str | None:
    """Pairs of words where the second is less likely than anywhere else."""
    found = ngrams.gains(text)
    pairs = [(gain, f"{a} {b}") for (a, _), (b, gain) in pairwise(found) if b != "</s>"]
    worst = [pair for gain, pair in sorted(pairs)[:3] if gain < -0.5 and pair in _flat(text)]
    if worst:
        return f"Words that hardly ever stand together: {quoted(worst)}."
    return "Its words follow each other in an unusual order."


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", plain(text).lower())


def _unsound(text: str, values: Signals, trip: RoundTrip) -> str | None:
    faults = max(1, round(values.get("faults", 0.0)))
    return f"It reads as if {counted(faults, 'word')} or so were missing, wrong or out of place."


def _repeats(text: str, values: Signals, trip: RoundTrip) -> str | None:
    return "A word or phrase stands twice in a row."


def _lower(text: str, values: Signals, trip: RoundTrip) -> str | None:
    return "It begins with a small letter."


def _end(text: str, values: Signals, trip: RoundTrip) -> str | None:
    return "It does not end with a mark, so the end may be missing."


def _marks(text: str, values: Signals, trip: RoundTrip) -> str | None:
    return "A punctuation mark stands where none belongs."


_SENTENCES: Mapping[str, _Sentence] = {
    "chrf": _changed,
    "word_f1": _changed,
    "log_probability": _doubted,
    "lowest_fifth": _doubted,
    "worst_words": _doubted,
    "doubted": _doubted,
    "confidence": _hesitated,
    "total": _doubted,
    "bits_per_char": _letters,
    "worst_window": _letters,
    "unknown": _unknown,
    "rare": _unknown,
    "rarest": _unknown,
    "odd_words": _unknown,
    "neighbours": _neighbours,
    "worst_neighbours": _neighbours,
    "misfits": _neighbours,
    "misfit_share": _neighbours,
    "soundness": _unsound,
    "sound_words": _unsound,
    "faults": _unsound,
    "repeats": _repeats,
    "lower_start": _lower,
    "no_end": _end,
    "odd_marks": _marks,
}
