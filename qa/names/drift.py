"""One name written in two ways in one document, though no glossary knows it.

Words that are written with a capital throughout and mean nothing else are compared with one another; two of them
are one name when the letters that differ are ones that orthographies write for one another, or when a rare one is a
slip away from a frequent one. Where there is a source, both must stand for the same word of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from itertools import combinations

from qa.model import Document, Mention, Segment, Span
from qa.names.align import distance, prepare
from qa.names.inflect import Inflection, inflection
from qa.names.keys import spelling_keys
from qa.names.likeness import RESPELLED, likeness
from qa.names.ordinary import Known, frequency, known
from qa.names.reading import Drift
from qa.names.remembered import of_interest
from qa.names.scripts import spelled
from qa.names.windows import ELIDING, Window, bare_length, bare_word, elided, overlaps, windows
from qa.text import fold, level, words

SHORTEST = 5  # letters of a name that is compared
COMMONEST = 4.0  # Zipf frequency from which a word is no name that drifts
ORDINARY = 3.3  # Zipf frequency from which a spelling is too well known to be a slip
SOURCE_COST = 0.25  # cost a letter up to which a source word is what a spelling stands for


@dataclass(slots=True)
class _Spelling:
    """A spelling with the places (segment number, window) where it stands."""

    normal: str
    places: list[tuple[int, Window]] = field(default_factory=list)


def find_drift(
    document: Document, names: Mapping[str, str], taken: Sequence[Sequence[Mention]]
) -> tuple[Drift, ...]:
    """The rarer spelling of every pair, wherever it stands.

    `names` are those of `capital_names`, `taken` the glossary's mentions in each segment.
    """
    lang = (document.target_lang or "und").partition("-")[0]
    pairs = [(x, y, cost) for x, y in _pairs(sorted(names)) if (cost := likeness(x, y, lang)) is not None]
    if not pairs:
        return ()
    spellings = _places(document, {name for x, y, _ in pairs for name in (x, y)}, taken)
    out: dict[tuple[int, Span], Drift] = {}
    for x, y, cost in pairs:
        if x not in spellings or y not in spellings:
            continue
        a, b = spellings[x], spellings[y]
        evidence = _evidence(a, b, cost, document, lang)
        if evidence is None:
            continue
        usual, rare = _by_use(a, b)
        for number, window in rare.places:
            place = (number, Span(window.start, window.end))
            text, other = _text(document, number, window), _text(document, *usual.places[0])
            counts = (len(rare.places), len(usual.places))
            out.setdefault(place, Drift(number, place[1], text, other, counts, 0.7, (evidence,)))
    return tuple(out[place] for place in sorted(out))


def _text(document: Document, number: int, window: Window) -> str:
    return document.segments[number].text[window.start : window.end]


def capital_names(words: Set[str], lang: str) -> dict[str, str]:
    """Folded spellings that stand in a document with a capital only, each with the way it is written.

    `words` are those of the document, `lang` is the base language.
    """
    names: dict[str, str] = {}
    for word, name in of_interest(words, _ruled_out(lang), partial(_name, lang=lang)):
        bare = _bare(word, lang)
        names[name] = min(bare, names.get(name, bare), key=lambda w: (w.isupper(), len(w), w))
    if not names:
        return names
    small = {fold(word) for word in words if not word.isascii() and word[0].islower()}
    return {name: names[name] for name in sorted(names.keys() - words - small)}


@cache
def _ruled_out(lang: str) -> set[str]:
    """Words of a language that were found to be no names; most words of a document were met before it."""
    return set()


def uncovered(names: Mapping[str, str], taken: Sequence[str]) -> dict[str, str]:
    """Names of a document without those that stand in a mention of the glossary."""
    covered = {bare_word(word.text) for text in taken for word in words(text)}
    return {name: written for name, written in names.items() if name not in covered}


def _places(document: Document, names: set[str], taken: Sequence[Sequence[Mention]]) -> dict[str, _Spelling]:
    """Where the spellings stand outside the glossary's mentions."""
    lang = (document.target_lang or "und").partition("-")[0]
    found: dict[str, _Spelling] = {}
    for number, segment in enumerate(document.segments):
        for window in windows(segment.text, 1, lang=lang):
            free = window.normal in names and not overlaps(window.start, window.end, taken[number])
            if free and window.capital:
                found.setdefault(window.normal, _Spelling(window.normal)).places.append((number, window))
    return found


def _bare(word: str, lang: str) -> str:
    """A word without a shortened article and without its possessive ending."""
    return word[elided(word) if lang in ELIDING else 0 : bare_length(word, lang)]


@lru_cache(maxsize=32768)
def _name(word: str, lang: str) -> str | None:
    """The folded spelling of a word that may be a name, None for any other."""
    bare = _bare(word, lang)
    if bare[:1].islower():
        return None
    name = fold(bare)
    if len(name) < SHORTEST or not name.isalpha() or frequency(name, lang) >= COMMONEST:
        return None
    return name


def _pairs(names: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs that share a key."""
    met: set[int] = set()
    shared: set[int] = set()
    for keys in map(spelling_keys, names):
        shared |= met & keys
        met |= keys
    by_key: dict[int, list[str]] = defaultdict(list)
    for name in names:
        for key in spelling_keys(name) & shared:
            by_key[key].append(name)
    return sorted({pair for group in by_key.values() for pair in combinations(group, 2)})


def _evidence(a: _Spelling, b: _Spelling, cost: float, document: Document, lang: str) -> str | None:
    """Evidence that two spellings alike are one name, None when they are not."""
    x, y = a.normal, b.normal
    source = _source_words(a, b, document)
    if source is not None:
        return f"both stand for {source[0]} in the source" if source[1] else None
    both_known = known(x) is not Known.NOTHING and known(y) is not Known.NOTHING
    famous = max(frequency(x, lang), frequency(y, lang)) >= ORDINARY
    if both_known or famous or (cost > RESPELLED and known(x) | known(y)):
        return None
    return (
        "the letters that differ are written for one another" if cost <= RESPELLED else "one letter differs"
    )


def _by_use(a: _Spelling, b: _Spelling) -> tuple[_Spelling, _Spelling]:
    """The usual spelling and the rare one; of two equally frequent ones the first in the text is usual."""
    return (a, b) if (-len(a.places), a.places[0][0]) <= (-len(b.places), b.places[0][0]) else (b, a)


def _source_words(a: _Spelling, b: _Spelling, document: Document) -> tuple[str, bool] | None:
    """The source's word for the first spelling, and whether the second stands for it too; None without source."""
    first, second = (source_word(s.normal, s.places, document) for s in (a, b))
    if first is None or second is None:
        return None
    x, y = level(first), level(second)
    shared = min(len(x), len(y)) - 2
    same = x == y or (shared >= 3 and x[:shared] == y[:shared])
    return first, same or inflection(
        x, y, (document.source_lang or "und").partition("-")[0]
    ) > Inflection.DERIVED


def source_word(normal: str, places: Sequence[tuple[int, Window]], document: Document) -> str | None:
    """The word of the source that a folded spelling stands for at the first of its places, if any is near."""
    number, _ = places[0]
    segment: Segment = document.segments[number]
    if not segment.source or document.source_lang is None:
        return None
    best, best_cost = None, SOURCE_COST
    for word in words(segment.source):
        letters = None if word.text[:1].islower() else spelled(fold(word.text), document.source_lang)
        if letters is not None:
            cost = distance(prepare(letters[1], letters[0]), normal, 99.0) / len(normal)
            if cost < best_cost:
                best, best_cost = word.text, cost
    return best
