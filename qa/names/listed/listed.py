"""Listed forms in a target text: looked up word by word, inflected as the target language inflects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import combinations, starmap
from typing import NamedTuple

from qa.model import Form, Mention, Span, Status
from qa.names.grammar.dress import Dress, other_dress
from qa.names.grammar.in_case import declines_alike, in_case, made_alike
from qa.names.grammar.inflect import MADE, Inflection, inflection, is_several, spelled_so
from qa.names.grammar.morphology import forms, in_dictionary, is_plural_of, knows
from qa.names.grammar.surnames import takes_no_ending
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.listed.source import find_names
from qa.names.listed.typography import Place, in_title_case, is_contracted, typography
from qa.names.script.romanize import in_latin
from qa.names.texts.difference import differing
from qa.names.texts.forms import normal, unquoted
from qa.names.texts.given_before import begins_somebody, of_somebody
from qa.names.texts.windows import Start, bare_length, bare_word
from qa.names.texts.worded import parts_of
from qa.names.words.articles import arabic_article_too_many, with_article
from qa.names.words.given import is_given_name
from qa.names.words.ordinary import frequency, means_else
from qa.text import APOSTROPHES, HYPHENS, fold, level, opens_sentence, words

_A_NAME = 2.5  # Zipf frequency from which a given name in its own marks is no slip of a place's name
# Languages in which letters that a source may exchange (ґ г, є е, і и) are never exchanged by a careful writer.
_EXACT_LETTERS = frozenset({"be", "ru", "uk"})
_CLOSING = re.compile(r"[.!?)\]]+$")  # marks that end a form
_WORD_BEHIND = re.compile(r"\w")
_OPENED = re.compile(r"(?:^|[\s(])['‘](?=\w)")  # a quotation that an apostrophe may close


class Listed(NamedTuple):
    """A listed form met in a text: where, which name, which form, and whether it is written exactly so.

    `certain` is False where the language itself would take the word for one that is made from the name;
    `misspelled` says that it has a letter of a neighbouring language (Боінг for Боинг), or an ending behind the
    nominative where the name changes its end (Київі for Києві).
    """

    span: Span
    name: Name
    form: Form
    exact: bool
    certain: bool
    misspelled: bool = False

    @property
    def good(self) -> bool:
        """Whether the form may stand."""
        return self.form.status is not Status.DEPRECATED and not self.misspelled


def find_listed(text: str, lexicon: Lexicon, starts: Sequence[Start] | None = None) -> list[Listed]:
    """Listed forms of the target language in a text, the longest first where they overlap, by position.

    Several entries that share a form on one span are all returned.
    """
    out = []
    capitals = text.isupper()
    for found in find_names(text, lexicon.base_lang, lexicon, starts):
        name = lexicon.by_id(found.entry)
        written = Written(found.text, found.native, found.certain, capitals)
        reading = _read(written, name, lexicon)
        if reading is not None:
            form, length, exact, misspelled = reading
            span = Span(found.span.start, found.span.start + length)
            span = _with_apostrophe(text, _with_closing(text, span, form), form)
            out.append(Listed(span, name, form, exact, found.certain, misspelled))
    # What is one form in its own letters is no misspelling of another of the entry: Цзиньпіном, beside Цзіньпін.
    right = {(item.span, item.name.id) for item in out if not item.misspelled}
    return [item for item in out if not item.misspelled or (item.span, item.name.id) not in right]


class Written(NamedTuple):
    """The words of a text that a form was met in, as they stand there, and the folded form.

    `certain` is as in `Listed`; `capitals` says that all of the text is in capitals, so that they tell no form (NATO,
    where Nato is right).
    """

    text: str
    native: str
    certain: bool
    capitals: bool


class Reading(NamedTuple):
    """The listed form that some words are, how many of their letters it takes, and the rest as in `Listed`."""

    form: Form
    length: int
    exact: bool
    misspelled: bool


@lru_cache(maxsize=16384)
def _read(found: Written, name: Name, lexicon: Lexicon) -> Reading | None:
    """The form that some words are, wherever they stand; None where they only look like one."""
    misspelled = _misspelled(found, name)
    if misspelled is None:
        return None
    form = _form_of(found, name) or name.bare.get(found.native) or _not_yet(found.native, name, lexicon)
    if form is None:
        return None
    length = _trimmed(found.text, form)
    written = found.text[:length]
    exact = normal(written) == normal(form.text)
    if is_contracted(written, form, lexicon.base_lang) or (not exact and _small_initials(form.text, written)):
        return None
    return Reading(form, length, exact, misspelled)


def _form_of(found: Written, name: Name) -> Form | None:
    """The listed form that was met: of several with one spelling the one that is written so, or else the first."""
    forms = [f for n, f in name.listed if n == found.native]
    written = (found.text, found.text[: bare_length(found.text)])
    same = (f for f in forms if _CLOSING.sub("", f.text.upper() if found.capitals else f.text) in written)
    form = next(same, None)
    if form is None and forms and forms[0].status is Status.DEPRECATED:
        form = _part_of_right(found, name)
    return form or (forms[0] if forms else None)


def _part_of_right(found: Written, name: Name) -> Form | None:
    """The words of a right form that deprecated ones differ from in dress only: Erdoğan, beside Erdogan."""
    for spelling, right in name.listed:
        if right.status is Status.DEPRECATED or found.native not in spelling:
            continue
        words = unquoted(right.text).split(" ")
        for start, end in combinations(range(len(words) + 1), 2):
            part = " ".join(words[start:end])
            if normal(part) == found.native and _dressed_as(part, found, name.base_lang):
                return replace(right, text=part, status=Status.ADMITTED)
    return None


def _dressed_as(part: str, found: Written, lang: str) -> bool:
    """Whether a text has some words as they stand in a form, or inflected with their marks."""
    written = found.text[: bare_length(found.text)]
    if normal(written) == found.native:
        return written == (part.upper() if found.capitals else part)
    return not written.isupper() and other_dress(part, written, lang) is None


def _small_initials(form: str, written: str) -> bool:
    """Whether initials are written small before an ending: Otani is nobody of OTAN."""
    return len(form) > 1 and form.isupper() and not written[: len(form)].isupper()


def mention_of(item: Listed, text: str, asked: bool = False) -> Mention:
    """A mention of a listed form; the preferred form in another dress is a form that nobody listed.

    `asked` says that the source names the entry: without it what has an article may be a club or a paper (Al Riyadh).
    """
    span, name, form, exact, certain, misspelled = item
    listed = unquoted(form.text)
    written = text[span.start : span.end]
    name = name.near(written)
    if misspelled:
        in_full = in_case(name.suggestion or "", written, name.base_lang, person=name.type == "person")
        route = f"misspelling of {differing(in_full or listed, written)}"
        fitting = in_full or name.suggestion
        return Mention(span, written, name.id, listed, None, "misspelling", route, 0.95, fitting)
    dress = _dress(item, text, written, asked) if exact and written != listed else None
    if dress is not None:
        route = f"{listed} with other {dress}"
        return Mention(span, written, name.id, listed, None, "typography", route, 1.0, listed)
    right = exact or form.status is Status.DEPRECATED
    right |= name.type in MADE and is_several(normal(listed), normal(written), name.base_lang)
    other = None if right else _other_dress(item, written)
    if other is not None:
        route = f"{listed} inflected, with other {other.kind}"
        return Mention(span, written, name.id, listed, None, "typography", route, 1.0, other.right)
    with_it = _with_article(item, text) if exact and asked else None
    if with_it is not None:
        written = text[with_it.start : with_it.end]
        return Mention(
            with_it, written, name.id, listed, None, "typography", f"{listed} with an article", 1.0, listed
        )
    kind = "listed" if exact else "inflected" if certain else "derived"
    suggestion = name.suggested(normal(listed)) if form.status is Status.DEPRECATED else None
    if suggestion and kind == "derived":
        suggestion = made_alike(listed, suggestion, written)
    elif suggestion and not exact and declines_alike(listed, suggestion, name.base_lang):
        suggestion = in_case(suggestion, written, form.lang.partition("-")[0]) or suggestion
    if suggestion:
        span = with_article(text, span, suggestion, name.base_lang)
        written = text[span.start : span.end]
    return Mention(span, written, name.id, listed, form.status, kind, form.note, 1.0, suggestion)


def _other_dress(item: Listed, written: str) -> Dress | None:
    """What is wrong with the dress of an inflected form, unless another right form is dressed so: Orbans, of Orban."""
    lang, spelling = item.name.base_lang, normal(item.form.text)
    alike = [f for n, f in item.name.listed if n == spelling and f.status is not Status.DEPRECATED]
    derived = not item.certain
    told = [other_dress(unquoted(form.text), written, lang, derived) for form in (item.form, *alike)]
    return None if None in told else told[0]


def _with_article(item: Listed, text: str) -> Span | None:
    """The span of the name of a place with an Arabic article before it that no listed form has: Al-Karak, for Karak."""
    name = item.name
    if name.type != "place" or not item.good:
        return None
    listed = (form for _, form in name.listed)
    return arabic_article_too_many(text, item.span, name.entry.forms, listed, name.base_lang)


def _dress(item: Listed, text: str, written: str, asked: bool) -> str | None:
    """What differs from a right form, unless another form of the name is dressed so, or somebody's name."""
    if not item.good:
        return None
    place = Place(in_title_case(text), opens_sentence(text, item.span.start))
    same = (form for spelling, form in item.name.listed if spelling == normal(written))
    told = [typography(form, written, place) for form in same]
    if None in told:
        return None
    dress = typography(item.form, written, place)
    if dress == "capitals" and item.form.status is not Status.PREFERRED:
        return None
    if dress == "marks" and item.name.type == "place" and _somebody(item, text, written, asked):
        return None
    if dress == "capitals" and item.name.type != "person":
        return None if begins_somebody(text, item.span, item.name.base_lang) else dress
    # Within a compound hyphens hold all its words together: die Donald-Trump-Stiftung.
    return None if dress == "hyphens" and _compounded(text, item.span.end) else dress


