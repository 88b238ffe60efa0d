"""What one side of a translation has and the other has not: names and negations without a counterpart.

A name that nothing on the other side resembles may be translated (Germany, Alemanha) or may be lost; a
negation may be turned round ("not until", "só quando") or may be lost. Which of the two it is, the models tell
by the probability of that word, given the other side: near nothing when it is accounted for, far below when it
is not. So each signal here is the lowest log probability of the words without a counterpart, 0 if there are
none. What cannot be seen: a second negation beside one that was kept, and words that deny without a negation
("deny", "refuse").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from qa.fluency.overlap import plain
from qa.names.script.edits import edits
from qa.text import WORD, fold

Words = Sequence[tuple[str, float]]

# Negations, and after the bar words of restriction, which languages exchange for them ("not before", "só").
_TABLE = """
ar: لا لم لن ليس ليست ليسوا لست غير دون بدون | فقط إلا
de: nicht kein\\w* nie niemals niemand\\w* nichts ohne weder | nur erst
en: no not never nobody none nothing neither nor nowhere without cannot \\w+n't | only but
es: no nunca jamás nadie nada ningún ninguna ninguno ni sin tampoco | solo sólo solamente
fr: ne n'\\w+ pas jamais rien aucun aucune ni sans | seulement que
it: non no mai nessun nessuno nessuna nulla niente né senza | solo soltanto
nl: niet geen nooit niemand niets zonder noch | slechts alleen pas
pl: nie nigdy nikt nikogo nic bez ani żaden żadna żadne | tylko dopiero
pt: não nunca jamais ninguém nada nem nenhum nenhuma sem | só somente apenas
ru: не нет ни никогда никто никого ничего нельзя без | только лишь
uk: не ні ані нема немає ніколи ніхто нікого нічого без | лише тільки
"""
# Letters in ten that may differ in two spellings of one name (Zaragoza, Saragoça).
_UNLIKE = 4
# Names looked for in one text: a list of thousands is no sentence.
_NAMES = 50
_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_ENDED = re.compile(r"[.!?:…]['\"”’)\]]*$")


def lost_name(words: Words, other: str) -> tuple[str, float]:
    """The least likely of the names in `words` that nothing in `other` resembles; ("", 0.0) without any.

    A name is what has a capital inside a sentence; two letters make none.
    """
    there = dict.fromkeys(fold(word) for word in WORD.findall(other))
    for score, name in sorted((score, name) for name, score in _names(words))[:_NAMES]:
        if not _among(fold(name), there):
            return name, min(score, 0.0)
    return "", 0.0


def lost_negation(words: Words, language: str, other: str, other_language: str) -> tuple[str, float]:
    """The least likely negation in `words` if `other` has none; ("", 0.0) where it has, or is not known."""
    ours, theirs = _patterns(language), _patterns(other_language)
    if ours is None or theirs is None or any(_has(pattern, other) for pattern in theirs):
        return "", 0.0
    found = ((score, word) for word, score in words if _has(ours[0], word))
    score, word = min(found, default=(0.0, ""))
    return word.strip(".,;:!?\"'“”‘’()"), min(score, 0.0)


def denies(text: str, language: str) -> bool | None:
    """Whether there is a negation in a text, None for a language without a table."""
    patterns = _patterns(language)
    return _has(patterns[0], text) if patterns else None


def _names(words: Words) -> Iterable[tuple[str, float]]:
    before = "."
    for spelled, score in words:
        found = WORD.search(spelled)
        if found and not _ENDED.search(before) and len(found[0]) > 2 and found[0][0].isupper():
            yield re.sub(r"['’]s$", "", found[0]), score
        before = spelled


def _among(name: str, there: Iterable[str]) -> bool:
    for word in there:
        most = max(len(name), len(word)) * _UNLIKE // 10
        if edits(name, word, most) <= most:
            return True
    return False


def _has(pattern: re.Pattern[str], text: str) -> bool:
    return any(pattern.fullmatch(token) for token in _TOKEN.findall(plain(text).casefold()))


@cache
def _table() -> dict[str, str]:
    lines = (line.partition(":") for line in _TABLE.strip().splitlines())
    return {language: words for language, _, words in lines}


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Of negations and of restrictions."""
    if language not in _table():
        return None
    negations, _, restrictions = _table()[language].partition("|")
    return re.compile("|".join(negations.split())), re.compile("|".join(restrictions.split()))
