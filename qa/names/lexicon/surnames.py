"""The surname of a person whom the glossary lists in full, as an entry of its own.

News names a person in full once and by the surname from then on. What stands last in a form of several words is the
surname, with the particles before it: *bin Salman*, *von der Leyen*, *Le Pen*. Hungarian surnames stand first in
Hungarian (*Szijjártó Péter*), others do not (*Donald Trump*). Chinese and Korean surnames stand first and are shared by
too many to mean anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.model import Entry, Form, Status
from qa.names.script.align import distance, prepare
from qa.names.script.edits import similarity
from qa.names.script.romanize import in_latin
from qa.names.texts.forms import normal
from qa.names.texts.given_before import HUNGARIAN
from qa.names.words.articles import ARABIC, WRITTEN, article_of, articles, first_word
from qa.names.words.given import is_given_name, is_shared_in_latin
from qa.names.words.parted import parts, spelled_parts
from qa.text import has_capitals

_NUMERAL = re.compile("[IVX]+")
DOTS = frozenset("·・•‧")  # between the parts of a foreign name in Chinese and Japanese
# Particles that belong to a surname with a capital as well, as they are read in Latin letters.
_PARTICLES = frozenset("abu ben bin da dal de del della den der di dos du ibn la le lo van von zu".split())
_DOT = f"[{''.join(sorted(DOTS))}]"
_RENDERED = 0.35  # cost of the letters up to which a word renders a surname
_SHORTEST = 3  # letters of a surname in Latin letters


def surname(entry: Entry) -> Entry | None:
    """An entry with the same id and the surname alone in every language; None for whoever has none to speak of.

    A language in which the entry lists a form of one word keeps that form.
    """
    if entry.type != "person" or _comes_first(entry):
        return None
    ordered = [_given_first(form, entry) for form in entry.forms]
    article = any(f" {WRITTEN}" in form.text for form in ordered)
    all_sizes = [_size(form, article) for form in ordered]
    sizes = [size for size in all_sizes if size]
    if not sizes:
        return None
    forms: dict[tuple[str, str], Form] = {}
    for form, size in zip(ordered, all_sizes, strict=True):
        if form.status is not Status.DEPRECATED:
            for short in _shortened(form, size or sizes[0]):
                forms.setdefault((short.lang, short.text), short)
    return replace(entry, forms=tuple(forms.values())) if forms else None


def _comes_first(entry: Entry) -> bool:
    """Whether a Latin form renders the surname of an East Asian form before its last word."""
    earlier = {
        word for form in entry.forms if has_capitals(form.text) for word in normal(form.text).split()[:-1]
    }
    persons = (spelled_parts(normal(form.text), form.lang.partition("-")[0]) for form in entry.forms)
    return any(
        distance(prepare(person.family, person.table), word, _RENDERED) <= _RENDERED
        for person in persons
        if person is not None
        for word in earlier
    )


def _given_first(form: Form, entry: Entry) -> Form:
    """A form with the given name first, as another language has it; a Hungarian one may begin with the surname."""
    family, *given = form.text.split()
    if not given or form.lang.partition("-")[0] not in HUNGARIAN:
        return form
    others = [
        (_latin(words[0], f), _latin(words[-1], f))
        for f in entry.forms
        if f.lang != form.lang and has_capitals(f.text) and len(words := f.text.split()) > 1
    ]
    first, last = _latin(family, form), _latin(given[-1], form)
    if others:
        as_here = sum(similarity(first, a, 0.0) + similarity(last, b, 0.0) for a, b in others)
        turned = sum(similarity(first, b, 0.0) + similarity(last, a, 0.0) for a, b in others)
    else:
        as_here, turned = is_given_name(first), is_given_name(last)
    return replace(form, text=" ".join((*given, family))) if turned > as_here else form


def _latin(word: str, form: Form) -> str:
    return in_latin(normal(word), form.lang.partition("-")[0])


def _size(form: Form, article: bool) -> int:
    """How many words of a form are the surname with its particles; 0 for one word, or a script without capitals.

    `article` tells that an Arabic form has one before the surname, which may have a capital then: Soufiane El Bakkali.
    """
    words = form.text.split()
    if len(words) < 2 or not has_capitals(form.text):
        return 0
    size = 1
    while size < len(words) - 1 and _is_particle(words[-size - 1], form, article):
        size += 1
    return size


def _is_particle(word: str, form: Form, article: bool) -> bool:
    """Whether a word before a surname is a part of it, small or with a capital."""
    latin = _latin(word, form)
    return word[0].islower() or latin in _PARTICLES or (article and latin in articles(ARABIC))


def _shortened(form: Form, size: int) -> Iterator[Form]:
    words = form.text.split()
    if len(words) == 1:
        yield from _of_one_word(form)
        return
    text = " ".join(words[-size:]) if len(words) > size else ""
    # The article of an Arabic surname is as often left out (al-Burhan, Burhan).
    bare = text[first_word(text) :] if article_of(text, "") == ARABIC else text
    if not bare or _NUMERAL.fullmatch(bare) or bare.endswith("."):
        return
    latin = in_latin(normal(bare), form.lang.partition("-")[0])
    if len(latin) < _SHORTEST or is_shared_in_latin(latin):
        return
    yield replace(form, text=text)
    if bare != text:
        yield replace(form, text=bare, status=Status.ADMITTED)


def _of_one_word(form: Form) -> Iterator[Form]:
    """The surname of a form without spaces: behind a dot, or at the start of a Japanese name; else the form itself."""
    base = form.lang.partition("-")[0]
    person = parts(normal(form.text), base) if base == "ja" else None
    text = person.family if person else re.split(_DOT, form.text)[-1]
    if text == form.text or len(text) > 1:
        yield replace(form, text=text)
