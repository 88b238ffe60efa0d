"""Whether a word is a part of somebody's name by what stands beside it: a given name, a title, another surname."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from qa.model import Span
from qa.names.grammar.endings import SLAVIC
from qa.names.grammar.inflect import possible_stems
from qa.names.grammar.morphology import is_given_in_nominative, is_surname_beside, knows, lemmas
from qa.names.script.chinese import CHINESE
from qa.names.script.edits import same_start
from qa.names.script.latin_syllables import made_of_syllables
from qa.names.script.letters import is_vowel
from qa.names.script.romanize import in_latin
from qa.names.texts.forms import UNSPACED
from qa.names.texts.windows import GAP, LOOK_BACK, bare_word, capital_behind
from qa.names.words.articles import ARABIC, articles
from qa.names.words.capitalised import a_place
from qa.names.words.given import is_given_name, is_shared_in_latin, is_shared_natively
from qa.names.words.ordinary import CAPITAL_NOUNS, frequency, of_person
from qa.names.words.parted import comes_first
from qa.text import HYPHENS, Word, fold, has_capitals, is_small, words

_COMMON = 2.5  # Zipf frequency of a word that is hardly anybody's surname
_COMMON_SURNAME = 4.5  # the same for one that is on a list of surnames: Park, Hill
_CAPITAL_TITLES = frozenset({"en", "nl"})  # languages that may write titles with a capital: President Trump
_SHORTEST, _SHORTEST_NOUN = 3, 6  # letters of the first word of a compound, and of a noun that it ends with
_NOUN = 3.5  # Zipf frequency of such a noun
_NO_NAME = 4.0  # the same from which a capitalised word is no part of a name: President
EVERYDAY = 5.5  # Zipf frequency from which a word is a given name only by chance: Will, May, Von
LISTED = 5.0  # the same before a form that the house forbids: Mark, Paul
RARER = 4.5  # the same before what merely sounds like a name: Winter
# Words on the list of given names that say beside a place's name what it is: River Derwent, Santa Fe, Victoria Park.
_OF_PLACES = frozenset(
    "abbey berg brook canal cliff council dale dock forest glen green grove hall haven hill isla jabal lane mare marsh "
    "monte north nova novi park pier ras reka ridge rio river saint santa sierra star val villa ville wadi west "
    "wood".split()
)
TITLES = frozenset(
    "admiral agent ayatollah baron bishop captain chairman chancellor chief colonel commander deacon dean doctor duke "
    "earl emir general governor imam judge justice king lady lieutenant major marshal mayor minister mullah pastor "
    "pope premier president prince princess professor queen rabbi secretary senator sergeant sister".split()
)
# What stands before a surname, by language; "Miss" stands before places as well.
_COURTESIES = {
    "de": "frau herr herrn",
    "en": "messrs mr mrs ms",
    "es": "señor señora sr sra",
    "fr": "m madame mlle mme monsieur",
    "it": "signor signora",
    "pl": "pan pana panem pani panią panu",
    "pt": "senhor senhora sr sra",
    "ru": "господин господина господине господином господину госпожа госпоже госпожи госпожой госпожу",
    "uk": "пан пана пане пані панові паном пану",
}
SURNAMES_FIRST = CHINESE | {"ko"}  # languages of surnames that stand before the given name in any text
GIVEN_LAST = frozenset({"hu", "vi"})  # languages in which the given name stands behind the surname
HUNGARIAN = frozenset({"hu"})  # those of them in which people are called by the surname
# Scripts without capitals in which given names are hardly other words; in Hebrew many are.
_ARABIC_LETTERS = frozenset({"ar", "fa", "ur"})
_SYLLABLE_BEHIND = re.compile(r"[-‐‑]([^\W\d_A-Z]+)(?!\w)")
_CAPITAL_BEFORE = re.compile(r"(?<!\w)([^\W\d_a-z][^\W\d_]*) \Z")
_IN_SYLLABLES = re.compile(r"([^\W\d_]+) [^\W\d_a-z][^\W\d_]*[-‐‑][^\W\d_A-Z]")
# What says, directly before a name, that somebody goes by it; the nickname of a place is another matter.
_GOES_BY = re.compile(
    r"(?<!\w)(?:(?:call[ -]?sign|code[ -]?named?)(?: of)?|nicknamed?|nickname of(?= [«„“\"'‘])|nom de guerre"
    r"|indicatif|surnommée?|apodad[oa]|soprannominat[oa]|nome di battaglia|(?:Ruf|Kampf|Deck)namen?|pseudonim\w*"
    r"|přezdívan\w+|позывн\w+|позивн\w+|псевдо(?:н[иі]м\w*)?|(?:по|под|на|за|під) (?:прозвищ|прізвиськ|кличк)\w+"
    r"|(?:прозвищ|прізвиськ|кличк)\w+(?= [«„“\"]))"
    r"[:,]? ?[«„“\"'‘]?\Z",
    re.IGNORECASE,
)
_CALLED = 30  # letters before a name that may say so
_ARABIC_BEHIND = re.compile(r" [Aa]l-(?=[^\W\d_a-z])")
_APART = frozenset({"al", "el"})  # Arabic articles that are written apart as well
_ENDING = 2  # letters at the end of a surname that its cases change
_INITIALS = 4  # letters of initials that are no given name: RAF, HMS
_INSIDE = re.compile(r"[\w,;] \Z")  # what stands before a word inside a sentence


def word_at(tokens: Sequence[Word], start: int, otherwise: int) -> int:
    """The number of the word that begins at a place in a text, `otherwise` where none does."""
    number = bisect_left(tokens, start, key=lambda word: word.start)
    return number if number < len(tokens) and tokens[number].start == start else otherwise


def _is_inside(text: str, word: Word) -> bool:
    """Whether a word stands inside a sentence, so that its capital tells something."""
    return _INSIDE.search(text, max(0, word.start - 2), word.start) is not None


def given_before(text: str, tokens: Sequence[Word], number: int, base: str) -> bool:
    """Whether a given name stands directly before a word, and no title that some people are called as (Earl)."""
    given = _given(text, tokens, number, base)
    if given is None:
        return False
    before = bare_word(given.text, base)
    shared = is_shared_in_latin(before) or any(map(is_shared_natively, _forms(before, base)))
    common = frequency(before, base) >= RARER and not shared and not _is_told(text, given, before, base)
    return not common and in_latin(before, base) not in TITLES


def _is_told(text: str, given: Word, spelling: str, base: str) -> bool:
    """Whether a capital inside a sentence tells that a word is a given name, where titles are written small: Marija."""
    if base in _CAPITAL_TITLES or base in CAPITAL_NOUNS or not is_given_name(spelling):
        return False
    return _is_inside(text, given) and not a_place(spelling, base)


def _given(text: str, tokens: Sequence[Word], number: int, base: str) -> Word | None:
    """The given name directly before a word, or before its Arabic article: Ahmad al-Khalil.

    A few capitals before a word that has no more than one are initials of something else: RAF Croughton.
    """
    before = _before(text, tokens, number)
    gap = text[tokens[number - 1].end : tokens[number].start]
    if before is None or is_small(before.text) or not GAP.match(gap):
        return None
    if 1 < len(before.text) <= _INITIALS and before.text.isupper() and not tokens[number].text.isupper():
        return None
    spelling = bare_word(before.text, base)
    if spelling in _OF_PLACES:
        return None
    named = any(
        is_shared_natively(form) or is_given_name(in_latin(form, base)) for form in _forms(spelling, base)
    )
    return before if named else None


def _forms(word: str, base: str) -> tuple[str, ...]:
    """A folded word, and its dictionary forms where there is a dictionary: Ігоря, of Ігор."""
    return (word, *lemmas(word, base)) if knows(base) else (word,)


def _before(text: str, tokens: Sequence[Word], number: int) -> Word | None:
    """The word before another one, or before its Arabic article, which elsewhere may be a word: at, es."""
    before = number - 1
    if before > 0 and (article := fold(tokens[before].text)) in articles(ARABIC):
        bound = text[tokens[before].end : tokens[number].start] in HYPHENS
        before -= bound or article in _APART
    return tokens[before] if before >= 0 else None


def given_beside(text: str, tokens: Sequence[Word], number: int, base: str) -> bool:
    """Whether a given name stands where it does beside a surname: before it, in Hungarian behind."""
    if base in HUNGARIAN:
        return _given_behind(text, tokens, number, base)
    return given_before(text, tokens, number, base)


def _given_behind(text: str, tokens: Sequence[Word], number: int, base: str) -> bool:
    """Whether a given name, inflected or not, stands directly behind a word."""
    behind = tokens[number + 1] if number + 1 < len(tokens) else None
    if behind is None or is_small(behind.text) or not GAP.match(text[tokens[number].end : behind.start]):
        return False
    spelling = bare_word(behind.text, base)
    return any(is_given_name(in_latin(stem, base)) for stem in (spelling, *possible_stems(spelling, base)))


def _courtesy_before(text: str, tokens: Sequence[Word], number: int, base: str) -> bool:
    """Whether what only persons are called stands directly before a word."""
    before = tokens[number - 1]
    other = before.text in ("MS", "m")  # MS Estonia, 100 m
    called = not other and before.text.lower() in _COURTESIES.get(base, "").split()
    return called and GAP.match(text[before.end : tokens[number].start]) is not None


def behind_name(text: str, tokens: Sequence[Word], number: int, base: str) -> bool:
    """Whether a word stands behind a given name, or behind what may be one or another part of a name: Roland Garros.

    In Hungarian it is the given name behind a word that counts.
    """
    if base in HUNGARIAN:
        return _given_behind(text, tokens, number, base)
    if number == 0:
        return False
    if given_before(text, tokens, number, base):
        return True
    before = _before(text, tokens, number)
    gap = text[tokens[number - 1].end : tokens[number].start]
    if before is None or is_small(before.text) or not GAP.match(gap):
        return False
    # A capital that begins a sentence says little.
    inside = _is_inside(text, before)
    if len(before.text) == 1:
        return inside or gap.startswith(".")  # an initial
    word = bare_word(before.text)
    common = frequency(word, base) >= (_NO_NAME if inside else _COMMON)
    return not common and not (base in CAPITAL_NOUNS and _is_compound(word, base))


@lru_cache(maxsize=4096)
def _is_compound(word: str, base: str) -> bool:
    """Whether a folded word ends with a common one, as nouns are put together: Kremlsprecher."""
    ends = (word[at:] for at in range(_SHORTEST, len(word) - _SHORTEST_NOUN + 1))
    return any(frequency(end, base) >= _NOUN and not is_given_name(end) for end in ends)


def behind_surname(text: str, span: Span) -> bool:
    """Whether a Chinese or Korean surname stands directly before a word inside a sentence: Chen Dapu."""
    tokens = words(text)
    number = word_at(tokens, span.start, 0)
    if number == 0 or not has_capitals(text[span.start : span.end]):
        return False
    before = tokens[number - 1]
    close = text[before.end : span.start] == " " and _is_inside(text, before)
    return close and not is_small(before.text) and comes_first(fold(before.text))


def in_syllables(text: str, start: int) -> bool:
    """Whether a Chinese or Korean name begins at a place in a text, its given name in two syllables: Kang Dong-gu."""
    found = _IN_SYLLABLES.match(text, start)
    return found is not None and comes_first(fold(found[1]))


def begins_in_syllables(text: str, span: Span) -> bool:
    """Whether a Korean or Chinese given name begins with a word of a text, behind a surname: Chun, of Go Chun-ja."""
    given = _SYLLABLE_BEHIND.match(text, span.end)
    before = _CAPITAL_BEFORE.search(text, max(0, span.start - LOOK_BACK), span.start)
    if given is None or before is None:
        return False
    name = fold(text[span.start : span.end] + given[1])
    return any(
        made_of_syllables(name, lang) and made_of_syllables(fold(before[1]), lang) for lang in ("ko", "zh")
    )


def of_another(text: str, span: Span, native: str, base: str) -> bool:
    """Whether a word that has an ending of a surname is another surname, for the given name before it has none.

    Юрий Подоляка is not somebody Подоляк, nor Дарья Дугина Дугин.
    """
    tokens = words(text)
    number = word_at(tokens, span.start, 0) if knows(base) else 0
    if number == 0:
        return False
    given, surname = tokens[number - 1], bare_word(tokens[number].text)
    if surname == native or same_start(surname, native) < len(native) - _ENDING:
        return False
    return text[given.end : span.start] == " " and is_given_in_nominative(bare_word(given.text), base)


def of_a_woman(written: Sequence[str], parts: Sequence[str], base: str) -> bool:
    """Whether the words of a man's name are a woman's, with an ending on the given name alone: Ivana Dikić, of Ivan.

    Slavic surnames that end in a consonant have the ending as well where they are a man's; those in -х never do.
    """
    if base not in SLAVIC or len(parts) < 2:
        return False
    given, surname = parts[0], parts[-1]
    word = bare_word(written[0])
    if bare_word(written[-1]) != surname or is_vowel(surname[-1]) or surname.endswith("х"):
        return False
    feminine = word != given and word.endswith(("a", "а")) and not given.endswith(("a", "а"))
    return feminine and is_given_name(in_latin(word, base))


def begins_somebody(text: str, span: Span, base: str) -> bool:
    """Whether one word of a text is the given name before a surname: Eden Goldfarb, beside Aden."""
    given = in_latin(bare_word(text[span.start : span.end], base), base)
    return is_given_name(given) and surname_behind(text, span, base) is not None


def before_a_name(text: str, span: Span, base: str) -> bool:
    """Whether one word of a text is a given name with a capitalised word behind it that is no place.

    However often the news has that word, it is a surname: François Hollande, beside Pope Francis.
    """
    if base in CAPITAL_NOUNS or not has_capitals(text[span.start : span.end]):
        return begins_somebody(text, span, base)
    behind = capital_behind(text, span.end)
    given = in_latin(bare_word(text[span.start : span.end], base), base)
    return behind is not None and is_given_name(given) and not a_place(bare_word(behind, base), base)


def surname_behind(text: str, span: Span, base: str) -> str | None:
    """The folded word directly behind one word of a text that may be the surname to it.

    That is a capitalised word that is on a list of persons' names or rare, and no place itself (Odessa Oblast).
    """
    tokens = words(text)
    number = word_at(tokens, span.start, len(tokens))
    if (
        number + 1 >= len(tokens)
        or tokens[number].end < span.end
        or not has_capitals(text[span.start : span.end])
    ):
        return None
    behind = tokens[number + 1]
    surname = bare_word(behind.text, base)
    if is_small(behind.text) or not GAP.match(text[tokens[number].end : behind.start]):
        return None
    # Marks tell a name from a word: Icelandic Skúli, skuli.
    common = frequency(surname if behind.text.isascii() else behind.text.lower(), base)
    if common >= _most(in_latin(surname, base)) or a_place(surname, base):
        return None
    return surname


def before_arabic_surname(text: str, span: Span) -> bool:
    """Whether a surname with an Arabic article stands directly behind a word: Asaad al-Shaibani."""
    return _ARABIC_BEHIND.match(text, span.end) is not None


def _most(surname: str) -> float:
    """Zipf frequency from which a folded Latin word is rather a word than somebody's surname or second given name."""
    if surname in _OF_PLACES:
        return _COMMON
    if is_given_name(surname):
        return EVERYDAY
    return _COMMON_SURNAME if of_person(surname) else _COMMON


