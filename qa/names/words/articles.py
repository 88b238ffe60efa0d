"""The article in front of a name, where the form to be written has one of its own.

A name is often met without its article: *Fashir* in *Al-Fashir*, *Haag* in *the Haag court*. Where El Fasher or The
Hague is to be written, what stands there has to go with it, or the text would read *Al-El Fasher*. Other languages
decline it, or write it together with a preposition: *dem Spiegel*, *du Caire*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from qa.data import named_lines
from qa.model import Form, Span
from qa.names.words.ordinary import frequency
from qa.text import APOSTROPHES, HYPHENS, fold, opens_sentence

ARABIC = "ar"
WRITTEN = "ال"  # the Arabic article in its own script
# Zipf frequency from which a small word of the target language is that word (as, at) and no Arabic article.
_EVERYDAY = 5.5
_FIRST = re.compile(rf"([^\W\d_]+)[{HYPHENS} \u00a0{APOSTROPHES}](?=\w)")
_LONGEST = 9  # letters before a name that may be an article, with what joins it
_LEAD = re.compile(rf"(?P<word>[^\W\d_]+)(?P<gap>[{HYPHENS} \u00a0{APOSTROPHES}])\Z")


@cache
def articles(lang: str) -> frozenset[str]:
    """Folded definite articles of a base language; none where no table says."""
    return _words("articles.txt", lang)


@cache
def _changed(lang: str) -> frozenset[str]:
    """Folded words of a base language that a definite article turns into: in other cases, behind prepositions."""
    return _words("articles-changed.txt", lang)


def _words(table: str, lang: str) -> frozenset[str]:
    return frozenset(map(fold, dict(named_lines("names", table)).get(lang, "").split()))


def without_article(form: Form) -> str:
    """A form without the article that it begins with, if its language changes articles; "" for any other."""
    base = form.lang.partition("-")[0]
    own = bool(_changed(base)) and article_of(form.text, base) == base
    return form.text[first_word(form.text) :] if own else ""


def without_arabic_article(form: Form, forms: Iterable[Form]) -> str:
    """A form in other letters without the Arabic article that it begins with; "" for any other.

    One of all the `forms` of the name has that article in its own script.
    """
    if article_of(form.text, "") != ARABIC or not any(other.text.startswith(WRITTEN) for other in forms):
        return ""
    return form.text[first_word(form.text) :]


def behind_article(text: str, at: int, lang: str) -> bool:
    """Whether a definite article of a base language, changed or not, stands directly before a place in a text.

    It is written small, but where a sentence begins: Spanish al Fasher may be El Fasher, Al Fasher never is.
    """
    before = _LEAD.search(text, max(0, at - _LONGEST), at)
    if before is None or before["gap"] in HYPHENS:
        return False
    small = before["word"].islower() or opens_sentence(text, before.start())
    return small and fold(before["word"]) in articles(lang) | _changed(lang)


def article_of(name: str, lang: str) -> str:
    """The language of the article that a form of several words begins with, "" where it begins with none.

    `lang` is the base language of the text; Arabic articles are known in all of them.
    """
    return next(_articles_of(name, lang), "")


def _articles_of(name: str, lang: str) -> Iterator[str]:
    """The languages of which the first word of a form of several words is an article: El Fasher, in Spanish both."""
    found = _FIRST.match(name)
    return (of for of in (lang, ARABIC) if found and fold(found[1]) in articles(of))


def first_word(name: str) -> int:
    """Length of the first word of a form of several words, with what joins it to the next; 0 for one word."""
    found = _FIRST.match(name)
    return found.end() if found else 0


def with_article(text: str, span: Span, wanted: str, lang: str) -> Span:
    """The span of a name in a text with the article before it, where the `wanted` form brings its own."""
    of = list(_articles_of(wanted, lang))
    if article_of(text[span.start : span.end], lang) in of:
        return span
    found = (_with_article_of(text, span, one, lang) for one in of)
    return next((wider for wider in found if wider), span)


def arabic_article_too_many(
    text: str, span: Span, forms: Iterable[Form], listed: Iterable[Form], lang: str
) -> Span | None:
    """The span of a name with an Arabic article before it that no form `listed` has: Al-Karak, for Karak.

    None where no article stands there, or where none of all the `forms` of the name has one in its own script.
    """
    if not any(form.text.startswith(WRITTEN) for form in forms):
        return None
    if any(article_of(form.text, lang) for form in listed):
        return None
    return _with_article_of(text, span, ARABIC, lang)


def _with_article_of(text: str, span: Span, of: str, lang: str) -> Span | None:
    """The span of a name in a text with the article of a language before it; None where none stands there."""
    before = _LEAD.search(text, max(0, span.start - _LONGEST), span.start)
    if before is None or fold(before["word"]) not in articles(of) or not _stands(before, text, of, lang):
        return None
    return Span(before.start(), span.end)


def _stands(found: re.Match[str], text: str, of: str, lang: str) -> bool:
    """Whether a word before a name is its article, as it is written."""
    if found.start() and (text[found.start() - 1].isalnum() or text[found.start() - 1] in APOSTROPHES):
        return False
    word, gap = found["word"], found["gap"]
    if of != ARABIC:
        return gap in APOSTROPHES if fold(word) == "l" else gap.isspace()
    if gap in APOSTROPHES:
        return False
    # As and An begin sentences; inside one a capital tells the article.
    inside = text[: found.start()].rstrip()[-1:]
    capital = word[0].isupper() and (inside.isalnum() or inside == ",")
    return gap in HYPHENS or capital or frequency(fold(word), lang) < _EVERYDAY
