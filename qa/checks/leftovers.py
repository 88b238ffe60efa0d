"""Half a sentence of the source that stands in the target as it is, in the script that both are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.checks.foreign import ADDRESS, BRACKETED
from qa.function_words import WORD, alike, small_words
from qa.model import Segment, Span
from qa.scripts import scripts_of
from qa.strings import without_code

# A title, a name or a phrase such as "crème de la crème" may stay; a clause has more words and letters.
MIN_WORDS = 4
MIN_LETTERS = 16
MIN_SMALL = 3
# Small words that are the source language's alone.
MIN_TELLING = 2
QUOTED = re.compile(r"[«“„\"「『][^«“„\"「『»”」』]{1,400}[»”“\"」』]")


def leftovers(segment: Segment, source_lang: str | None, target_lang: str | None) -> Iterator[Span]:
    """The stretches of running text that the target has word for word from its source.

    They begin with a small letter, since titles and names do not, and stand in no quotation and no brackets.
    """
    if not segment.source or not source_lang or not target_lang or alike(source_lang, target_lang):
        return
    if not scripts_of(source_lang) & scripts_of(target_lang):
        return
    telling = small_words(source_lang) - small_words(target_lang)
    if (
        not small_words(target_lang)
        or len(telling & set(WORD.findall(segment.text.casefold()))) < MIN_TELLING
    ):
        return
    text = without_code(segment.text)
    for pattern in (ADDRESS, BRACKETED, QUOTED):
        text = pattern.sub(lambda m: "\n" * len(m[0]), text)
    for found in _shared(list(WORD.finditer(text)), WORD.findall(segment.source), text):
        words = [m[0] for m in found]
        if words[0][0].islower() and _running(words) and len(telling.intersection(words)) >= MIN_TELLING:
            yield Span(found[0].start(), found[-1].end())


def _running(words: list[str]) -> bool:
    small = sum(w[0].islower() for w in words)
    return len(words) >= MIN_WORDS and small >= MIN_SMALL and sum(map(len, words)) >= MIN_LETTERS


def _shared(here: list[re.Match[str]], source: list[str], text: str) -> Iterator[list[re.Match[str]]]:
    """The longest stretches of words that the source has in the same order, none across a quotation."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(source):
        places.setdefault(word, []).append(index)
    at = 0
    while at < len(here):
        length = max(
            (_length(here, at, source, place, text) for place in places.get(here[at][0], ())), default=0
        )
        if length:
            yield here[at : at + length]
        at += max(length, 1)


def _length(here: list[re.Match[str]], at: int, source: list[str], place: int, text: str) -> int:
    count = 0
    while at + count < len(here) and place + count < len(source):
        word = here[at + count]
        if word[0] != source[place + count] or (
            count and "\n" in text[here[at + count - 1].end() : word.start()]
        ):
            break
        count += 1
    return count
