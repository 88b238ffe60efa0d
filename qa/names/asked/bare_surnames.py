"""Surnames that stand alone in a text: in the source they ask for the surname in the target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from qa.model import Span
from qa.names.grammar.inflect import Inflection, inflection, spelled_so
from qa.names.grammar.morphology import Proper, is_common_noun, knows, proper_noun
from qa.names.lexicon.lexicon import Name
from qa.names.listed.unspaced import standing
from qa.names.near.nearness import COMMON
from qa.names.script import kanji
from qa.names.script.letters import load_table
from qa.names.script.romanize import in_latin
from qa.names.script.scripts import spelled
from qa.names.texts.forms import UNSPACED, solid
from qa.names.texts.given_before import before_a_name, given_beside
from qa.names.texts.place_nouns import of_a_street
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import GAP, bare_word, overlaps, within_hyphens
from qa.names.texts.worded import parts_of
from qa.names.words.capitalised import names_nobody
from qa.names.words.ordinary import CAPITAL_NOUNS, frequency, of_place
from qa.text import Word, fold, has_capitals, is_small, opens_sentence, words

UNCASED_COMMON = 3.5  # Zipf frequency from which a word of a script without capitals need not be a name
_RARER = (
    1.0  # orders of magnitude by which a name may be rarer in the target language than a word in the source's
)
_CAPITALISING = frozenset({"en"})  # languages that write days, months and peoples with a capital
_GIVEN = 3  # characters of a Japanese given name


def surnames_of(
    source: str, lang: str, taken: Sequence[SourceName], names: Iterable[Name]
) -> Iterator[SourceName]:
    """Where the surnames among some names stand alone in a source text; `taken` are names met in it."""
    base = lang.partition("-")[0]
    if base in UNSPACED:
        yield from _in_characters(source, base, taken, names)
        return
    natives = [
        (parts, name) for name in names for native in name.natives_in(base) if (parts := parts_of(native))
    ]
    tokens = words(source)
    particles = {parts[0] for parts, name in natives if len(parts) > 1 and " ".join(parts) in name.small}
    for number, first in enumerate(tokens):
        small = is_small(first.text)
        if small and fold(first.text) not in particles:
            continue
        for parts, name in natives:
            stretch = tokens[number : number + len(parts)]
            if small and is_small(stretch[-1].text):
                continue
            if not _stands(stretch, parts, base):
                continue
            # In a script without vowels, what has an ending is as likely a word made from the name.
            if _without_vowels(parts[-1], base) and not fold(stretch[-1].text).endswith(parts[-1]):
                continue
            span = Span(stretch[0].start, stretch[-1].end)
            if overlaps(span.start, span.end, taken) or given_beside(source, tokens, number, base):
                continue
            if within_hyphens(source, span) or before_a_name(source, span, base):
                continue
            if _begins_a_place(tokens[number : number + len(parts) + 1], source, base):
                continue
            if of_a_street(source, span.start, parts[-1], bare_word(stretch[-1].text), base):
                continue
            certain = _is_surely_a_name(source, tokens, number, name, base)
            native = " ".join(parts)
            yield SourceName(span, source[span.start : span.end], name.id, native, certain, name.suggestion)
            break


def _is_surely_a_name(source: str, tokens: Sequence[Word], number: int, name: Name, base: str) -> bool:
    """Whether the first word of a surname in a source is no word of the language: rare, or a name where it stands.

    Whom the news is full of has a name as common as words are. It is one with a capital inside a sentence and none
    beside it (Brown, but not Brown University), by a dictionary, or where it is as common in the target language.
    """
    word = fold(tokens[number].text)
    common = frequency(word, base)
    if not has_capitals(word):
        return common < UNCASED_COMMON
    if common < COMMON:
        return True
    if base in _CAPITALISING and names_nobody(word, base):
        return False
    if base not in CAPITAL_NOUNS and _has_the_only_capital(source, tokens, number):
        return True
    if knows(base):
        return Proper.SURNAME in proper_noun(word, base) and not is_common_noun(word, base)
    return any(frequency(good, name.base_lang) > common - _RARER for good in name.good)


def _has_the_only_capital(source: str, tokens: Sequence[Word], number: int) -> bool:
    """Whether a word inside a sentence has a capital, and the words beside it have none but to begin the sentence."""
    if opens_sentence(source, tokens[number].start):
        return False
    before, behind = tokens[number - 1 : number], tokens[number + 1 : number + 2]
    telling = (*behind, *(word for word in before if not opens_sentence(source, word.start)))
    return all(is_small(word.text) for word in telling)


def _begins_a_place(stretch: Sequence[Word], source: str, base: str) -> bool:
    """Whether the last of some words makes the well-known name of a place of them: Costa Rica."""
    if (
        is_small(stretch[-1].text)
        or len(stretch) < 2
        or not GAP.match(source[stretch[-2].end : stretch[-1].start])
    ):
        return False
    return of_place(" ".join(in_latin(bare_word(word.text), base) for word in stretch))


def _in_characters(
    source: str, base: str, taken: Sequence[SourceName], names: Iterable[Name]
) -> Iterator[SourceName]:
    """Surnames in a text without spaces, where no given name follows."""
    text = "".join(solid(c, base)[:1] or c for c in source)
    for name in names:
        for native in name.natives_in(base):
            for found in re.finditer(re.escape(solid(native, base)), text):
                strength = standing(source, *found.span(), base, name.type)
                if strength == Inflection.NONE or overlaps(*found.span(), taken):
                    continue
                if base == "ja" and kanji.family_length(source[found.start() : found.end() + _GIVEN]):
                    continue
                certain = strength > Inflection.DERIVED
                yield SourceName(
                    Span(*found.span()),
                    source[found.start() : found.end()],
                    name.id,
                    native,
                    certain,
                    name.suggestion,
                )


def _without_vowels(word: str, base: str) -> bool:
    """Whether a folded word is written in a script that leaves out short vowels."""
    found = spelled(word, base)
    return found is not None and load_table(found[0]).abjad


def _stands(stretch: Sequence[Word], parts: Sequence[str], base: str) -> bool:
    return len(stretch) == len(parts) and all(
        is_form(part, bare_word(word.text), base) for part, word in zip(parts, stretch, strict=True)
    )


def is_form(name: str, word: str, base: str) -> bool:
    """Whether a folded word is a name as its language inflects it, and nothing made from it.

    Where a dictionary knows the forms, it is so letter by letter: Зеленський is near Зеленській, and no form of
    Зеленська.
    """
    return inflection(name, word, base) > Inflection.DERIVED and (
        not knows(base) or spelled_so(name, word, base)
    )
