"""Letters that look like those of another script, and words with such letters in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from qa.model import Document, Mention, Span
from qa.names.script.scripts import spelled
from qa.names.texts.others import rendering_cost
from qa.names.texts.reading import Drift, NameReading, SegmentNames
from qa.scripts import SCRIPTS, scripts_of
from qa.text import fold

# Letter by letter what looks the same to the eye; Unicode's confusables hold far more.
_PAIRS = {
    ("Cyrillic", "Latin"): dict(
        zip("АаВСсЕеНІіЈјКкМОоРрЅѕТХхУуЇїһԁԛԝ", "AaBCcEeHIiJjKkMOoPpSsTXxYyÏïhdqw", strict=True)
    ),
    ("Greek", "Latin"): dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοριυ", "ABEZHIKMNOPTYXavopiu", strict=True)),
    ("Greek", "Cyrillic"): dict(zip("ΑΒΕΗΙΚΜΟΡΤΧαορκ", "АВЕНІКМОРТХаорк", strict=True)),
}
_ALIKE = _PAIRS | {
    ("Latin", "Cyrillic"): {latin: cyr for cyr, latin in _PAIRS["Cyrillic", "Latin"].items()},
    ("Latin", "Greek"): {latin: greek for greek, latin in _PAIRS["Greek", "Latin"].items()},
    ("Cyrillic", "Greek"): {cyr: greek for greek, cyr in _PAIRS["Greek", "Cyrillic"].items()},
}
_L, _G, _C = (SCRIPTS[s] for s in ("Latin", "Greek", "Cyrillic"))
# A word with letters of at least two of the three scripts: the cheap test that nearly every word fails.
_MIXED = re.compile(
    rf"(?<![{_L}{_G}{_C}])[{_L}{_G}{_C}]*?(?:[{_L}][{_G}{_C}]|[{_G}][{_L}{_C}]|[{_C}][{_L}{_G}])[{_L}{_G}{_C}]*"
)
_CLASS = {script: re.compile(f"[{SCRIPTS[script]}]") for script in ("Latin", "Greek", "Cyrillic")}
SOUND = 0.1  # cost up to which a letter renders another one
# Greek letters that stand for a prefix or quantity: µm, kΩ, Δt, πr.
_UNIT = re.compile(r"[kMGmµμn]?[ΩΩ]|[μµ][A-Za-z]{1,4}|[ΔΣΩαβγδθλμπρσφω][A-Za-z]{1,2}|[A-Za-z]{1,2}[αβγδΔΩ]")


class Mixed(NamedTuple):
    """A word `text` with letters of another script than its `main` one in it, each with that other script.

    `plain` is the word with all letters of the main script, None where a letter has no like there.
    """

    span: Span
    text: str
    main: str
    plain: str | None
    odd: tuple[tuple[str, str], ...]

    @property
    def letters(self) -> str:
        """The odd letters in words: "Cyrillic у (U+0443) in a Latin word"."""
        shown = [f"{script} {letter} (U+{ord(letter):04X})" for letter, script in dict.fromkeys(self.odd)]
        return f"{', '.join(shown[:4])}{' …' if len(shown) > 4 else ''} in a {self.main} word"


@lru_cache(maxsize=1024)
def mixed_words(text: str, lang: str | None) -> tuple[Mixed, ...]:
    """The words of a text in which look-alikes of another script stand, given its language as BCP 47 tag."""
    if text.isascii() or sum(pattern.search(text) is not None for pattern in _CLASS.values()) < 2:
        return ()
    return tuple(_found(text, scripts_of(lang)))


def _found(text: str, home: frozenset[str]) -> Iterator[Mixed]:
    for m in _MIXED.finditer(text):
        mixed = None if _UNIT.fullmatch(m[0]) else _judged(m[0], m.start(), home)
        if mixed is not None:
            yield mixed


def _judged(word: str, start: int, home: frozenset[str]) -> Mixed | None:
    scripts = [next(s for s, c in _CLASS.items() if c.match(letter)) for letter in word]
    main = max(sorted(set(scripts)), key=lambda s: (scripts.count(s), s in home))
    odd = tuple((letter, s) for letter, s in zip(word, scripts, strict=True) if s != main)
    like = [_ALIKE[s, main].get(letter) for letter, s in odd]
    if not any(like):
        return None
    if _joined(scripts) and (None in like or len(odd) > 2 or _abbreviation(word, len(odd))):
        return None
    plain = "".join(
        letter if s == main else _ALIKE[s, main].get(letter, "")
        for letter, s in zip(word, scripts, strict=True)
    )
    return Mixed(Span(start, start + len(word)), word, main, None if None in like else plain, odd)


def _joined(scripts: list[str]) -> bool:
    """Whether a word changes its script once, as words joined from whole parts do ("VIPы")."""
    return sum(a != b for a, b in pairwise(scripts)) == 1


def _abbreviation(word: str, length: int) -> bool:
    """Whether a word is capitals of one script and a small ending of another ("ITшник")."""
    return length > 1 and word[:length].isupper() and word[length:].islower()


def sounds_like(mixed: Mixed, form: str, lang: str | None) -> bool:
    """Whether the odd letters of a word stand for what they sound like: Дукованy with a Latin y for Дукованы."""
    if mixed.plain is None or len(form) != len(mixed.plain) or form == mixed.plain:
        return False
    base = (lang or "und").partition("-")[0]
    letters = zip(mixed.text, mixed.plain, form, strict=True)
    return all(seen == meant or (was != seen and _sounds(was, meant, base)) for was, seen, meant in letters)


def _sounds(letter: str, other: str, lang: str) -> bool:
    """Whether a letter of one script is written for one of another by sound."""
    native = spelled(fold(other), lang)
    return native is not None and rendering_cost(native, fold(letter), lang, SOUND) <= SOUND


def looks_like(text: str, other: str) -> bool:
    """Whether some capitals look letter by letter like others of another script: ВВС in Cyrillic, and BBC."""
    if len(text) != len(other) or text == other or not (text.isupper() and other.isupper()):
        return False
    return any(all(like.get(a) == b for a, b in zip(text, other, strict=True)) for like in _ALIKE.values())


def plain(text: str, lang: str | None) -> str:
    """A text of the same length with every such word in its main script, as it reads to the eye."""
    for mixed in () if text.isascii() else mixed_words(text, lang):
        if mixed.plain is not None:
            text = text[: mixed.span.start] + mixed.plain + text[mixed.span.end :]
    return text


def plainly(document: Document) -> Document:
    """A document as it reads to the eye; the same one where all letters are what they seem."""
    texts = [plain(segment.text, document.target_lang) for segment in document.segments]
    if all(text is segment.text for text, segment in zip(texts, document.segments, strict=True)):
        return document
    segments = (replace(s, text=text) for s, text in zip(document.segments, texts, strict=True))
    return replace(document, segments=tuple(segments))


def as_written(reading: NameReading, document: Document) -> NameReading:
    """What was read in the plain letters of a document, with the texts as they are written in it."""
    texts = [segment.text for segment in document.segments]
    segments = tuple(_written(names, text) for names, text in zip(reading.segments, texts, strict=True))
    return replace(
        reading, segments=segments, drift=tuple(_drift(d, texts[d.segment]) for d in reading.drift)
    )


def _written(names: SegmentNames, text: str) -> SegmentNames:
    def written(mention: Mention) -> Mention:
        return replace(mention, text=text[mention.span.start : mention.span.end])

    return replace(
        names,
        mentions=tuple(map(written, names.mentions)),
        wrong=tuple((written(mention), source) for mention, source in names.wrong),
        lost=tuple(map(written, names.lost)),
    )


def _drift(drift: Drift, text: str) -> Drift:
    return replace(drift, text=text[drift.span.start : drift.span.end])