def _somebody(item: Listed, text: str, written: str, asked: bool) -> bool:
    """Whether marks make somebody's name of what has the letters of a place's: Η Λαρίσα Γουότερς, beside Λάρισα.

    A given name that is as common may stand alone, where the source does not ask for the place: Σοφία, beside Σόφια.
    """
    lang = item.name.base_lang
    if begins_somebody(text, item.span, lang) or of_somebody(text, item.span, lang):
        return True
    right = unquoted(item.form.text).lower()
    common = not asked and frequency(written.lower(), lang) >= max(frequency(right, lang), _A_NAME)
    return common and is_given_name(in_latin(fold(written), lang))


def _compounded(text: str, end: int) -> bool:
    return text[end : end + 1] in HYPHENS and text[end + 1 : end + 2].isalpha()


def _misspelled(found: Written, name: Name) -> bool | None:
    """Whether a form is spelled as the language does not spell it; None where it is no form of the name.

    With a letter of a neighbouring language it may be a word of its own (Мір, Мир), or made from the name, which is
    another word anyway. With an ending that the name does not take it is left to be compared with names, but for
    several of a make (Боїнги).
    """
    lang = name.base_lang
    if name.type != "person" and any(starmap(partial(_unchanged, lang=lang), _alone(found))):
        return True
    if name.type == "person" and _declined_wrongly(found, lang):
        return None if means_else(normal(found.text), lang) else True
    several = name.type in MADE and any(is_several(*pair, lang) for pair in _pairs(found))
    if lang not in _EXACT_LETTERS or several or not _other_letters(found, lang):
        return False
    if found.certain and any(starmap(_other_letter, _pairs(found))):
        return None if means_else(normal(found.text), lang) else True
    return None


