"""Which glossary entries a text names in its own language and script, however inflected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise

from qa.model import Span
from qa.names.grammar.inflect import MADE, Inflection, inflection, is_plural, makes, without_article
from qa.names.grammar.surnames import has_article
from qa.names.lexicon.compile import UNTOLD, opening_of, source_probes
from qa.names.lexicon.index import NameIndex
from qa.names.lexicon.keys import hashed
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.listed.unspaced import standing
from qa.names.listed.wordlike import another_word_instead, may_be_word, quoted
from qa.names.script.spread import written_end
from qa.names.texts.forms import UNSPACED, normal, solid
from qa.names.texts.given_before import of_a_woman
from qa.names.texts.place_nouns import of_a_village
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import (
    ELIDING,
    GAP,
    Start,
    bare_word,
    elided,
    goes_on_as_place,
    inner_word,
)
from qa.names.texts.worded import has_signs, parts_of, signs_of, within
from qa.names.words.articles import behind_article
from qa.names.words.ordinary import CAPITAL_NOUNS
from qa.names.words.parted import KOREAN_NAME, korean_person
from qa.text import APOSTROPHES, Word, is_small, level, opens_sentence, words, words_from

# Behind a name that goes on so stands another one: صلاح, and صلاح الدين.
_GOES_ON = re.compile(r" الدين\b")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


def find_names(
    text: str, lang: str, lexicon: Lexicon, starts: Sequence[Start] | None = None
) -> tuple[SourceName, ...]:
    """Entries named by their listed forms, longest match first, none overlapping, in order of position.

    `certain` is False where the word is only derived from the name (an adjective): it explains a mention in the
    target but does not demand one. With `starts` only these words start one, each with so many words at most.
    """
    base = lang.partition("-")[0]
    found = (
        _in_characters(text, base, lexicon) if base in UNSPACED else _in_words(text, base, lexicon, starts)
    )
    # The longest span wins. Entries that share a span all stay: a namesake, or a form that two names have in
    # common; the target text decides between them. A merely derived form never competes with an inflected one.
    found.sort(key=lambda f: (f[0].span.start - f[0].span.end, -f[1], f[0].span.start, f[0].entry))
    taken: list[tuple[SourceName, Inflection]] = []
    for name, strength in found:
        rivals = [t for t in taken if name.span.start < t[0].span.end and t[0].span.start < name.span.end]
        if all(r.span == name.span and (strength > Inflection.DERIVED or s == strength) for r, s in rivals):
            taken.append((name, strength))
    return tuple(sorted((name for name, _ in taken), key=lambda t: (t.span, t.entry)))


def _in_words(
    text: str, base: str, lexicon: Lexicon, starts: Sequence[Start] | None
) -> list[tuple[SourceName, Inflection]]:
    longest = lexicon.index.longest
    if starts is not None:
        stretches = [words_from(text, i, most) for i, most in starts]
    else:
        tokens = words(text)
        stretches = [tokens[i : i + longest] for i in range(len(tokens))]
    out: list[tuple[SourceName, Inflection]] = []
    for stretch in stretches:
        out += _from(text, stretch, base, lexicon)
        if base == "ko":
            out += _surname(stretch[0], lexicon)
        first = stretch[0]
        if base in ELIDING and (skip := elided(first.text)):
            out += _from(
                text,
                [first._replace(start=first.start + skip, text=first.text[skip:]), *stretch[1:]],
                base,
                lexicon,
            )
    return out


def _from(
    text: str, tokens: Sequence[Word], base: str, lexicon: Lexicon
) -> Iterator[tuple[SourceName, Inflection]]:
    """Names that the words of a text start with."""
    second = bare_word(tokens[1].text, base) if len(tokens) > 1 else ""
    bare, inner = bare_word(tokens[0].text, base), inner_word(tokens[0].text, base)
    opened = candidates_at(bare, second if bare == inner else "", base, lexicon)
    if bare != inner:
        # Inside a name nothing is a possessive (Cox's Bazar), nor where the name ends so itself (Lloyd's).
        opened += tuple(
            (number, native)
            for number, native in candidates_at(inner, second, base, lexicon)
            if " " in native or (native == inner and lexicon.name(number).possessive)
        )
    for number, native in opened:
        found = _met(text, tokens, lexicon.name(number), native, base)
        if found is not None:
            yield found


def _met(
    text: str, tokens: Sequence[Word], name: Name, native: str, base: str
) -> tuple[SourceName, Inflection] | None:
    """A name by a form that some words of a text may start with, and how they are made from it; None for another."""
    parts = parts_of(native)
    if len(parts) > len(tokens):
        return None
    taken = tokens[: len(parts)]
    strength = _strength_here(text, taken, name, native, base)
    if strength == Inflection.NONE or not _capital(taken[0], name, native, strength, base):
        return None
    if name.type == "person" and _of_somebody_else(taken, parts, base):
        return None
    span = _place(text, taken, name, native)
    if span is None or _is_another(text, span, taken, name, native, base):
        return None
    articleless = native in name.bare_in(base)
    if articleless and not behind_article(text, span.start, base):
        return None
    if base == "ko" and len(native) == 1 and name.type == "person":
        # A surname takes no particle of its own; many bear it. What begins with it is another word (추가, 이라고).
        if strength < Inflection.EXACT:
            return None
        strength = Inflection.DERIVED
    # Without its article it is a word like others where any noun has a capital: der Spiegel.
    told = not (articleless and base in CAPITAL_NOUNS)
    certain = (
        told
        and strength >= Inflection.INFLECTED
        and not another_word_instead(text, taken, name, native, base)
        and not (_small_inside(taken, name, native) and opens_sentence(text, span.start))
    )
    common = certain and may_be_word(text, taken, name, native, base)
    return SourceName(span, text[span.start : span.end], name.id, native, certain, common=common), strength


def _strength_here(text: str, tokens: Sequence[Word], name: Name, native: str, base: str) -> Inflection:
    """How words of a text are made from those of a form: also as several of a make, or of places that are one."""
    strength = _strength(tuple([word.text for word in tokens]), name, native, base)
    if len(tokens) > 1:
        return strength
    if strength == Inflection.NONE and name.type in MADE:
        return _of_several(text, tokens[0], parts_of(native)[0], base)
    if name.type == "place" and is_plural(native, bare_word(tokens[0].text, base), base):
        return min(strength, Inflection.DERIVED)
    return strength


def _is_another(text: str, span: Span, tokens: Sequence[Word], name: Name, native: str, base: str) -> bool:
    """Whether what has a person's or a place's form is another's, as the text goes on or a noun before it tells."""
    if name.type == "person":
        taken_in = without_article(parts_of(native)[0], inner_word(tokens[0].text, base), base)
        return taken_in or _GOES_ON.match(text, span.end) is not None
    return name.type == "place" and (
        goes_on_as_place(text, span.end)
        or of_a_village(text, span.start, native, bare_word(tokens[-1].text, base), base)
    )