def of_somebody(text: str, span: Span, base: str, most: float = EVERYDAY, only_shared: bool = False) -> bool:
    """Whether what has the name of a place is the surname behind a given name or a courtesy: Jack London, Mr Lvov.

    A call sign counts as one. Only a capital tells a given name from any other word, and only inside a sentence. A
    given name has to be rarer than `most`, a Zipf frequency, and with `only_shared` one that languages share.
    """
    if base in UNSPACED or base in GIVEN_LAST:
        return False
    if not has_capitals(text[span.start : span.end]):
        return base in _ARABIC_LETTERS and only_shared and _behind_native(text, span)
    if _GOES_BY.search(text, max(0, span.start - _CALLED), span.start):
        return True
    tokens = words(text)
    number = word_at(tokens, span.start, 0)
    if number and _courtesy_before(text, tokens, number, base):
        return True
    given = _given(text, tokens, number, base) if number else None
    if given is None:
        return False
    spelling = fold(given.text)
    if only_shared and (text[given.end] != " " or a_place(spelling, base)):
        return False  # Sofia-Kiev
    shared = is_shared_in_latin(spelling) or is_shared_natively(spelling)
    if not shared and (only_shared or not _is_inside(text, given)):
        return False
    return frequency(spelling, base) < most


def _behind_native(text: str, span: Span) -> bool:
    """Whether a given name that languages share stands directly before a word in a script without capitals."""
    tokens = words(text)
    number = word_at(tokens, span.start, 0)
    return (
        number > 0
        and text[tokens[number - 1].end : span.start] == " "
        and is_shared_natively(fold(tokens[number - 1].text))
    )


def is_surname(text: str, span: Span, base: str) -> bool:
    """Whether the words beside what has the name of a place tell that it is a surname: депутат Львов.

    Only where there is a dictionary of the language; elsewhere nothing is known.
    """
    if not knows(base):
        return False
    tokens = words(text)
    number = word_at(tokens, span.start, len(tokens))
    if number == len(tokens) or tokens[number].end < span.end:
        return False
    before = tokens[number - 1] if number else None
    behind = tokens[number + 1] if number + 1 < len(tokens) else None
    return is_surname_beside(
        bare_word(tokens[number].text),
        bare_word(before.text) if before and text[before.end : span.start] == " " else "",
        bare_word(behind.text) if behind and text[span.end : behind.start] == " " else "",
        base,
    )
