"""A suggestion in the shape of the word it takes the place of: capitals, plural; or why that cannot be done.

Only what is certain is done. In a language whose names take endings, a form that nobody listed is changed only
where it ends as the suggestion does: then both are in the same case. Whatever looks inflected or derived
otherwise is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from qa.model import Finding
from qa.names.compile import normal

# Languages whose names have one form, but for a plural in -s.
_ONE_FORM = frozenset("en fr es it pt nl ca gl zh ja ko vi th id ms".split())
_VOWELS = "aeiouàáâãäåèéêëìíîïòóôõöùúûüæœ"
_ARTICLE = re.compile(r"(?<!\w)(a|an)[ \u00a0][\"“‘'«(]?$", re.I)
_ELISION = re.compile(r"(?<!\w)(?:l|d|qu|jusqu|lorsqu|n|s|dell|all|nell|sull|dall|un)['’]$", re.I)


class Adapted(NamedTuple):
    """What to write, or None and the reason why nothing is written."""

    text: str | None
    reason: str = ""


def adapt(finding: Finding, forms: Collection[str], lang: str | None, before: str) -> Adapted:
    """The suggestion of a finding as it fits its place.

    `forms` are the listed forms of the entry in the language `lang`; `before` is the text in front.
    """
    suggestion = finding.suggestion
    if suggestion is None:
        return Adapted(None, "there is no suggestion")
    base = (lang or "en").partition("-")[0]
    if finding.rule == "mixed-script":
        return Adapted(suggestion)
    ending = _ending(finding.text, suggestion, {normal(form) for form in forms}, base)
    if ending is None:
        return Adapted(None, "it is inflected or derived; change it by hand")
    shaped = _capitals(finding.text, suggestion + ending)
    if reason := _article(before, finding.text, shaped, base):
        return Adapted(None, reason)
    return Adapted(shaped)


def _ending(text: str, suggestion: str, forms: set[str], base: str) -> str | None:
    """What follows the suggestion: nothing, or the plural of English; None where that cannot be told."""
    if normal(text) in forms:
        return ""
    plural = base == "en" and text[-1:] in "sS" and suggestion[-1:] not in "sSxXzZ"
    if plural:
        # "Kievs" is the plural of a listed form; of a form that nobody listed it may be a slip.
        return "s" if normal(text[:-1]) in forms else None
    # A part of a listed form that is longer, or shorter, is an adjective or another form of it.
    if any(len(form) > 2 and normal(text).startswith(form) for form in forms):
        return None
    if base in _ONE_FORM:
        return ""
    return "" if text[-1:].casefold() == suggestion[-1:].casefold() else None


def _capitals(text: str, new: str) -> str:
    letters = [c for c in text if c.isalpha()]
    if (
        len(letters) > 1
        and all(c.isupper() for c in letters if c.upper() != c.lower())
        and text.upper() == text
    ):
        return new.upper()
    if " " in text and text == text.title() and new != new.title() and len(text.split()) == len(new.split()):
        return " ".join(word[:1].upper() + word[1:] for word in new.split(" "))
    return new


def _article(before: str, old: str, new: str, base: str) -> str:
    """Why the word in front would have to change as well, "" where it may stay."""
    same = (old[:1].casefold() in _VOWELS) == (new[:1].casefold() in _VOWELS)
    if not same and base == "en" and _ARTICLE.search(before):
        return "the article before it would have to change as well"
    if not same and base in ("fr", "it", "ca") and _ELISION.search(before):
        return "the word before it is shortened for its first letter"
    return ""
