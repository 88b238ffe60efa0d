"""Dictionary morphology of Russian and Ukrainian; the one module that imports pymorphy3."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

_LANGS = frozenset({"ru", "uk"})


def knows(lang: str) -> bool:
    """Whether there is a dictionary for this base language."""
    return lang in _LANGS


@cache
def _analyzer(lang: str) -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=lang)


@lru_cache(maxsize=16384)
def lemmas(word: str, lang: str) -> frozenset[str]:
    """Dictionary forms a lower-case word may belong to, ё written as е; guesses for unknown words count."""
    return frozenset(p.normal_form.replace("ё", "е") for p in _analyzer(lang).parse(word)[:6])


def same_lemma(name: str, word: str, lang: str) -> bool:
    """Whether a word may be a form of the name, both lower-case and one word."""
    if name[:2] != word[:2]:
        return False
    name = name.replace("ё", "е")
    found = lemmas(word, lang)
    return name in found or bool(found & lemmas(name, lang))


@lru_cache(maxsize=16384)
def of_a_woman(word: str, before: str, lang: str) -> bool:
    """Whether a lower-case surname is a woman's: by its own form, or by the given name before it."""
    found = [p.tag for p in _analyzer(lang).parse(word) if "Surn" in p.tag]
    if not any("femn" in tag for tag in found):
        return False
    return not any("masc" in tag for tag in found) or _womans_name(before, lang)


def _womans_name(word: str, lang: str) -> bool:
    found = [p.tag for p in _analyzer(lang).parse(word) if "Name" in p.tag] if word else []
    return any("femn" in tag for tag in found) and not any("masc" in tag for tag in found)
