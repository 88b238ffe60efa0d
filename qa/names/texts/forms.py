"""A form of the glossary as it is looked up and compared."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from qa.model import Entry, Form
from qa.names.script.chinese import CHINESE, simplified
from qa.names.texts.worded import QUOTES
from qa.names.words.articles import without_article
from qa.names.words.districts import without_unit
from qa.names.words.half_translated import half_translated
from qa.names.words.parted import in_parts
from qa.text import fold

# Languages written without spaces: a name is looked for at any character.
UNSPACED = CHINESE | {"ja", "th", "lo", "my", "km"}

# What stands between the words of a form without being part of them: hyphens and dashes, stops, commas, brackets.
_BETWEEN = str.maketrans(dict.fromkeys("-‐‑–.,،()", " "))


@lru_cache(maxsize=32768)
def normal(text: str) -> str:
    """A form as it is looked up: folded, without quotation marks around it, hyphens and other separators as spaces."""
    return " ".join(fold(unquoted(text)).translate(_BETWEEN).split())


def unquoted(text: str) -> str:
    """A form without the quotation marks that it is listed in as a whole: «Кинджал»; a text has them or has others."""
    inside = text[1:-1]
    return (
        inside if inside and text[0] in QUOTES and text[-1] in QUOTES and QUOTES.isdisjoint(inside) else text
    )


def solid(text: str, lang: str) -> str:
    """A text in a script without spaces as it is compared: folded, without spaces, Chinese in simplified characters."""
    folded = fold(text).replace(" ", "")
    return simplified(folded) if lang in CHINESE else folded


def alternatives(form: Form) -> tuple[str, ...]:
    """Normal spellings of a form; a native form may give several, separated by slashes ("Голощёкин/Голошейкин")."""
    text = normal(form.text)
    if "/" not in text or text.isascii():
        return (text,)
    return tuple(p.strip() for p in text.split("/") if p.strip())


def native_forms(entry: Entry, form: Form) -> Iterator[str]:
    """The alternatives of a form of an entry, and what is left without an article, or without an East Asian unit."""
    for text in alternatives(form):
        yield text
        if bare := without_unit(text, form, entry):
            yield bare
    if bare := bare_form(entry, form):
        yield bare


def bare_form(entry: Entry, form: Form) -> str:
    """A normal form without an article of its own that a text may change (du Caire); "" where it has none."""
    return normal(without_article(form)) if entry.type != "person" else ""


def spellings(entry: Entry, form: Form) -> Iterator[str]:
    """The native forms of a form of an entry, and as East Asian ones are written in Latin letters.

    That is a person's name with its parts apart, and any other with its end translated.
    """
    for text in native_forms(entry, form):
        yield text
        yield from half_translated(text, form, entry)
        if entry.type == "person":
            yield from in_parts(text, form.lang.partition("-")[0])
