"""What likeness to a form in a script without short vowels is worth: any vowels fit, so it says less."""

from __future__ import annotations

from qa.names.candidates import WHOLE_EDIT
from qa.names.closeness import Closeness
from qa.names.grammar.inflect import possible_stems
from qa.names.lexicon import Name
from qa.names.script.writing import table_name

VOWELS_GUESSED = 0.85  # most that likeness to a form without vowels can amount to
SLIPPED = 0.45  # the same where a letter differs besides: below what a slip needs


def vowels_guessed(close: Closeness) -> bool:
    """Whether the likeness rests on a form in a script that leaves out short vowels."""
    return close.best is not None and close.best.table.abjad and close.native < close.latin


def most_probable(name: Name, normal: str, close: Closeness) -> tuple[float, str]:
    """The most that such a likeness can amount to, and why."""
    if _slipped(name, normal, close):
        return SLIPPED, "the native form has no vowels, and a letter differs"
    return VOWELS_GUESSED, "the native form has no vowels"


def _slipped(name: Name, normal: str, close: Closeness) -> bool:
    """Whether a Latin spelling differs by a letter that is no part of an ending of the target language."""
    if close.native * len(normal) < WHOLE_EDIT or table_name(name.base_lang, normal) != "latin":
        return False
    return not any(stem in name.renderings for stem in possible_stems(normal, name.base_lang)[1:])
