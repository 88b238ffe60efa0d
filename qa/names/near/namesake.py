"""Names that are as near to an entry as a slip is, and are names of their own.

Slavic villages are named after towns and people by a few endings: Mykolaivka is not a spelling of Mykolaiv. Chinese
and Korean persons share few surnames: beside one, another given name is somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from qa.names.lexicon.lexicon import Name
from qa.names.near.closeness import closeness
from qa.names.script.align import distance, prepare
from qa.names.script.edits import edits
from qa.names.script.latin_syllables import in_pinyin, is_pinyin, made_of_syllables
from qa.names.texts.forms import alternatives
from qa.names.words.parted import SpelledParts, all_spelled_parts, is_family_name

_ENDINGS = tuple(
    "ka vka ivka yivka iivka ovka evka yevka ovo evo yevo ove eve yeve ske skoe skoye skoie ivske ovske ivtsi ovtsi "
    "ovtsy evtsy ovice owice owka iwka".split()
)
# Villages called as adjectives are, beside a town whose name is one without an ending: Pokrovske, Pokrovsk.
_NEUTER = frozenset({"e", "oe", "oye", "oje"})
# The same beside a surname in -sky: Zelenske, Biletskoye.
_VILLAGES = ("ske", "skoe", "skoye")
_VOWELS = frozenset("aeiou")
_SHORTEST = 4  # letters of a name from which others are made
_RENDERED = 0.6  # cost of the letters up to which what stands before the ending is the name
_SURNAME = 0.25  # cost of the letters up to which a word is a rendering of a surname
_GIVEN = 0.65  # the same for a given name: less than a changed consonant
_SLIPS = 2  # letters from which Pinyin is of other syllables
_LONG = 6  # letters of a given name from which one of them may be a slip


def another_place(name: Name, normal: str) -> bool:
    """Whether a folded stretch is the name of a place by one of these endings and some rendering of a place."""
    if name.type != "place":
        return False
    if village_of_town(name, normal):
        return True
    stems = (normal[: -len(e)] for e in _ENDINGS if normal.endswith(e) and len(normal) - len(e) >= _SHORTEST)
    return any(closeness(name, stem, _RENDERED / len(stem)).found for stem in stems)


def village_of_town(name: Name, normal: str) -> bool:
    """Whether a folded stretch is called as a village is, beside a place called as a town is: Pokrovske, Pokrovsk."""
    if name.type != "place":
        return False
    return any(r.endswith("sk") and normal.removeprefix(r) in _NEUTER for r in name.renderings)


def another_village(name: Name, normal: str) -> bool:
    """Whether a folded stretch is called as villages are that have their names from a person's: Zelenske."""
    if name.type != "person" or not normal.endswith(_VILLAGES):
        return False
    return not any(good.endswith(_VILLAGES) for good in name.good)


def with_vowel_before(name: Name, normal: str) -> bool:
    """Whether a folded word is the name of somebody else by a vowel before it, or without one: Itamar, beside Tamar."""
    if name.type != "person" or " " in normal:
        return False
    pairs = ((normal, good) for good in name.good)
    return any(a[1:] == b or b[1:] == a for a, b in pairs if (a if len(a) > len(b) else b)[0] in _VOWELS)


def another_person(name: Name, normal: str, most: float | None = None) -> bool:
    """Whether a folded stretch is the name of somebody else than a Chinese or Korean person.

    It is when it has another surname of the language, or the same one with other syllables of the language beside it:
    some of their consonants are not the person's. With `most`, where a source names the person, only a given name that
    costs more than that a letter is somebody else's.
    """
    if name.type != "person" or " " not in normal:
        return False
    verdicts = [found for form in _in_parts(name) if (found := _judged(form, normal, most)) is not None]
    return bool(verdicts) and all(verdicts)


def other_syllables(name: Name, normal: str) -> bool:
    """Whether a folded stretch is Pinyin of other syllables than a Chinese name has: Zhangke, beside Zhang."""
    written = normal.replace(" ", "")
    good = [g for right in name.good if made_of_syllables(g := right.replace(" ", ""), "zh")]
    if not good or not name.natives_in("zh") or not is_pinyin(written):
        return False
    return all(edits(_blurred(written), _blurred(g), _SLIPS) >= _SLIPS for g in good)


def is_in_two_parts(name: Name, normal: str) -> bool:
    """Whether two folded words that a name has as one are a Chinese or Korean surname and a given name: He Nan.

    That is with a given name of one syllable; three syllables are hardly by chance those of a name.
    """
    surname, _, given = normal.partition(" ")
    if not given or name.type == "person" or any(" " in good for good in name.good):
        return False
    together = normal.replace(" ", "")
    return any(is_family_name(surname, lang) and made_of_syllables(together, lang) for lang in ("ko", "zh"))


@lru_cache(maxsize=4096)
def _in_parts(name: Name) -> tuple[SpelledParts, ...]:
    """The Chinese and Korean forms of a person in their parts, in every reading; else the right forms in Pinyin."""
    native = tuple(
        person
        for form in name.entry.forms
        for text in alternatives(form)
        for person in all_spelled_parts(text, form.lang.partition("-")[0])
        if person.table in ("ko", "zh")
    )
    return native or tuple(_of_pinyin(name.good))


def _of_pinyin(good: Iterable[str]) -> Iterator[SpelledParts]:
    """Right forms of two words that are a Chinese surname and a given name in Pinyin, in their parts."""
    for family, blank, given in (text.partition(" ") for text in sorted(good)):
        if blank and is_family_name(family, "zh") and in_pinyin(family) and in_pinyin(given):
            yield SpelledParts("zh", family, given)


def _judged(person: SpelledParts, normal: str, most: float | None) -> bool | None:
    """Whether a stretch is somebody else's name; None where none of its words is a surname."""
    first, _, rest = normal.partition(" ")
    before, _, last = normal.rpartition(" ")
    orders = ((first, rest.replace(" ", "")), (last, before.replace(" ", "")))
    for surname, given in orders:
        if _cost(person.table, person.family, surname) <= _SURNAME:
            return made_of_syllables(given, person.table) and _other(person, given, most)
    if most is None and any(
        is_family_name(s, person.table) and made_of_syllables(g, person.table) for s, g in orders
    ):
        return True
    return None


def _other(person: SpelledParts, latin: str, most: float | None) -> bool:
    """Whether Latin letters are another given name than the person's; in a long one, one letter may be a slip."""
    cost = _cost(person.table, person.given, latin)
    if most is not None:
        return cost > most * len(latin)
    if person.table == "zh" and is_pinyin(latin):
        # What is written in Pinyin is compared with Pinyin alone.
        return _blurred(latin) != _blurred(person.given)
    return cost >= (_GIVEN if len(latin) < _LONG else _GIVEN + 1)


def _blurred(pinyin: str) -> str:
    """Pinyin without what is often confused in it."""
    return pinyin.replace("ng", "n").replace("zh", "z").replace("ch", "c").replace("sh", "s")


def _cost(table: str, native: str, latin: str) -> float:
    return distance(prepare(native, table), latin, 99.0)
