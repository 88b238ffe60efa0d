"""Case forms of a source in Latin letters that the target language would take for its own.

English makes *Israeli* of Israel, so that *Putini* might be somebody of Putin's, and *Narvas* two of them. Where the
source has that very word as a case form of the name, it is carried over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from qa.model import Segment, Span
from qa.names.asked.demand import Demand
from qa.names.grammar.endings import SLAVIC
from qa.names.grammar.inflect import Inflection, inflection, makes
from qa.names.grammar.morphology import knows, may_be_adjective
from qa.names.listed.listed import Listed
from qa.names.script.romanize import romanizations
from qa.names.texts.forms import normal
from qa.names.texts.others import words_outside
from qa.names.texts.place_nouns import of_a_region
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import LOOK_BACK, Window, capital_behind
from qa.names.words.ordinary import CAPITAL_NOUNS
from qa.text import fold, level, opens_sentence

# Languages in which names take an -s in the plural, and those of them in which they take no other ending.
_PLURAL_S = frozenset({"ca", "de", "en", "es", "fr", "nl", "oc", "pt"})
_ONLY_S = _PLURAL_S - {"de", "nl"}
# Languages whose adjectives no other language would make of the name.
_ADJECTIVES = SLAVIC | {"hu"}
_ARTICLED = frozenset({"bg", "mk"})  # those in which adjectives have an article, and surnames none
_ARTICLES = ("ата", "ия", "иот", "ите", "ото", "ят")
_ADJECTIVE = re.compile(".{2,}[сшц]ьк|.{2,}[сшц]к")  # such an adjective in Cyrillic, without its ending
_ENDINGS = frozenset(
    "i a o e u y ii iy yi yy ij aya aia oe oye ie iye ite iya ata oto ata oj oi om im og ih".split()
)
# Before a German name with -s, or before what is made of it: several of the name.
_SEVERAL = re.compile(
    r"\b(?:die|der|den|alle|keine|mehrere|einige|viele|wenige|zwei|drei|vier|the|all|no|some|both|two|three|four"
    r"|[a-zäöüß]+en)\s+\Z",
    re.IGNORECASE,
)
_UNITS = re.compile(r" (?:[hg]romada|oblast|rayon|raion|okrug)\b", re.IGNORECASE)
# Behind a genitive: what is somebody's.
_OWNED = re.compile(r"\s+(?:[a-zäöüß]+(?:er|e|es|en)\s+)?[A-ZÄÖÜ]")


def carried_over(
    item: Listed, segment: Segment, demands: Sequence[Demand], source_lang: str | None, target_lang: str
) -> bool:
    """Whether a form met in a text stands so in the source, with an ending of its language.

    The target language is a base language. Plurals that both languages make alike are none.
    """
    base = (source_lang or "").partition("-")[0]
    if item.exact or (item.certain and target_lang not in _ONLY_S):
        return False
    written = normal(segment.text[item.span.start : item.span.end])
    several = item.certain and _SEVERAL.search(segment.text, *_before(item.span)) is not None
    return any(
        name.certain
        and name.entry == item.name.id
        and _stands_so(written, name, item.name.good, base)
        and (not item.certain or not _plural(base, segment.source or "", name.span, several))
        for demand in demands
        for name in demand.names
    )


def surname_carried_over(
    written: str, name: SourceName, good: Set[str], source: str, langs: tuple[str, str]
) -> bool:
    """Whether what the target would take for several of a surname is a case form of the source: Turnavas (თურნავას).

    `langs` are the base languages of source and target, `good` the right forms in the target.
    """
    base, target = langs
    if target not in _ONLY_S or written in good or not _stands_so(written, name, good, base):
        return False
    return not _plural(base, source, name.span, False)


def _stands_so(written: str, name: SourceName, good: Set[str], base: str) -> bool:
    """Whether a source has a word as it is written in the target, ending and all: Vogels, and Beleris for Μπελέρης."""
    if written == normal(name.text):
        return written != name.native or name.native not in good
    return not name.text.isascii() and written in romanizations(fold(name.text), base)


def _before(span: Span) -> tuple[int, int]:
    return max(0, span.start - LOOK_BACK), span.start


def _plural(base: str, source: str, span: Span, several: bool) -> bool:
    """Whether a name of a source with an -s is as likely several of the name; in German it is mostly a genitive."""
    if base != "de":
        return base in _PLURAL_S
    if several or _SEVERAL.search(source, *_before(span)) is not None:
        return True
    return _OWNED.match(source, span.end) is None


def adjective(
    name: SourceName,
    possessive: bool,
    window: Window,
    text: str,
    source: str,
    langs: tuple[str, str],
    good: Iterable[str],
) -> bool:
    """Whether a stretch of a target is the source's adjective made from a name: the Krnovsky mayor.

    `text` and `source` are the two texts, `langs` the base languages of source and target, `good` the right forms in
    the target. A `possessive` one has a capital in the source. Any other with a capital is part of another name
    (Kyivska Street), unless it is that of a region, which the target does not call as the source does (Kyivska
    oblast); and so is each before another word with a capital, but where every noun has one.
    """
    lang, target = langs
    if lang not in _ADJECTIVES or target in _ADJECTIVES or " " in window.normal:
        return False
    if target not in CAPITAL_NOUNS and capital_behind(text, window.end) is not None:
        return False
    # A capital that begins a sentence hides what is an adjective, but for an article behind it.
    articled = lang in _ARTICLED and fold(name.text).endswith(_ARTICLES)
    small = name.text[:1].islower() or (articled and opens_sentence(source, name.span.start))
    if (
        not small
        and not possessive
        and (not of_a_region(source, name.span.end, lang) or _UNITS.match(text, window.end))
    ):
        return False
    if window.normal in words_outside(source, (name.span,)):
        return False
    return _made(name, window.normal, lang) and not any(
        inflection(form, window.normal, target) for form in good
    )


def noun_made(name: SourceName, written: str, lang: str) -> bool:
    """Whether a folded word is the source's noun made from a name, as it stands: the Zaporozhets, a car.

    Only a dictionary tells a noun from an adjective, which is no word of the target: the Lymansky direction.
    """
    if name.certain or not knows(lang):
        return False
    word = fold(name.text)
    if level(name.native) in makes(word, lang) or inflection(name.native, word, lang) > Inflection.DERIVED:
        return False
    return not may_be_adjective(word, lang) and written in romanizations(word, lang)


def _made(name: SourceName, written: str, lang: str) -> bool:
    """Whether a folded word is an adjective made from a name, or a romanized form of the one that the source has."""
    if name.native.isascii() or not written.isascii():
        return inflection(name.native, written, lang) is Inflection.DERIVED
    stem = _ADJECTIVE.match(fold(name.text))
    return stem is not None and any(
        written.startswith(latin) and written[len(latin) :] in _ENDINGS
        for latin in romanizations(stem.group(), lang)
    )
