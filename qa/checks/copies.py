"""Whether a target is its source, copied."""

from __future__ import annotations

from qa.checks.foreign import ADDRESS
from qa.function_words import WORD, hits, small_words
from qa.model import Segment
from qa.strings import without_code

# Names, numbers and titles stay as they are in any language; running text has words in small letters.
MIN_SMALL = 3
MIN_LETTERS_UNCASED = 8
NEARLY = 0.9


def copied(segment: Segment, source_lang: str | None, target_lang: str | None) -> bool:
    """Whether the target is the source again, word for word or nearly, and should not be.

    A source that is in the target language already (a quotation, an address) is rightly copied.
    """
    if not segment.source or _same_language(source_lang, target_lang):
        return False
    source, target = WORD.findall(segment.source), WORD.findall(segment.text)
    if not target or not _alike(source, target):
        return False
    target = _to_translate(segment.text)
    folded = [w.casefold() for w in target]
    there, here = hits(folded, source_lang), hits(folded, target_lang)
    if not _running_text(target, there - here):
        return False
    if small_words(source_lang) and small_words(target_lang):
        return here < max(there, 1) or here <= 0.1 * len(folded)
    return here <= 0.15 * len(folded)


def _to_translate(text: str) -> list[str]:
    """The words of a text but for those of addresses, tags and placeholders."""
    found: list[str] = WORD.findall(ADDRESS.sub(" ", without_code(text)))
    return found


def _same_language(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.partition("-")[0] == other.partition("-")[0]


def _alike(source: list[str], target: list[str]) -> bool:
    if source == target:
        return True
    if abs(len(source) - len(target)) > 0.2 * len(target) or len(target) < 6:
        return [w.casefold() for w in source] == [w.casefold() for w in target]
    theirs = {w.casefold() for w in source}
    return sum(w.casefold() in theirs for w in target) >= NEARLY * len(target)


def _running_text(found: list[str], surplus: int) -> bool:
    """Whether there are words in small letters, or fewer of them but small words of the source's language."""
    small = sum(w[0].islower() and len(w) > 1 for w in found)
    uncased = sum(len(w) for w in found if w.upper() == w.lower())
    return small >= MIN_SMALL or (small and small + surplus >= MIN_SMALL) or uncased >= MIN_LETTERS_UNCASED
