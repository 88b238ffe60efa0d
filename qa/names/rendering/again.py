"""A name that the source has once more than the target rightly does, said again beside it: Novi Sad, and then New Sad.

Names of one word are looked for as where no source asks for them (see `alone.unasked`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from qa.model import Mention, Segment, Span
from qa.names.asked.demand import Demand, in_dateline
from qa.names.grammar.inflect import Inflection, inflection
from qa.names.lexicon.lexicon import Lexicon
from qa.names.rendering.evidence import CLOSELY, render
from qa.names.rendering.reworded import in_capitals, reworded
from qa.names.texts.windows import GAP, Window, capital_behind, free
from qa.names.words.ordinary import of_place
from qa.text import fold, is_small, opens_sentence, word_texts, words

_SHORTEST = 3  # letters of a word that tells a name


def said_again(
    segment: Segment,
    stretches: Sequence[Window],
    mentions: Sequence[Mention],
    demands: Sequence[Demand],
    source_lang: str,
    lexicon: Lexicon,
) -> list[Mention]:
    """Close renderings of names of several words that a text has rightly, but less often than its source.

    What else stands there for the name may be anything (*she*, *the city*), so nothing is missing.
    """
    text, source = segment.text, segment.source or ""
    out: list[Mention] = []
    for demand in _oftener(demands, mentions, source):
        same = [n.span for d in demands if d is not demand and d.entries & demand.entries for n in d.names]
        alone = _blanked(source, same)
        if _has_words_of(demand, alone, source_lang):
            continue
        outside = [
            w for w in free(stretches, [*mentions, *out]) if not _tells_another(w, text, demand, lexicon)
        ]
        found, left = render(text, outside, [demand], alone, source_lang, lexicon, CLOSELY)
        # What is said of a town has its name as well: Lviv Opera, beside Lviv Airport (аеропорт Львова).
        proper = [d for d in left if in_capitals(d.names[0].text)]
        out += found or reworded(replace(segment, source=alone), outside, proper, source_lang, lexicon)[0]
    return out


def _tells_another(window: Window, text: str, demand: Demand, lexicon: Lexicon) -> bool:
    """Whether a stretch is a part of a longer name, or has a place that no name of the demand has: ... of Russia."""
    if capital_behind(text, window.end) is not None or _goes_before(window, text):
        return True
    names = [lexicon.by_id(entry) for entry in demand.entries]
    own = {word for name in names for good in name.good for word in good.split(" ")}
    return all(name.type != "place" for name in names) and any(
        of_place(word) and word not in own for word in window.normal.split(" ")
    )


def _goes_before(window: Window, text: str) -> bool:
    """Whether a word with a capital stands close before a stretch, and not where a sentence begins."""
    if window.first == 0:
        return False
    before = words(text)[window.first - 1]
    close = GAP.match(text, before.end, window.start) is not None
    return close and not is_small(before.text) and not opens_sentence(text, before.start)


def _oftener(demands: Sequence[Demand], mentions: Iterable[Mention], source: str) -> list[Demand]:
    """The last demand of each name of several words that the target has rightly, and the source more often."""
    asked = [
        d
        for d in demands
        if all(" " in name.native for name in d.names) and (d.certain or in_dateline(source, d.names[0].span))
    ]
    last = {demand.entries: demand for demand in asked if demand.certain}
    if len(last) == len(asked):
        return []
    source_has = Counter(entry for demand in asked for entry in demand.entries)
    said = Counter(m.entry for m in mentions if m.status is not None)
    return [d for entries, d in last.items() if any(0 < said[e] < source_has[e] for e in entries)]


def _blanked(source: str, spans: Iterable[Span]) -> str:
    """A source with some places left blank."""
    for span in spans:
        source = source[: span.start] + " " * (span.end - span.start) + source[span.end :]
    return source


def _has_words_of(demand: Demand, source: str, lang: str) -> bool:
    """Whether a source has a word of a name elsewhere as well, which may be another one: the Russian ministry."""
    base = lang.partition("-")[0]
    parts = {part for name in demand.names for part in name.native.split(" ") if len(part) >= _SHORTEST}
    outside = word_texts(_blanked(source, [name.span for name in demand.names]))
    return any(inflection(part, fold(word), base) > Inflection.NONE for word in outside for part in parts)
