"""Names of several words that the target says in other words: Great Preslav for Veliki Preslav, Kutaisi Torpedo.

Nothing else renders what the source asks for, and some word that only this name has stands in the target, with a
capital, beside words that the name does not have, or in another order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qa.model import Mention, Span
from qa.names.demand import Demand, demanded
from qa.names.grammar.inflect import Inflection, inflection
from qa.names.lexicon import Lexicon, Name
from qa.names.ordinary import frequency
from qa.names.windows import Window, overlaps
from qa.names.worded import parts_of

_TELLING = 4.5  # Zipf frequency below which a word tells one name from others
_SHORTEST = 4  # letters of such a word
_MORE = 1  # words that the target may have more
_CONFIDENCE = 0.6


def reworded(
    text: str, stretches: Iterable[Window], demands: Sequence[Demand], lexicon: Lexicon
) -> tuple[list[Mention], list[Demand]]:
    """The demands said in other words in some free stretches of a text, and those that are not said so either."""
    longer = [w for w in stretches if w.capital and w.last > w.first]
    out: list[Mention] = []
    left: list[Demand] = []
    for demand in demands:
        found = None
        if demand.certain and longer:
            outside = (w for w in longer if not overlaps(w.start, w.end, out))
            found = _said_so(text, outside, demand, lexicon)
        if found is None:
            left.append(demand)
        else:
            out.append(found)
    return out, left


def _said_so(text: str, stretches: Iterable[Window], demand: Demand, lexicon: Lexicon) -> Mention | None:
    name = demanded(demand.names[0], lexicon)
    if name.type == "person" or name.suggestion is None:
        return None
    forms = [parts for good in sorted(name.good) if len(parts := parts_of(good)) > 1]
    scored = (
        (_shared(window, form, name), -_size(window), -window.start, window)
        for window in stretches
        for form in forms
    )
    best = max(scored, default=None, key=lambda found: found[:3])
    if best is None or not best[0]:
        return None
    window = best[-1]
    written = text[window.start : window.end]
    evidence = (f"the source has {demand.names[0].text}",)
    route = "the same name in other words"
    span = Span(window.start, window.end)
    return Mention(
        span,
        written,
        name.id,
        name.suggestion,
        None,
        "wording",
        route,
        _CONFIDENCE,
        name.suggestion,
        evidence,
    )


def _size(window: Window) -> int:
    return window.last - window.first + 1


def _shared(window: Window, form: Sequence[str], name: Name) -> int:
    """How many words a stretch has of a right form, 0 where none of them tells the name or another word begins it."""
    words = window.normal.split(" ")
    if not 2 <= len(words) <= len(form) + _MORE:
        return 0
    lang = name.base_lang
    said = [any(inflection(part, word, lang) > Inflection.NONE for part in form) for word in words]
    own = [word for word, shared in zip(words, said, strict=True) if shared]
    if len(own) == 1 and len(form) > 2:
        return 0
    telling = any(len(word) >= _SHORTEST and frequency(word, lang) < _TELLING for word in own)
    return len(own) if telling else 0
