"""What likeness to a form in a script without short vowels is worth: any vowels fit, so it says less."""

from __future__ import annotations

from qa.names.grammar.inflect import possible_stems
from qa.names.lexicon.lexicon import Name
from qa.names.near.candidates import WHOLE_EDIT
from qa.names.near.closeness import Closeness, with_vowels
from qa.names.script.align import distance, prepare
from qa.names.script.writing import table_name
from qa.names.words.articles import article_of, first_word

VOWELS_GUESSED = 0.85  # most that likeness to a form without vowels can amount to
SLIPPED = 0.45  # the same where a letter differs besides: below what a slip needs
OTHERS = 0.0  # the same where the right form has the consonants with vowels that are quite different
_RENDERED = 0.12  # cost a letter up to which a right form renders the form without vowels
_OTHER_VOWELS = 0.3  # cost a letter from all forms with vowels beyond which these are another name's


def vowels_guessed(close: Closeness) -> bool:
    """Whether the likeness rests on a form in a script that leaves out short vowels."""
    return close.best is not None and close.best.table.abjad and close.native < close.latin


def most_probable(name: Name, normal: str, close: Closeness) -> tuple[float, str]:
    """The most that such a likeness can amount to, and why."""
    if _has_other_vowels(name, normal, close):
        return OTHERS, "the right form has other vowels"
    if _slipped(name, normal, close):
        return SLIPPED, "the native form has no vowels, and a letter differs"
    return VOWELS_GUESSED, "the native form has no vowels"


def _has_other_vowels(name: Name, normal: str, close: Closeness) -> bool:
    """Whether a right form renders the form without vowels, and no form with vowels is anywhere near the spelling.

    So the right form tells the vowels: Topsoe has those of no توابسي, which is Tuapse. It does not where a place is
    called otherwise at home: Damascus, دمشق.
    """
    form = close.best
    if form is None or with_vowels(name, normal, _OTHER_VOWELS).found:
        return False
    bare = (good[first_word(good) :] for good in name.good if article_of(good, ""))
    limit = _OTHER_VOWELS * len(normal)
    if any(distance(prepare(rest, "latin"), normal, limit) <= limit for rest in bare):
        return False
    return any(distance(form, good, len(good)) <= _RENDERED * len(good) for good in name.good)


def _slipped(name: Name, normal: str, close: Closeness) -> bool:
    """Whether a Latin spelling differs by a letter that is no part of an ending of the target language."""
    if close.native * len(normal) < WHOLE_EDIT or table_name(name.base_lang, normal) != "latin":
        return False
    return not any(stem in name.renderings for stem in possible_stems(normal, name.base_lang)[1:])
