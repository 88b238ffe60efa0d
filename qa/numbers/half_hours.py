"""Half hours in words: "halb acht" is 7:30, where the word of another language for "half" would make it 8:30.

Told only where the hour was read and the other text has a half hour instead that nothing of this one explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.model import Span
from qa.numbers.quantity import Quantity
from qa.numbers.side import Side

# The words before or behind the hour, which is the one to come ("halb acht") or the one that began ("half past seven").
COMING = {
    "de": r"\bhalb\s(?P<hour>\w+)", "nl": r"\bhalf\s(?P<hour>\w+)", "sv": r"\bhalv\s(?P<hour>\w+)",
    "da": r"\bhalv\s(?P<hour>\w+)", "no": r"\bhalv\s(?P<hour>\w+)", "cs": r"\bpůl\s(?P<hour>\w+)",
    "sk": r"\bpol\s(?P<hour>\w+)", "sl": r"\bpol\s(?P<hour>\w+)", "hr": r"\bpola\s(?P<hour>\w+)",
    "sr": r"\b(?:pola|пола)\s(?P<hour>\w+)", "pl": r"\bwpół\sdo\s(?P<hour>\w+)", "hu": r"\bfél\s(?P<hour>\w+)",
    "fi": r"\bpuoli\s(?P<hour>\w+)", "et": r"\bpool\s(?P<hour>\w+)",
    "ru": r"\bполовин[еуы]\s(?P<hour>\w+)", "uk": r"\b(?:пів|половин[іау])\s(?:на\s)?(?P<hour>\w+)",
}  # fmt: skip
BEGUN = {
    "en": r"\bhalf\spast\s(?P<hour>\w+)", "fr": r"\b(?P<hour>\w+)\sheures?\set\sdemie", "ar": r"(?P<hour>\w+)\sوالنصف",
    "es": r"\blas?\s(?P<hour>\w+)\sy\smedia", "it": r"\b(?:alle|le)\s(?P<hour>\w+)\se\smezz[ao]",
    "pt": r"\b[àa]s?\s(?P<hour>\w+)(?:\shoras)?\se\smeia", "ro": r"\b(?P<hour>\w+)\sși\sjumătate",
    "el": r"\b(?P<hour>\w+)\sκαι\sμισή",
}  # fmt: skip
PATTERNS = {lang: (re.compile(pattern, re.I), 0) for lang, pattern in BEGUN.items()}
PATTERNS |= {lang: (re.compile(pattern, re.I), 1) for lang, pattern in COMING.items()}
DIAL, HOUR, HALF = 720, 60, 30


def other_half_hour(one: Side, other: Side) -> Iterator[tuple[Quantity, Quantity]]:
    """A half hour of the one text, in words on either side, and the one that the other text has in its place."""
    ours, theirs = _half_hours(one), _half_hours(other)
    if not any(in_words for _, _, in_words in (*ours, *theirs)):
        return
    here, there = _times(one) | {at for at, _, _ in ours}, _times(other) | {at for at, _, _ in theirs}
    lost, added = [t for t in ours if t[0] not in there], [t for t in theirs if t[0] not in here]
    yield from (
        (source, instead)
        for (_, source, in_words), (_, instead, also) in zip(lost, added, strict=False)
        if in_words or also
    )


def _half_hours(side: Side) -> list[tuple[int, Quantity, bool]]:
    """The half hours of a text: minutes on a dial, the number, whether it is told in words."""
    found = [
        (minutes % DIAL, q, False)
        for q in side.quantities
        if q.unit is None and (minutes := _minutes(q)) is not None and minutes % HOUR == HALF
    ]
    pattern, before = PATTERNS.get(side.table.lang, (None, 0))
    ends = {q.span.end: q for q in side.quantities if q.scale == 1 and q.value in range(1, 25)}
    for m in pattern.finditer(side.text) if pattern else ():
        hour = ends.get(m.end("hour"))
        if hour is not None:
            phrase = replace(hour, span=Span(*m.span()), text=m[0])
            found.append(((int(hour.value or 0) - before) * HOUR % DIAL + HALF, phrase, True))
    return found


def _times(side: Side) -> set[int]:
    return {minutes % DIAL for q in side.quantities if (minutes := _minutes(q)) is not None}


def _minutes(one: Quantity) -> int | None:
    """The time of day that a number may stand for, in minutes."""
    atoms = (r[0] for r in one.readings if len(r) == 1)
    return next((int(a[1:]) for a in atoms if isinstance(a, str) and a[0] == "t"), None)
