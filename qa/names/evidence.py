"""What the source text demands of the target: every name in it must be rendered, and by nothing else.

The source is the decisive evidence. A stretch of the target need not look much like a name to be its rendering
when the source says that the name must be there.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.model import Mention
from qa.names.candidates import candidates
from qa.names.closeness import Closeness
from qa.names.compile import normal
from qa.names.demand import Demand, demanded
from qa.names.initials import abbreviated
from qa.names.lexicon import Lexicon, Name
from qa.names.namesake import another_person
from qa.names.nearness import CLOSE, DEMANDED, closest, limit_of, told, whole
from qa.names.others import Others
from qa.names.otherwise import named_as_a_woman
from qa.names.peoples import of_a_people
from qa.names.reading import SourceName
from qa.names.script.align import Native, prepare
from qa.names.script.edits import similarity
from qa.names.script.scripts import spelled
from qa.names.short_forms import by_surname, in_part
from qa.names.unlisted import unlisted
from qa.names.windows import Window, overlaps

CLEARLY = 0.1  # cost a letter by which an entry is clearly closer
PARTLY = (
    0.2  # cost a letter up to which a stretch is a misspelling although a part of the name stands rightly
)
SHARED = 0.1  # what a word of a right form is worth, in cost a letter
ALIKE = 0.6  # likeness from which two names of different kinds may be mistaken for one another


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
    pairs: list[tuple[float, int, Window, Closeness, SourceName]] = []
    met = {
        n for n, demand in enumerate(demands) if named_as_a_woman(demand, stretches, source, lang, lexicon)
    }
    met |= {n for n, demand in enumerate(demands) if abbreviated(map(lexicon.by_id, demand.entries), text)}
    for number, demand in enumerate(demands):
        for name in demand.names:
            others = Others(source, name.span, lang, name.native)
            near = _near(name, demand, stretches, others, lang, lexicon)
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
            out.append(_mention(text, window, close, name, lexicon))
    free = [w for w in stretches if w.first == w.last and not overlaps(w.start, w.end, out)]
    left = [demand for number, demand in enumerate(demands) if number not in met and not partly[number]]
    return out, [d for d in left if not any(by_surname(demanded(n, lexicon), text, free) for n in d.names)]


def _shared(window: Window, source: SourceName, lexicon: Lexicon) -> float:
    """What a stretch gains by the words that it has in common with a right form, so that it is taken whole."""
    words = set(window.normal.split(" "))
    return SHARED * max(
        (len(words & set(good.split(" "))) for good in demanded(source, lexicon).good), default=0
    )


def _near(
    source: SourceName,
    demand: Demand,
    stretches: Sequence[Window],
    others: Others,
    lang: str,
    lexicon: Lexicon,
) -> list[tuple[Closeness, Window]]:
    name = demanded(source, lexicon)
    # An adjective as it stands is no spelling of the name it is made from: Kyivska Street, the village Minskaye.
    word = _source_word(source, lang) if demand.certain else None
    found = []
    for window in stretches:
        if not window.capital or window.normal in name.good:
            continue
        # Carried over as it stands, what is only made from the name is somebody's: Márta Szegedi.
        if not demand.certain and window.normal == normal(source.text):
            continue
        if name.type == "place" and of_a_people(name.good, window.normal, lexicon.base_lang):
            continue
        window, close = closest(name, window, word, lexicon.base_lang)
        if not close.found or not whole(close, window) or another_person(name, window.normal, DEMANDED):
            continue
        limit = limit_of(window.normal, demand.certain, lexicon.base_lang)
        if told(close, window.normal, lexicon.base_lang) > limit or _nearer_to_another(
            window, demand, close, lexicon
        ):
            continue
        if not others.render(window, close.cost - CLEARLY, lexicon.base_lang):
            found.append((close, window))
    return found


def _nearer_to_another(window: Window, demand: Demand, close: Closeness, lexicon: Lexicon) -> bool:
    """Whether the stretch comes clearly closer to an entry other than the one demanded."""
    rivals = candidates(lexicon, window.normal, CLOSE)[:1]
    return any(
        lexicon.name(number).id not in demand.entries and rival.cost <= min(CLOSE, close.cost - CLEARLY)
        for number, rival in rivals
    )


def _source_word(source: SourceName, lang: str) -> Native | None:
    """The word of the source as it stands there, case ending and all, ready for alignment."""
    found = spelled(normal(source.text), lang.partition("-")[0])
    return prepare(found[1], found[0]) if found is not None else None


def _mention(text: str, window: Window, close: Closeness, source: SourceName, lexicon: Lexicon) -> Mention:
    confidence = max(0.5, min(1.0, 1.0 - close.cost))
    return unlisted(text, window, demanded(source, lexicon), close, confidence, source=source.text)


def displaced(
    mentions: Sequence[Mention], unmet: Sequence[Demand], demands: Sequence[Demand], lexicon: Lexicon
) -> list[tuple[Mention, Demand]]:
    """Pair each unmet demand with a right form of an entry that the source does not name, one to one."""
    named = {e for d in demands for e in d.entries}
    strangers = [m for m in mentions if m.entry not in named and m.status is not None]
    out = []
    for demand in unmet:
        name = lexicon.by_id(demand.names[0].entry)
        match = next((m for m in strangers if demand.certain and _interchangeable(name, m, lexicon)), None)
        if match is not None:
            strangers.remove(match)
            out.append((match, demand))
    return out


def _interchangeable(name: Name, stranger: Mention, lexicon: Lexicon) -> bool:
    """Whether one may stand for the other by mistake: two people, two places, or two names that look alike."""
    other = lexicon.by_id(stranger.entry)
    if name.type == other.type and name.type in ("person", "place"):
        return True
    written = normal(stranger.text)
    return any(similarity(latin, written, ALIKE) > 0 for latin in name.renderings)
