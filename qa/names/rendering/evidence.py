"""What the source text demands of the target: every name in it must be rendered, and by nothing else.

The source is the decisive evidence. A stretch of the target need not look much like a name to be its rendering
when the source says that the name must be there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.model import Mention, Span
from qa.names.asked.demand import Demand, demanded
from qa.names.asked.short_forms import by_surname, in_part
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.near.candidates import EXACT
from qa.names.near.closeness import FAR_COST, Closeness, closeness
from qa.names.near.nearness import (
    DEMANDED,
)
from qa.names.near.unlisted import unlisted
from qa.names.rendering.carried import adjective
from qa.names.rendering.fitting import Asked, fitting, source_word, wrongly_read_surname
from qa.names.rendering.initials import abbreviated
from qa.names.rendering.otherwise import named_as_a_woman
from qa.names.texts.given_before import RARER, begins_somebody, behind_surname, of_somebody
from qa.names.texts.others import Others
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import Window, overlaps

# Cost a letter up to which a stretch is a misspelling although a part of the name stands rightly.
PARTLY = 0.2
# The same where a stretch stands beside the name, or goes before a listed form in it that the source lacks.
CLOSELY = 0.2
ADJECTIVE = 0.2  # what an adjective carried over costs, a letter
_UNSURE = 0.5  # confidence in a surname that need not be of whom the glossary lists
SHARED = 0.1  # what a word of a right form is worth, in cost a letter


def render(
    text: str,
    stretches: Sequence[Window],
    demands: Sequence[Demand],
    source: str,
    lang: str,
    lexicon: Lexicon,
    most: float = DEMANDED,
) -> tuple[list[Mention], list[Demand]]:
    """Give every demand the stretch that comes closest, closest pairs first; the demands left over come second.

    `stretches` are free of other mentions, `source` is the source text in the language `lang`, `most` the largest
    cost a letter.
    """
    base = lang.partition("-")[0]
    pairs: list[tuple[float, int, Window, Closeness, SourceName]] = []
    met = {
        n for n, demand in enumerate(demands) if named_as_a_woman(demand, stretches, source, lang, lexicon)
    }
    met |= {n for n, demand in enumerate(demands) if abbreviated(map(lexicon.by_id, demand.entries), text)}
    met |= {n for n, demand in enumerate(demands) if _is_of_somebody(demand, text, stretches, lexicon)}
    met |= {n for n, demand in enumerate(demands) if _said_shortly(demand, stretches, lexicon)}
    for number, demand in enumerate(demands):
        for name in demand.names:
            others = Others(source, name.span, lang, name.native)
            asked = Asked(name, demanded(name, lexicon), demand, text, base, lexicon.base_lang)
            near = fitting(asked, stretches, others, lexicon)
            if not demand.certain:
                near += _adjectives(name, demand.possessive, stretches, text, source, lang, lexicon)
            for close, window in (found for found in near if found[0].cost <= most):
                pairs.append((close.cost - _shared(window, name, lexicon), number, window, close, name))
    pairs.sort(key=lambda p: (p[0], p[1], p[2].start, p[2].end))
    out: list[Mention] = []
    partly = {n: in_part(d.names, text, lang, stretches, lexicon) for n, d in enumerate(demands)}
    for _, number, window, close, name in pairs:
        if partly[number] and (close.cost > PARTLY or window.normal in partly[number]):
            continue
        if number not in met and not overlaps(window.start, window.end, out):
            met.add(number)
            found = _mention(text, window, close, name, lexicon)
            doubted = demands[number].of_many and not wrongly_read_surname(name, window, close, base)
            out.append(unsure(found, "a surname that many bear") if doubted else found)
    free = [w for w in stretches if w.first == w.last and not overlaps(w.start, w.end, out)]
    left = [demand for number, demand in enumerate(demands) if number not in met and not partly[number]]
    return out, [d for d in left if not any(by_surname(demanded(n, lexicon), text, free) for n in d.names)]


def unsure(mention: Mention, why: str) -> Mention:
    """A mention that somebody else may be meant by; what the source has is told with the route, and proves nothing."""
    told = f"{mention.route}; {'; '.join(mention.evidence)}, {why}"
    return replace(mention, route=told, evidence=(), confidence=_UNSURE)


def _is_of_somebody(demand: Demand, text: str, stretches: Sequence[Window], lexicon: Lexicon) -> bool:
    """Whether what sounds like a name that is no person's is a part of somebody's: Yael Zidon, beside Sidon."""
    asked = (demanded(name, lexicon) for name in demand.names)
    others = [name for name in asked if name.type != "person"]
    return any(
        closeness(name, window.normal, DEMANDED).found and _in_a_name(name, text, window, lexicon.base_lang)
        for name in others
        for window in stretches
        if window.capital and window.first == window.last
    )


def _in_a_name(name: Name, text: str, window: Window, lang: str) -> bool:
    """Whether a word stands in somebody's name; its vowels guessed, it does easily: Eden Goldfarb, beside Aden."""
    span = Span(window.start, window.end)
    if name.without_vowels and (of_somebody(text, span, lang, RARER) or begins_somebody(text, span, lang)):
        return True
    return behind_surname(text, span)


def _said_shortly(demand: Demand, stretches: Sequence[Window], lexicon: Lexicon) -> bool:
    """Whether a part of a right form renders what the source has: Scheremetjewo for Шереметьево, an airport."""
    asked = [(n, name) for n in demand.names if (name := demanded(n, lexicon)).shortened]
    return any(
        window.capital and any(_said_so(window.normal, source, name) for source, name in asked)
        for window in stretches
    )


def _said_so(written: str, source: SourceName, name: Name) -> bool:
    """Whether a part of a right form renders what a source has, regularly or as it stands: Litani, a river."""
    if written not in name.shortened:
        return False
    return written == source.native or closeness(name, written, DEMANDED).native * len(written) <= EXACT


def _shared(window: Window, source: SourceName, lexicon: Lexicon) -> float:
    """What a stretch gains by the words that it has in common with a right form, so that it is taken whole."""
    words = set(window.normal.split(" "))
    return SHARED * max(
        (len(words & set(good.split(" "))) for good in demanded(source, lexicon).good), default=0
    )


def _adjectives(
    name: SourceName,
    possessive: bool,
    stretches: Sequence[Window],
    text: str,
    source: str,
    lang: str,
    lexicon: Lexicon,
) -> list[tuple[Closeness, Window]]:
    """Stretches that are the adjective which the source has, carried over; told by the word of the source."""
    base, target = lang.partition("-")[0], lexicon.base_lang
    good = demanded(name, lexicon).good
    close = Closeness(ADJECTIVE, FAR_COST, ADJECTIVE, source_word(name, base), None)
    return [
        (close, window)
        for window in stretches
        if window.capital and adjective(name, possessive, window, text, source, (base, target), good)
    ]


def _mention(text: str, window: Window, close: Closeness, source: SourceName, lexicon: Lexicon) -> Mention:
    confidence = max(0.5, min(1.0, 1.0 - close.cost))
    return unlisted(text, window, demanded(source, lexicon), close, confidence, source=source.text)
