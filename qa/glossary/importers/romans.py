"""Tells which of many unlabelled spellings of a place is the one in a given language.

A spelling has to be written in the language's own letters. Of those that are, the one whose plain
romanization is nearest to the place's Latin names is taken. The romanization only has to compare, not to
be printed: Ukrainian follows the Cabinet of Ministers' table of 2010, Russian BGN/PCGN, Belarusian the
national table, Arabic script its consonants.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from qa.glossary.scripts import scripts, written_in

_UK = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ь": "", "ю": "iu", "я": "ia", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
_RU = {
    **_UK,
    "г": "g", "и": "i", "й": "y", "ё": "yo", "ъ": "", "ы": "y", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
for _letter in "ґєії'’ʼ":
    _RU.pop(_letter, None)
_BE = {
    **_UK,
    "ў": "u", "ы": "y", "э": "e", "ё": "io",
}  # fmt: skip
for _letter in "ґєїищ":
    _BE.pop(_letter, None)
_AR = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h",
    "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n",
    "ه": "h", "و": "w", "ي": "y", "ة": "h", "ى": "a", "ء": "", "ؤ": "w", "ئ": "y",
}  # fmt: skip
_FA = {
    **_AR,
    "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "y", "\u200c": "",
}  # fmt: skip
for _letter in "كيىة":
    _FA.pop(_letter, None)
_HE = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "w", "ז": "z", "ח": "h", "ט": "t", "י": "y",
    "כ": "k", "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "", "פ": "p",
    "ף": "p", "צ": "ts", "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t", "'": "", "׳": "", "״": "",
    '"': "",
}  # fmt: skip
_TABLES = {"uk": _UK, "ru": _RU, "be": _BE, "ar": _AR, "fa": _FA, "he": _HE}
_ABJADS = {"ar", "fa", "he"}
_SEPARATORS = set(" -.–")
_ARTICLE = re.compile(r"^(al|el|ad|an|ar|as|ash|at|az|es|esh|et)[- ]")
# Endings of the vowel letters y and i are written in many ways that mean the same.
_GLIDES = re.compile(r"[yij]+")

# What tells a language's own spelling from that of a neighbour with the same letters and the same
# romanization: Bulgarian, Serbian and Macedonian write no soft sign and no ы or э; Ukrainian always has a
# soft sign in -ськ and -цьк, Russian never; Persian, Urdu and Kurdish leave out the Arabic article, final ة,
# hamza and the letters that Arabic alone pronounces.
_MARKS: dict[str, tuple[tuple[re.Pattern[str], float], ...]] = {
    "uk": (
        (re.compile("[ьіїє'’ʼ]"), 0.01), (re.compile(r"[сц]к(ий|а|е)?\b|ьск"), -0.2),
        (re.compile("[бвжмпрфчшщ]ь"), -0.1),
    ),
    "ru": (
        (re.compile("[ьыэёъ-]"), 0.01), (re.compile(r"[иы]й\b"), 0.02),
        (re.compile("[сц]ьк|ць|шч|итск|тс(?!к)"), -0.2),
        (re.compile(r"ъ(?![еёюя])|[бвмнпст]ьск|[бвгмпф]ь(?=[бвгджзклмнпрстфхцчшщ])"), -0.3),
    ),
    "be": ((re.compile("[ьыэёў]"), 0.01), (re.compile("[сц]ьк"), -0.2)),
    "ar": (
        (re.compile(r"^ال"), 0.12), (re.compile(r"ة\b"), 0.06), (re.compile(r"ة\B"), -0.3),
        (re.compile(r"[هى]\b"), -0.03), (re.compile(r"\b[أإآ]"), 0.02), (re.compile("[طصضظعحقثذ]"), 0.01),
    ),
}  # fmt: skip

# How alike two romanizations must be to be of one name, and of one spelling of it.
_LEAST, _ALIKE = 0.6, 0.8
_WORDS = re.compile(r"[^\W\d_]+")

# Scripts that one language of a country uses and no neighbour borrows: a single form in one is native.
_OWN_SCRIPT = frozenset({"ka", "hy", "el", "am", "th", "km", "lo", "my", "ko"})
LANGUAGES = frozenset(_TABLES) | _OWN_SCRIPT
"""Languages whose spellings can be told."""


def native_form(lang: str, name: str, others: Iterable[str]) -> str | None:
    """The spelling of a place in `lang` among its `others`, None if there is none.

    `name` is its main Latin name. Ties go to the longer spelling, then to the first in code point order.
    """
    listed = sorted(set(others))
    if lang in _OWN_SCRIPT:
        own = [form for form in listed if form and scripts(form) == written_in(lang)]
        return own[0] if len(own) == 1 else None
    candidates = [form for form in listed if _written_in(form, _TABLES[lang])]
    latin = [form for form in listed if form[:1].isupper() and not form.isupper() and len(plain(form)) > 2]
    if not candidates:
        return None
    key = _skeleton if lang in _ABJADS else plain
    keys = {form: key(romanize(lang, form)) for form in candidates}
    main = {form: _alike(keys[form], key(name)) for form in candidates}
    peers = [*map(key, latin), *keys.values()]
    support = {form: sum(_alike(keys[form], peer) for peer in peers) / len(peers) for form in candidates}
    # An English name of its own (Moscow) says little about the native one; the others then decide.
    exonym = max(main.values()) < _ALIKE

    def score(form: str) -> tuple[float, int, tuple[int, ...]]:
        nearness = 3.0 * support[form] if exonym else main[form] + 0.5 * support[form]
        exact = 0.03 * min(peers.count(keys[form]), 5)
        return nearness + exact + _finer(lang, form, name) + _marks(lang, form), len(form), _reverse(form)

    near = [form for form in candidates if main[form] >= _LEAST or _near(keys[form], map(key, latin))]
    # Where no neighbour shares the letters, a single form is native, whatever others call the place.
    alone = candidates if lang in _ABJADS and len(candidates) == 1 else []
    return max(near or alone, key=score, default=None)


def _near(key: str, others: Iterable[str]) -> bool:
    return any(_alike(key, other) >= _ALIKE for other in others)


def _finer(lang: str, form: str, name: str) -> float:
    """What decides between spellings that are otherwise equally near: vowels, and the number of words."""
    vowels = _alike(_letters(romanize(lang, form)), _letters(_ARTICLE.sub("", name.lower())))
    words = abs(len(_WORDS.findall(form)) - len(_WORDS.findall(name)))
    return 0.1 * vowels - 0.03 * words


def _written_in(form: str, table: dict[str, str]) -> bool:
    low = form.lower()
    return all(char in table or char in _SEPARATORS for char in low) and any(table.get(char) for char in low)


def _marks(lang: str, form: str) -> float:
    """How much a spelling shows that it is this language's own."""
    return sum(bonus * len(mark.findall(form.lower())) for mark, bonus in _MARKS.get(lang, ()))


