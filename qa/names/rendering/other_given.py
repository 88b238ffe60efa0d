"""Right surnames behind another given name than the source has: Michel Aoun, where it names Joseph Aoun.

A namesake is another person, and no spelling tells. A given name counts as another one only where it sounds like none
that the person has, may be short for none of them, and renders no other word of the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.model import Span
from qa.names.grammar.inflect import possible_stems
from qa.names.lexicon.lexicon import Name
from qa.names.script.romanize import in_latin
from qa.names.script.scripts import spelled
from qa.names.texts.forms import UNSPACED
from qa.names.texts.given_before import GIVEN_LAST, SURNAMES_FIRST, given_before
from qa.names.texts.others import SAID, Others, rendering_cost
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import GAP, Window, bare_word
from qa.names.words.given import same_given
from qa.text import Word, fold, is_small, words

_NEITHER = UNSPACED | SURNAMES_FIRST | GIVEN_LAST  # languages in which no given name stands before a surname
_OWN = 0.45  # cost a letter up to which a given name may be a rendering of the person's
_PARTICLES = frozenset("al bin da de del der di dos du el ibn van von".split())
_LONGEST = 3  # capitalised words before a surname that are looked at: Donald John Trump
# What is short for names that begin with another letter, and those letters.
_SHORT_FOR = {
    "beppe": "g", "betty": "e", "bill": "w", "billy": "w", "bob": "r", "bobby": "r", "chema": "j", "dick": "r",
    "hans": "j", "kiko": "fe", "lena": "hoeym", "lesha": "a", "lesya": "oa", "lisa": "e", "liz": "e", "lola": "d",
    "lyosha": "a", "mitya": "d", "nacho": "i", "nando": "f", "nastya": "a", "ned": "e", "paco": "f", "pancho": "f",
    "peggy": "m", "pepe": "j", "polly": "m", "sasha": "a", "sascha": "ao", "senya": "a", "sepp": "j", "shura": "a",
    "ted": "et", "tolya": "a", "toni": "a", "tony": "a", "zhenya": "ey",
}  # fmt: skip


def behind_other_given(
    text: str, surname: Window, name: Name, source: SourceName, others: Others, langs: tuple[str, str]
) -> Span | None:
    """A right surname of a text with the given name that stands before it; None where that is no other person's.

    `name` is the person whom `source`, a name in full, is of, `others` are the other words of its text; `langs` are
    the base languages of source and target.
    """
    if not _NEITHER.isdisjoint(langs) or " " not in source.native:
        return None
    target = langs[1]
    given = _given_names(text, words(text), surname.first, target)
    if not given or any(
        _may_be_own(word, name, source, langs)
        or others.render(surname._replace(normal=bare_word(word.text, target)), SAID, target)
        for word in given
    ):
        return None
    return Span(given[0].start, surname.end)


def _given_names(text: str, tokens: Sequence[Word], surname: int, target: str) -> list[Word]:
    """The capitalised words before a surname and its particles, in order; nothing where no given name is the last."""
    number = surname
    while number and fold(tokens[number - 1].text) in _PARTICLES:
        number -= 1
    if not number or not given_before(text, tokens, number, target):
        return []
    return list(_capitals_before(text, tokens, number))[::-1]


def _capitals_before(text: str, tokens: Sequence[Word], number: int) -> Iterator[Word]:
    for at in range(number - 1, max(-1, number - 1 - _LONGEST), -1):
        if is_small(tokens[at].text) or not GAP.match(text[tokens[at].end : tokens[at + 1].start]):
            return
        yield tokens[at]


def _may_be_own(word: Word, name: Name, source: SourceName, langs: tuple[str, str]) -> bool:
    """Whether a word may be a given name of the person, in any language, or short for it."""
    lang, target = langs
    written = bare_word(word.text, target)
    spellings = {in_latin(stem, target) for stem in (written, *possible_stems(written, target))}
    own = {part for full in name.renderings if " " in full for part in full.split(" ")[:-1]}
    if not own or any(_alike(spelling, part) for spelling in spellings for part in own):
        return True
    native = (spelled(part, lang) for part in source.native.split(" ")[:-1])
    return any(
        letters is not None and rendering_cost(letters, written, target, _OWN) <= _OWN for letters in native
    )


def _alike(spelling: str, own: str) -> bool:
    """Whether two given names in Latin letters are forms of one, begin alike, or one may be short for the other."""
    return (
        spelling[:1] == own[:1]
        or own[:1] in _SHORT_FOR.get(spelling, "")
        or spelling in own
        or same_given(spelling, own)
    )