def _of_somebody_else(tokens: Sequence[Word], parts: Sequence[str], base: str) -> bool:
    """Whether the words of a person's form have endings that tell a woman, or a noun with its article."""
    return has_article(parts[-1], bare_word(tokens[-1].text, base), base) or of_a_woman(
        [word.text for word in tokens], parts, base
    )


@lru_cache(maxsize=32768)
def _strength(written: tuple[str, ...], name: Name, native: str, base: str) -> Inflection:
    """How words of a text are made from those of a form, wherever they stand."""
    parts = parts_of(native)
    whole = inner_word(written[-1], base)
    end = whole if name.possessive and parts[-1] == whole else bare_word(written[-1], base)
    last = inflection(parts[-1], end, base, among=len(parts) > 1)
    if last == Inflection.NONE:
        return last
    inside = zip(parts[:-1], written, strict=False)
    strength = min(
        [last, *(inflection(part, inner_word(word, base), base, among=True) for part, word in inside)]
    )
    if base == "hu" and native.endswith("i") and is_small(written[0]):
        # An adjective that is made with -i, and has no second one: a batumi bíróság.
        strength = min(strength, Inflection.DERIVED)
    return strength


def _small_inside(tokens: Sequence[Word], name: Name, native: str) -> bool:
    """Whether a later word of a form is small in a text and has a capital in the form: mi hazánk, our homeland."""
    small = [is_small(word.text) for word in tokens]
    if not any(small[1:]):
        return False
    return all(
        any(
            here and not is_small(there.text) for here, there in zip(small[1:], words(form)[1:], strict=False)
        )
        for form in _written(name, native)
    )


def _of_several(text: str, word: Word, name: str, base: str) -> Inflection:
    """A word for several things of a make is one made from its name; it has a capital, or stands in quotation marks."""
    marked = not is_small(word.text) or quoted(text, word)
    several = marked and level(name) in makes(bare_word(word.text), base)
    return Inflection.DERIVED if several else Inflection.NONE


def _surname(word: Word, lexicon: Lexicon) -> Iterator[tuple[SourceName, Inflection]]:
    """Persons of the glossary by a surname of one syllable that a Korean word begins with, behind it a given name."""
    if len(word.text) < KOREAN_NAME or (found := korean_person(word.text)) is None:
        return
    for number, native in candidates_at(found.family, "", "ko", lexicon):
        if native == found.family and lexicon.name(number).type == "person":
            span = Span(word.start, word.start + len(native))
            name = SourceName(span, word.text[: len(native)], lexicon.name(number).id, native, certain=False)
            yield name, Inflection.DERIVED


