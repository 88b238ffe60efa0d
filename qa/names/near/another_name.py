"""What a spelling that is like a glossary name is rather: somebody's name, another place, a brand.

The text around tells, and dictionaries and lists of names do; what a source says is another matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.model import Span
from qa.names.grammar.morphology import Proper, knows, lemmas, proper_noun
from qa.names.grammar.surnames import OV, OVA, SKAYA, SKY
from qa.names.lexicon.lexicon import Name
from qa.names.near.abjad import vowels_guessed
from qa.names.near.candidates import LIMIT, WHOLE_EDIT
from qa.names.near.namesake import another_place, another_village, is_in_two_parts, other_syllables
from qa.names.near.recognise import Recognition
from qa.names.script.align import distance, prepare
from qa.names.script.edits import same_start
from qa.names.script.letters import Table
from qa.names.script.romanize import in_latin
from qa.names.texts.given_before import (
    SURNAMES_FIRST,
    before_arabic_surname,
    begins_in_syllables,
    behind_surname,
    given_before,
    in_syllables,
    of_somebody,
    surname_behind,
)
from qa.names.texts.persons import Persons
from qa.names.texts.windows import Window, bare_word, capital_behind, goes_on_as_place
from qa.names.words.given import is_given_name, same_given
from qa.names.words.in_cyrillic import known_in_russian
from qa.names.words.ordinary import Known, known, of_place
from qa.names.words.parted import comes_first
from qa.text import HYPHENS, fold, words

# How the surnames of women and of men end in Latin letters, and the given names of women.
_SKY = (*SKY, "skij", "cki")
_WOMANS = (*OVA, "iva", "ina", "yna", "owa", "ewa", *SKAYA, "skaja", "cka")
_MANS = (*OV, "iv", "in", "yn", "ow", "ew", *_SKY)
_GIVEN_TO_WOMEN = ("a", "y")
# Cases of a man's surname that is an adjective, which no case of a woman's is: Тихановського, Cichanouskiego.
_MANS_CASES = tuple(
    f"{stem}{ending}"
    for stem in ("sk", "ck", "zk")
    for ending in ("oho", "ogo", "omu", "im", "ym", "iego", "iemu", "eho", "emu")
)
# Surnames of men that are adjectives: no case of theirs ends in -a, so that Zelenska is somebody else.
_ADJECTIVES = (*_SKY, "nyi", "nyy", "ny")
_TWO_SLIPS = 1.2  # cost of letters from which a known surname is another one; a slip costs 1
_SAME = 0.25  # cost of the letters up to which the first word of several is that of the name
_CASE_ENDING = 2  # letters at the end of a surname that its cases change
_GIVEN_AND_SURNAME = 2  # words of a name that are compared one by one; more may be run together
_SHORTEST = 3  # letters of a word of a name that tells somebody else's: no particle


def is_another(text: str, window: Window, best: Recognition, people: Persons, lang: str) -> bool:
    """Whether what stands around a stretch, or the stretch itself, tells that it is not the name it is like."""
    if _in_another_script(window, best) and not _is_regular(best):
        return True
    if not best.exact and other_syllables(best.name, window.normal):
        return True
    if not _is_held(text, window) and is_in_two_parts(best.name, window.normal):
        return True
    if best.name.type == "person":
        if begins_in_syllables(text, Span(window.start, window.end)):
            return True
        mans = is_a_mans(window.normal, best, lang) and (
            in_latin(window.normal, lang).endswith(_MANS_CASES) or _behind_a_mans(text, window, lang)
        )
        if mans or _is_a_womans(text, window, best, lang):
            return True
        if _is_in_full_another(text, window, best, lang) or _is_given_behind(text, window, best):
            return True
        return _another_surname(window, best, lang) or _is_no_surname(text, window, best, lang)
    if _another(text, window, best, people) or begins_another(text, window, best.name):
        return True
    return best.name.type == "place" and _is_in_a_name(text, window, best, lang)


def _another(text: str, window: Window, best: Recognition, people: Persons) -> bool:
    """Whether a stretch that is no regular romanization of a place is rather a village's or somebody's name."""
    if not _is_regular(best) and another_place(best.name, window.normal):
        return True
    if best.exact:
        return False
    if Known.GIVEN in known(window.normal):
        return True
    among = not _is_held(text, window) and not _begins_as(window, best)
    return among and people.among(window.normal.split(" "))


def _is_held(text: str, window: Window) -> bool:
    """Whether a hyphen holds a stretch together, so that it is no given name with a surname: Ivano-Frankivsku."""
    return any(sign in HYPHENS for sign in text[window.start : window.end])


def _begins_as(window: Window, best: Recognition) -> bool:
    """Whether the first of several words is that of the name, so nobody's: Chan Junis, Jabal Shams for Jebel Shams."""
    first, blank, _ = window.normal.partition(" ")
    nearest = best.closeness.best
    if not blank or nearest is None:
        return False
    part, parted, _ = nearest.text.partition(" ")
    return any(good.startswith(f"{first} ") for good in best.name.good) or (
        bool(parted) and distance(prepare(part, nearest.table.name), first, _SAME) <= _SAME
    )


