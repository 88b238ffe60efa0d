"""Listed forms in a target text: looked up word by word, inflected as the target language inflects."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from qa.model import Form, Span, Status
from qa.names.compile import normal
from qa.names.lexicon import Lexicon, Name
from qa.names.source import find_names
from qa.names.windows import bare_length
from qa.text import APOSTROPHES, INVISIBLE, fold


class Listed(NamedTuple):
    """A listed form met in a text: where, which name, which form, and whether it is written exactly so."""

    span: Span
    name: Name
    form: Form
    exact: bool

    @property
    def good(self) -> bool:
        """Whether the form may stand."""
        return self.form.status is not Status.DEPRECATED


def find_listed(text: str, lexicon: Lexicon, starts: Callable[[str], bool] | None = None) -> list[Listed]:
    """Listed forms of the target language in a text, the longest first where they overlap, by position.

    Several entries that share a form on one span are all returned.
    """
    out = []
    for found in find_names(text, lexicon.base_lang, lexicon, starts):
        name = lexicon.by_id(found.entry)
        form = next((f for n, f in name.listed if n == found.native), None)
        if form is not None:
            span, written = trimmed(found.span, found.text)
            out.append(Listed(span, name, form, normal(written) == normal(form.text)))
    return out


def trimmed(span: Span, text: str) -> tuple[Span, str]:
    """A span and its text without a possessive ending."""
    length = bare_length(text)
    return Span(span.start, span.start + length), text[:length]


def typography(form: Form, written: str) -> str | None:
    """What differs when the letters are the same: "marks", "hyphens" or "capitals"; None when nothing does.

    Text in capitals throughout, or with every word capitalised, is a headline and says nothing about capitals.
    """
    right = form.text
    if written == right or (fold(written) != fold(right) and normal(written) != normal(right)):
        return None
    if _plain(written).casefold() != _plain(right).casefold():
        return "hyphens" if normal(written) == normal(right) and fold(written) != fold(right) else "marks"
    if _plain(written) != _plain(right) and not written.isupper() and written != right.title():
        return "capitals"
    return None


def _plain(text: str) -> str:
    """A form without what never counts: kind of apostrophe, kind of hyphen, invisible characters, composition."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(f"[{APOSTROPHES}]", "'", text)
    text = re.sub("[‐‑]", "-", text)
    return re.sub(f"[{INVISIBLE}\u00a0\u202f]", lambda m: " " if m.group() in "\u00a0\u202f" else "", text)
