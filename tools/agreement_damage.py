"""Pairs that no longer agree: good targets damaged in the ways that translators do harm to the sense."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

# A negation as it can be taken out and leave a sentence behind.
_NEGATIONS = {
    "en": re.compile(r"\b(?:not|never)\s|n't\b|\bno (?=\w)", re.IGNORECASE),
    "pt": re.compile(r"\b(?:não|nunca|nem)\s", re.IGNORECASE),
}
# A verb that a negation can be put to: after it in English, before it in Portuguese.
_VERBS = {
    "en": (re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must)\b"), r"\g<0> not"),
    "pt": (
        re.compile(r"(?<= )(?:é|são|foi|foram|era|será|está|estão|tem|têm|pode|podem|deve|vai|vão)\b"),
        r"não \g<0>",
    ),
}
_NAME = re.compile(r"([A-ZÀ-Þ][a-zà-ÿ]{2,})((?:['’]s)?[,.]?)")
_NEAR, _TRIES = 20, 1000


def damaged(
    target: str, source: str, lang: str, others: Sequence[str], rng: random.Random
) -> list[tuple[str, str]]:
    """(kind, damaged target) for every kind that applies; `others` are the targets of other pairs.

    truncated: the last two fifths of the words are gone. wrong sentence: another one of like length. added:
    half of another sentence follows. name replaced: another name out of `others`. negation lost, negation
    added: a "not" is gone, or there is one. number changed: a figure is another figure.
    """
    words = target.split()
    near = sorted(others, key=lambda other: (abs(len(other) - len(target)), other))[: _NEAR + 1]
    wrong = rng.choice([other for other in near if other != target])
    more = wrong.split()
    found = {
        "truncated": " ".join(words[: max(3, len(words) * 3 // 5)]) if len(words) > 7 else target,
        "wrong sentence": wrong,
        "added": " ".join([*words, *more[len(more) // 2 :]]),
        "name replaced": _renamed(words, source, others, rng),
        "negation lost": _NEGATIONS[lang].sub("", target, count=1),
        "negation added": _denied(target, lang),
        "number changed": _recounted(target, rng),
    }
    return [(kind, text) for kind, text in found.items() if text != target]


def _renamed(words: Sequence[str], source: str, others: Sequence[str], rng: random.Random) -> str:
    places = [i for i in range(1, len(words)) if _NAME.fullmatch(words[i])]
    if not places:
        return " ".join(words)
    at = rng.choice(places)
    old, tail = _NAME.fullmatch(words[at]).groups()  # type: ignore[union-attr]
    for _ in range(_TRIES):
        some = rng.choice(others).split()[1:]
        names = [match[1] for word in some if (match := _NAME.fullmatch(word))]
        new = rng.choice(names) if names else old
        if new != old and new not in source:
            return " ".join([*words[:at], new + tail, *words[at + 1 :]])
    return " ".join(words)


def _denied(target: str, lang: str) -> str:
    pattern, put = _VERBS[lang]
    return target if _NEGATIONS[lang].search(target) else pattern.sub(put, target, count=1)


def _recounted(target: str, rng: random.Random) -> str:
    figures = list(re.finditer(r"\d+", target))
    if not figures:
        return target
    at = rng.choice(figures)
    return f"{target[: at.start()]}{int(at[0]) + rng.choice((1, 3, 10))}{target[at.end() :]}"