def _is_regular(best: Recognition) -> bool:
    """Whether a stretch is a regular romanization of the name, its vowels included."""
    return best.exact and best.regular


def _is_no_surname(text: str, window: Window, best: Recognition, lang: str) -> bool:
    """Whether what is like a surname is rather a village (Bilytske, beside Biletsky), or stands before a surname."""
    if _is_regular(best):
        return False
    return another_village(best.name, window.normal) or before_surname(text, window, best.name, lang)


def before_surname(text: str, window: Window, name: Name, lang: str) -> bool:
    """Whether what is like a person's surname stands before another surname, and is a given name."""
    # A given name, or a surname that comes first, stands there rightly.
    if any(is_given_name(good) or comes_first(good) for good in (in_latin(g, lang) for g in name.good)):
        return False
    span = Span(window.start, window.end)
    behind = surname_behind(text, span, lang)
    # Without its article an Arabic surname is mostly a given name as well: Burhan Wani, beside al-Burhan.
    bare = window.normal in name.without_arabic_article
    named = behind is not None and (bare or not is_given_name(in_latin(behind, lang)))
    return named or before_arabic_surname(text, span)


def _is_given_behind(text: str, window: Window, best: Recognition) -> bool:
    """Whether what sounds like a surname of one character stands where a given name does: Miao Kai."""
    surname = any(len(native) == 1 for base in SURNAMES_FIRST for native in best.name.natives_in(base))
    return surname and behind_surname(text, Span(window.start, window.end))


def is_a_mans(spelling: str, best: Recognition, lang: str) -> bool:
    """Whether a spelling ends as a man's surname where the name is a woman's: Tikhanovsky, beside Tsikhanouskaya."""
    if best.name.type != "person" or not in_latin(spelling, lang).endswith((*_MANS, *_MANS_CASES)):
        return False
    return any(in_latin(good, lang).endswith(_WOMANS) for good in best.name.good)


def _is_a_womans(text: str, window: Window, best: Recognition, lang: str) -> bool:
    """Whether a woman is named where the name is a man's: Zelenska, and Budanova behind a woman's given name."""
    latin = in_latin(window.normal, lang)
    goods = [in_latin(good, lang) for good in best.name.good]
    if not latin.endswith("a") or any(good.endswith("a") for good in goods):
        return False
    if any(good.endswith(_ADJECTIVES) for good in goods):
        return True
    mans = latin.endswith(_WOMANS) and any(good.endswith(_MANS) for good in goods)
    return mans and _behind_a_womans(text, window, lang)


def _behind_a_womans(text: str, window: Window, lang: str) -> bool:
    """Whether a given name that ends as those of women do stands before a surname."""
    return _given(text, window, lang).endswith("a")


def _behind_a_mans(text: str, window: Window, lang: str) -> bool:
    """Whether a given name that no woman has in these languages stands before a surname."""
    given = _given(text, window, lang)
    return bool(given) and not given.endswith(_GIVEN_TO_WOMEN)


def _given(text: str, window: Window, lang: str) -> str:
    """The given name before a stretch in folded Latin letters, "" where there is none."""
    tokens = words(text)
    if window.first == 0 or not given_before(text, tokens, window.first, lang):
        return ""
    return in_latin(bare_word(tokens[window.first - 1].text, lang), lang)


def of_the_region(spelling: str, best: Recognition, lang: str) -> bool:
    """Whether a dictionary has a word as the name of somebody else or of another place than the one it is like.

    That is a dictionary of Russian, or of the target language, and tells nothing of an entry without a form in it. A
    regular rendering of the name is the name all the same.
    """
    base = lang if knows(lang) else "ru"
    natives = best.name.natives_in(base)
    if not natives or _is_regular(best):
        return False
    known = {spelling: proper_noun(spelling, lang)} if knows(lang) else known_in_russian(spelling)
    kinds = Proper.SURNAME | Proper.PLACE if best.name.type == "place" else Proper.SURNAME
    own = {lemma for native in natives for lemma in lemmas(native, base)}
    return any(proper & kinds and own.isdisjoint(lemmas(word, base)) for word, proper in known.items())


