"""Which language a text is in, and whether a language tag is one.

`detect` first looks at the letters: some languages have a script or letters of their own, and there the
statistics of langdetect are not needed, or are blind (it knows neither Belarusian nor Georgian, for example).
A short text full of names misleads the statistics, since names are spelled in the manner of their own languages. So
the small words of the text have a say, too.
"""

from __future__ import annotations

import difflib
import re
from functools import lru_cache

from qa.errors import SHOWN, ConfigError
from qa.function_words import WORD, hits, languages, small_words

# Scripts in which one language writes nearly all news.
_OWN_SCRIPT = (
    ("el", "\u0370-\u03ff\u1f00-\u1fff"),
    ("hy", "\u0530-\u058f"),
    ("he", "\u0590-\u05ff"),
    ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"),
    ("gu", "\u0a80-\u0aff"),
    ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"),
    ("kn", "\u0c80-\u0cff"),
    ("ml", "\u0d00-\u0d7f"),
    ("si", "\u0d80-\u0dff"),
    ("th", "\u0e00-\u0e7f"),
    ("lo", "\u0e80-\u0eff"),
    ("my", "\u1000-\u109f"),
    ("ka", "\u10a0-\u10ff\u1c90-\u1cbf"),
    ("am", "\u1200-\u137f"),
    ("km", "\u1780-\u17ff"),
    ("ko", "\u1100-\u11ff\uac00-\ud7af"),
    ("ja", "\u3040-\u30ff"),
    ("zh", "\u3400-\u4dbf\u4e00-\u9fff"),
)
_SCRIPTS = tuple((lang, re.compile(f"[{letters}]")) for lang, letters in _OWN_SCRIPT)
_LETTER = re.compile(r"[^\W\d_]")
_URL = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
# Letters that, of the languages of their script that much news is written in, only these use; the first
# language of which enough are met is meant. Belarusian is also the one that has both "і" and "ы".
_OWN_LETTERS = (
    ("kk", "әғқңұһ"),
    ("be", "ў"),
    ("uk", "їєґ"),
    ("sr", "ђћ"),
    ("mk", "ѓќѕ"),
    ("ur", "ٹڈےں"),
    ("fa", "پچژگ"),
)
_JE = re.compile(r"\b(?:је|су|у)\b")
_VO = re.compile(r"\b(?:е|во|што)\b")
_ENOUGH_LETTERS = 20
_ENOUGH_OF_OTHER_SCRIPTS = 12
_LOOKED_AT = 4000
# A language without a list of small words (Afrikaans, Swahili) is believed from this probability on.
_SURE = 0.9
# Below this probability letters alone, without a small word, are as good as a throw of dice.
_UNSURE = 0.5
# Characters of a text without its names from which its letters tell a language.
_ENOUGH_BETWEEN_NAMES = 12
# So many times more small words of another language than of the one that the letters look like outweigh the letters.
_LEAD = 2
# How sure it is then; too little for a check that a sentence is in the wrong language.
_BY_SMALL_WORDS = 0.8

# What is said of a text without a language.
NOT_TOLD = "the language of the text could not be told, so no name was judged; name it with --target-lang"

# Codes of ISO 639 that stand for no language, and what is for private use: "x-…" and "qaa" to "qtz".
_NO_LANGUAGE = ("mis", "mul", "und", "zxx")
_PRIVATE = re.compile(r"x|q[a-t][a-z]")

_NAMES = {
    "arabic": "ar", "belarusian": "be", "bulgarian": "bg", "chinese": "zh", "croatian": "hr",
    "czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "estonian": "et", "farsi": "fa",
    "finnish": "fi", "french": "fr", "georgian": "ka", "german": "de", "greek": "el", "hebrew": "he",
    "hindi": "hi", "hungarian": "hu", "indonesian": "id", "italian": "it", "japanese": "ja",
    "kazakh": "kk", "korean": "ko", "latvian": "lv", "lithuanian": "lt", "macedonian": "mk",
    "norwegian": "no", "persian": "fa", "polish": "pl", "portuguese": "pt", "romanian": "ro",
    "russian": "ru", "serbian": "sr", "slovak": "sk", "slovenian": "sl", "spanish": "es",
    "swedish": "sv", "thai": "th", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi",
    "deutsch": "de", "français": "fr", "español": "es", "ua": "uk", "cn": "zh", "jp": "ja", "kr": "ko",
    "cz": "cs", "gr": "el", "dk": "da", "ee": "et", "by": "be", "rs": "sr", "kz": "kk",
}  # fmt: skip


