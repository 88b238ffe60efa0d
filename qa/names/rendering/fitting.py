"""Which stretches of a target may be the rendering of one name that the source has, and how close each comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa.names.asked.demand import Demand
from qa.names.grammar.endings import endings
from qa.names.grammar.inflect import Inflection, inflection
from qa.names.lexicon.lexicon import Lexicon, Name
from qa.names.near.abjad import vowels_guessed
from qa.names.near.candidates import EXACT, candidates
from qa.names.near.closeness import FAR_COST, Closeness
from qa.names.near.namesake import another_person, another_place
from qa.names.near.nearness import (
    CLOSE,
    COMMON,
    DEMANDED,
    DEMANDED_COMMON,
    closest,
    limit_of,
    told,
    whole,
)
from qa.names.rendering.carried import noun_made
from qa.names.rendering.clipped import clipped
from qa.names.rendering.misread import TABLE as KANJI
from qa.names.rendering.misread import beside_given, capitals_beside, in_longer_name, misread, wrongly_read
from qa.names.rendering.other_given import behind_other_given
from qa.names.rendering.peoples import of_a_people, of_some_people
from qa.names.script.align import Native, prepare
from qa.names.script.chinese import CHINESE
from qa.names.script.edits import edits
from qa.names.script.scripts import spelled
from qa.names.texts.forms import normal
from qa.names.texts.given_before import TITLES, in_syllables
from qa.names.texts.lookalikes import looks_like
from qa.names.texts.others import CLEARLY, Others
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import (
    LONGEST,
    Window,
    bare_word,
    before_syllable,
    capital_behind,
    has_particles_of,
    joins,
)
from qa.names.texts.worded import same_numbers
from qa.names.words.articles import article_of
from qa.names.words.given import is_given_name
from qa.names.words.ordinary import CAPITAL_NOUNS, Known, frequency, known
from qa.names.words.parted import comes_first
from qa.text import fold, has_capitals, is_small

ALIKE_READ = 0.1  # cost a letter by which another word may be farther than a name wrongly read
_WORD = 4.0  # Zipf frequency from which a word of the target may be one that the source means
_SURNAMES = 3.5  # the same from which a word on no list of surnames is none
_RARE = 2.0  # Zipf frequency from which a word is itself, and nothing with a clitic
_SHORTEST = 3  # letters that a clitic leaves


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that a source asks for, and the text that it is looked for in; both languages are base languages."""

    source: SourceName
    name: Name
    demand: Demand
    text: str
    base: str
    target: str


def fitting(
    asked: Asked, stretches: Sequence[Window], others: Others, lexicon: Lexicon
) -> list[tuple[Closeness, Window]]:
    """The stretches that may render a name; `others` are the other words of its source."""
    # An adjective as it stands is no spelling of the name it is made from: Kyivska Street, the village Minskaye.
    word = source_word(asked.source, asked.base) if asked.demand.certain else None
    found = []
    for stretch in _with_bare(stretches, asked.text, asked.target):
        if not _may_render(asked, stretch) or _before_right_surname(asked, stretch, others, lexicon):
            continue
        close, window = _compared(asked, stretch, word)
        if not close.found or not whole(close, window) or another_person(asked.name, window.normal, DEMANDED):
            continue
        its_given = asked.demand.of_one and _beside_its_given(asked, window, others)
        in_full = its_given or (asked.demand.of_one and beside_given(asked.text, window, asked.base))
        if not _convinces(asked, window, close, in_full) or _cut_short(asked, window):
            continue
        if _nearer_to_another(window, asked.demand, close, lexicon):
            continue
        guessed = _is_misread(close, asked.demand)
        if guessed and not its_given and _in_longer_name(asked, window):
            continue
        # Syllables of many words sound like a surname; with a given name beside it, it is one.
        clearly = _clearly(window, guessed, asked.target)
        if in_full or not others.render(window, close.cost - clearly, asked.target):
            found.append((close, window))
    return found


def _may_render(asked: Asked, window: Window) -> bool:
    """Whether a stretch may be a spelling of a name at all: no right form, and nothing that another name has."""
    source, name, demand, text = asked.source, asked.name, asked.demand, asked.text
    if window.normal in name.good or window.normal in name.shortened:
        return False
    if not _has_its_capitals(window, text, source, name):
        return False
    if not same_numbers(window.normal, name.good or (source.native,)):
        return False
    if joins(window, (*name.good, source.native), asked.target):
        return False
    if demand.of_many and before_syllable(text, window):
        return False
    if name.type != "person" and in_syllables(text, window.start):
        return False
    # Carried over as it stands, what is only made from the name is somebody's: Márta Szegedi.
    if not demand.certain and (
        window.normal == normal(source.text)
        or noun_made(source, window.normal, asked.base)
        or another_place(name, window.normal)
    ):
        return False
    return name.type != "place" or not of_a_people(name.good, window.normal, asked.target)


def _before_right_surname(asked: Asked, window: Window, others: Others, lexicon: Lexicon) -> bool:
    """Whether a stretch is the right surname of a person behind a title or another given name.

    Neither is a spelling of the person's: Prince bin Salman, Khalid bin Salman, beside Mohammed.
    """
    first, _, rest = window.normal.partition(" ")
    alone = lexicon.surname(asked.name.id) if rest and asked.name.type == "person" else None
    if alone is None or rest not in alone.good:
        return False
    # Where nouns have a capital, any of them may say what somebody is: Kronprinz bin Salman.
    noun = asked.target in CAPITAL_NOUNS and frequency(first, asked.target) >= COMMON
    if first in TITLES or (noun and not is_given_name(first)):
        return True
    surname = window._replace(first=window.first + 1)
    langs = (asked.base, asked.target)
    return behind_other_given(asked.text, surname, asked.name, asked.source, others, langs) is not None