def _another_surname(window: Window, best: Recognition, lang: str) -> bool:
    """Whether the last of several words is somebody else's surname rather than a slip: Serhii Lysenko, beside Lysak.

    The person's own surname is not, nor is another rendering of it, whatever the given name (Alexander Zinchenko, for
    Oleksandr Zinchenko; Iman Khalif, for Imane Khelif).
    """
    last = window.normal.rpartition(" ")[2]
    if last == window.normal or not _two_slips_away(best) or Known.SURNAME not in known(last):
        return False
    own = {in_latin(good.rpartition(" ")[2], lang) for good in best.name.good}
    latin = in_latin(last, lang)
    return all(distance(prepare(part, "latin"), latin, WHOLE_EDIT) >= WHOLE_EDIT for part in own)


def _is_in_full_another(text: str, window: Window, best: Recognition, lang: str) -> bool:
    """Whether several words that are like a person's name are somebody else's.

    One of the words is too far from the person's (Oleksandr Sak, beside Oleksandr Usyk), a further given name stands
    before them (José Antonio Kast, beside António Costa), or the given name is a woman's (Oleksandra Koval).
    """
    written = [in_latin(word, lang) for word in window.normal.split(" ")]
    nearest = best.closeness.best
    if _is_his_namesake(written, best, lang):
        return True
    if len(written) == 1 or nearest is None or _is_regular(best):
        return False
    if is_given_name(written[0]) and given_before(text, words(text), window.first, lang):
        return True
    parts = nearest.text.split(" ")
    return len(parts) == len(written) == _GIVEN_AND_SURNAME and any(
        _is_another_word(latin, part, nearest.table) for latin, part in zip(written, parts, strict=True)
    )


def _is_his_namesake(written: Sequence[str], best: Recognition, lang: str) -> bool:
    """Whether a woman's given name, made from a man's, stands before his surname: Oleksandra, of Oleksandr Koval."""
    his = (in_latin(good, lang).split(" ") for good in best.name.good if good.count(" ") == 1)
    return is_given_name(written[0]) and any(list(written) == [f"{first}a", last] for first, last in his)


def _is_another_word(latin: str, part: str, table: Table) -> bool:
    """Whether a folded Latin word is no spelling of the part of a name that it stands for: more than a slip differs.

    What is on no list of given names has to differ by much. Where vowels are not written a consonant is enough. Forms
    of one given name differ as much, and a particle is too short to tell anything.
    """
    size = len(latin)
    if size < _SHORTEST or same_given(latin, in_latin(part, table.name)):
        return False
    most = WHOLE_EDIT if table.abjad else _TWO_SLIPS
    if not is_given_name(latin):
        most = max(most, LIMIT * size)
    return distance(prepare(part, table.name), latin, most) >= most


def is_somebody_elses(spelling: str, best: Recognition) -> bool:
    """Whether a spelling that is somebody's surname as well differs from the name by more than a slip or a case."""
    ending = any(same_start(spelling, good) >= len(good) - _CASE_ENDING for good in best.name.good)
    return _two_slips_away(best) and not ending


def _two_slips_away(best: Recognition) -> bool:
    """Whether more than one slip lies between a spelling and every form of the name that has its vowels written."""
    close = best.closeness
    return (close.latin if vowels_guessed(close) else close.cost) * best.length >= _TWO_SLIPS


def _is_in_a_name(text: str, window: Window, best: Recognition, lang: str) -> bool:
    """Whether what is like the name of a place is rather a part of another place's name, or somebody's.

    Before a surname stands a given name, on a list or not: Zornitsa Hristova, beside Sarnitsa.
    """
    span = Span(window.start, window.end)
    if goes_on_as_place(text, window.end):
        return True
    if in_syllables(text, window.start) or of_somebody(text, span, lang) or behind_surname(text, span):
        return True
    surname = surname_behind(text, span, lang)
    if surname is None or is_given_name(in_latin(window.normal, lang)):
        return surname is not None
    return (
        not _is_regular(best)
        and not of_place(window.normal)
        and Known.SURNAME in known(in_latin(surname, lang))
    )


def begins_another(text: str, window: Window, name: Name) -> bool:
    """Whether one word that is like the first of an organisation's has another name behind it: Shakhtyor Soligorsk."""
    if name.type == "place" or " " in window.normal or not all(" " in good for good in name.good):
        return False
    behind = capital_behind(text, window.end)
    return behind is not None and not any(f" {fold(behind)} " in f"{good} " for good in name.good)


def _in_another_script(window: Window, best: Recognition) -> bool:
    """Whether a stretch is in Latin letters where the name is not: a brand rather than a misspelled name."""
    return window.normal.isascii() and not fold(best.name.suggestion or "").isascii()
