"""The right name in the shape of the word that it takes the place of: its capitals, and what is written with it.

A suggestion is put over a word as it stands, on the report's page as in a file; so it has the small words and the
endings of that word wherever they stay the same with another name.
"""

from __future__ import annotations

from qa.model import Mention
from qa.names.around import around
from qa.names.compile import normal

_OPENING = "\"“„‘«'(–— "  # what may stand before the first word of a sentence


def shaped(mention: Mention, lang: str | None, before: str) -> str | None:
    """What to write for a mention; `before` is the text of its sentence up to it."""
    suggestion = mention.suggestion
    if suggestion is None:
        return None
    listed = {normal(mention.form), normal(suggestion)} if mention.kind == "inflected" else set()
    kept = around(mention.text, suggestion, listed, (lang or "en").partition("-")[0])
    fitted = kept.before + suggestion + kept.behind if kept else suggestion
    return capitals(mention.text, fitted, before)


def capitals(text: str, new: str, before: str) -> str:
    """A name with the capitals of a text that it takes the place of, unless these are what is wrong with it."""
    letters = [c for c in text if c.isalpha()]
    if (
        len(letters) > 1
        and all(c.isupper() for c in letters if c.upper() != c.lower())
        and text.upper() == text
    ):
        return new if new.upper() == text else new.upper()
    words, others = text.split(" "), new.split(" ")
    if len(words) == len(others) > 1:
        # A headline has capitals on words that have none elsewhere: Ministry Of Defense.
        pairs = zip(words, others, strict=True)
        new = " ".join(a if a == b[:1].upper() + b[1:] else b for a, b in pairs)
    # A name with a small first letter (el-Sisi) has a capital where it begins a sentence.
    opens = not before.strip(_OPENING)
    return new[:1].upper() + new[1:] if opens and text[:1].isupper() else new