def romanize(lang: str, form: str) -> str:
    """A rough romanization for comparison only."""
    table = _TABLES[lang]
    return "".join(table.get(char, char) for char in form.lower())


def plain(text: str) -> str:
    """Lower-case Latin letters without marks, spaces and signs; y, i and j are one letter."""
    return _GLIDES.sub("i", _letters(text))


@lru_cache(maxsize=65536)
def _letters(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in bare if "a" <= char <= "z")


@lru_cache(maxsize=65536)
def _skeleton(text: str) -> str:
    """Consonants only, after the article: what scripts without vowels have in common with Latin."""
    text = _ARTICLE.sub("", unicodedata.normalize("NFD", text.lower()).replace("ā", "a"))
    text = "".join(char for char in text if "a" <= char <= "z" or char == " ")
    text = text.removeprefix("al") if text.startswith("al") and len(text) > 4 else text
    text = re.sub(r"(.)\1", r"\1", text.replace("q", "k").replace("dh", "d").replace("ou", "w"))
    return re.sub(r"[aeiouwyh ]", "", text) or text.replace(" ", "")


@lru_cache(maxsize=262144)
def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _reverse(form: str) -> tuple[int, ...]:
    """Turns the greatest into the first: `max` then breaks a last tie by code point order."""
    return tuple(-ord(char) for char in form)
