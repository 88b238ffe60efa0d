"""Stretches of a target that may render a name where words do not end with it: no spaces, or particles behind it.

In Chinese any few characters may, so they are looked for by the forms that are asked for: as many characters, half of
them the same, and nearly the same sound. In Japanese a foreign name is a run of katakana, and a name in kanji may have
a wrong one; in Korean a name is what particles leave of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qa.names.grammar.inflect import Inflection, inflection, possible_stems
from qa.names.lexicon.lexicon import Name
from qa.names.listed.unspaced import standing
from qa.names.script.chinese import CHINESE
from qa.names.script.edits import edits
from qa.names.script.scripts import spelled
from qa.names.texts.forms import solid
from qa.names.texts.windows import Window
from qa.text import Word, fold, words

_SOUND = 0.24  # edits a letter of Pinyin up to which characters sound like a form
_SHORTEST = 2  # characters of a name
_KATAKANA = re.compile("[ァ-ヺー]{2,}(?:[・＝][ァ-ヺー]+)*")


def pieces(text: str, names: Iterable[Name], base: str) -> list[Window]:
    """Stretches of a text in a base language that may render one of some names; none in most languages."""
    if base in CHINESE:
        found = {
            at
            for name in names
            for good in sorted(name.good)
            for at in _sounding(text, good, name.type, base)
        }
    elif base == "ja":
        found = {part for run in _KATAKANA.finditer(text) for part in _parts(run)}
        found |= {at for name in names for good in sorted(name.good) for at in _nearly(text, good)}
    elif base == "ko":
        found = {at for word in words(text) for at in _stems(word, base)}
    else:
        found = set()
    places = sorted(at for at in found if at[1] - at[0] >= _SHORTEST)
    return [Window(n, n, start, end, fold(text[start:end]), True) for n, (start, end) in enumerate(places)]


def _sounding(text: str, good: str, kind: str, base: str) -> Iterator[tuple[int, int]]:
    """Where characters of a Chinese text share half of a form and sound like it."""
    form = solid(good, base)
    letters = _pinyin(form, base)
    for size in (len(form) - 1, len(form), len(form) + 1):
        for start in range(len(text) - size + 1) if size >= _SHORTEST else ():
            written = solid(text[start : start + size], base)
            if len(written) != size or len(set(written) & set(form)) * 2 < len(form):
                continue
            sound = _pinyin(written, base)
            most = int(_SOUND * max(len(sound), len(letters)))
            alike = sound and letters and edits(sound, letters, most) <= most
            if alike and standing(text, start, start + size, base, kind) is Inflection.EXACT:
                yield start, start + size


def _nearly(text: str, good: str) -> Iterator[tuple[int, int]]:
    """Where kanji of a text are those of a form but for one."""
    size = len(good)
    if size > _SHORTEST and not _KATAKANA.search(good):
        for start in range(len(text) - size + 1):
            if sum(a == b for a, b in zip(text[start : start + size], good, strict=True)) == size - 1:
                yield start, start + size


def _pinyin(text: str, base: str) -> str:
    found = spelled(text, base)
    return found[1] if found is not None and found[1].isalpha() else ""


def _stems(word: Word, base: str) -> Iterator[tuple[int, int]]:
    """What particles leave of a word, and the word itself."""
    for stem in possible_stems(word.text, base):
        if inflection(stem, word.text, base) >= Inflection.INFLECTED:
            yield word.start, word.start + len(stem)


def _parts(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """A run of katakana, and the parts between its dots."""
    yield run.span()
    for part in re.finditer("[^・＝]+", run.group()):
        yield run.start() + part.start(), run.start() + part.end()
