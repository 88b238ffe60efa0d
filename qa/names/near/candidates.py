"""Which entries come near a stretch of text: by shared keys, then by likeness of letters, then by alignment.

Each step is dearer than the one before and is taken for fewer entries: keys are looked up for every rendering, whole
spellings are compared where a key is shared, and only the likest few are aligned.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from math import ceil

from qa.names.lexicon.index import NameIndex, Postings
from qa.names.lexicon.keys import skeletons, slip_keys, sound_keys, whole_key
from qa.names.lexicon.lexicon import Lexicon
from qa.names.near.closeness import Closeness, closeness, within
from qa.names.script.edits import most_similar
from qa.names.script.romanize import romanizations
from qa.names.words.ordinary import frequency

LIMIT = 0.36  # edit cost a letter beyond which nothing is a candidate
MOST = 4  # candidates that are aligned
MOST_SIMILAR = 16  # renderings they are taken from
FLOOR = 0.5  # letter similarity to some romanization below which a candidate is not aligned
_UNVOWELLED = 0.3  # the same for one without short vowels, of which a spelling has all consonants: Kinneret
_CONSONANTS = 4  # how many tell a name by themselves
SLIP_FLOOR = 0.6  # the same for a spelling that does not even have the same sounds
REGULAR_FLOOR = 0.7  # the same where only a regular romanization, by one route or a mixture, is of interest
EXACT = 0.11  # cost up to which a spelling counts as a regular romanization
WHOLE_EDIT = 0.65  # cost from which a letter has been changed, not only rendered
RUN_TOGETHER = 0.1  # cost a letter up to which the number of words may differ
ORDINARY = 3.4  # Zipf frequency from which nothing but a regular romanization is looked for


def nothing_near(lexicon: Lexicon, normal: str) -> bool:
    """Whether a folded stretch is an ordinary word that no name is written as, so that it has no candidates."""
    return _is_ordinary(normal, lexicon.base_lang) and not any(
        whole_key(latin) in lexicon.index.sounds for latin in _written(normal, lexicon.base_lang)
    )


def _is_ordinary(normal: str, lang: str) -> bool:
    """An ordinary word is never a slip, only by chance a regular romanization; several together are rare."""
    return " " not in normal and frequency(normal, lang) >= ORDINARY


def _written(normal: str, lang: str) -> tuple[str, ...]:
    return romanizations(normal, lang)[:2]


def candidates(
    lexicon: Lexicon, normal: str, limit: float = LIMIT, slips: float = SLIP_FLOOR
) -> list[tuple[int, Closeness]]:
    """Entries within reach of a folded stretch of text, closest first; `limit` is the cost a letter of interest.

    `slips` is the likeness below which what has other sounds is not looked at.
    """
    written = _written(normal, lexicon.base_lang)
    names = ((n, lexicon.name(n)) for n in _likely(lexicon, written, normal, limit * len(normal), slips))
    close = [
        (number, closeness(name, normal, LIMIT))
        for number, name in names
        if limit >= LIMIT or within(name, normal, limit)
    ]
    return sorted(((n, c) for n, c in close if _whole(c, normal)), key=lambda nc: (nc[1].cost, nc[0]))


def _likely(lexicon: Lexicon, written: tuple[str, ...], normal: str, limit: float, slips: float) -> list[int]:
    """The few entries worth an alignment: those of the likest renderings among all that share a key.

    `limit` is the whole cost of interest: regular romanizations, and all that costs less than a slip, share all
    their sounds.
    """
    ordinary = _is_ordinary(normal, lexicon.base_lang)
    best: dict[int, float] = {}
    for latin in written:
        floor = FLOOR if limit > EXACT else REGULAR_FLOOR
        keys = {whole_key(latin)} if ordinary else sound_keys(latin)
        _likest(best, lexicon.index, latin, floor, ((lexicon.index.sounds, keys),))
        if floor == FLOOR and _is_told_by_consonants(latin, lexicon.index):
            _likest(best, lexicon.index, latin, _UNVOWELLED, ((lexicon.index.sounds, keys),), unvowelled=True)
        if limit >= WHOLE_EDIT and not ordinary:
            _likest(best, lexicon.index, latin, slips, _with_slips(lexicon.index, latin, keys))
    return [-n for _, n in nlargest(MOST, ((likeness, -n) for n, likeness in best.items()))]


def _is_told_by_consonants(latin: str, index: NameIndex) -> bool:
    """Whether a spelling has so many consonants that a form without short vowels need be like it in nothing else."""
    return bool(index.unvowelled.keys) and len(skeletons(latin)[0].removeprefix("A")) >= _CONSONANTS


def _with_slips(index: NameIndex, latin: str, keys: set[int]) -> tuple[tuple[Postings, set[int]], ...]:
    """Where to look for spellings from which something was left out, or which have something less themselves."""
    fewer = slip_keys(latin)
    return (index.sounds, fewer), (index.slips, fewer | keys)


def _likest(
    best: dict[int, float],
    index: NameIndex,
    latin: str,
    floor: float,
    places: Iterable[tuple[Postings, set[int]]],
    unvowelled: bool = False,
) -> None:
    """Add the entries of the renderings under some keys that are as alike as `floor`, each with its likeness.

    Where they are to be `unvowelled`, others are left out.
    """
    size = len(latin)
    # A letter more or less is an edit: what is much shorter or longer cannot be alike.
    low, high = index.of_length(ceil(size * floor), int(size / floor))
    sharing = sorted(set().union(*(table.find(keys, low, high) for table, keys in places)))
    if unvowelled:
        sharing = [number for number in sharing if number in index.unvowelled]
    renderings = list(map(index.renderings.__getitem__, sharing))
    for likeness, at in most_similar(latin, renderings, floor, MOST_SIMILAR):
        number = sharing[at]
        # What lacks its vowels is as like as the floor to many a word: Swissa, and السويس.
        if likeness == floor and not unvowelled and number in index.unvowelled:
            continue
        owner = index.owners[number]
        if likeness > best.get(owner, 0.0):
            best[owner] = likeness


def _whole(close: Closeness, normal: str) -> bool:
    """Whether as many words are written as the name has; words run together only in a close spelling."""
    if close.best is None:
        return close.found
    return normal.count(" ") == close.best.text.count(" ") or close.cost <= RUN_TOGETHER
