"""Unlisted spellings that are recognised though no source asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from qa.model import Mention
from qa.names.alone.nearby import right
from qa.names.grammar.endings import SLAVIC
from qa.names.grammar.inflect import MADE, inflection, of_both_words
from qa.names.grammar.morphology import is_common_noun, knows
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.near.another_name import is_a_mans, is_another, is_somebody_elses, of_the_region
from qa.names.near.candidates import EXACT
from qa.names.near.cased_spellings import recognise_cased
from qa.names.near.recognise import RECOGNISED, SLIP, Recognition
from qa.names.near.unlisted import likeliest
from qa.names.rendering.carried import noun_made
from qa.names.rendering.draft import Draft
from qa.names.rendering.otherwise import carried_whole
from qa.names.texts.others import CLEARLY, read_aloud, rendered_word, words_outside
from qa.names.texts.persons import Persons
from qa.names.texts.windows import Window, free, in_hyphens
from qa.names.words.ordinary import frequency
from qa.text import fold, opens_sentence

NEARBY = 0.1  # probability from which a spelling is recognised where the entry is named rightly nearby
UNSUPPORTED = 0.95  # the same where a source could name the entry and does not
DOUBTED = 0.6  # the most that is believed of a spelling that is somebody else's surname as well
_A_WORD = 2.5  # Zipf frequency of a noun that begins a sentence as itself
_SHORTEST = 3  # letters of a stretch that is looked at


def unasked(draft: Draft, around: frozenset[str], people: Persons, lexicon: Lexicon) -> list[Mention]:
    """Unlisted spellings that are recognisable without the source, the most probable first."""
    named = Counter(e for d in draft.demands if not d.of_many for e in d.entries)
    found: list[tuple[Recognition, Window]] = []
    for best, window in _recognised(draft, lexicon):
        if is_another(draft.segment.text, window, best, people, lexicon.base_lang):
            continue
        # Behind the name, as often as the source has it, a slip of it is another one; a rendering is the name again.
        said = _said(best.name, window, draft)
        asked = named[best.name.id] > (0 if best.regular else said)
        believed = best if asked else _doubted(best, window, draft, lexicon.base_lang)
        if believed is None or believed.probability < _threshold(best, window, draft, asked, around):
            continue
        if not asked and _is_a_noun(window, best.name, draft.segment.text):
            continue
        if best.name.type == "place" and any(
            of_both_words(good, window.normal, lexicon.base_lang) for good in best.name.good
        ):
            continue
        if not (
            _another_word(window, best, draft)
            or _made_from_it(window, best, draft)
            or _says_another(window, best, draft)
        ):
            found.append((believed, window))
    return likeliest(draft.segment.text, found)


def _said(name: Name, window: Window, draft: Draft) -> int:
    """How often a name stands rightly before a stretch."""
    return sum(m.entry == name.id and right(m) and m.span.end <= window.start for m in draft.mentions)


def _recognised(draft: Draft, lexicon: Lexicon) -> Iterator[tuple[Recognition, Window]]:
    """The free stretches of a segment that are like an entry that may be meant, as they are compared with it."""
    for window in free(draft.stretches, draft.mentions):
        best, spelling = (
            recognise_cased(lexicon, window.normal)
            if window.capital and len(window.normal) >= _SHORTEST
            else (None, "")
        )
        if best is not None and best.name.id not in draft.others and spelling not in best.name.shortened:
            yield best, window._replace(normal=spelling)


def _doubted(best: Recognition, window: Window, draft: Draft, lang: str) -> Recognition | None:
    """What is left of a recognition that no source asks for; None where it is another name."""
    if draft.segment.source and in_hyphens(draft.segment.text, window):
        return None
    region = of_the_region(window.normal, best, lang)
    if region and (
        best.name.type == "place" or draft.segment.source or is_somebody_elses(window.normal, best)
    ):
        return None
    if region or is_a_mans(window.normal, best, lang):
        return replace(best, probability=min(best.probability, DOUBTED))
    return best


def _is_a_noun(window: Window, name: Name, text: str) -> bool:
    """Whether a stretch begins a sentence as a common noun, and the name is that of a make: Леопард, beside Leopard."""
    lang = name.base_lang
    return (
        name.type in MADE
        and knows(lang)
        and opens_sentence(text, window.start)
        and is_common_noun(window.normal, lang)
        and frequency(window.normal, lang) >= _A_WORD
    )


def _another_word(window: Window, best: Recognition, draft: Draft) -> bool:
    """Whether a stretch stands so in the source, which is no form of the name in a language that has one."""
    source, base = draft.segment.source, draft.source_base
    if not source or not best.name.natives_in(base):
        return False
    # A Slavic surname is made as an adjective is: Moskvin, in a source that names Moskva as well.
    text = draft.segment.text
    names = (n for d in draft.demands if not carried_whole(d, text, source) for n in d.names)
    spans = tuple(n.span for n in names if n.certain or base not in SLAVIC)
    outside = words_outside(source, spans)
    return outside.issuperset(window.normal.split(" "))


def _made_from_it(window: Window, best: Recognition, draft: Draft) -> bool:
    """Whether a stretch is a noun of the source that is made from the name, as it stands."""
    written = fold(draft.segment.text[window.start : window.end])
    names = (n for d in draft.demands for n in d.names if n.entry == best.name.id)
    return any(noun_made(name, written, draft.source_base) for name in names)


def _says_another(window: Window, best: Recognition, draft: Draft) -> bool:
    """Whether a stretch clearly renders a word of the source that is no form of the name."""
    source, base = draft.segment.source, draft.source_base
    if not source or not base:
        return False
    written = window.normal.replace(" ", "")
    natives = best.name.natives_in(base)
    if any(not any(said in native for native in natives) for said in read_aloud(source, written, base)):
        return True
    cost = best.closeness.cost
    if natives and (word := _differing(window, best)) is not None:
        written, cost = word, cost * len(window.normal) / len(word)
    limit = cost - CLEARLY
    if any(best.name.id in demand.entries for demand in draft.demands):
        # Beside the name, a regular rendering of another word is that word: Kim Geon-ui, beside Kim Keon-hee.
        limit = max(limit, min(cost, EXACT / len(written)))
    said = rendered_word(source, written, base, best.name.base_lang, limit) if limit > 0 else None
    if said is None:
        return False
    own = (part for native in natives for part in native.split(" "))
    return not any(inflection(part, fold(said), base) for part in own)


def _differing(window: Window, best: Recognition) -> str | None:
    """The one word of several that differs from those of somebody's right form; None where it is not one."""
    words = window.normal.split(" ")
    if best.name.type != "person" or len(words) == 1:
        return None
    for good in best.name.good:
        parts = good.split(" ")
        others = [word for word, part in zip(words, parts, strict=False) if word != part]
        if len(parts) == len(words) and len(others) == 1:
            return others[0]
    return None


def _threshold(best: Recognition, window: Window, draft: Draft, asked: bool, around: frozenset[str]) -> float:
    if not asked and tells_apart(draft.segment.source or "", draft.source_base, best.name, window.normal):
        return UNSUPPORTED
    if best.name.id in around:
        return NEARBY
    return RECOGNISED if best.regular else SLIP


def tells_apart(source: str, base: str, name: Name, written: str) -> bool:
    """Whether a source that does not ask for a name says that a folded stretch is another one.

    It can only ask for what has a form in its language; of anything else it tells no more than that a stretch stands
    in it as well.
    """
    if not source:
        return False
    return bool(name.natives_in(base)) or words_outside(source, ()).issuperset(written.split(" "))