def detect(text: str) -> tuple[str | None, float]:
    """The language of a text as a BCP 47 base code, with a confidence from 0 to 1.

    (None, 0.0) where there is too little text to say. The same text always gives the same answer.
    """
    text = _URL.sub(" ", text[:_LOOKED_AT])
    letters = len(_LETTER.findall(text))
    if not letters:
        return None, 0.0
    if found := _by_script(text, letters):
        return found, 1.0
    other = len(_CYRILLIC.findall(text)) + len(_ARABIC.findall(text))
    if other * 2 > letters and other >= _ENOUGH_OF_OTHER_SCRIPTS:
        if found := _by_own_letters(text.lower(), max(1, other // 200)):
            return found, 0.95
    elif letters < _ENOUGH_LETTERS:
        return None, 0.0
    return _by_statistics(text)


def _by_script(text: str, letters: int) -> str | None:
    for lang, pattern in _SCRIPTS:
        count = len(pattern.findall(text))
        # Japanese is mostly written with Chinese characters: a tenth of kana tells it.
        if count >= 2 and count > letters * (0.1 if lang == "ja" else 0.5):
            return lang
    return None


def _by_own_letters(text: str, enough: int) -> str | None:
    counts = {lang: sum(map(text.count, own)) for lang, own in _OWN_LETTERS}
    if found := next((lang for lang, n in counts.items() if n >= enough), None):
        return found
    if text.count("і") >= enough:
        return "be" if text.count("ы") >= enough else "uk"
    if text.count("ј") >= enough:
        return "sr" if len(_JE.findall(text)) > len(_VO.findall(text)) else "mk"
    return "ru" if sum(map(text.count, "ыэё")) >= enough else None


def _by_statistics(text: str) -> tuple[str | None, float]:
    """What the letters look like, unless the small words between the names are those of another language."""
    lang, probability = _guess(text)
    if lang is None or (probability >= _SURE and not small_words(lang)):
        return lang, probability
    small = [word for word in WORD.findall(text) if word[0].islower()]
    found = {other: hits(small, other) for other in languages()}
    most = max(found.values())
    if most <= _LEAD * found.get(lang, 0):
        return (lang, probability) if most or probability >= _UNSURE else (None, 0.0)
    best = [other for other, count in found.items() if count == most]
    if len(best) > 1:
        # Small words of several languages; the words beside them may tell, if there are enough.
        rest = " ".join(small)
        again = _guess(rest)[0] if len(rest) >= _ENOUGH_BETWEEN_NAMES else None
        best = [other for other in (lang, *best) if other == again]
    return (best[0], _BY_SMALL_WORDS) if best else (None, 0.0)


def _guess(text: str) -> tuple[str | None, float]:
    from langdetect import LangDetectException  # type: ignore[import-untyped]

    try:
        best = _detector()(text)[0]
    except LangDetectException:
        return None, 0.0
    lang: str = best.lang.partition("-")[0]
    return lang, round(best.prob, 4)


@lru_cache(maxsize=1)
def _detector():  # type: ignore[no-untyped-def]
    from langdetect import DetectorFactory, detect_langs

    DetectorFactory.seed = 0
    return detect_langs


def is_no_language(tag: str) -> bool:
    """Whether a tag says that the language is not known, mixed, none, or a matter between those who use it."""
    base = tag.partition("-")[0].lower()
    return base in _NO_LANGUAGE or _PRIVATE.fullmatch(base) is not None


def normalise_tag(tag: str) -> str:
    """A BCP 47 tag in its usual spelling ("EN_gb" becomes "en-GB", "ger" becomes "de").

    Raises `qa.errors.ConfigError` for what is no language, with the nearest one that is.
    """
    from langcodes import standardize_tag, tag_is_valid

    tag = tag.strip()
    try:
        if tag_is_valid(tag):
            return str(standardize_tag(tag))
    except (ValueError, TypeError, RecursionError):
        pass
    raise ConfigError(f"{tag[:SHOWN]!r} is not a language tag{_hint(tag)}")


def _hint(tag: str) -> str:
    word = re.split(r"[-_\s]", tag.casefold() or "?")[0]
    near = difflib.get_close_matches(word, _NAMES, 1, 0.75)
    if near:
        return f"; did you mean {_NAMES[near[0]]!r}?"
    return "; use a BCP 47 tag such as 'en', 'uk' or 'pt-BR'"
