"""Whether the words beside a name can stay as they are when another name takes its place."""

from __future__ import annotations

import re

from qa.names.script.turkish import with_small_i
from qa.names.texts.around import is_sibilant
from qa.names.texts.windows import SETTING_APART, is_set_apart, sets_apart
from qa.names.words.articles import article_of
from qa.text import APOSTROPHES, fold

# Letters of a sentence on either side of a name that are looked at.
REACH = 20
_VOWELS = "aeiouàáâãäåèéêëìíîïòóôõöùúûüæœ"
_OPENED = "[\"“‘'«(]?$"
_ARTICLE = re.compile(rf"(?<!\w)(a|an)[ \u00a0]{_OPENED}", re.I)
_DETERMINED = re.compile(
    rf"(?:(?<!\w)(?:an?|an?other|any|each|every|her|his|its|my|no|our|some|that|their|these|this|those|your)"
    rf"|[{APOSTROPHES}]s?)[ \u00a0]{_OPENED}",
    re.I,
)
_ELIDED = re.compile(rf"(?<!\w)(?:l|d|qu|jusqu|lorsqu|n|s|dell|all|nell|sull|dall|un)[{APOSTROPHES}]$", re.I)
_WHOLE = re.compile(r"(?<!\w)(?:le|la|de|que|jusque|lorsque)[ \u00a0]$", re.I)
_BARE_APOSTROPHE = re.compile(rf"[{APOSTROPHES}](?!\w)")
# Languages that write articles together with prepositions, or decline them.
_CONTRACTING = frozenset("ca de el es fr it pt".split())
# Vowels of one kind, after which Turkish and Azerbaijani have the same endings.
_HARMONY = {c: n for n, kind in enumerate(("aı", "ou", "eiə", "öü")) for c in kind}
_VOICELESS = frozenset("çfhkpsşt")


def unfit(old: str, new: str, before: str, after: str, base: str) -> str:
    """Why what stands beside the name would have to change as well, "" where it may stay.

    `before` and `after` are the text of the sentence on either side, `base` is its language.
    """
    same = (old[:1].casefold() in _VOWELS) == (new[:1].casefold() in _VOWELS)
    if base == "en" and not same and _ARTICLE.search(before):
        return "the article before it would have to change as well"
    brings = article_of(new, base) == base != article_of(old, base)
    if brings and (base in _CONTRACTING or (base == "en" and _DETERMINED.search(before))):
        return "the name has an article of its own, which the words before it may not leave as it is"
    if not same and base in ("fr", "it", "ca") and _ELIDED.search(before):
        return "the word before it is shortened for its first letter"
    if not same and base in ("fr", "ca") and _WHOLE.search(before):
        return "the word before it would be shortened for its first letter"
    if _BARE_APOSTROPHE.match(after) and is_sibilant(old) and not is_sibilant(new):
        return "the apostrophe behind it would have to change as well"
    if is_set_apart(after) and _takes_other_endings(old, new, base):
        return "the ending behind it would have to change as well"
    return ""


def _takes_other_endings(old: str, new: str, base: str) -> bool:
    """Whether endings that are set apart from one name are others behind another one."""
    if base in SETTING_APART:
        return _harmony(old, base) != _harmony(new, base)
    # Where only names that are heard otherwise have them so, the last letter tells: Ramzgate'i, Ramsgate'i.
    return sets_apart(base) and fold(old)[-1:] != fold(new)[-1:]


def _harmony(name: str, base: str) -> tuple[int, bool, bool]:
    """What decides on the letters of an ending: the kind of the last vowel, and of the last letter."""
    low = with_small_i(name, base).lower()
    kinds = [_HARMONY[c] for c in low if c in _HARMONY]
    return (
        (kinds[-1] if kinds else -1),
        low[-1:] in _HARMONY,
        fold(low[-1:]) in _VOICELESS or low[-1:] in _VOICELESS,
    )
