"""How a target may say a name of the source without any spelling of it that could be right or wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from qa.model import Form, Mention, Span, Status
from qa.names.asked.demand import Demand, demanded
from qa.names.grammar.inflect import MADE, Inflection, inflection, of_both_words
from qa.names.grammar.morphology import knows, of_a_woman
from qa.names.lexicon.lexicon import Lexicon
from qa.names.listed.wordlike import quoted
from qa.names.texts.forms import normal
from qa.names.texts.windows import Window, capital_behind
from qa.names.texts.worded import QUOTES, has_signs, parts_of, squeezed
from qa.names.words.likeness import womans
from qa.names.words.ordinary import CAPITAL_NOUNS, frequency, known
from qa.text import fold, is_small, opens_sentence, word_texts, words

_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
# Languages that put a word together with the name before it, and letters of such a name and word.
_COMPOUNDING = frozenset("da de et fi fo fy hu is nb nl nn no sv".split())
_SHORTEST = 4
_KIND = 3.0  # Zipf frequency of a word for a kind of place: plant, dam
_SECOND = 3.0  # Zipf frequency of a word that a compound ends with

_LATIN_TITLE = re.compile(r"[A-Z][\w'’&.-]*(?: [A-Za-z][\w'’&.-]*)* [A-Z][\w'’&.-]*", re.ASCII)


def named_as_a_woman(
    demand: Demand, stretches: Sequence[Window], text: str, lang: str, lexicon: Lexicon
) -> bool:
    """Whether the source names a woman by the feminine of a man's surname, and the target does as well."""
    base = lang.partition("-")[0]
    if not knows(base):
        return False
    for source in demand.names:
        name = demanded(source, lexicon)
        before = text[: source.span.start].split()[-1:]
        if name.type == "person" and of_a_woman(normal(source.text), fold("".join(before)), base):
            good = [g for g in name.good if " " not in g]
            if any(
                womans(g, w.normal) for w in stretches if w.capital for g in good if g[:2] == w.normal[:2]
            ):
                return True
    return False


def named_within(demand: Demand, mentions: Iterable[Mention], lexicon: Lexicon) -> bool:
    """Whether a longer name of the target holds the one that is demanded: the Ukrainian Defence Ministry, Ukraine.

    Two persons of one surname are two.
    """
    asked = {lexicon.by_id(e).type for e in demand.entries}
    longer = (m for m in mentions if lexicon.by_id(m.entry).type != "person" or "person" not in asked)
    words = {word for m in longer if " " in (whole := normal(m.text)) for word in whole.split(" ")}
    goods = {good for n in demand.names for good in demanded(n, lexicon).good if " " not in good}
    return any(
        inflection(good, word, lexicon.base_lang) > Inflection.NONE for good in goods for word in words
    )


def latin_titles(text: str, source: str, demands: Iterable[Demand]) -> list[Span]:
    """Where a text has a title of several Latin words as it stands in its source: The Lancet.

    What the source demands by just these words is no title that may stand.
    """
    asked = {name.text for demand in demands for name in demand.names}
    found = (title for title in _LATIN_TITLE.finditer(text) if title[0] in source)
    return [Span(*title.span()) for title in found if asked.isdisjoint((title[0], title[0].rstrip(".")))]


def said_in_one_adjective(demand: Demand, text: str, lexicon: Lexicon) -> bool:
    """Whether a Slavic text has an adjective made of both words of a place's name: криворізький, of Кривий Ріг."""
    names = (demanded(name, lexicon) for name in demand.names)
    goods = [good for name in names if name.type == "place" for good in name.good if " " in good]
    return any(
        of_both_words(good, fold(word), lexicon.base_lang)
        for word in (word_texts(text) if goods else ())
        for good in goods
    )


def in_latin_title(demand: Demand, text: str, titles: Iterable[Span], source: str, lexicon: Lexicon) -> bool:
    """Whether the source says a name in one of the titles that a text of another script has as they stand.

    What it says outside of it as well is demanded: London, beside The London Times.
    """
    if any(fold(good).isascii() for n in demand.names for good in demanded(n, lexicon).suggestions):
        return False
    found = {text[span.start : span.end] for span in titles}
    there = [m.span() for title in found for m in re.finditer(re.escape(title), source)]
    return all(any(start <= n.span.start and n.span.end <= end for start, end in there) for n in demand.names)


def carried_whole(demand: Demand, text: str, source: str) -> bool:
    """Whether a target has what is made from a name as its source has it, with the name behind it: Görlitzer Park."""
    return not demand.certain and all(
        (behind := capital_behind(source, n.span.end)) is not None
        and f"{n.text} {behind}" in source
        and f"{n.text} {behind}" in text
        for n in demand.names
    )