def _alone(found: Written) -> list[tuple[str, str]]:
    """A form of one word with the word that is written for it; nothing for a form of several."""
    pairs = _pairs(found)
    return pairs if len(pairs) == 1 else []


def _unchanged(name: str, word: str, lang: str) -> bool:
    """Whether a word has an ending behind a name whose end every other form of it changes: Київі, for Києві."""
    if word == name or not word.startswith(name) or not knows(lang) or spelled_so(name, word, lang):
        return False
    # Чорнобильська is made from the name, and Кореям are two.
    if inflection(name, word, lang) <= Inflection.DERIVED or is_plural_of(name, word, lang):
        return False
    if not in_dictionary(name, lang):
        return False
    others = forms(name, lang) - {name}
    return bool(others) and not any(form.startswith(name) for form in others)


def _declined_wrongly(found: Written, lang: str) -> bool:
    """Whether a surname has an ending that it takes in other languages alone: Порошенка, in Russian.

    Given names in -о have endings (Данко), and what is a given name itself is somebody else's (Дина, beside Дино).
    """
    name, word = _pairs(found)[-1]
    if word == name or not found.certain or not takes_no_ending(name, lang) or not word.startswith(name[:-1]):
        return False
    return not any(is_given_name(in_latin(text, lang)) for text in (name, word))