def _compared(asked: Asked, stretch: Window, word: Native | None) -> tuple[Closeness, Window]:
    """How close a stretch comes, and what of it: as a spelling, a reading of the characters, a surname cut short."""
    window, close = closest(asked.name, stretch, word, asked.target)
    if not asked.demand.certain:
        return close, window
    if word is not None and looks_like(asked.text[stretch.start : stretch.end], asked.source.text):
        return Closeness(0.0, FAR_COST, 0.0, word, None), stretch
    read = misread(asked.source, asked.name, window, asked.base)
    if read.cost < close.cost and not (close.found and _in_longer_name(asked, window)):
        # A reading is only guessed, so beside another capital it does not go before a spelling (Mayor Ihata).
        return read, window
    if close.found:
        return close, window
    # Beside another capital it is a part of some other name: Sokol Kazan.
    if capital_behind(asked.text, window.end) is None:
        close = clipped(asked.name, window.normal)
    return close, window


def _beside_its_given(asked: Asked, window: Window, others: Others) -> bool:
    """Whether beside a surname stands the given name of the source, however foreign: Cheon Wipei, for 천위페이."""
    return any(others.goes_on_as(word, EXACT, asked.target) for word in capitals_beside(asked.text, window))


def _in_longer_name(asked: Asked, window: Window) -> bool:
    return in_longer_name(asked.text, window, asked.name.type, asked.base, asked.target)


def _convinces(asked: Asked, window: Window, close: Closeness, in_full: bool) -> bool:
    """Whether a stretch comes close enough for what it is; `in_full` says that a given name stands beside it."""
    source, demand, base, target = asked.source, asked.demand, asked.base, asked.target
    # What may be an ordinary word asks for no more than another romanization.
    if source.common and base not in CAPITAL_NOUNS and close.cost > CLOSE:
        return False
    if _with_article_of_its_own(asked.name, window, target) and close.cost * len(window.normal) > EXACT:
        return False
    if demand.of_many:
        regular = demand.of_one and close.native * len(window.normal) <= EXACT
        written_so = regular and (in_full or not _is_word(window, target))
        if not written_so and not wrongly_read_surname(source, window, close, base):
            return False
    elif _made_from_it(source, demand, close):
        return False
    if close.cost > DEMANDED_COMMON and _both_words(source, window, base, target):
        return False
    # A surname wrongly read is told by its character, however common the word: Le, Dan.
    limit = limit_of(window.normal, demand.certain or demand.of_many, source.surname is None, target)
    return told(close, window.normal, target) <= limit


def _cut_short(asked: Asked, window: Window) -> bool:
    """Whether a further word of the right form stands behind a stretch of several: Kharkiv Architecture School.

    It says the name in another order.
    """
    behind = capital_behind(asked.text, window.end) if window.first < window.last else None
    if behind is None or window.last - window.first >= LONGEST - 1:
        return False
    word = bare_word(behind, asked.target)
    return any(
        word in parts and word not in window.normal.split(" ") and window.normal.split(" ")[-1] in parts
        for parts in (good.split(" ") for good in asked.name.good)
    )


def _with_article_of_its_own(name: Name, window: Window, target: str) -> bool:
    """Whether a stretch begins with an article of the target that no right form has: The Hormuz, Strait of Hormuz."""
    return article_of(window.normal, target) == target and all(
        article_of(good, target) != target for good in name.good
    )


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
        window.capital
        or has_particles_of(window, text, name.suggestion)
        or _as_small(window, text, source.text)
        or _named_alike(window, text, name)
    )


def _as_small(window: Window, text: str, form: str) -> bool:
    """Whether a stretch of several words has a capital at the start alone, as a form has."""
    words = form.split()
    if window.last - window.first != len(words) - 1 or not text[window.start].isupper():
        return False
    return len(words) > 1 and words[0][:1].isupper() and all(map(is_small, words[1:]))


def _named_alike(window: Window, text: str, name: Name) -> bool:
    """Whether a stretch has its capital as a right form has, on nearly that word or what it is made from.

    So Букер награда for Букерова награда, but no Нобелова награда; of the words in small letters there are many.
    """
    if not _as_small(window, text, name.suggestion or ""):
        return False
    written = window.normal.split(" ")[0]
    return any(_nearly(good.split(" ")[0], written, name.base_lang) for good in name.good)


def _nearly(right: str, written: str, lang: str) -> bool:
    """Whether a word is nearly another one, or what that is made from."""
    most = int(DEMANDED * len(right))
    return inflection(written, right, lang) > Inflection.NONE or edits(right, written, most) <= most


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


def wrongly_read_surname(source: SourceName, window: Window, close: Closeness, base: str) -> bool:
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


def source_word(source: SourceName, base: str) -> Native | None:
    """The word of the source as it stands there, case ending and all, ready for alignment."""
    found = spelled(normal(source.text), base)
    return prepare(found[1], found[0]) if found is not None else None
