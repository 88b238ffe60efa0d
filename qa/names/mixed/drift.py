"""One name written in two ways in one document, though no glossary knows it.

Words that are written with a capital throughout and mean nothing else are compared with one another; two of them
are one name when the letters that differ are ones that orthographies write for one another, or when a rare one is a
slip away from a frequent one. Where there is a source, both must stand for the same word of it. A given name is one
only where it names one person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache, partial
from itertools import combinations

from qa.model import Document, Mention, Span
from qa.names.lexicon.keys import spelling_keys
from qa.names.lexicon.lexicon import Lexicon
from qa.names.mixed.bearers import of_one_listed
from qa.names.mixed.one_name import FAR, Spelling, one_name
from qa.names.texts.reading import Drift
from qa.names.texts.remembered import of_interest
from qa.names.texts.windows import ELIDING, Window, bare_length, bare_word, elided, overlaps, windows
from qa.names.words.given import same_given
from qa.names.words.likeness import likeness
from qa.names.words.ordinary import frequency
from qa.text import fold, words

SHORTEST = 5  # letters of a name that is compared
COMMONEST = 4.0  # Zipf frequency from which a word is no name that drifts


def find_drift(
    document: Document,
    written: Sequence[Sequence[str]],
    names: Mapping[str, str],
    taken: Sequence[Sequence[Mention]],
    lexicon: Lexicon,
) -> tuple[Drift, ...]:
    """The rarer spelling of every pair, wherever it stands.

    `written` are the words of each segment, `names` those of `capital_names`, `taken` the glossary's mentions in each
    segment.
    """
    lang = (document.target_lang or "und").partition("-")[0]
    pairs = [(x, y, cost) for x, y in _pairs(sorted(names)) if (cost := _cost(x, y, lang)) is not None]
    if not pairs:
        return ()
    spellings = _places(document, written, {name for x, y, _ in pairs for name in (x, y)}, taken)
    out: dict[tuple[int, Span], Drift] = {}
    for x, y, cost in pairs:
        if x not in spellings or y not in spellings:
            continue
        found = one_name(spellings[x], spellings[y], cost, document, lang)
        if found is None:
            continue
        a, b, evidence = found
        usual, rare = _by_use(a, b)
        if of_one_listed(usual.normal, rare.normal, rare.places, document, lexicon):
            continue
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


def _places(
    document: Document, written: Sequence[Sequence[str]], names: set[str], taken: Sequence[Sequence[Mention]]
) -> dict[str, Spelling]:
    """Where the spellings stand outside the glossary's mentions."""
    lang = (document.target_lang or "und").partition("-")[0]
    capitals = (word for word in set().union(*written) if not word.islower())
    among = {word for word in capitals if fold(_bare(word, lang)) in names}
    found: dict[str, Spelling] = {}
    for number, segment in enumerate(document.segments):
        if among.isdisjoint(written[number]):
            continue
        for window in windows(segment.text, 1, lang=lang):
            free = window.normal in names and not overlaps(window.start, window.end, taken[number])
            if free and window.capital:
                found.setdefault(window.normal, Spelling(window.normal)).places.append((number, window))
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
    if len(name) < SHORTEST or not name.isalpha():
        return None
    # The lists have words with their marks: Präsidentin.
    if max(frequency(name, lang), frequency(bare.lower(), lang)) >= COMMONEST:
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


def _cost(x: str, y: str, lang: str) -> float | None:
    """Cost a letter between two spellings that may be one name; forms of one given name may be far apart."""
    cost = likeness(x, y, lang)
    return FAR if cost is None and same_given(x, y) else cost


def _by_use(a: Spelling, b: Spelling) -> tuple[Spelling, Spelling]:
    """The usual spelling and the rare one; of two equally frequent ones the first in the text is usual."""
    return (a, b) if (-len(a.places), a.places[0][0]) <= (-len(b.places), b.places[0][0]) else (b, a)
