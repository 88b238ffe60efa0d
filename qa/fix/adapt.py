"""A suggestion in the shape of the word it takes the place of: capitals, endings; or why that cannot be done.

Only what is certain is done. In a language whose names take endings, a suggestion that is in a case is in that of the
word; one in the nominative is written only for a listed form or where both end alike. Whatever looks inflected or
derived otherwise, and whatever would have other words change as well, is left to a person.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from qa.fix.beside import unfit
from qa.model import Finding
from qa.names.texts.around import around, is_derived
from qa.names.texts.forms import normal
from qa.names.texts.lookalikes import plain
from qa.names.texts.shape import capitals
from qa.names.words.articles import article_of, first_word

_INFLECTED = "it is inflected or derived; change it by hand"
_CASE = "the new name may have an ending in this place; change it by hand"


class Adapted(NamedTuple):
    """What to write, or None and the reason why nothing is written."""

    text: str | None
    reason: str = ""


def adapt(
    finding: Finding, forms: Collection[str], lang: str | None, before: str, after: str = ""
) -> Adapted:
    """The suggestion of a finding as it fits its place.

    `forms` are the listed forms of the entry in the language `lang`; `before` and `after` are the text beside it.
    """
    suggestion = finding.suggestion
    if suggestion is None:
        return Adapted(None, "there is no suggestion")
    base = (lang or "en").partition("-")[0]
    if finding.rule == "mixed-script" and finding.entry is None:
        return Adapted(suggestion)
    # The letters of a name in two scripts are taken for what they look like.
    written = plain(finding.text, lang)
    bare, listed = _without_article(written, suggestion, base), set(map(normal, forms))
    if finding.rule == "name-variant" and is_derived(normal(bare), listed, base):
        return Adapted(None, _INFLECTED)
    kept = around(bare, suggestion, listed, base)
    if kept is None:
        return Adapted(None, _CASE if normal(bare) in listed else _INFLECTED)
    fitted = kept.before + suggestion + kept.behind
    shaped = capitals(finding.text, fitted, before, forms, base)
    if reason := unfit(finding.text, shaped, before, after, base):
        return Adapted(None, reason)
    return Adapted(shaped)


def _without_article(text: str, suggestion: str, base: str) -> str:
    """A text without the article that stands for the one of the suggestion."""
    of = article_of(suggestion, base)
    return text[first_word(text) :] if of and article_of(text, base) == of else text
