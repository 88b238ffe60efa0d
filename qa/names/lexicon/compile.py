"""Compile a glossary: every form of every language becomes keys under which a text can meet it."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from qa.model import Entry, Form, Glossary
from qa.names.grammar.endings import endings
from qa.names.grammar.inflect import attributive, possible_stems, stems
from qa.names.grammar.morphology import knows
from qa.names.lexicon.index import Keys, NameIndex, Openings, lengths_of, pack, postings
from qa.names.lexicon.keys import (
    hashed,
    initials,
    led_word_keys,
    slip_keys,
    sound_keys,
    two_word_keys,
    whole_key,
    word_keys,
)
from qa.names.script.letters import load_table
from qa.names.script.romanize import romanizations
from qa.names.script.writing import table_name
from qa.names.texts.forms import UNSPACED, alternatives, native_forms, normal, solid, spellings
from qa.names.texts.worded import parts_of, starts_small
from qa.names.words.articles import without_arabic_article
from qa.names.words.given import equivalents
from qa.text import HYPHENS, level

_PREFIX = 5
_LONGEST = 12
_TWO_SURNAMES = re.compile(rf"[^\W\d_]{{4,}}[{HYPHENS}][^\W\d_]{{4,}}")
_MAIN_ROUTES = 3


def compile_glossary(glossary: Glossary) -> NameIndex:
    """Compile entries (sorted by id) into an index that any process can load at once."""
    packed, offsets, longest = [], array("I", [0]), 1
    spelled: list[tuple[int, str, int, bool]] = []
    unvowelled: set[tuple[str, int]] = set()
    bare: dict[tuple[str, int], int] = {}
    openings: dict[tuple[str, str, str], list[int]] = {}
    small: set[tuple[str, str]] = set()
    for number, entry in enumerate(glossary.entries):
        packed.append(pack(entry))
        offsets.append(offsets[-1] + len(packed[-1]))
        spelled.extend((len(latin), latin, number, main) for latin, main in _renderings(entry).items())
        unvowelled.update((latin, number) for latin in _unvowelled(entry))
        for form in entry.forms:
            # The letters without an Arabic article, which may be too few to be met by their sound: Dabaa, of El Dabaa.
            if rest := without_arabic_article(form, entry.forms):
                bare[normal(form.text), number] = whole_key(normal(rest))
            for opening in _openings(entry, form):
                held = openings.setdefault(opening, [])
                if held[-1:] != [number]:
                    held.append(number)
            if starts_small(form.text):
                small.update(_starts(form))
            longest = max(longest, len(parts_of(normal(form.text))))
    spelled.sort()
    renderings = tuple(latin for _, latin, _, _ in spelled)
    langs = Counter(
        lang for e in glossary.entries for lang in sorted({f.lang.partition("-")[0] for f in e.forms})
    )
    return NameIndex(
        postings(
            chain(
                _sounds(renderings), (bare[s[1:3]] << 32 | n for n, s in enumerate(spelled) if s[1:3] in bare)
            )
        ),
        postings(key << 32 | n for n, s in enumerate(spelled) for key in slip_keys(s[1], letters=s[3])),
        renderings,
        lengths_of(renderings),
        array("I", [owner for _, _, owner, _ in spelled]),
        Keys(array("I", (n for n, s in enumerate(spelled) if s[1:3] in unvowelled))),
        _compiled(openings),
        Keys(array("I", sorted(_all_word_keys(glossary.entries, spelled)))),
        b"".join(packed),
        offsets,
        array("I", sorted({turn for e in glossary.entries for f in e.forms for turn in _turns(f)})),
        frozenset(small),
        langs,
        glossary.sources,
        longest,
    )


def _sounds(renderings: Iterable[str]) -> Iterator[int]:
    """Each key of the sounds of renderings, with the number of the rendering."""
    return (key << 32 | n for n, latin in enumerate(renderings) for key in sound_keys(latin))


def _turns(form: Form) -> Iterator[int]:
    """The ordinals of the days from which a form holds, and no longer holds."""
    if form.since is not None:
        yield form.since.toordinal()
    if form.until is not None:
        yield form.until.toordinal() + 1


def _compiled(openings: dict[tuple[str, str, str], list[int]]) -> Openings:
    starts, entries = array("I", [0]), array("I")
    for held in openings.values():
        entries.extend(held)
        starts.append(len(entries))
    keys = (
        key << 32 | n for n, (lang, first, _) in enumerate(openings) for key in _opening_keys(first, lang)
    )
    return Openings(postings(keys), tuple(f"{first}\t{mark}" for _, first, mark in openings), starts, entries)


def _all_word_keys(entries: Sequence[Entry], spelled: Iterable[tuple[int, str, int, bool]]) -> set[int]:
    """Keys of the first two words of everything that has several words: as listed, and as it may be spelled."""
    listed = (pair for entry in entries for form in entry.forms for pair in _first_pairs(form))
    found = dict.fromkeys((latin, _has_given_name(entries[number])) for _, latin, number, _ in spelled)
    return set(chain(listed, *(_word_keys(*item) for item in found)))


def _has_given_name(entry: Entry) -> bool:
    """Whether an entry is of a person in full, whom another given name makes another one.

    One with two surnames that a hyphen holds together (Braun-Pivet) is not; an article is no surname (al-Assad).
    """
    texts = (form.text for form in entry.forms)
    return entry.type == "person" and not any(_TWO_SURNAMES.fullmatch(text) for text in texts)


def _first_pairs(form: Form) -> set[int]:
    """Keys of the first word and what inflection leaves of the second, of every spelling of a form."""
    lang = form.lang.partition("-")[0]
    words = (parts_of(text) for text in alternatives(form))
    return {
        pair_key(first, start, lang)
        for first, *rest in filter(None, words)
        if rest and lang not in UNSPACED
        for start in stem_starts(rest[0], lang)
    }


def pair_key(first: str, start: str, lang: str) -> int:
    """Key of a first word as listed with the start under which the second one is met."""
    return hashed("L" + lang, f"{first} {start}")


def _word_keys(latin: str, person: bool) -> set[int]:
    """Keys of the first word, the second, and both of a rendering of several words.

    That of a person in full is met by its first word alone. The first two may be written together (Abdulhamid Dbeibah).
    """
    first, *rest = latin.replace("-", " ").split(" ", 3)
    keys: set[int] = set()
    if rest:
        keys |= _pair_keys(first, rest[0], person)
    if len(rest) > 1:
        keys |= _pair_keys(first + rest[0], rest[1], True)
    return keys


def _pair_keys(first: str, second: str, person: bool) -> set[int]:
    keys: set[int] = set()
    for as_written in (False, True):
        keys |= word_keys(first, as_written)
        for initial in initials(second):
            keys |= two_word_keys(first, initial, as_written)
    if not person:
        keys |= word_keys(second)
        for initial in initials(first):
            keys |= led_word_keys(initial, second)
    return keys


def _renderings(entry: Entry) -> dict[str, bool]:
    """Folded Latin renderings of all forms, each with whether slips are looked for against it.

    They are for the main routes; the looser ones meet under their sounds.
    """
    out: dict[str, bool] = {}
    for form in entry.forms:
        for text in spellings(entry, form):
            for n, latin in enumerate(romanizations(text, form.lang)):
                out[latin] = out.get(latin, False) or n < _MAIN_ROUTES
    for latin in sorted(equivalents(entry)):
        out.setdefault(latin, False)
    return out


def _unvowelled(entry: Entry) -> set[str]:
    """Folded Latin renderings of the forms in scripts that leave out short vowels."""
    return {
        latin
        for form in entry.forms
        for text in spellings(entry, form)
        if (table := table_name(form.lang, text)) is not None and load_table(table).abjad
        for latin in romanizations(text, form.lang)
    }


UNTOLD = " "  # the mark of a form of several words whose second word may begin with anything


def _openings(entry: Entry, form: Form) -> set[tuple[str, str, str]]:
    """(base language, first word, mark) of every spelling of a form; see `Openings`."""
    lang = form.lang.partition("-")[0]
    if lang in UNSPACED:
        return {(lang, solid(text, lang)[:2], "") for text in native_forms(entry, form)}
    return {(lang, *opening_of(text, lang)) for text in native_forms(entry, form) if parts_of(text)}


@lru_cache(maxsize=32768)
def opening_of(native: str, lang: str) -> tuple[str, str]:
    """The first word of a normal spelling that has one, and its mark, by what stands behind that."""
    first, *rest = parts_of(native) or ("",)
    if rest and endings(lang, level).prefixes:
        return first, UNTOLD
    return first, level(rest[0])[:1] if rest else ""


def _opening_keys(first: str, lang: str) -> set[int]:
    """Keys under which a text can meet a first word, inflected or not."""
    starts = {first} if lang in UNSPACED else stem_starts(first, lang)
    return {hashed("S" + lang, start) for start in starts}


def _starts(form: Form) -> set[tuple[str, str]]:
    """(base language, start under which the first word is met) of a form and of what its inflection leaves of it."""
    lang = form.lang.partition("-")[0]
    firsts = {parts[0] for text in alternatives(form) if (parts := parts_of(text))}
    return {(lang, start) for first in firsts for start in stem_starts(first, lang)}


def stem_starts(first: str, lang: str) -> set[str]:
    """The starts under which a folded word of a name is met, inflected or not."""
    return {_start(stem, lang) for stem in (*stems(first, lang), *attributive(level(first), lang))}


def source_probes(word: str, lang: str) -> list[int]:
    """Keys to look up for a folded word of a text."""
    return [hashed("S" + lang, start) for start in word_starts(word, lang)]


def word_starts(word: str, lang: str) -> list[str]:
    """The starts under which a folded word may be met: what an ending may leave of it, with clitics taken off."""
    word = level(word)
    behind = endings(lang, level).behind_clitics(word)
    bare = [word, *(level(rest) for _, rest in behind if len(rest) >= 2)]
    if knows(lang):
        # A dictionary knows endings that no table has.
        stems_of = [w[:size] for w in bare for size in range(1, min(_PREFIX, len(w)) + 1)]
    else:
        stems_of = [stem for w in bare for stem in possible_stems(w, lang)]
    return list(dict.fromkeys(_start(stem, lang) for stem in stems_of))


def _start(stem: str, lang: str) -> str:
    """A stem as a key; a dictionary finds forms that share only the first letters, so there the stem is cut.

    A stem that is not cut is marked as whole, so that long ones do not crowd its key.
    """
    if knows(lang) and len(stem) >= _PREFIX:
        return stem[:_PREFIX]
    return stem[:_LONGEST] + "$"
