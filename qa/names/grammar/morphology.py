"""Dictionary morphology of Russian and Ukrainian; the one module that imports pymorphy3."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

_LANGS = frozenset({"ru", "uk"})
_DECLINED = frozenset({"NOUN", "ADJF"})


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


@lru_cache(maxsize=16384)
def forms(name: str, lang: str) -> frozenset[str]:
    """Forms of a lower-case name by the declensions of which it is the nominative; guesses for unknown words count.

    Nothing that names somebody or something else: no plural but of families, no woman's form of a man's surname, and
    no vocative of what is not alive, which other languages have for a locative.
    """
    found = (p for p in _analyzer(lang).parse(name) if _nominative(p, name))
    of_it = {form.word for p in found for form in p.lexeme if _same(p.tag, form.tag)}
    return frozenset(of_it | _of_several(name, lang))


def _of_several(name: str, lang: str) -> set[str]:
    """Forms of a name that is the plural of a noun in the dictionary: соглашения, соглашений."""
    plurals = (p for p in _analyzer(lang).parse(name) if p.is_known and {"NOUN", "plur", "nomn"} in p.tag)
    return {form.word for p in plurals for form in p.lexeme if "plur" in form.tag}


@lru_cache(maxsize=16384)
def may_be_of(word: str, lang: str) -> frozenset[str]:
    """Nominatives, ё written as е, of which a lower-case word may be a form; what writers err in is guessed as well."""
    found = (p for p in _analyzer(lang).parse(word)[:6] if p.tag.POS in _DECLINED)
    return frozenset(p.normal_form.replace("ё", "е") for p in found if _same(p.normalized.tag, p.tag))


def _same(name: Any, form: Any) -> bool:
    """Whether a form, by its tag, names what the nominative with another tag does."""
    if form.POS not in _DECLINED:
        return False
    if "Surn" in name:
        return not ("masc" in name and "femn" in form)
    return ("plur" in name or "plur" not in form) and not ("inan" in name and "voct" in form)


def _nominative(parse: Any, name: str) -> bool:
    """Whether a reading takes a word for the dictionary form of a noun or an adjective."""
    if parse.tag.POS not in _DECLINED or "nomn" not in parse.tag:
        return False
    return bool(parse.normal_form.replace("ё", "е") == name.replace("ё", "е"))


@lru_cache(maxsize=16384)
def another_word(name: str, word: str, lang: str) -> bool:
    """Whether the dictionary knows a lower-case word, and none of its forms is the name: Крім (except), Крим."""
    if word == name or not all(p.is_known for p in _analyzer(lang).parse(word)):
        return False
    found, name = lemmas(word, lang), name.replace("ё", "е")
    # A word that is in the dictionary itself is that word: сума is no form of Суми.
    return name not in found and (word in found or found.isdisjoint(lemmas(name, lang)))


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
