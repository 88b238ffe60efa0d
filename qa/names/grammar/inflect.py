"""Whether a word of a text is an inflected form of a name.

The tables of `qa/data/inflection` list which endings a name takes by its own end. For Russian and Ukrainian the
declension that pymorphy3 gives to the name is asked as well; it knows the irregular ones.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache

from qa.names.grammar import morphology
from qa.names.grammar.endings import SLAVIC, Endings, Rule, endings
from qa.names.script.letters import is_vowel
from qa.names.script.syllables import apart
from qa.text import fold, level

_SHORTEST_STEM = 3
_LONGEST_ENDING = 4
_DERIVED_ENDING = 3  # letters of an ending that an adjective may have
MADE = frozenset({"organisation", "other"})  # types of entries that give their names to things of a make
_LEFT_OUT = 2  # letters of the first of two words that an adjective made of both may leave out
_BEGINNING = 2  # letters of either that it has at least
_JOINED = re.compile(r"(?:[oо][vв])?[eoео]")  # what stands between them: новокаховський, часовоярський
_ADJECTIVE = re.compile(r"\w*(?:s[ck]|[cz]k|ск|цк|[сцз]ьк)\w{1,3}")
_YO = str.maketrans("ё", "е")  # both are right


class Inflection(IntEnum):
    """How a word relates to a name; a higher value is stronger evidence that it is the name."""

    NONE = 0
    DERIVED = 1
    INFLECTED = 2
    EXACT = 3


@lru_cache(maxsize=16384)
def paradigm(name: str, lang: str) -> tuple[Rule, ...]:
    """Levelled stems of a folded one-word name, each with the levelled endings that may follow it, without repeats.

    What is left without final letters that the suffix of an adjective swallows is one of them, with no endings of its
    own (Білорусь, білору-ський).
    """
    table = endings(lang, fold)
    rules = [Rule(level(stem), _levelled(follow), derives) for stem, follow, derives in table.rules(name)]
    cut = (level(name)[: -len(final)] for final in table.swallowed if name.endswith(final))
    rules += [Rule(stem, frozenset(), True) for stem in cut]
    return tuple(dict.fromkeys(rules))


@cache
def _levelled(follow: frozenset[str]) -> frozenset[str]:
    return frozenset(map(level, follow))


def stems(name: str, lang: str) -> tuple[str, ...]:
    """Levelled stems of a folded one-word name; the name itself is one of them."""
    return tuple(dict.fromkeys((level(name), *(s for s, _, _ in paradigm(name, lang) if len(s) >= 2))))


@lru_cache(maxsize=32768)
def inflection(name: str, word: str, lang: str, among: bool = False) -> Inflection:
    """How the folded `word` relates to the folded one-word `name` in a base language.

    `among` says that the name is only one word of several: the others tell it however short it is, and an adjective
    takes its own endings.
    """
    if not name or not word:
        return Inflection.NONE
    level_name, level_word = level(name), level(word)
    if level_name == level_word:
        return Inflection.EXACT
    table = endings(lang, level)
    best = _by_endings(name, level_word, lang, table)
    for _, behind in table.behind_clitics(level_word):
        rest = level(behind)  # behind a clitic a word begins anew
        if among and rest == level_name:
            return Inflection.INFLECTED
        # A syllable says as much as two letters.
        if len(apart(rest)) >= _SHORTEST_STEM and best < Inflection.INFLECTED:
            found = Inflection.INFLECTED if rest == level_name else _by_endings(name, rest, lang, table)
            best = max(best, found)
    if among and best < Inflection.INFLECTED and level_word in attributive(level_name, lang):
        return Inflection.INFLECTED
    if best < Inflection.INFLECTED and morphology.knows(lang) and name[:1] == word[:1]:
        of_it = level_word in _declined(name, lang)[1] or name.translate(_YO) in morphology.may_be_of(
            word, lang
        )
        return Inflection.INFLECTED if of_it else best
    return best


def without_article(name: str, word: str, lang: str) -> bool:
    """Whether a folded word is a folded name whose article the clitic before it has taken in: בחרמון, of החרמון."""
    level_name, level_word = level(name), level(word)
    return any(
        level_word.startswith(clitic) and level(article + level_word[len(clitic) :]) == level_name
        for clitic, article in endings(lang, level).absorbing
    )


@lru_cache(maxsize=16384)
def attributive(name: str, lang: str) -> frozenset[str]:
    """What a levelled word among those of a name may become, by the table: Weißes Haus, im Weißen Haus."""
    return frozenset(
        name[: len(name) - len(a)] + b
        for a, b in endings(lang, level).attributive
        if name.endswith(a) and len(name) - len(a) >= _SHORTEST_STEM
    )


def spelled_so(name: str, word: str, lang: str, among: bool = False) -> bool:
    """Whether a folded word is a form of a folded one-word name letter by letter, none exchanged for its like.

    `among` says that the name is only one word of several, which the dictionary may take for an adjective.
    """
    word = word.translate(_YO)
    if word == name.translate(_YO):
        return True
    for stem, follow, derives in endings(lang, fold).rules(name):
        stem = stem.translate(_YO)
        if not derives and word.startswith(stem) and word[len(stem) :] in follow:
            return True
    if not morphology.knows(lang):
        return False
    return word in _declined(name, lang)[0] or (
        among and name.translate(_YO) in morphology.may_be_of(word, lang)
    )


def cases(name: str, lang: str, person: bool = False) -> frozenset[str]:
    """The forms of a folded one-word name in other cases: by the dictionary, where there is none by the table."""
    if morphology.knows(lang):
        found = {fold(form) for form in morphology.forms(name, lang, person)}
    else:
        rules = (rule for rule in endings(lang, fold).rules(name) if not rule.derives)
        found = {rule.stem + ending for rule in rules for ending in rule.endings}
    return frozenset(found - {name})


@lru_cache(maxsize=16384)
def _declined(name: str, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The forms that the dictionary gives a folded name: folded, with е for ё, and levelled."""
    forms = [fold(form) for form in morphology.forms(name, lang)]
    return frozenset(form.translate(_YO) for form in forms), frozenset(map(level, forms))


