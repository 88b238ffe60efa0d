"""Which word of the source a stretch of the target renders; first of all, whether another than the name looked for.

A source accounts for most words of its translation. A stretch that renders another word of it, and renders it
clearly better, is no spelling of the name, however few letters the two have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from qa.model import Span
from qa.names.grammar.endings import endings
from qa.names.script import kanji
from qa.names.script.align import Native, distance, prepare
from qa.names.script.chinese import CHINESE, simplified
from qa.names.script.edits import edits
from qa.names.script.letters import is_vowel
from qa.names.script.scripts import pinyin, spelled
from qa.names.texts.windows import Window
from qa.text import Word, fold, is_small, words

CLEARLY = 0.1  # cost a letter by which one name is clearly closer to a stretch than another
SAID = 0.2  # cost a letter up to which a word of the source says the same as a right form in the target
TELLING = 4  # letters of such a word
RENDERED = 0.12  # cost a letter up to which one word of a longer stretch renders a word of the source
_LONGEST = 4  # Chinese characters of a name that are read together
_SHORTEST = 3  # letters of a word that says anything
_WORD_BEHIND = re.compile(r"\w*")


class Others:
    """The words of a source text that are no part of the name at a span; in cased scripts only capitalised ones.

    `native` is the name's folded form: a word that it has too (Beit Hanoun, Beit Lahia) tells nothing.
    """

    def __init__(self, source: str, span: Span, lang: str, native: str) -> None:
        self._source = source
        self._span = span
        self._lang = lang.partition("-")[0]
        self._native = native

    def render(self, window: Window, limit: float, target_lang: str) -> bool:
        """Whether one of them becomes the stretch, or one word of it, at a cost a letter of no more than `limit`."""
        if limit < 0:
            return False
        if self._renders(window.normal.replace(" ", ""), limit, target_lang):
            return True
        if self._lang in CHINESE:
            return self._read_as(window.normal.replace(" ", ""), limit)
        parts = [part for part in window.normal.split(" ") if len(part) >= _SHORTEST]
        limit = min(limit, RENDERED)
        return len(parts) > 1 and any(
            self._renders(p, limit, target_lang) and not self._shares(p, limit, target_lang) for p in parts
        )

    def say(self, written: str, target_lang: str) -> bool:
        """Whether one of them is what some words of the target render, or one of those that is long enough to tell."""
        return any(
            self._renders(part, SAID, target_lang) for part in fold(written).split() if len(part) >= TELLING
        )

    def goes_on_as(self, written: str, most: float, target_lang: str) -> bool:
        """Whether what stands directly behind the name, particles aside, becomes a folded word: Wipei, of 천위페이.

        `most` is the largest cost of its letters.
        """
        behind = _WORD_BEHIND.match(self._source, self._span.end)
        rest = fold(behind.group()) if behind is not None else ""
        limit = most / max(1, len(written))
        spelled_out = (_letters(rest[:end], self._lang) for end in range(1, len(rest) + 1))
        return any(
            s is not None and rendering_cost(s, written, target_lang, limit) <= limit for s in spelled_out
        )

    def _shares(self, part: str, limit: float, target_lang: str) -> bool:
        own = (spelled(word, self._lang) for word in self._native.split(" "))
        return any(s is not None and rendering_cost(s, part, target_lang, limit) <= limit for s in own)

    def _renders(self, part: str, limit: float, target_lang: str) -> bool:
        return any(rendering_cost(s, part, target_lang, limit) <= limit for s in self._spelled)

    def _read_as(self, letters: str, limit: float) -> bool:
        """Whether some characters of a Chinese source are read as a stretch."""
        found = _read_so(self._source, letters, int(limit * len(letters)))
        return any(end <= self._span.start or self._span.end <= start for start, end in found)

    @cached_property
    def _spelled(self) -> tuple[tuple[str, str], ...]:
        """The words spelled out; few names of a source ever ask for them."""
        spelled = _spelled_out(self._source, self._lang)
        outside = (w for at, w in spelled if not self._span.start <= at < self._span.end)
        return tuple(dict.fromkeys(outside))


@lru_cache(maxsize=64)
def _spelled_out(source: str, lang: str) -> tuple[tuple[int, tuple[str, str]], ...]:
    """(offset, (letter table, letters)) of the words of a source; in cased scripts only of capitalised ones."""
    if lang == "ja":
        return tuple((at, ("ja", kana)) for at, kana in kanji.units_read(source))
    capital = (word for word in words(source) if not is_small(word.text))
    bare = ((word.start, text) for word in capital for text in _without_clitics(word, lang))
    return tuple((at, letters) for at, text in bare if (letters := _letters(text, lang)) is not None)


@lru_cache(maxsize=1024)
def _read_so(source: str, letters: str, most: int) -> tuple[tuple[int, int], ...]:
    """Start and end of the characters of a Chinese source that are read as some letters but for so many edits."""
    syllables, out = _syllables(source), []
    for start in range(len(syllables)):
        reading = ""
        for end in range(start + 1, min(start + _LONGEST, len(syllables)) + 1):
            reading += syllables[end - 1]
            if len(reading) > len(letters) + most:
                break
            if len(reading) >= len(letters) - most and edits(reading, letters, most) <= most:
                out.append((start, end))
    return tuple(out)


@lru_cache(maxsize=64)
def _syllables(source: str) -> list[str]:
    """How each character of a Chinese text is read."""
    return pinyin(simplified(source))


def rendered_word(source: str, word: str, lang: str, target_lang: str, limit: float) -> str | None:
    """The word of a source that a folded word renders best, at a cost a letter below `limit`; None without any.

    In cased scripts only capitalised words count. `lang` and `target_lang` are base languages.
    """
    best, cost = None, limit
    for one in words(source):
        letters = None if is_small(one.text) else _letters(fold(one.text), lang)
        if letters is not None and (found := rendering_cost(letters, word, target_lang, limit)) < cost:
            best, cost = one.text, found
    return best


def read_aloud(source: str, letters: str, lang: str) -> Iterator[str]:
    """The characters of a Chinese source that are read as some letters; nothing where `lang` is another language."""
    found = _read_so(source, letters, 0) if lang in CHINESE else ()
    return (source[start:end] for start, end in found)


@lru_cache(maxsize=256)
def words_outside(source: str, spans: tuple[Span, ...]) -> frozenset[str]:
    """The capitalised words of a source text, folded, that overlap none of the spans."""
    return frozenset(
        fold(word.text)
        for word in words(source)
        if not is_small(word.text) and all(word.end <= span.start or span.end <= word.start for span in spans)
    )


def _letters(word: str, lang: str) -> tuple[str, str] | None:
    """(letter table, letters) of a folded word that may be a name."""
    found = spelled(word, lang)
    return found if found is not None and len(found[1]) >= _SHORTEST else None


def _without_clitics(word: Word, lang: str) -> Iterator[str]:
    """A word folded, and what is left of it without each clitic that it may begin with: העומאני, עומאני."""
    whole = fold(word.text)
    yield whole
    for _, rest in endings(lang, fold).behind_clitics(whole):
        yield rest


@lru_cache(maxsize=16384)
def rendering_cost(source: tuple[str, str], word: str, target_lang: str, limit: float) -> float:
    """Cost by the letters that tell of a folded word as a rendering of a spelled-out source word; inf-like beyond."""
    table, letters = source
    script, written = spelled(word, target_lang) or ("latin", word)
    if table == "latin" and script != "latin":
        return distance(prepare(written, script), letters, limit * len(word)) / len(word)
    if script != "latin":
        return limit + 1
    native = prepare(letters, table)
    size = telling(native, word)
    return distance(native, word, limit * size) / size


def telling(native: Native, word: str) -> int:
    """How many letters of a folded word tell: vowels say nothing for a form in a script that leaves them out."""
    found = sum(c != " " and not (native.table.abjad and is_vowel(c)) for c in word)
    return max(1, found)
