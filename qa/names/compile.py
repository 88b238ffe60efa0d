"""Compile a glossary: every form of every language becomes keys under which a text can meet it."""

from __future__ import annotations

from array import array

from qa.model import Entry, Form, Glossary
from qa.names.given import equivalents
from qa.names.index import NameIndex, pack
from qa.names.inflect import stems
from qa.names.keys import first_word_keys, hashed, letter_keys, sound_keys, whole_key
from qa.names.romanize import romanizations
from qa.text import fold, level

# Languages written without spaces: a name is looked for at any character.
UNSPACED = frozenset({"zh", "ja", "th", "lo", "my", "km", "yue", "wuu"})
_PREFIX = 5
_MAIN_ROUTES = 3


def compile_glossary(glossary: Glossary) -> NameIndex:
    """Compile entries (sorted by id) into an index that any process can load at once."""
    pairs: list[int] = []
    packed, offsets, longest = [], array("I", [0]), 1
    total = 0
    for number, entry in enumerate(glossary.entries):
        data = pack(entry)
        packed.append(data)
        total += len(data)
        offsets.append(total)
        pairs.extend(key << 32 | number for key in _keys(entry))
        longest = max(longest, *(len(normal(f.text).split()) for f in entry.forms), 1)
    pairs.sort()
    langs = sorted({f.lang.partition("-")[0] for e in glossary.entries for f in e.forms})
    return NameIndex(
        array("I", (p >> 32 for p in pairs)),
        array("I", (p & 0xFFFFFFFF for p in pairs)),
        b"".join(packed),
        offsets,
        tuple(langs),
        glossary.sources,
        longest,
    )


# What stands between the words of a form without being part of them: hyphens and dashes, stops, commas, brackets.
_BETWEEN = str.maketrans(dict.fromkeys("-‐‑–.,،()", " "))


def normal(text: str) -> str:
    """A form as it is looked up: folded, hyphens and other separators as single spaces."""
    return " ".join(fold(text).translate(_BETWEEN).split())


def alternatives(form: Form) -> tuple[str, ...]:
    """Normal spellings of a form; a native form may give several, separated by slashes ("Голощёкин/Голошейкин")."""
    text = normal(form.text)
    if "/" not in text or text.isascii():
        return (text,)
    return tuple(p.strip() for p in text.split("/") if p.strip())


def _keys(entry: Entry) -> set[int]:
    keys: set[int] = set()
    renderings: dict[str, None] = {}
    for form in entry.forms:
        for text in alternatives(form):
            written = romanizations(text, form.lang)
            renderings.update(dict.fromkeys(written))
            # Slips are looked for against the main routes; the looser ones meet under their sounds.
            for latin in written[:_MAIN_ROUTES]:
                keys.update(letter_keys(latin))
        keys.update(source_keys(form))
    renderings.update(dict.fromkeys(sorted(equivalents(entry))))
    for latin in renderings:
        keys.add(whole_key(latin))
        keys.update(sound_keys(latin))
        if " " in latin:
            keys.update(first_word_keys(latin.split(" ", 1)[0]))
    return keys


def source_keys(form: Form) -> set[int]:
    """Keys under which a form is met in a text of its own language, inflected or not."""
    lang = form.lang.partition("-")[0]
    keys: set[int] = set()
    for text in alternatives(form):
        if lang in UNSPACED:
            keys.add(hashed("S" + lang, text[:2]))
        else:
            first = level(text.split(" ", 1)[0])
            keys.update(hashed("S" + lang, _start(stem)) for stem in (first, *stems(first, lang)))
    return keys


def source_probes(word: str, lang: str, prefixes: tuple[str, ...]) -> list[int]:
    """Keys to look up for a folded word of a source text: by its first letters, with clitics taken off."""
    word = level(word)
    bare = [word, *(word[len(p) :] for p in prefixes if word.startswith(p) and len(word) - len(p) >= 2)]
    starts = dict.fromkeys(_start(w[:size]) for w in bare for size in range(1, _PREFIX + 1) if len(w) >= size)
    return [hashed("S" + lang, s) for s in starts]


def _start(stem: str) -> str:
    """The first letters of a stem; a shorter stem is marked as whole, so that long ones do not crowd its key."""
    return stem[:_PREFIX] if len(stem) >= _PREFIX else stem + "$"
