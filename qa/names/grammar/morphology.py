"""Dictionary morphology of Russian and Ukrainian; the one module that imports pymorphy3."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Flag, auto
from functools import cache, lru_cache
from typing import Any

_LANGS = frozenset({"ru", "uk"})
_SAID = frozenset("словам словами".split())  # what somebody has, and no place
_REACHED = ("достиг", "досяг", "діста", "дійш", "избеж", "избег", "уник")  # verbs with a genitive behind them
_UNLIKE_PLACE = ("nomn", "datv", "ablt", "loct")  # cases in which a place does not stand behind a noun
_WITH_PREPOSITIONAL = frozenset("в во на о об обо при".split())
_GOVERNING = frozenset({"VERB", "INFN", "GRND", "PREP"})
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_GENDERS = ("masc", "femn", "neut")
_NAMES = frozenset({"Abbr", "Geox", "Init", "Name", "Orgn", "Patr", "Surn", "Trad"})
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
def forms(name: str, lang: str, person: bool = False) -> frozenset[str]:
    """Forms of a lower-case name by the declensions of which it is the nominative; guesses for unknown words count.

    With `person` only what is alive has some. Nothing that names somebody or something else: no plural but of families,
    no woman's form of a man's surname, no vocative of what is not alive, which other languages have for a locative, and
    none in Russian at all.
    """
    found = (
        p for p in _analyzer(lang).parse(name) if _nominative(p, name) and (not person or "anim" in p.tag)
    )
    # Russian calls people by the bare stem (Рит, Лёв), which elsewhere is another name.
    called = "voct" if lang == "ru" else None
    of_it = {
        form.word for p in found for form in _lexeme(p) if _same(p.tag, form.tag) and form.tag.case != called
    }
    return frozenset(of_it | _of_several(name, lang))


def _lexeme(parse: Any) -> list[Any]:
    """The forms of a nominative; of two for one case none that leaves as it is what the other changes: Києві, Київі."""
    whole = parse.word
    changed = {form.tag.case for form in parse.lexeme if not form.word.startswith(whole)}
    return [
        form
        for form in parse.lexeme
        if form.word == whole or not form.word.startswith(whole) or form.tag.case not in changed
    ]


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


def in_dictionary(word: str, lang: str) -> bool:
    """Whether the dictionary has a lower-case word; guesses do not count."""
    return bool(_analyzer(lang).word_is_known(word))


@lru_cache(maxsize=16384)
def is_plural_of(name: str, word: str, lang: str) -> bool:
    """Whether the dictionary has a lower-case word as a plural of a name: обеим Кореям."""
    found = (p for p in _analyzer(lang).parse(word) if p.is_known and "plur" in p.tag)
    return any(p.normal_form == name for p in found)


class Proper(Flag):
    """What proper nouns a dictionary has in one spelling."""

    NOTHING = 0
    SURNAME = auto()
    PLACE = auto()


@lru_cache(maxsize=16384)
def proper_noun(word: str, lang: str) -> Proper:
    """What a lower-case word is by the dictionary, in any of its forms; guesses for unknown words do not count."""
    analyzer = _analyzer(lang)
    if not analyzer.word_is_known(word):
        return Proper.NOTHING
    tags = [p.tag for p in analyzer.parse(word) if p.is_known]
    grammemes = frozenset().union(*(tag.grammemes for tag in tags))
    surname = Proper.SURNAME if "Surn" in grammemes else Proper.NOTHING
    return surname | (Proper.PLACE if "Geox" in grammemes else Proper.NOTHING)


@lru_cache(maxsize=16384)
def is_particle(word: str, lang: str) -> bool:
    """Whether the dictionary takes a lower-case word for an adverb, a particle or the like first: Ровно, just."""
    first = _analyzer(lang).parse(word)[0]
    return first.is_known and first.tag.POS in {"ADVB", "CONJ", "INTJ", "NPRO", "PRCL", "PRED", "PREP"}


@lru_cache(maxsize=16384)
def is_common_noun(word: str, lang: str) -> bool:
    """Whether the dictionary has a lower-case word as a noun that names nobody, no place and no organisation."""
    tags = [p.tag for p in _analyzer(lang).parse(word) if p.is_known]
    return any(tag.POS == "NOUN" and tag.grammemes.isdisjoint(_NAMES) for tag in tags)


@lru_cache(maxsize=16384)
def is_only_plural_of(name: str, word: str, lang: str) -> bool:
    """Whether a lower-case word is a common noun that says several of what a name says one of: Вампіри, of Вампір."""
    tags = [p.tag for p in _analyzer(lang).parse(word) if p.is_known and p.normal_form == name]
    return all("plur" in tag for tag in tags) and is_common_noun(word, lang) and word != name and bool(tags)


@lru_cache(maxsize=16384)
def describes(word: str, behind: str, lang: str) -> bool:
    """Whether a lower-case word is an adjective to the noun behind it, as their endings tell: Центральне опалення."""
    noun = _analyzer(lang).parse(behind)[0]
    if not noun.is_known or noun.tag.POS != "NOUN":
        return False
    adjectives = (p.tag for p in _analyzer(lang).parse(word) if p.is_known and p.tag.POS == "ADJF")
    return any(_same_form(tag, noun.tag) for tag in adjectives)


def _same_form(one: Any, other: Any) -> bool:
    """Whether an adjective, by its tag, is in the case and number of a noun, and in its gender or in the plural."""
    several = "plur" in one
    if several != ("plur" in other) or not (several or any(g in one and g in other for g in _GENDERS)):
        return False
    return any(case in one and case in other for case in _CASES)


@lru_cache(maxsize=16384)
def may_be_adjective(word: str, lang: str) -> bool:
    """Whether a lower-case word may be an adjective."""
    return any(p.tag.POS == "ADJF" for p in _analyzer(lang).parse(word))


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


@lru_cache(maxsize=16384)
def is_given_in_nominative(word: str, lang: str) -> bool:
    """Whether a lower-case word is a given name, and in no other case than the nominative."""
    tags = [p.tag for p in _analyzer(lang).parse(word) if p.is_known and "Name" in p.tag]
    return bool(tags) and all("nomn" in tag for tag in tags)


@lru_cache(maxsize=16384)
def is_surname_beside(word: str, before: str, behind: str, lang: str) -> bool:
    """Whether lower-case words, "" where there is none, tell that one of them between is a surname and no place.

    A surname has the case of the title before it (депутат Львов) or of the given name behind it (Львов Иван), says who
    did something, if she is a woman (сообщила Львова), to whom it was done (оштрафовали Львова), or who said so (по
    словам Львова).
    """
    parses = _analyzer(lang).parse(word)
    tags = [p.tag for p in parses]
    # For what is in no dictionary a surname is only a guess.
    surnames = [p.tag for p in parses if p.is_known and "Surn" in p.tag]
    if not surnames:
        return False
    around = _tags(before, lang)
    if _all_animate(around) and any(_titles(t, surname) for t in around for surname in surnames):
        return True
    if not before and any(
        "Name" in p.tag and _agree(p.tag, s) for p in _analyzer(lang).parse(behind) for s in surnames
    ):
        return True  # in the order of a register: Николаев Иван
    if before in _SAID and any({"masc", "gent"} in tag for tag in surnames):
        return True
    woman = any({"femn", "nomn"} in tag and "Fixd" not in tag for tag in surnames)
    if woman and (_woman_did(before, lang) or (_woman_did(behind, lang) and not any(map(_governs, around)))):
        return True
    found = any({"masc", "accs"} in tag for tag in surnames) and not any(
        {"inan", "accs"} in tag for tag in tags
    )
    return found and bool(around) and all(_takes_accusative(tag, before, lang) for tag in around)


@lru_cache(maxsize=4096)
def governs_no_prepositional(word: str, lang: str) -> bool:
    """Whether a lower-case Russian word has no prepositional directly behind it: a verb, or a preposition."""
    tags = _tags(word, lang)
    return word not in _WITH_PREPOSITIONAL and bool(tags) and all(tag.POS in _GOVERNING for tag in tags)


def _tags(word: str, lang: str) -> list[Any]:
    """The tags of a lower-case word that the dictionary knows."""
    return [p.tag for p in _analyzer(lang).parse(word) if p.is_known] if word else []


def _all_animate(tags: Sequence[Any]) -> bool:
    """Whether a word is a noun for somebody and for nothing else, and no surname itself."""
    return bool(tags) and all(tag.POS == "NOUN" and "anim" in tag and "Surn" not in tag for tag in tags)


def _titles(title: Any, surname: Any) -> bool:
    """Whether a noun for somebody, by its tag, is a title to a surname: in the same case, number and gender."""
    if "plur" in title or "Fixd" in surname or "femn" in surname:
        return False  # Певица Александрова may be from Александров
    return _agree(title, surname)


def _agree(one: Any, surname: Any) -> bool:
    """Whether a noun and a surname, by their tags, have one gender and one case in which no place is behind a noun.

    A noun for men and women (судья) is a man's: behind it a woman's surname may be the name of a place.
    """
    gender = "masc" if "masc" in surname else "femn"
    same = gender in one or ("ms-f" in one.grammemes and gender == "masc")
    return same and any(case in one and case in surname for case in _UNLIKE_PLACE)


def _woman_did(word: str, lang: str) -> bool:
    """Whether a word says what a woman did: сообщила, but not касалась, which has a genitive behind it."""
    tags = () if word.endswith(("сь", "ся")) or word.startswith(_REACHED) else _tags(word, lang)
    return bool(tags) and all({"VERB", "past", "femn"} in tag for tag in tags)


def _governs(tag: Any) -> bool:
    """Whether a word, by its tag, may have the name of a place in the genitive behind it."""
    return tag.POS in {"NOUN", "ADJF", "ADJS", "PRTF", "NUMR", "PREP", "COMP"}


def _takes_accusative(tag: Any, word: str, lang: str) -> bool:
    """Whether a verb has an object in the accusative behind it; the Ukrainian dictionary does not tell."""
    if tag.POS not in {"VERB", "INFN", "GRND"} or word.endswith(("сь", "ся")):
        return False
    return ("tran" in tag or lang != "ru") and not word.startswith(_REACHED)
