"""Names of several words that the target says in other words: Great Preslav for Veliki Preslav, Kutaisi Torpedo.

Nothing is closer to what the source asks for, and some word that only this name has stands in the target, with a
capital, beside a word that the name does not have, or in another order. What another word of the source says as well is
its own: Arsenal Kyiv, beside Dynamo Kyiv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from qa.model import Mention, Segment, Span
from qa.names.asked.demand import Demand, demanded
from qa.names.grammar.in_case import has_cases
from qa.names.grammar.inflect import Inflection, inflection
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.script.edits import edits
from qa.names.script.romanize import romanizations
from qa.names.texts.others import Others
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import Window, overlaps
from qa.names.texts.worded import parts_of
from qa.names.words.articles import articles
from qa.names.words.ordinary import frequency
from qa.text import has_capitals, is_small

_TELLING = 4.5  # Zipf frequency below which a word tells one name from others
_SHORTEST = 4  # letters of such a word
_MORE = 1  # words that the target may have more
_CONFIDENCE = 0.6
_SAINTED = "st"  # the one short word that says more than its letters
_SAINT = re.compile(r"^St\. ")


def reworded(
    segment: Segment, stretches: Iterable[Window], demands: Sequence[Demand], lang: str, lexicon: Lexicon
) -> tuple[list[Mention], list[Demand]]:
    """The demands said in other words in some free stretches of a text, and those that are not said so either.

    `lang` is the language of the source. Where names decline, a club has an adjective as well (pražská Slavia), so that
    there only a word carried over tells (ulice Virmenska).
    """
    text, cased = segment.text, has_cases(lexicon.base_lang)
    longer = [
        w
        for w in stretches
        if w.last > w.first
        and (w.capital or (cased and not text[w.start : w.end].islower()))
        and ". " not in _SAINT.sub("", text[w.start : w.end])
    ]
    out: list[Mention] = []
    left: list[Demand] = []
    for demand in demands:
        found = None
        if demand.certain and longer:
            outside = [w for w in longer if not overlaps(w.start, w.end, out)]
            found = _said_so(segment, outside, demand, lang, lexicon)
        if found is None:
            left.append(demand)
        else:
            out.append(found)
    return out, left


def _said_so(
    segment: Segment, stretches: Iterable[Window], demand: Demand, lang: str, lexicon: Lexicon
) -> Mention | None:
    source, name = demand.names[0], demanded(demand.names[0], lexicon)
    if name.type == "person" or name.suggestion is None:
        return None
    stretches = [w for w in stretches if w.normal not in name.good]
    others = Others(segment.source or "", source.span, lang, source.native)
    forms = [parts for good in sorted(name.good) if len(parts := parts_of(good)) > 1]
    carried = _carried(source, lang.partition("-")[0])
    scored = (
        (_shared(window, form, carried, name), -_size(window), -window.start, window)
        for window in stretches
        for form in forms
    )
    likely = (s for s in scored if s[0] and not _said_by_others(s[-1], others, name.base_lang))
    best = max(likely, default=None, key=lambda found: found[:3])
    if best is None:
        return None
    return in_other_words(segment.text, best[-1], source, name, "the same name in other words")


def in_other_words(text: str, window: Window, source: SourceName, name: Name, route: str) -> Mention:
    """The mention of a name in a stretch of a text that says in other words what a source has."""
    return Mention(
        span=Span(window.start, window.end),
        text=text[window.start : window.end],
        entry=name.id,
        form=name.suggestion or "",
        status=None,
        kind="wording",
        route=route,
        confidence=_CONFIDENCE,
        suggestion=name.suggestion,
        evidence=(f"the source has {source.text}",),
    )


def _said_by_others(window: Window, others: Others, lang: str) -> bool:
    """Whether a word of a stretch is what another word of the source says."""
    return any(others.say(word, lang) for word in window.normal.split(" "))


def _size(window: Window) -> int:
    return window.last - window.first + 1


def _carried(source: SourceName, lang: str) -> dict[str, bool]:
    """What the words of a source become letter by letter: Krasnaya, of Красная площадь.

    With each is whether it is no word of the target however common it looks, as one is that stands behind the first of
    a name with capitals throughout: Сад, of Нови Сад.
    """
    if source.native.isascii():
        return {}
    capitals = in_capitals(source.text)
    return {
        latin: capitals and number > 0
        for number, native in enumerate(source.native.split(" "))
        for latin in romanizations(native, lang)
    }


def in_capitals(text: str) -> bool:
    """Whether every word of a name has a capital, so that none says what the name is of: Нови Сад."""
    return has_capitals(text) and not any(map(is_small, text.split()))


def _shared(window: Window, form: Sequence[str], carried: Mapping[str, bool], name: Name) -> int:
    """How many words a stretch has of a right form, 0 where none of them tells the name or another word begins it.

    Words that the source has may be `carried` over; where names decline, one is, and the others are right.
    """
    words = window.normal.split(" ")
    if not 2 <= len(words) <= len(form) + _MORE:
        return 0
    lang = name.base_lang
    shortest = min((len(word) for word in words if word != _SAINTED), default=0)
    if words[0] in articles(lang) or shortest < _SHORTEST - 1:
        return 0
    own = [word for word in words if word in carried or _is_of(word, form, lang) or _is_nearly_of(word, form)]
    if len(own) == 1 and len(form) > 2:
        return 0
    if has_cases(lang) and not (
        len(own) == len(words) == len(form)
        and any(word in carried and not _is_of(word, form, lang) for word in own)
    ):
        return 0
    telling = any(
        carried.get(word, False) or (len(word) >= _SHORTEST and frequency(word, lang) < _TELLING)
        for word in own
    )
    return len(own) if telling else 0


def _is_of(word: str, form: Sequence[str], lang: str) -> bool:
    """Whether a word is one of a form, however inflected."""
    return any(inflection(part, word, lang) > Inflection.NONE for part in form)


def _is_nearly_of(word: str, form: Iterable[str]) -> bool:
    """Whether a word is a letter away from one of a form: Kharkov, beside Kharkiv."""
    return len(word) > _SHORTEST and any(edits(part, word, 1) <= 1 for part in form)
