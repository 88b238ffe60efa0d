"""Listed surnames within a misspelling of the whole name: Vladimir Zelensky, where Zelensky alone may stand as well."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qa.names.grammar.inflect import Inflection, inflection
from qa.names.lexicon.lexicon import Lexicon
from qa.names.listed.listed import Listed
from qa.names.near.closeness import closeness
from qa.names.rendering.evidence import PARTLY
from qa.names.texts.forms import UNSPACED, normal
from qa.names.texts.given_before import word_at
from qa.names.texts.windows import GAP, bare_word
from qa.text import Word, is_small, words


def misspelled_in_full(item: Listed, text: str, lexicon: Lexicon) -> bool:
    """Whether the words before a listed form make a misspelling of a longer right form, which ends with it.

    A given name in another case is none, and neither is a listed form that is inflected itself.
    """
    name, base = item.name, lexicon.base_lang
    if name.type != "person" or not (item.good and item.exact) or base in UNSPACED:
        return False
    short = normal(item.form.text)
    longer = [good for good in sorted(name.good) if good.endswith(f" {short}")]
    tokens = words(text) if longer else ()
    number = word_at(tokens, item.span.start, 0)
    for good in longer:
        given = good.removesuffix(f" {short}").split(" ")
        before = tokens[max(0, number - len(given)) : number]
        if len(before) < len(given) or not _stand_together(text, [*before, tokens[number]]):
            continue
        if all(_is_form(part, word, base) for part, word in zip(given, before, strict=True)):
            continue
        written = normal(text[before[0].start : item.span.end])
        close = closeness(name, written, PARTLY)
        # What comes near the surname alone has something else before it: Mr Zelensky.
        if close.best is not None and close.best.text.count(" ") == len(given) and written not in name.good:
            return True
    return False


def _stand_together(text: str, stretch: Sequence[Word]) -> bool:
    """Whether some words have capitals and nothing but a space or a hyphen between them."""
    return all(
        not is_small(word.text) and GAP.match(text[word.end : behind.start])
        for word, behind in pairwise(stretch)
    )


def _is_form(part: str, word: Word, base: str) -> bool:
    return inflection(part, bare_word(word.text, base), base) > Inflection.DERIVED
