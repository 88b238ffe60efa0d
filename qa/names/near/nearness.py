"""How near a stretch of the target has to come to a name that the source demands, and how near it comes."""

from __future__ import annotations

from qa.names.grammar.in_case import has_cases, nominatives
from qa.names.grammar.inflect import MADE, makes
from qa.names.lexicon.lexicon import Name
from qa.names.near.candidates import EXACT, RUN_TOGETHER
from qa.names.near.closeness import Closeness, closeness
from qa.names.script.align import Native
from qa.names.script.letters import is_vowel, load_table
from qa.names.script.scripts import spelled
from qa.names.texts.others import telling
from qa.names.texts.windows import Window
from qa.names.words.ordinary import frequency

DEMANDED = 0.36  # edit cost a letter up to which a stretch renders a name that the source demands
DEMANDED_COMMON = 0.2  # the same for a word that is common in the target language
COMMON = 4.5  # Zipf frequency from which a word is common
CLOSE = 0.12  # cost a letter at which an entry is close


def limit_of(normal: str, certain: bool, made: bool, lang: str) -> float:
    """Cost a letter up to which a stretch renders a name of the source, negative where nothing does.

    Where the source only has a word `made` from the name, a language with cases has one as well, and that is no
    spelling of the name: Ukrajinci for Ukrainians.
    """
    common = frequency(normal, lang) >= COMMON
    if certain:
        return DEMANDED_COMMON if common else DEMANDED
    if common:
        return -1.0
    return EXACT / len(normal) if made and has_cases(lang) else DEMANDED_COMMON


def closest(name: Name, window: Window, word: Native | None, lang: str) -> tuple[Window, Closeness]:
    """How close a stretch comes to a name as it stands, or else without an ending that the name takes itself.

    Such an ending may say that there are several of a make.
    """
    close = closeness(name, window.normal, DEMANDED, word)
    if " " in window.normal or close.cost <= CLOSE or name.suggestion is None:
        return window, close
    # Without the word of the source, only what is made from the name is asked for.
    bare = (
        [text for right in name.suggestions for text in nominatives(right, window.normal, lang)]
        if word is not None and has_cases(lang)
        else []
    )
    if name.type in MADE:
        bare += makes(window.normal, lang)
    others = (window._replace(normal=text) for text in bare)
    tried = [(window, close), *((other, closeness(name, other.normal, DEMANDED)) for other in others)]
    return min(tried, key=lambda found: found[1].cost)


def told(close: Closeness, normal: str, lang: str) -> float:
    """Cost by the letters that tell: vowels say nothing beside a script that leaves them out.

    That is the script of the form, or of the stretch itself, which is in the base language `lang`.
    """
    if close.best is None:
        return close.cost
    if close.best.table.abjad:
        return min(close.native * len(normal) / telling(close.best, normal), close.latin)
    found = spelled(normal, lang)
    if close.best.table.name == "latin" and found is not None and load_table(found[0]).abjad:
        # A clitic may be written together with the name.
        most = 1 + sum(c != " " and not is_vowel(c) for c in close.best.text)
        return close.cost * max(1.0, len(normal) / most)
    return close.cost


def whole(close: Closeness, window: Window) -> bool:
    """Whether the stretch has no more words than the form it comes near, or says by its vowels that it is the name."""
    if close.best is None or not close.best.table.abjad or close.cost <= RUN_TOGETHER:
        return True
    return window.normal.count(" ") <= close.best.text.count(" ")