def makes(word: str, lang: str) -> list[str]:
    """The levelled names of makes of which a word may say that there are several: Leopardów, Shaheds."""
    word = level(word)
    names = [word[: len(word) - len(ending)] for ending in _several(lang) if word.endswith(ending)]
    return [name for name in names if len(name) >= _SHORTEST_STEM and _ends_in_consonant(name)]


@cache
def _several(lang: str) -> tuple[str, ...]:
    return tuple(sorted(endings(lang, level).several))


def is_several(name: str, word: str, lang: str) -> bool:
    """Whether a folded word says, letter by letter, that there are several of a make with a folded name."""
    several = endings(lang, fold).several
    return _ends_in_consonant(name) and word.startswith(name) and word[len(name) :] in several


def is_plural(name: str, word: str, lang: str) -> bool:
    """Whether a folded word is the plural of a folded name, in any case, where the table tells: Boğazlar, of Boğaz."""
    plural, stem = endings(lang, level).plural, level(name)
    return bool(plural) and level(word).startswith(tuple(stem + ending for ending in plural))


def _ends_in_consonant(name: str) -> bool:
    """Whether a name is heard to end in a consonant: Leopard, and Bradley."""
    return bool(name) and (not is_vowel(name[-1]) or name.endswith(("ay", "ey", "oy")))


def of_both_words(name: str, word: str, lang: str) -> bool:
    """Whether a folded word is the adjective that Slavic languages make of a folded name of two words: криворізький."""
    first, _, second = name.partition(" ")
    if lang not in SLAVIC or not second or " " in second or not word.startswith(first[:_BEGINNING]):
        return False
    sizes = range(max(len(first) - _LEFT_OUT, _BEGINNING), len(first) + 1)
    joints = (_JOINED.match(word, size) for size in sizes if word.startswith(first[:size]))
    return any(
        joint is not None
        and word.startswith(second[:_BEGINNING], joint.end())
        and _ADJECTIVE.fullmatch(word, joint.end())
        for joint in joints
    )


def possible_stems(word: str, lang: str) -> list[str]:
    """What may be left of a levelled word by taking off an ending, by the table of a base language; itself first."""
    table, (follow, longest) = endings(lang, level), _all_endings(lang)
    found = [word]
    for size in range(len(word) - 1, max(1, len(word) - longest) - 1, -1):
        rest = word[size:]
        if rest in follow or (table.derived and (len(rest) <= _DERIVED_ENDING or _longer(rest, table))):
            found.append(word[:size])
    return found


@cache
def _all_endings(lang: str) -> tuple[frozenset[str], int]:
    """All endings of a language, levelled, and how long one can be."""
    table = endings(lang, level)
    follow = table.all()
    derived = max((len(s) + _LONGEST_ENDING for s in table.derived), default=0)
    return follow | table.several, max(derived, *map(len, follow | table.several), 0)


def _by_endings(name: str, word: str, lang: str, table: Endings) -> Inflection:
    """How a levelled word relates to a folded name, by the table in levelled letters."""
    best = Inflection.NONE
    whole = Rule(level(name), frozenset(), True)
    for stem, follow, derives in (whole, *paradigm(name, lang)):
        if not word.startswith(stem):
            continue
        rest = word[len(stem) :]
        if rest in follow and not derives:
            return Inflection.INFLECTED
        long = len(apart(stem)) >= _SHORTEST_STEM
        # Behind little of a name only a long ending tells: Wi-ener, but not עז-ים, goats, beside Gaza.
        told = long or stem == whole.stem or len(rest) >= _LONGEST_ENDING
        if (rest in follow and told) or (long and _derives(whole.stem, stem, rest, table)):
            best = Inflection.DERIVED
    return best


def _derives(name: str, stem: str, rest: str, table: Endings) -> bool:
    """Whether `rest` makes an adjective of a stem: Київ-ськ-ий, and Луганськ-ий of a name in -ськ."""
    if name == stem and 0 < len(rest) <= _DERIVED_ENDING and name.endswith(table.derived):
        return True
    return _longer(rest, table)


def _longer(rest: str, table: Endings) -> bool:
    return any(rest.startswith(s) and len(rest) - len(s) <= _LONGEST_ENDING for s in table.derived)
