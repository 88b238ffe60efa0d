"""Spellings that nobody listed with a case ending of another language carried over: Rivnomu for Рівне, Lazci for Lazec.

No likeness tells them from other names, so a word that is known for nothing else has to be one of the forms that the
native name has: those of a dictionary, romanized by a standard, or those that the endings of its language allow.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from qa.model import Form
from qa.names.grammar.endings import SLAVIC
from qa.names.grammar.inflect import cases, inflection
from qa.names.lexicon.index import NameIndex
from qa.names.lexicon.keys import sound_keys
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.near.candidates import LIMIT
from qa.names.near.closeness import Closeness
from qa.names.near.recognise import Recognition, ends_as_surname
from qa.names.script.align import Native, prepare
from qa.names.script.edits import same_start
from qa.names.script.romanize import by_routes
from qa.names.script.scripts import all_spelled
from qa.names.texts.forms import native_forms
from qa.names.words.ordinary import frequency, known

SURE = 0.9  # what it amounts to that a rare word is such a form
LIKELY = 0.8  # the same where it may be another name
_LONG = 7  # letters of a word that is such a form hardly by chance
_RARE = 2.0  # Zipf frequency from which a word has a life of its own
_SHORTEST = 5  # letters of a word that is looked at
_STEM = 3  # letters that are left of it
_CHANGING = 2  # last letters of a stem that may be others in the native form
_LONGER = 3  # letters that a name may have more or less than the word
# Endings of cases in Slavic languages, in folded Latin letters.
_ENDINGS = frozenset(
    "a e i o u y ia ja ya ie je ye iu ju yu ii yi ou oi oy oj ei ey ej am em im om um ym ah akh ach eh ech ich ikh ych "
    "ykh ami emi imi ymi amy oho ogo eho ego omu emu ovi evi oiu oyu eiu eyu iem iam".split()
)
_TOWNS = "icich"  # of towns in -ice: Dejvicích; surnames end in -ich as well
_LONGEST = max(map(len, _ENDINGS))
_NOMINATIVE = "aio"  # what many names of other languages end in


@lru_cache(maxsize=16384)
def recognise_declined(lexicon: Lexicon, normal: str) -> Recognition | None:
    """The entry of which a folded Latin word is a form in a native language; None for most words."""
    lang = lexicon.base_lang
    if len(normal) < _SHORTEST or not normal.isascii() or not normal.isalpha():
        return None
    if frequency(normal, lang) >= _RARE or known(normal) or not (stems := _stems(normal)):
        return None
    for number in _near(lexicon.index, normal, stems):
        name = lexicon.name(number)
        surname = ends_as_surname(normal, name, lang) and not normal.endswith(_TOWNS)
        if name.suggestion is None or surname or _is_at_home(normal, name):
            continue
        for native, form, whole in _declined(name):
            if native.text != normal and normal not in by_routes(native.text, native.table.name):
                continue
            doubtful = whole and _as_a_nominative(normal)
            if doubtful and len(normal) < _LONG:
                continue
            probability = SURE if len(normal) >= _LONG and not doubtful else LIKELY
            close = Closeness(0.0, 0.0, LIMIT, native, form)
            return Recognition(name, close, probability, len(normal), exact=True)
    return None


def _stems(word: str) -> list[str]:
    """What is left of a word without each ending of a case that it may have."""
    sizes = range(1, min(_LONGEST, len(word) - _STEM) + 1)
    return [word[:-size] for size in sizes if word[-size:] in _ENDINGS]


def _as_a_nominative(word: str) -> bool:
    """Whether a word ends as other names do that are no case of anything: Parisa, Kabuli, Borrelia."""
    return word[-1] in _NOMINATIVE and word[-3:] not in _ENDINGS


def _is_at_home(word: str, name: Name) -> bool:
    """Whether a word is a form of the right name, or of a person's surname, in the language of the text: Babišu."""
    surnames = (good.rpartition(" ")[2] for good in name.good)
    return any(inflection(surname, word, name.base_lang) for surname in surnames)


def _near(index: NameIndex, word: str, stems: Sequence[str]) -> list[int]:
    """The numbers of the entries with a rendering that begins and sounds as one of the stems of a word."""
    low, high = index.of_length(len(word) - _LONGEST, len(word) + _LONGER)
    found: dict[int, None] = {}
    for stem in stems:
        start = word[: max(2, len(stem) - _CHANGING)]
        # A name may have a vowel more than the stem: Sumy, Sumakh.
        keys = sound_keys(stem) | sound_keys(f"{stem}a")
        numbers = sorted(index.sounds.find(keys, low, high))
        found |= dict.fromkeys(index.owners[n] for n in numbers if index.renderings[n].startswith(start))
    return list(found)


@lru_cache(maxsize=1024)
def _declined(name: Name) -> tuple[tuple[Native, Form, bool], ...]:
    """The forms in other cases of the native forms of one word, made ready, each with the form it is made of.

    Last is whether nothing but its end differs from that: Lazci has lost a vowel of Lazec.
    """
    out: dict[tuple[str, str], tuple[Form, bool]] = {}
    for form in name.entry.forms:
        base = form.lang.partition("-")[0]
        if base == name.base_lang or base not in SLAVIC:
            continue
        for text in native_forms(name.entry, form):
            for case in sorted(cases(text, base, name.type == "person")) if " " not in text else ():
                whole = same_start(case, text) >= len(text) - 1
                for table, letters in all_spelled(case, base):
                    out.setdefault((letters, table), (form, whole))
    return tuple((prepare(letters, table), form, whole) for (letters, table), (form, whole) in out.items())