def named_by_its_kind(demand: Demand, mentions: Iterable[Mention], lang: str, lexicon: Lexicon) -> bool:
    """Whether the target rightly names another entry that is called so as well, with its kind: Дніпро, річка Дніпро.

    The glossary writes the kind small.
    """
    asked = {n.native for n in demand.names}
    return any(
        not asked.isdisjoint(map(_without_kind, lexicon.by_id(mention.entry).entry.forms_in(lang)))
        for mention in mentions
        if mention.status not in (None, Status.DEPRECATED)
    )


def _without_kind(form: Form) -> str | None:
    """A form without the small words before or behind the name; None where it has none, or is in no such script."""
    capital = [word for word in form.text.split() if not is_small(word)]
    return normal(" ".join(capital)) if 0 < len(capital) < len(form.text.split()) else None


def named_by_place_and_kind(demand: Demand, text: str, mentions: Iterable[Mention], lexicon: Lexicon) -> bool:
    """Whether a target says a place by the one it is called after and another word of its name: Zaporizhzhia's plant.

    That word is a common one, and says what the place is.
    """
    goods = [
        parts_of(good)
        for name in (demanded(n, lexicon) for n in demand.names)
        if name.type == "place"
        for good in name.good
        if " " in good
    ]
    places = {m.entry for m in mentions if m.status is not None} if goods else set()
    named = {good for e in places if (name := lexicon.by_id(e)).type == "place" for good in name.good}
    kinds = {
        part
        for parts in goods
        if not named.isdisjoint(parts)
        for part in parts
        if part not in named and len(part) >= _SHORTEST and frequency(part, lexicon.base_lang) >= _KIND
    }
    return any(
        inflection(kind, fold(word), lexicon.base_lang) > Inflection.DERIVED
        for word in (word_texts(text) if kinds else ())
        for kind in kinds
    )


def in_compound(demand: Demand, text: str, lexicon: Lexicon) -> bool:
    """Whether a word of the target is put together with the name: Kremlsprecher, in a language that does so."""
    if lexicon.base_lang not in _COMPOUNDING:
        return False
    goods = {good for n in demand.names for good in demanded(n, lexicon).good if len(good) >= _SHORTEST}
    return any(
        word.startswith(good)
        and len(rest := word[len(good) :]) >= _SHORTEST
        and not known(word)
        and frequency(rest, lexicon.base_lang) >= _SECOND
        for word in map(fold, word_texts(text))
        for good in goods
    )


def quoted_small(demand: Demand, text: str, lexicon: Lexicon) -> bool:
    """Whether a text has a right form of one word in small letters and quotation marks: il «chornobyl», a herb."""
    goods = {good for n in demand.names for good in demanded(n, lexicon).good}
    return any(
        is_small(word.text) and fold(word.text) in goods and quoted(text, word)
        for word in (words(text) if any(map(text.__contains__, QUOTES)) else ())
    )


def said_as_a_word(demand: Demand, text: str, source: str, lang: str, lexicon: Lexicon) -> bool:
    """Whether a target has the right form of a thing as a word in small letters, where the source may mean a word.

    A capital says nothing where a sentence begins, nor in German: ein Gepard, gepard, the animal and no tank.
    """
    base = lang.partition("-")[0]
    if not all(
        demanded(n, lexicon).type in MADE
        and (base in CAPITAL_NOUNS or opens_sentence(source, n.span.start))
        and not n.text.isupper()
        for n in demand.names
    ):
        return False
    goods = {good for n in demand.names for good in demanded(n, lexicon).good if " " not in good}
    small = [fold(word.text) for word in words(text) if is_small(word.text)] if goods else []
    return any(
        inflection(good, word, lexicon.base_lang) > Inflection.DERIVED
        or (len(good) > _SHORTEST and word.startswith(good[:-1]))
        for good in goods
        for word in small
        if word[:1] == good[:1]
    )


def said_with_signs(demand: Demand, text: str, lexicon: Lexicon) -> bool:
    """Whether a target has a name with numbers or signs in other clothes: S&P500, Formula One for Formula 1."""
    goods = [good for n in demand.names for good in demanded(n, lexicon).good if has_signs(good)]
    if not goods:
        return False
    written, words = squeezed(text), set(map(fold, word_texts(text)))
    return any(squeezed(good) in written or _said_in_words(good, words) for good in goods)


def _said_in_words(good: str, words: Set[str]) -> bool:
    """Whether a text has all words of a form, and a number in letters."""
    return words >= set(parts_of(good)) and not words.isdisjoint(_NUMBERS)
