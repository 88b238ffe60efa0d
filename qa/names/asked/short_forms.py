"""Surnames alone on one side, where the other side has the full name.

A glossary may list *Volodymyr Zelensky* beside 泽连斯基, which asks a translation for *Zelensky* and no more. Chinese
and Korean texts name a person in full again and again, where English has the surname: *Xi* is right for 习近平.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.script.align import distance, prepare
from qa.names.script.romanize import in_latin
from qa.names.script.scripts import spelled
from qa.names.script.writing import EAST_ASIAN
from qa.names.texts.forms import normal
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import LOOK_BACK, Window
from qa.names.words.ordinary import frequency
from qa.names.words.parted import comes_first, spelled_parts
from qa.text import fold

_ADDED = 0.3  # cost a letter of what the full name has more, from which the native form does not render it
_RENDERED = 0.35  # cost of the letters up to which a word renders a surname
_NAME_BEFORE = re.compile(r"([^\W\d_a-z]\w*)[ -]\Z")
_COMMON = 4.5  # Zipf frequency from which a capitalised word need not be a name
_ONE = 0.35  # cost a letter up to which a native form is no more than one word
_SHORTEST = 3  # letters of a part that stands for a person
_MORE = 2  # letters behind a surname that are a given name
_NAME_BEHIND = re.compile(r"[ -][^\W\d_a-z]")
_SEVERAL = re.compile("[ ·・•‧]")


def surname_for(native: str, lang: str, entry_id: str, lexicon: Lexicon) -> str | None:
    """The preferred surname that a normal native form of an unpacked entry asks for; None where it asks for all."""
    short = lexicon.surname(entry_id)
    if short is None or not _is_surname(native, lang.partition("-")[0], lexicon.by_id(entry_id), short):
        return None
    return short.suggestion


@lru_cache(maxsize=4096)
def _is_surname(native: str, base: str, full: Name, short: Name) -> bool:
    found = None if _SEVERAL.search(native) else spelled(native, base)
    if found is None or native not in short.natives_in(base) or _goes_on(native, base, short):
        return False
    letters = prepare(found[1], found[0])
    (far, size), (near, least) = (
        min((distance(letters, g, 99.0), len(g)) for g in n.good) for n in (full, short)
    )
    if size <= least or far - near <= _ADDED * (size - least):
        return False
    # By another part of the name is somebody called whose surname has less to do with the form: Lula, da Silva.
    surname = {word for good in short.good for word in good.split(" ")}
    others = {word for good in full.good for word in good.split(" ")} - surname
    return all(distance(letters, other, 99.0) / len(other) >= near / least for other in others)


def _goes_on(native: str, base: str, short: Name) -> bool:
    """Whether a form is read as the surname with more behind it: 中谷元, where no dictionary tells the given name."""
    latin = in_latin(native, base).replace(" ", "")
    return any(latin.startswith(good) and len(latin) - len(good) >= _MORE for good in short.good)


def by_surname(name: Name, text: str, stretches: Iterable[Window]) -> bool:
    """Whether one of some stretches of a text is the surname of a Chinese or Korean person, with no name behind it."""
    family = _families(name)
    return any(
        w.normal in family and w.capital and _NAME_BEHIND.match(text, w.end) is None
        for w in stretches
        if family
    )


def in_part(
    sources: Iterable[SourceName], text: str, lang: str, stretches: Sequence[Window], lexicon: Lexicon
) -> frozenset[str]:
    """Those of some stretches of a text that are the surname of a person, or the part of the name that the source has.

    So *von der Leyen* meets 冯德莱恩, and *Lula* meets 卢拉 for *Lula da Silva*. Other languages than Chinese, Japanese
    and Korean have a surname of their own for that. `sources` are names of a source text in `lang`.
    """
    base = lang.partition("-")[0]
    if base not in EAST_ASIAN:
        return frozenset()
    names = ((lexicon.by_id(source.entry), source.native) for source in sources)
    found = {part for name, native in names for part in _parts_of(name, native, base)}
    return frozenset(
        w.normal
        for w in stretches
        if w.normal in found and not _named_before(text, w.start, lexicon.base_lang)
    )


def _named_before(text: str, start: int, target: str) -> bool:
    """Whether a name stands before a place in a text: a capitalised word that is no common one (Prince)."""
    before = _NAME_BEFORE.search(text, max(0, start - LOOK_BACK), start)
    return before is not None and frequency(fold(before[1]), target) < _COMMON


@lru_cache(maxsize=4096)
def _parts_of(name: Name, native: str, base: str) -> frozenset[str]:
    """Parts of right forms that may stand for the person: the last words, and one that is what the native form is."""
    out: set[str] = set()
    if name.type != "person" or _families(name):
        return frozenset()
    letters = spelled(native, base)
    for good in name.good:
        words = good.split(" ")
        out |= {" ".join(words[n:]) for n in range(1, len(words))}
        if len(words) > 1 and letters is not None:
            form = prepare(letters[1], letters[0])
            out |= {word for word in words if distance(form, word, _ONE * len(word)) <= _ONE * len(word)}
    return frozenset(part for part in out if len(part) >= _SHORTEST)


@lru_cache(maxsize=4096)
def _families(name: Name) -> frozenset[str]:
    """Words of right forms that render the surname of a Chinese or Korean person and are no common words."""
    forms = name.entry.forms if name.type == "person" else ()
    persons = (spelled_parts(normal(form.text), form.lang.partition("-")[0]) for form in forms)
    words = {word for good in name.good for word in good.split(" ") if comes_first(word)}
    return frozenset(
        word
        for person in persons
        if person is not None and person.table in ("ko", "zh")
        for word in words
        if distance(prepare(person.family, person.table), word, _RENDERED) <= _RENDERED
    )
