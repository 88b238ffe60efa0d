"""Spellings of a name that stands rightly nearby, though the word could be a name of its own elsewhere.

*Raty* is a surname; where a text speaks of the river Rata a line before, it is that name with a case ending of the
source. So a word that no entry covers is compared with the entries that are rightly named around it, and only with
those. It must sound like one of them, letter by letter, and mean nothing else: no ordinary word, no woman's surname
beside a man's, no people named after its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache, partial

from qa.model import Document, Mention, Segment, Status
from qa.names.lexicon.keys import skeletons
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.near.abjad import vowels_guessed
from qa.names.near.another_name import begins_another
from qa.names.near.candidates import candidates
from qa.names.near.closeness import Closeness, closeness
from qa.names.near.unlisted import unlisted
from qa.names.script.romanize import in_latin
from qa.names.texts.reach import is_near
from qa.names.texts.remembered import of_interest
from qa.names.texts.windows import bare_word, overlaps, windows
from qa.names.words.likeness import related
from qa.names.words.ordinary import Known, known, means_else

SHORTEST = 4  # letters of a word that is compared
RENDERED = 0.31  # cost of the whole word up to which it renders the name: one loose step or one case ending
CONFIDENCE = 0.7


def right(mention: Mention) -> bool:
    """Whether a mention is a form that may stand where it stands."""
    return mention.status in (Status.PREFERRED, Status.ADMITTED)


def find_nearby(
    document: Document,
    written: Sequence[Sequence[str]],
    words: Set[str],
    taken: Sequence[Sequence[Mention]],
    people: Callable[[Sequence[str]], bool],
    lexicon: Lexicon,
) -> dict[int, list[Mention]]:
    """Further mentions by segment number: other spellings of names that stand rightly nearby.

    `written` are the words of each segment, `words` all of them, `taken` the mentions of each so far. `people` says
    whether any of some folded words is somebody's name in the document. A segment with a source has none: there the
    source decides.
    """
    named: dict[str, list[int]] = defaultdict(list)
    for number, mentions in enumerate(taken):
        for mention in mentions:
            if right(mention):
                named[mention.entry].append(number)
    if not named or all(segment.source for segment in document.segments):
        return {}
    sounds = _sounds_of(named, lexicon)
    meant: dict[str, list[Name]] = {}
    lang = lexicon.base_lang
    for word, heard in of_interest(words, _silent(lang), partial(_sounds, lang=lang)):
        ids = {one for skeleton in heard for one in sounds.get(skeleton, ())}
        if ids and word.lower() not in words and (names := _meant(word, sorted(ids), people, lexicon)):
            meant[word] = names
    if not meant:
        return {}
    out: dict[int, list[Mention]] = {}
    for number, segment in enumerate(document.segments):
        here = {} if segment.source else {w: meant[w] for w in written[number] if w in meant}
        if here and (found := list(_mentions(segment, number, here, named, taken[number], lexicon))):
            out[number] = found
    return out


def _sounds_of(named: Mapping[str, Sequence[int]], lexicon: Lexicon) -> dict[str, set[str]]:
    """Ids of the entries by the consonant skeletons of their renderings of one word."""
    out: dict[str, set[str]] = defaultdict(set)
    for entry_id in named:
        for skeleton in _skeletons(lexicon.by_id(entry_id)):
            out[skeleton].add(entry_id)
    return out


@lru_cache(maxsize=16384)
def _skeletons(name: Name) -> frozenset[str]:
    """Consonant skeletons of the renderings of one word."""
    words = (latin for latin in name.renderings if " " not in latin)
    return frozenset(skeleton for latin in words for skeleton in skeletons(latin))


def _meant(
    word: str, ids: Sequence[str], people: Callable[[Sequence[str]], bool], lexicon: Lexicon
) -> list[Name]:
    """Those of some entries that a capitalised word may be a spelling of, one almost always."""
    spelling = bare_word(word, lexicon.base_lang)
    found = [name for name in map(lexicon.by_id, ids) if _renders(name, spelling, lexicon)]
    # Beside a place, the name of a person or of another place is what it is.
    other = bool(found) and (known(spelling) & (Known.GIVEN | Known.PLACE) or people([spelling]))
    return [name for name in found if name.type == "person" or not other]


@cache
def _silent(lang: str) -> set[str]:
    """Words of a language that are never compared; most words of a document were met before it."""
    return set()


@lru_cache(maxsize=65536)
def _sounds(word: str, lang: str) -> tuple[str, ...]:
    """Consonant skeletons of a word as written, none where it is no name, too short or too common."""
    spelling = bare_word(word, lang)
    if not word[0].isupper() or len(spelling) < SHORTEST or not spelling.isalpha():
        return ()
    latin = in_latin(spelling, lang)
    if means_else(spelling, lang):
        return ()
    return skeletons(latin)


@lru_cache(maxsize=16384)
def _renders(name: Name, spelling: str, lexicon: Lexicon) -> bool:
    """Whether a folded word is a regular rendering of a name, and of no other entry that comes as close."""
    close = _regular(name, spelling)
    if close is None or name.suggestion is None or _another_form(name, spelling):
        return False
    rivals = candidates(lexicon, spelling, close.cost)
    return all(rival.cost > close.cost or lexicon.name(number) is name for number, rival in rivals)


def _regular(name: Name, spelling: str) -> Closeness | None:
    close = closeness(name, spelling, RENDERED / len(spelling))
    return close if close.best is not None and not vowels_guessed(close) else None


def _another_form(name: Name, spelling: str) -> bool:
    """Whether a word is a right form of its own: a woman's surname, a plural, somebody from the place.

    Nor is a part of a right form, but of a place's, another spelling of it.
    """
    return any(
        spelling == good
        or (name.type != "place" and f" {spelling} " in f" {good} ")
        # What is made from the name of a place is longer; a case ending of the source is not.
        or ((name.type == "person" or len(spelling) > len(good)) and related(good, spelling, name.base_lang))
        for good in name.good
    )


def _mentions(
    segment: Segment,
    number: int,
    here: Mapping[str, Sequence[Name]],
    named: Mapping[str, Sequence[int]],
    taken: Sequence[Mention],
    lexicon: Lexicon,
) -> Iterator[Mention]:
    spellings = {bare_word(word, lexicon.base_lang): names for word, names in here.items()}
    for window in windows(segment.text, 1, lang=lexicon.base_lang):
        names = spellings.get(window.normal, ()) if window.capital else ()
        near = [
            name
            for name in names
            if is_near(number, named[name.id]) and not begins_another(segment.text, window, name)
        ]
        if near and not overlaps(window.start, window.end, taken):
            close = closeness(near[0], window.normal, RENDERED / len(window.normal))
            yield unlisted(segment.text, window, near[0], close, CONFIDENCE, nearby=True)
