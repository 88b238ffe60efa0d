"""Unlisted spellings that are recognised though no source asks for them."""

from __future__ import annotations

from dataclasses import replace

from qa.model import Mention, Span
from qa.names.candidates import EXACT
from qa.names.cased_spellings import recognise_cased
from qa.names.draft import Draft
from qa.names.given import is_given_name
from qa.names.given_before import behind_surname, given_before, in_syllables, of_somebody, surname_behind
from qa.names.grammar.endings import SLAVIC
from qa.names.grammar.inflect import inflection
from qa.names.grammar.morphology import Proper, knows, lemmas, proper_noun
from qa.names.in_cyrillic import known_in_russian
from qa.names.lexicon import Lexicon
from qa.names.namesake import another_place
from qa.names.ordinary import Known, known, of_place
from qa.names.others import CLEARLY, rendered_word, words_outside
from qa.names.persons import Persons
from qa.names.recognise import RECOGNISED, SLIP, Recognition
from qa.names.script.romanize import in_latin
from qa.names.unlisted import likeliest
from qa.names.windows import Window, bare_word, free, in_hyphens, on_a_river
from qa.text import fold, words

NEARBY = 0.1  # probability from which a spelling is recognised where the entry is named rightly nearby
DOUBTED = 0.6  # the most that is believed of a spelling that is somebody else's surname as well
# How the surnames of women and of men end in Latin letters.
_WOMANS = ("ova", "eva", "iva", "ina", "yna", "ska", "cka", "skaya", "skaia", "skaja", "owa", "ewa")
_MANS = ("ov", "ev", "iv", "in", "yn", "sky", "skyi", "skyy", "skiy", "skij", "ski", "cki", "ow", "ew")
_TWO_SLIPS = 1.5  # cost of letters from which a known surname is another one
UNSUPPORTED = 0.95  # the same where there is a source and it does not name the entry


def unasked(draft: Draft, around: frozenset[str], people: Persons, lexicon: Lexicon) -> list[Mention]:
    """Unlisted spellings that are recognisable without the source, the most probable first."""
    named = {e for d in draft.demands if not d.of_many for e in d.entries}
    text, lang = draft.segment.text, lexicon.base_lang
    found: list[tuple[Recognition, Window]] = []
    for window in free(draft.stretches, draft.mentions):
        if window.capital and len(window.normal) >= 3:
            best, spelling = recognise_cased(lexicon, window.normal)
            window = window._replace(normal=spelling)
            if (
                best is None
                or best.name.id in draft.others
                or window.normal in best.name.shortened
                or (best.name.type != "person" and _another(window, best, people))
            ):
                continue
            if best.name.type == "person" and _another_surname(window, best):
                continue
            mans = best.name.type == "person" and _is_a_mans(window, best, lang)
            if mans and _behind_a_mans(text, window, lang):
                continue
            if best.name.type == "place" and _is_in_a_name(text, window, best, lang):
                continue
            region = best.name.id not in named and _another_of_the_region(window.normal, best, lang)
            if region and (best.name.type == "place" or draft.segment.source):
                continue
            if region or mans:
                best = replace(best, probability=min(best.probability, DOUBTED))
            if _in_another_script(window, best) and not (best.exact and best.regular):
                continue
            if _another_word(window, best, draft):
                continue
            if draft.segment.source and best.name.id not in named and in_hyphens(text, window):
                continue
            if best.probability < _threshold(best, draft, named, around):
                continue
            if not _says_another(window, best, draft):
                found.append((best, window))
    return likeliest(text, found)


def _another(window: Window, best: Recognition, people: Persons) -> bool:
    """Whether a stretch that is no regular romanization of a place is rather a village's or somebody's name."""
    if best.exact:
        return False
    if another_place(best.name, window.normal):
        return True
    return Known.GIVEN in known(window.normal) or people.among(window.normal.split(" "))


def _is_a_mans(window: Window, best: Recognition, lang: str) -> bool:
    """Whether a stretch ends as a man's surname where the name is a woman's: Tikhanovsky, beside Tsikhanouskaya."""
    written = in_latin(window.normal, lang)
    return written.endswith(_MANS) and any(in_latin(good, lang).endswith(_WOMANS) for good in best.name.good)


