"""Compile a glossary: every form of every language becomes keys under which a text can meet it."""

from __future__ import annotations

from array import array

from qa.model import Entry, Form, Glossary
from qa.names.given import equivalents
from qa.names.index import NameIndex, pack, postings
from qa.names.inflect import stems
from qa.names.keys import first_word_keys, hashed, letter_keys, sound_keys, two_word_keys, whole_key
from qa.names.morphology import knows
from qa.names.romanize import romanizations
from qa.text import fold, level

# Languages written without spaces: a name is looked for at any character.
UNSPACED = frozenset({"zh", "ja", "th", "lo", "my", "km", "yue", "wuu"})
_PREFIX = 5
_LONGEST = 12
_MAIN_ROUTES = 3


def compile_glossary(glossary: Glossary) -> NameIndex:
    """Compile entries (sorted by id) into an index that any process can load at once."""
    spellings: list[int] = []
    words: list[int] = []
    renderings: list[str] = []
    packed, offsets, owners, longest = [], array("I", [0]), array("I"), 1
    small: set[tuple[str, str]] = set()
    for number, entry in enumerate(glossary.entries):
        packed.append(pack(entry))
        offsets.append(offsets[-1] + len(packed[-1]))
        for latin, main in _renderings(entry).items():
            keys = sound_keys(latin) | (letter_keys(latin) if main else {whole_key(latin)})
            spellings.extend(key << 32 | len(renderings) for key in keys)
            renderings.append(latin)
            owners.append(number)
            first, _, rest = latin.partition(" ")
            if rest:
                second = rest.partition(" ")[0]
                for as_written in (False, True):
                    keys = first_word_keys(first, as_written) | two_word_keys(first, second, as_written)
                    words.extend(key << 32 | number for key in keys)
        words.extend(key << 32 | number for key in {k for form in entry.forms for k in source_keys(form)})
        small.update(start for form in entry.forms if form.text[:1].islower() for start in _starts(form))
        longest = max(longest, *(len(normal(f.text).split()) for f in entry.forms), 1)
    langs = sorted({f.lang.partition("-")[0] for e in glossary.entries for f in e.forms})
    return NameIndex(
        postings(spellings),
        postings(words),
        tuple(renderings),
        owners,
        b"".join(packed),
        offsets,
        frozenset(small),
        tuple(langs),
        glossary.sources,
        longest,
    )


def _renderings(entry: Entry) -> dict[str, bool]:
    """Folded Latin renderings of all forms, each with whether slips are looked for against it.

    They are for the main routes; the looser ones meet under their sounds.
    """
    out: dict[str, bool] = {}
    for form in entry.forms:
        for text in alternatives(form):
            for n, latin in enumerate(romanizations(text, form.lang)):
                out[latin] = out.get(latin, False) or n < _MAIN_ROUTES
    for latin in sorted(equivalents(entry)):
        out.setdefault(latin, False)
    return out


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


def source_keys(form: Form) -> set[int]:
    """Keys under which a form is met in a text of its own language, inflected or not."""
    lang = form.lang.partition("-")[0]
    if lang in UNSPACED:
        return {hashed("S" + lang, text[:2]) for text in alternatives(form)}
    return {hashed("S" + lang, start) for _, start in _starts(form)}


def _starts(form: Form) -> set[tuple[str, str]]:
    """(base language, start under which the first word is met) of a form and of what its inflection leaves of it."""
    lang = form.lang.partition("-")[0]
    found: set[tuple[str, str]] = set()
    for text in alternatives(form):
        first = level(text.split(" ", 1)[0])
        found.update((lang, _start(stem, lang)) for stem in (first, *stems(first, lang)))
    return found


def source_probes(word: str, lang: str, prefixes: tuple[str, ...]) -> list[int]:
    """Keys to look up for a folded word of a text: by its first letters, with clitics taken off."""
    return [hashed("S" + lang, start) for start in word_starts(word, lang, prefixes)]


def word_starts(word: str, lang: str, prefixes: tuple[str, ...]) -> list[str]:
    """The starts under which a folded word may be met."""
    word = level(word)
    bare = [word, *(word[len(p) :] for p in prefixes if word.startswith(p) and len(word) - len(p) >= 2)]
    longest = _PREFIX if knows(lang) else _LONGEST
    return list(
        dict.fromkeys(_start(w[:size], lang) for w in bare for size in range(1, min(longest, len(w)) + 1))
    )


def _start(stem: str, lang: str) -> str:
    """A stem as a key; a dictionary finds forms that share only the first letters, so there the stem is cut.

    A stem that is not cut is marked as whole, so that long ones do not crowd its key.
    """
    if knows(lang) and len(stem) >= _PREFIX:
        return stem[:_PREFIX]
    return stem[:_LONGEST] + "$"