def _place(text: str, tokens: Sequence[Word], name: Name, native: str) -> Span | None:
    """Where a form stands whose words a text has, with the numbers and signs of it; None where something is between.

    Its words follow one another with a space, a hyphen or a dot in between, or as in the form itself.
    """
    gaps = _gaps(text, tokens)
    span = Span(tokens[0].start, tokens[-1].end)
    if has_signs(native):
        found = within(text, tokens, native)
        between = signs_of(native)[1:-1]
        gaps = [gap for gap, sign in zip(gaps, between, strict=True) if not sign]
        if found is None:
            return None
        span = found
    if all(GAP.match(gap) or gap == "–" for gap in gaps):
        return span
    # "Odessa, Texas" is a name with a comma; "Odessa (Texas" and "Odessa, Texas" are not forms of "Odessa Texas".
    gaps = _gaps(text, tokens)
    if _signs(gaps) not in _signs_of(name, native):
        return None
    # An apostrophe is one of the form, of whatever kind and place, or a quotation mark: Workers’ Party, Peoples' Army.
    quoted_inside = any(map(_APOSTROPHE.search, gaps)) and not any(
        _APOSTROPHE.search(form) for form in _written(name, native)
    )
    return None if quoted_inside else span


def _gaps(text: str, tokens: Sequence[Word]) -> list[str]:
    return [text[a.end : b.start] for a, b in pairwise(tokens)]


def _signs(gaps: list[str]) -> tuple[str, ...]:
    return tuple(_APOSTROPHE.sub("", gap).strip().replace("،", ",") for gap in gaps)


@lru_cache(maxsize=16384)
def _signs_of(name: Name, native: str) -> frozenset[tuple[str, ...]]:
    """The signs between the words of the forms that are looked up by one spelling."""
    return frozenset(_signs(_gaps(form, words(form))) for form in _written(name, native))


def _written(name: Name, native: str) -> set[str]:
    """The forms that are looked up by one spelling."""
    return {f.text for f in name.entry.forms if normal(f.text) == native}


def _capital(word: Word, name: Name, native: str, strength: Inflection, base: str) -> bool:
    """A word in small letters is no name, unless the form itself is small, or the script has no capitals.

    Nor is one with an ending behind initials in small letters: Aurul, the gold, beside AUR.
    """
    if (
        strength == Inflection.INFLECTED
        and native in name.initials_in(base)
        and not word.text[: len(native)].isupper()
    ):
        return False
    first = word.text[:1]
    if first.isupper() or first.lower() == first.upper() or strength == Inflection.DERIVED:
        return True
    return native in name.small


def candidates_at(first: str, second: str, base: str, lexicon: Lexicon) -> tuple[tuple[int, str], ...]:
    """(entry number, folded native form) that may start with these folded words; one-word forms always may."""
    opened = openings_at(first, base, lexicon.index)
    if not opened:
        return ()
    marks = ("", UNTOLD, level(second)[:1]) if second else ("",)
    return tuple(found for mark in marks if mark in opened for found in _opened(first, mark, base, lexicon))


@lru_cache(maxsize=16384)
def openings_at(word: str, base: str, index: NameIndex) -> dict[str, tuple[int, ...]]:
    """Numbers of the openings that a folded word may be, by their mark."""
    found: dict[str, list[int]] = {}
    for number in sorted(index.openings.keys.find(source_probes(word, base))):
        first, mark = index.openings.parts(number)
        form = inflection(first, word, base, bool(mark))
        if form != Inflection.NONE or (not mark and level(first) in makes(word, base)):
            found.setdefault(mark, []).append(number)
    return {mark: tuple(numbers) for mark, numbers in found.items()}


@lru_cache(maxsize=16384)
def _opened(word: str, mark: str, base: str, lexicon: Lexicon) -> tuple[tuple[int, str], ...]:
    """(entry number, folded native form) of the openings with a mark that a word may be."""
    index = lexicon.index
    found: set[tuple[int, int, str]] = set()
    for opening in openings_at(word, base, index)[mark]:
        first, _ = index.openings.parts(opening)
        for number in index.openings.of(opening):
            for place, native in enumerate(lexicon.name(number).natives_in(base)):
                if opening_of(native, base) == (first, mark):
                    found.add((number, place, native))
    return tuple((number, native) for number, _, native in sorted(found))


def _in_characters(text: str, base: str, lexicon: Lexicon) -> list[tuple[SourceName, Inflection]]:
    openings = lexicon.index.openings
    out: list[tuple[SourceName, Inflection]] = []
    for i in range(len(text)):
        for size in (2, 1):
            # One sign may fold to two letters.
            for opening in sorted(
                openings.keys.find([hashed("S" + base, solid(text[i : i + size], base)[:size])])
            ):
                for number in openings.of(opening):
                    out += _written_at(text, i, lexicon.name(number), base)
    return out


def _written_at(text: str, start: int, name: Name, base: str) -> Iterator[tuple[SourceName, Inflection]]:
    """The forms of a name that stand in a text without spaces at a place, one for each length."""
    met: set[int] = set()
    for native in sorted(name.natives_in(base), key=lambda n: not text.startswith(n, start)):
        letters = solid(native, base)
        # A single character is somebody's surname or nothing.
        known = len(letters) > 1 or name.type == "person"
        end = written_end(text, start, letters, partial(solid, lang=base)) if known else None
        if end is None or end in met:
            continue
        met.add(end)
        strength = standing(text, start, end, base, name.type)
        if strength != Inflection.NONE:
            certain = strength >= Inflection.INFLECTED
            yield SourceName(Span(start, end), text[start:end], name.id, native, certain), strength
