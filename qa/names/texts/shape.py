"""The right name in the shape of the word that it takes the place of: its capitals, and what is written with it.

A suggestion is put over a word as it stands, on the report's page as in a file; so it has the small words and the
endings of that word wherever they stay the same with another name, and no article where the text has one before it
that goes with the sentence (*du Caire*).
"""

from __future__ import annotations

from collections.abc import Collection

from qa.model import Mention
from qa.names.script.turkish import with_capital_i
from qa.names.texts.around import around, without_taken_in
from qa.names.texts.forms import normal
from qa.names.texts.lookalikes import looks_like
from qa.names.words.articles import article_of, behind_article, first_word

_OPENING = "\"“„‘«'(–— "  # what may stand before the first word of a sentence


def shaped(mention: Mention, lang: str | None, before: str) -> str | None:
    """What to write for a mention; `before` is the text of its sentence up to it."""
    suggestion = mention.suggestion
    if suggestion is None:
        return None
    base = (lang or "en").partition("-")[0]
    if article_of(suggestion, base) == base != article_of(mention.text, base) and behind_article(
        before, len(before), base
    ):
        suggestion = suggestion[first_word(suggestion) :]
    listed = {normal(mention.form), normal(suggestion)} if mention.kind == "inflected" else set()
    kept = around(mention.text, suggestion, listed, base)
    lead, behind = kept or ("", "")
    suggestion = without_taken_in(suggestion, before + lead, mention.text[len(lead) :], base)
    fitted = lead + suggestion + behind
    return capitals(mention.text, fitted, before, (mention.form,), base)


def capitals(text: str, new: str, before: str, forms: Collection[str], base: str) -> str:
    """A name with the capitals of a text that it takes the place of, unless these are what is wrong with it.

    Those of a form that is listed so are its own: USA, where United States is right. A line in capitals has them all.
    """
    listed = text in forms or any(looks_like(text, form) for form in forms)
    if _in_capitals(text) and (not listed or _in_capitals(before)):
        return new if _upper(new, base) == text else _upper(new, base)
    words, others = text.split(" "), new.split(" ")
    if len(words) == len(others) > 1:
        # A headline has capitals on words that have none elsewhere: Ministry Of Defense.
        pairs = zip(words, others, strict=True)
        new = " ".join(a if a == b[:1].upper() + b[1:] else b for a, b in pairs)
    # A name with a small first letter (el-Sisi) has a capital where it begins a sentence.
    opens = not before.strip(_OPENING)
    return new[:1].upper() + new[1:] if opens and text[:1].isupper() else new


def _in_capitals(text: str) -> bool:
    """Whether a text of more than one letter has capitals only; one in a script without them has none."""
    letters = [c for c in text if c.isalpha()]
    cased = [c.isupper() for c in letters if c.upper() != c.lower()]
    return len(letters) > 1 and bool(cased) and all(cased) and text.upper() == text


def _upper(name: str, base: str) -> str:
    return with_capital_i(name, base).upper()
