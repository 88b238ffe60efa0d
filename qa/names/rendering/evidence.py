"""What the source text demands of the target: every name in it must be rendered, and by nothing else.

The source is the decisive evidence. A stretch of the target need not look much like a name to be its rendering
when the source says that the name must be there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from qa.model import Mention, Span
from qa.names.abjad import vowels_guessed
from qa.names.candidates import EXACT, candidates
from qa.names.closeness import FAR_COST, Closeness, closeness
from qa.names.compile import normal
from qa.names.demand import Demand, demanded
from qa.names.given_before import RARER, begins_somebody, behind_surname, in_syllables, of_somebody
from qa.names.grammar.endings import endings
from qa.names.lexicon import Lexicon, Name
from qa.names.namesake import another_person, another_place
from qa.names.ordinary import Known, frequency, known
from qa.names.others import CLEARLY, Others
from qa.names.parted import comes_first
from qa.names.reading import SourceName
from qa.names.rendering.carried import adjective
from qa.names.rendering.clipped import clipped
from qa.names.rendering.initials import abbreviated
from qa.names.rendering.misread import TABLE as KANJI
from qa.names.rendering.misread import beside_given, in_longer_name, misread, wrongly_read
from qa.names.rendering.nearness import (
    CLOSE,
    COMMON,
    DEMANDED,
    DEMANDED_COMMON,
    closest,
    limit_of,
    told,
    whole,
)
from qa.names.rendering.otherwise import named_as_a_woman
from qa.names.rendering.peoples import of_a_people, of_some_people
from qa.names.script.align import Native, prepare
from qa.names.script.chinese import CHINESE
from qa.names.script.scripts import spelled
from qa.names.short_forms import by_surname, in_part
from qa.names.unlisted import unlisted
from qa.names.windows import Window, before_syllable, capital_behind, has_particles_of, joins, overlaps
from qa.names.worded import same_numbers
from qa.names.wordlike import CAPITAL_NOUNS
from qa.text import fold, has_capitals, is_small

# Cost a letter up to which a stretch is a misspelling although a part of the name stands rightly.
PARTLY = 0.2
ALIKE_READ = 0.1  # cost a letter by which another word may be farther than a name wrongly read
ADJECTIVE = 0.2  # what an adjective carried over costs, a letter
_UNSURE = 0.5  # confidence in a surname that need not be of whom the glossary lists
SHARED = 0.1  # what a word of a right form is worth, in cost a letter
_WORD = 4.0  # Zipf frequency from which a word of the target may be one that the source means
_SURNAMES = 3.5  # the same from which a word on no list of surnames is none
_RARE = 2.0  # Zipf frequency from which a word is itself, and nothing with a clitic
_SHORTEST = 3  # letters that a clitic leaves


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
    met |= {n for n, demand in enumerate(demands) if _is_of_somebody(demand, text, stretches, lexicon)}
    met |= {n for n, demand in enumerate(demands) if _said_shortly(demand, stretches, lexicon)}
    for number, demand in enumerate(demands):
        for name in demand.names:
            others = Others(source, name.span, lang, name.native)
            near = _near(name, demand, stretches, text, others, lang, lexicon)
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
            doubted = demands[number].of_many and not _wrongly_read(
                name, window, close, lang.partition("-")[0]
            )
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
    return behind_surname(text, span, lang)


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


def _near(
    source: SourceName,
    demand: Demand,
    stretches: Sequence[Window],
    text: str,
    others: Others,
    lang: str,
    lexicon: Lexicon,
) -> list[tuple[Closeness, Window]]:
    base, target = lang.partition("-")[0], lexicon.base_lang
    name = demanded(source, lexicon)
    # An adjective as it stands is no spelling of the name it is made from: Kyivska Street, the village Minskaye.
    word = _source_word(source, base) if demand.certain else None
    found = []
    for window in _with_bare(stretches, text, target):
        if (
            window.normal in name.good
            or window.normal in name.shortened
            or not _has_its_capitals(window, text, source, name)
        ):
            continue
        if not same_numbers(window.normal, name.good or (source.native,)):
            continue
        if joins(window, (*name.good, source.native), target):
            continue
        if demand.of_many and before_syllable(text, window):
            continue
        if name.type != "person" and in_syllables(text, window.start):
            continue
        # Carried over as it stands, what is only made from the name is somebody's: Márta Szegedi.
        if not demand.certain and window.normal == normal(source.text):
            continue
        if not demand.certain and another_place(name, window.normal):
            continue
        if name.type == "place" and of_a_people(name.good, window.normal, target):
            continue
        window, close = closest(name, window, word, target)
        if not close.found and demand.certain:
            close = misread(source, name, window, base)
            # Beside another capital it is a part of some other name: Sokol Kazan.
            if not close.found and capital_behind(text, window.end) is None:
                close = clipped(name, window.normal)
        if not close.found or not whole(close, window) or another_person(name, window.normal, DEMANDED):
            continue
        # What may be an ordinary word asks for no more than another romanization.
        if source.common and base not in CAPITAL_NOUNS and close.cost > CLOSE:
            continue
        in_full = demand.of_one and beside_given(text, window, base)
        if demand.of_many:
            regular = demand.of_one and close.native * len(window.normal) <= EXACT
            written_so = regular and (in_full or not _is_word(window, target))
            if not written_so and not _wrongly_read(source, window, close, base):
                continue
        elif _made_from_it(source, demand, close):
            continue
        if close.cost > DEMANDED_COMMON and _both_words(source, window, base, target):
            continue
        # A surname wrongly read is told by its character, however common the word: Le, Dan.
        limit = limit_of(window.normal, demand.certain or demand.of_many, target)
        if told(close, window.normal, target) > limit or _nearer_to_another(window, demand, close, lexicon):
            continue
        guessed = _is_misread(close, demand)
        if guessed and in_longer_name(text, window, name.type, base, target):
            continue
        # Syllables of many words sound like a surname; with a given name beside it, it is one.
        if in_full or not others.render(window, close.cost - _clearly(window, guessed, target), target):
            found.append((close, window))
    return found


def _with_bare(stretches: Iterable[Window], text: str, lang: str) -> Iterator[Window]:
    """Stretches of a text, and rare words among them without what may be a clitic: ברודס, רודס."""
    table = endings(lang, fold)
    for window in stretches:
        yield window
        if window.first != window.last or frequency(window.normal, lang) >= _RARE:
            continue
        for clitic, rest in table.behind_clitics(window.normal):
            if len(rest) >= _SHORTEST and text.startswith(clitic, window.start):
                yield window._replace(start=window.start + len(clitic), normal=rest)


def _has_its_capitals(window: Window, text: str, source: SourceName, name: Name) -> bool:
    """Whether a stretch has a capital, or is small where the right form or the source is."""
    return (
        window.capital or has_particles_of(window, text, name.suggestion) or _as_small(window, text, source)
    )


def _as_small(window: Window, text: str, source: SourceName) -> bool:
    """Whether a stretch of several words has a capital at the start alone, as the name of the source has."""
    words = source.text.split()
    if window.last - window.first != len(words) - 1 or not text[window.start].isupper():
        return False
    return len(words) > 1 and words[0][:1].isupper() and all(map(is_small, words[1:]))


def _is_misread(close: Closeness, demand: Demand) -> bool:
    """Whether a stretch is taken for a reading that the characters of a name have and the name does not."""
    return demand.of_many or (close.best is not None and close.best.table.name == KANJI)


def _clearly(window: Window, guessed: bool, target: str) -> float:
    """How much better another word of the source has to be rendered by a stretch than the name, in cost a letter.

    A people, and a reading that is only `guessed`, is rather what another word says that is as close.
    """
    if guessed:
        return -ALIKE_READ
    return 0.0 if of_some_people(window.normal, target) else CLEARLY


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
    close = Closeness(ADJECTIVE, FAR_COST, ADJECTIVE, _source_word(name, base), None)
    return [
        (close, window)
        for window in stretches
        if window.capital and adjective(name, possessive, window, text, source, (base, target), good)
    ]


def _both_words(source: SourceName, window: Window, base: str, target: str) -> bool:
    """Whether the name is a word where no capital tells, and what stands in the target is one as well: فتح, Gate."""
    return (
        not has_capitals(source.native)
        and frequency(source.native, base) >= COMMON
        and frequency(window.normal, target) >= _WORD
    )


def _made_from_it(source: SourceName, demand: Demand, close: Closeness) -> bool:
    """Whether a word that is made from the name is likelier than the name itself.

    Without vowels, what is made from a name is like many other names: Ori, beside Or.
    """
    derived = not demand.certain and not normal(source.text).endswith(source.native)
    return derived and vowels_guessed(close)


def _wrongly_read(source: SourceName, window: Window, close: Closeness, base: str) -> bool:
    """Whether a stretch reads a Chinese surname of one character otherwise than as a surname."""
    return base in CHINESE and wrongly_read(source.native, window.normal, close)


def _is_word(window: Window, target: str) -> bool:
    """Whether a stretch is rather a word of the target than a surname that is written so: I, No, Sin."""
    surname = Known.SURNAME in known(window.normal) or comes_first(window.normal)
    return not surname and frequency(window.normal, target) >= _SURNAMES


def _nearer_to_another(window: Window, demand: Demand, close: Closeness, lexicon: Lexicon) -> bool:
    """Whether the stretch comes clearly closer to an entry other than the one demanded."""
    rivals = candidates(lexicon, window.normal, CLOSE)[:1]
    return any(
        lexicon.name(number).id not in demand.entries and rival.cost <= min(CLOSE, close.cost - CLEARLY)
        for number, rival in rivals
    )


def _source_word(source: SourceName, base: str) -> Native | None:
    """The word of the source as it stands there, case ending and all, ready for alignment."""
    found = spelled(normal(source.text), base)
    return prepare(found[1], found[0]) if found is not None else None


def _mention(text: str, window: Window, close: Closeness, source: SourceName, lexicon: Lexicon) -> Mention:
    confidence = max(0.5, min(1.0, 1.0 - close.cost))
    return unlisted(text, window, demanded(source, lexicon), close, confidence, source=source.text)