def _behind_a_mans(text: str, window: Window, lang: str) -> bool:
    """Whether a given name that no woman has in these languages stands before a surname."""
    tokens = words(text)
    if window.first == 0 or not given_before(text, tokens, window.first, lang):
        return False
    return not in_latin(bare_word(tokens[window.first - 1].text, lang), lang).endswith(("a", "ia", "y"))


def _another_of_the_region(spelling: str, best: Recognition, lang: str) -> bool:
    """Whether a dictionary has a word as the name of somebody else or of another place than the one it is like.

    That is a dictionary of Russian, or of the target language, and tells nothing of an entry without a form in it. A
    regular rendering of the name is the name all the same.
    """
    base = lang if knows(lang) else "ru"
    natives = best.name.natives_in(base)
    if not natives or (best.exact and best.regular):
        return False
    known = {spelling: proper_noun(spelling, lang)} if knows(lang) else known_in_russian(spelling)
    kinds = Proper.SURNAME | Proper.PLACE if best.name.type == "place" else Proper.SURNAME
    own = {lemma for native in natives for lemma in lemmas(native, base)}
    return any(proper & kinds and own.isdisjoint(lemmas(word, base)) for word, proper in known.items())


def _another_surname(window: Window, best: Recognition) -> bool:
    """Whether the last of several words is somebody else's surname rather than a slip: Serhii Lysenko, beside Lysak."""
    last = window.normal.rpartition(" ")[2]
    return last != window.normal and best.edits >= _TWO_SLIPS and Known.SURNAME in known(last)


def _is_in_a_name(text: str, window: Window, best: Recognition, lang: str) -> bool:
    """Whether what is like the name of a place is rather a part of another place's name, or somebody's.

    Before a surname stands a given name, on a list or not: Zornitsa Hristova, beside Sarnitsa.
    """
    span = Span(window.start, window.end)
    if on_a_river(text, window.end):
        return True
    if in_syllables(text, window.start) or of_somebody(text, span, lang) or behind_surname(text, span, lang):
        return True
    surname = surname_behind(text, span, lang)
    if surname is None or is_given_name(in_latin(window.normal, lang)):
        return surname is not None
    return not best.exact and not of_place(window.normal) and Known.SURNAME in known(in_latin(surname, lang))


def _in_another_script(window: Window, best: Recognition) -> bool:
    """Whether a stretch is in Latin letters where the name is not: a brand rather than a misspelled name."""
    return window.normal.isascii() and not fold(best.name.suggestion or "").isascii()


def _another_word(window: Window, best: Recognition, draft: Draft) -> bool:
    """Whether a stretch stands so in the source, which is no form of the name in a language that has one."""
    source, base = draft.segment.source, draft.source_base
    if not source or not best.name.natives_in(base):
        return False
    # A Slavic surname is made as an adjective is: Moskvin, in a source that names Moskva as well.
    names = (n for d in draft.demands for n in d.names)
    spans = tuple(n.span for n in names if n.certain or base not in SLAVIC)
    outside = words_outside(source, spans)
    return outside.issuperset(window.normal.split(" "))


def _says_another(window: Window, best: Recognition, draft: Draft) -> bool:
    """Whether a stretch clearly renders a word of the source that is no form of the name."""
    source, base = draft.segment.source, draft.source_base
    if not source or not base:
        return False
    limit = best.closeness.cost - CLEARLY
    if any(best.name.id in demand.entries for demand in draft.demands):
        # Beside the name, a regular rendering of another word is that word: Kim Geon-ui, beside Kim Keon-hee.
        limit = max(limit, min(best.closeness.cost, EXACT / len(window.normal)))
    written = window.normal.replace(" ", "")
    word = rendered_word(source, written, base, best.name.base_lang, limit) if limit > 0 else None
    if word is None:
        return False
    own = (part for native in best.name.natives_in(base) for part in native.split(" "))
    return not any(inflection(part, fold(word), base) for part in own)


def _threshold(best: Recognition, draft: Draft, named: set[str], around: frozenset[str]) -> float:
    if draft.segment.source and best.name.id not in named:
        return UNSUPPORTED
    if best.name.id in around:
        return NEARBY
    return RECOGNISED if best.regular else SLIP
