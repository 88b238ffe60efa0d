"""What one word says about numbers: looked up once, then remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from qa.numbers.grammar import THOUSAND, Item, numbers
from qa.numbers.tables import Table, fold, table

MIN_COMPOUND, MAX_COMPOUND = 4, 80


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that has to do with numbers: number words in it, month, and what it may be the first word of."""

    folded: str
    item: Item | None = None
    month: int | None = None
    link: bool = False
    opens: bool = False


@lru_cache(maxsize=1 << 17)
def look_up(word: str, lang: str) -> Entry | None:
    """What a word of a text says about numbers in a language; None for nearly every word."""
    language = table(lang)
    folded = fold(word)
    forms = tuple(_forms(folded, language))
    entry = Entry(
        folded,
        item=_item(folded, forms, language),
        month=next((m for f, _ in forms if (m := _month(f, language))), None),
        link=folded in language.links,
        opens=any(f in language.first_words for f, _ in forms),
    )
    return entry if entry.item or entry.month or entry.link or entry.opens else None


@lru_cache(maxsize=1 << 12)
def look_up_pair(first: str, second: str, lang: str) -> Entry | None:
    """The same for two words in a row ("أحد عشر", "تشرين الثاني")."""
    language = table(lang)
    second = fold(second)
    for form, linked in _forms(fold(first), language):
        if known := language.pairs.get((form, second)):
            return Entry(form, Item(known[0], 0, 0, known[1], linked=linked))
        if month := language.months.get(f"{form} {second}"):
            return Entry(form, month=month)
    return None


def _forms(word: str, language: Table) -> Iterator[tuple[str, bool]]:
    """A word as it is and without what may be fused to it, and whether that was an "and"."""
    yield word, False
    if "'" in word:
        yield word.partition("'")[0], False
        yield word.rpartition("'")[2], False
    for prefix in language.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            yield word[len(prefix) :], prefix[0] in language.links


def _item(word: str, forms: tuple[tuple[str, bool], ...], language: Table) -> Item | None:
    for form, linked in forms:
        if form in language.scale_words:
            return Item(language.scales[form], 0, len(word), scale=True, linked=linked)
        if (known := language.numbers.get(form)) is not None:
            return Item(known[0], 0, len(word), known[1], linked=linked, ambiguous=form in language.ambiguous)
    if not language.compound:
        return None
    # "dell'Ottocento": what stands before the apostrophe is no part of the number.
    return next((whole for form, _ in forms if (whole := _compound(form, language))), None)


def _month(word: str, language: Table) -> int | None:
    if word[:3] not in language.month_starts:
        return None
    if (month := language.months.get(word)) is not None:
        return month
    # A name with a case ending: "tammikuussa", "januárban".
    return next((m for n in range(len(word) - 1, 4, -1) if (m := language.months.get(word[:n]))), None)


@dataclass(frozen=True, slots=True)
class Parts:
    """What compounds of one language are made of: words with value, whether ordinal, whether a scale."""

    words: dict[str, tuple[Decimal, bool, bool]]
    starts: frozenset[str]
    longest: int


@cache
def _parts(lang: str) -> Parts:
    language = table(lang)
    words = {w: (v, o, False) for w, (v, o) in language.numbers.items() if v == v.to_integral_value()}
    words |= {w: (language.scales[w], False, True) for w in language.scale_words}
    words |= {w: (v, o, v >= THOUSAND) for w, (v, o) in language.parts.items()}
    words |= {link: (Decimal(0), False, False) for link in language.links}
    starts = frozenset(w[:2] for w, (v, _, _) in words.items() if v)
    return Parts(words, starts, max(map(len, words), default=0))


def _compound(word: str, language: Table) -> Item | None:
    """The number that a word written in one consists of ("dreiundzwanzig"), as one item."""
    parts = _parts(language.lang)
    if not MIN_COMPOUND <= len(word) <= MAX_COMPOUND or word[:2] not in parts.starts:
        return None
    inner = _split(word, 0, parts, set())
    if not inner or sum(not i.linked for i in inner) < 2:
        return None
    sums = list(numbers([i for i in inner if i.value], language))
    if len(sums) != 1:
        return None
    last = inner[-1]
    scale = last.scale and len(sums[0].items) == 1
    return Item(sums[0].value, 0, len(word), last.ordinal, scale, inside=True)


def _split(word: str, start: int, parts: Parts, dead: set[int]) -> list[Item] | None:
    """The parts of a word from `start` on, None where it has others; `dead` are the places that lead nowhere."""
    if start == len(word):
        return []
    if start in dead:
        return None
    for end in range(min(len(word), start + parts.longest), start, -1):
        known = parts.words.get(word[start:end])
        if known is None or (known[1] and end < len(word)):
            continue
        if (rest := _split(word, end, parts, dead)) is not None:
            value, ordinal, scale = known
            # A value of 0 is a link ("und", "a", "og"): it only says that the next part is joined on.
            return [Item(value, start, end, ordinal, scale, linked=not value, inside=True), *rest]
    dead.add(start)
    return None
