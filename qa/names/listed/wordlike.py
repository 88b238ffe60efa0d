"""Whether what a source has is an ordinary word rather than a name, where no capital tells.

A capital says nothing where a sentence begins, and many scripts have none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.names.grammar.endings import endings
from qa.names.grammar.inflect import MADE
from qa.names.grammar.morphology import (
    another_word,
    describes,
    is_common_noun,
    is_only_plural_of,
    is_particle,
    knows,
)
from qa.names.lexicon.lexicon import Name
from qa.names.script.romanize import in_latin
from qa.names.texts.windows import bare_word
from qa.names.texts.worded import has_signs
from qa.names.words.articles import WRITTEN
from qa.names.words.capitalised import a_place
from qa.names.words.ordinary import CAPITAL_NOUNS, frequency, has_frequencies, of_person, of_place
from qa.text import GERSHAYIM, Word, has_capitals, is_small, level, opens_sentence

_QUOTED = re.compile(f'["“”„«»{GERSHAYIM}]')  # before a word, or between it and a clitic: ב"הארץ
_SMALL_BEHIND = re.compile(r"[ \u00a0]([^\W\d_][\w’ʼ'-]*)")
# Zipf frequency from which a word without a capital is hardly a name, unless it is that of a well-known place.
_EVERYDAY = 5.0
_COMMON = 4.0  # the same from which it may be none
_KNOWN = 3.0  # the same of a word that begins a sentence, and that something may be called after
_SPOKEN = 3.5  # the same of an Arabic word with an article
_SPOKEN_RARER = 2.0  # orders of magnitude by which its name is rarer in the target language
_FEMININE = level("ة")  # an ending of Arabic nouns, and with the same letters "its"
_OF_IT = level("ي")  # the ending of Arabic adjectives, with which some foreign names end as well
_RARER = 2.5  # orders of magnitude by which the name is rarer in the target language than such a word in the source's


def another_word_instead(text: str, tokens: Sequence[Word], name: Name, native: str, base: str) -> bool:
    """Whether a word is rather another one of the language, where no capital says that it is a name."""
    if len(tokens) > 1:
        return False
    word = bare_word(tokens[0].text)
    if not has_capitals(word) and not quoted(text, tokens[0]):
        # Letters that are exchanged may make another word: وأن, and the city of وان.
        if word != native and level(word) == level(native) and frequency(word, base) >= _EVERYDAY:
            return True
        return (base == "ar" and _declined(name, native, word)) or is_word(name, native, base, _EVERYDAY)
    if not has_capitals(word) or not opens_sentence(text, tokens[0].start) or has_signs(native):
        return False
    # What a make or a medium is called after begins a sentence as itself: Дія, the action, and the application Diia.
    made = (
        name.type in MADE
        and not _abbreviated(tokens[0].text)
        and not (quoted(text, tokens[0]) and _QUOTED.match(text, tokens[0].end))
    )
    if not knows(base):
        return _is_noun(name, tokens[0], base, _KNOWN if made else _EVERYDAY)
    if name.type == "place" and is_particle(word, base):
        return True
    if made and (
        is_only_plural_of(native, word, base)
        or (is_common_noun(word, base) and is_word(name, native, base, _COMMON))
    ):
        return True
    return _describes(text, tokens[0], base) or another_word(native, word, base)


def _describes(text: str, word: Word, base: str) -> bool:
    """Whether a word is an adjective to a small noun directly behind it, by the dictionary: Центральне опалення."""
    behind = _SMALL_BEHIND.match(text, word.end)
    return (
        behind is not None
        and is_small(behind[1])
        and describes(bare_word(word.text), bare_word(behind[1]), base)
    )


def _abbreviated(word: str) -> bool:
    """Whether a word is written in capitals throughout: ФСБ."""
    return word.isupper() and len(word) > 1


def _declined(name: Name, native: str, word: str) -> bool:
    """Whether an Arabic noun is declined as the name of a place or thing is not: with an article, indefinite, feminine.

    So الجنين is the unborn, شاهدا a witness and صورة a photo, no Jenin, no Shahed and no Tyre. What is far from rare as
    a name in the target language is the name (الناتو), unless it ends as an adjective does: المالية is what is
    financial, or Malian, and never Mali.
    """
    if name.type == "person" or word == native or level(native).startswith(WRITTEN):
        return False
    plain, letters = level(word), level(native)
    behind = {rest for clitic, rest in endings("ar", level).behind_clitics(plain) if clitic.endswith("ل")}
    articled = letters in behind
    if letters.endswith(_OF_IT) and (articled or letters + _FEMININE in {plain, *behind}):
        return True
    common = max(frequency(word, "ar"), frequency(native, "ar"))
    told = max((frequency(good, name.base_lang) for good in name.good), default=0.0)
    return (
        common >= _SPOKEN
        and told <= common - _SPOKEN_RARER
        and (articled or plain in {letters + "ا", letters + _FEMININE})
    )


def may_be_word(text: str, tokens: Sequence[Word], name: Name, native: str, base: str) -> bool:
    """Whether a word whose capital says nothing is as likely an ordinary one (רחובות, streets, and Rehovot).

    So is one with an article that the name does not have (הרחובות).
    """
    if len(tokens) > 1 or quoted(text, tokens[0]):
        return False
    if has_capitals(tokens[0].text):
        says_nothing = base in CAPITAL_NOUNS or (not knows(base) and opens_sentence(text, tokens[0].start))
        return says_nothing and _is_noun(name, tokens[0], base, _COMMON)
    word = level(bare_word(tokens[0].text))
    articles = endings(base, level).articles
    return is_word(name, native, base, _COMMON) or any(
        word == article + level(native) for article in articles
    )


def is_word(name: Name, native: str, base: str, least: float) -> bool:
    """Whether a native form is a word: common in its language, and far rarer as a name in the target's."""
    common, target = frequency(native, base), name.base_lang
    if common < least or not has_frequencies(target):
        return False
    return not any(a_place(good, target) or frequency(good, target) > common - _RARER for good in name.good)


def _is_noun(name: Name, word: Word, base: str, least: float) -> bool:
    """The same of a word with its marks in a script with capitals, where names are often as common (Hughes, London)."""
    latin = in_latin(bare_word(word.text), base)
    if of_place(latin) or (name.type == "person" and of_person(latin)):
        return False
    return is_word(name, word.text.lower(), base, least)


def quoted(text: str, word: Word) -> bool:
    """Whether a quotation mark stands before a word or in it, as behind a Hebrew clitic."""
    return _QUOTED.search(text, max(0, word.start - 1), word.end) is not None