def _other_letters(found: Written, lang: str) -> bool:
    """Whether a letter stands for one that is only levelled with it in sources: Зєленський for Зеленський."""
    pairs = _pairs(found)
    return any(
        not spelled_so(name, word, lang, len(pairs) > 1) and _other_stem(name, word, lang)
        for name, word in pairs
    )


def _pairs(found: Written) -> list[tuple[str, str]]:
    """Each word of a form with the word that is written for it."""
    written = (bare_word(word.text) for word in words(found.text))
    return list(zip(parts_of(found.native), written, strict=True))


def _other_stem(name: str, word: str, lang: str) -> bool:
    """Whether a word is not even an adjective made from the name in its own letters."""
    return inflection(name, word, lang) > Inflection.DERIVED or _other_letter(name, word)


def _other_letter(name: str, word: str) -> bool:
    """Whether the first letter that differs is only levelled with the one of the name."""
    differ = next(((a, b) for a, b in zip(name, word, strict=False) if a != b), None)
    return differ is not None and set(differ) != {"е", "ё"} and level(differ[0]) == level(differ[1])


def _not_yet(native: str, name: Name, lexicon: Lexicon) -> Form | None:
    """A form that is deprecated on other days only: on the day of the text it may stand."""
    forms = (f for f in name.entry.forms_in(lexicon.target_lang) if normal(f.text) == native)
    off = next((f for f in forms if f.status is Status.DEPRECATED and not f.valid_on(lexicon.day)), None)
    return replace(off, status=Status.ADMITTED) if off is not None else None


def _trimmed(text: str, form: Form) -> int:
    """Length of what is written for a form without a possessive ending, or one that is set apart."""
    length = bare_length(text)
    if normal(text[:length]) != normal(form.text):
        whole = normal(text) == normal(form.text)
        length = len(text) if whole else bare_length(text, form.lang.partition("-")[0])
    return length


def _with_closing(text: str, span: Span, form: Form) -> Span:
    """The span with the marks that end the form (U.N., Odesa (Texas)), which are behind its last word.

    A point that ends the sentence as well stays where the form is to be replaced.
    """
    closing = _CLOSING.search(form.text)
    if closing is None or not text.startswith(closing[0], span.end):
        return span
    end = span.end + len(closing[0])
    if form.status is Status.DEPRECATED and closing[0].endswith(".") and not _WORD_BEHIND.search(text, end):
        end -= 1
    return Span(span.start, end)


def _with_apostrophe(text: str, span: Span, form: Form) -> Span:
    """The span with the apostrophe that ends the form (Kievan Rus'), unless it closes a quotation."""
    after = text[span.end : span.end + 1]
    if not after or after not in APOSTROPHES or form.text[-1:] not in APOSTROPHES:
        return span
    return span if _OPENED.search(text[: span.start + 1]) else Span(span.start, span.end + 1)
