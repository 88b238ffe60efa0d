"""One name written in two ways in the documents of one run, though no glossary knows it.

Each document gives the names in it that no entry covers; the spellings of a run are kept by target language, with
the number of documents that have them. Only the latest ones are remembered, so a feed without end needs no memory
without end. Two documents are weaker evidence than one: people in different articles may well have names that are
alike. So a slip is not enough here, nor is likeness where either spelling is known as a name by itself. Spellings in
other scripts than Latin have no orthographies to differ by, and are left out.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qa.model import Document, Span
from qa.names.lexicon.keys import skeletons
from qa.names.mixed.one_name import ORDINARY, source_word
from qa.names.near.nominatives import nominative
from qa.names.script.edits import similarity
from qa.names.texts.reading import Drift
from qa.names.texts.windows import Window, windows
from qa.names.words.likeness import RESPELLED, likeness
from qa.names.words.ordinary import Known, frequency, known
from qa.text import fold

MOST = 10_000  # spellings that are remembered
REGULAR = 0.06  # cost a letter between two spellings up to which they are one name without a source
ALIKE = 0.6  # letter similarity below which two spellings are not compared sound by sound


@dataclass(slots=True)
class _Met:
    """A spelling: as it is written, how many documents have it, when it was met first, and what is like it."""

    written: str
    documents: int
    order: int
    like: set[str] = field(default_factory=set)


class Spellings:
    """Spellings of uncovered names in the documents of one run and one target language."""

    def __init__(self, lang: str, most: int = MOST) -> None:
        self._lang = lang.partition("-")[0]
        self._most = most
        self._met: OrderedDict[str, _Met] = OrderedDict()
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._apart: set[frozenset[str]] = set()
        self._order = 0

    def meet(self, names: Mapping[str, str]) -> None:
        """Take in the names of one document, folded, each with the way it is written."""
        names = {name: written for name, written in names.items() if name.isascii()}
        for name, written in names.items():
            met = self._met.get(name)
            if met is None:
                self._add(name, written)
            else:
                met.documents += 1
                self._met.move_to_end(name)
        # What one document tells apart, or speaks of itself, is none of the run's business.
        for name in names:
            for other in self._met[name].like if name in self._met else ():
                if other in names:
                    self._apart.add(frozenset((name, other)))

    def usual(self, name: str) -> tuple[str, int, int] | None:
        """(usual spelling, documents that have it, documents that have `name`) where another is more usual.

        Of two spellings in as many documents the one that was met first is usual.
        """
        mine = self._met.get(name)
        if mine is None:
            return None
        others = [
            (-met.documents, met.order, met.written)
            for other in mine.like
            if frozenset((name, other)) not in self._apart
            and (met := self._met[other])
            and (-met.documents, met.order) < (-mine.documents, mine.order)
        ]
        if not others:
            return None
        count, _, written = min(others)
        return written, -count, mine.documents

    def _add(self, name: str, written: str) -> None:
        self._order += 1
        met = self._met[name] = _Met(written, 1, self._order)
        for key in skeletons(name):
            for other in self._by_key[key]:
                if other not in met.like and self._alike(name, other):
                    met.like.add(other)
                    self._met[other].like.add(name)
            self._by_key[key].add(name)
        if len(self._met) > self._most:
            self._forget(next(iter(self._met)))

    def _alike(self, name: str, other: str) -> bool:
        if similarity(name, other, ALIKE) == 0.0:
            return False
        cost = likeness(name, other, self._lang)
        return cost is not None and cost <= RESPELLED

    def _forget(self, name: str) -> None:
        for other in self._met.pop(name).like:
            self._met[other].like.discard(name)
            self._apart.discard(frozenset((name, other)))
        for key in skeletons(name):
            self._by_key[key].discard(name)
            if not self._by_key[key]:
                del self._by_key[key]


def drift_across(document: Document, names: Mapping[str, str], met: Spellings) -> Iterator[Drift]:
    """The names of a document that other documents of the run write in another way, wherever they stand in it."""
    others = {name: found for name in names if (found := met.usual(name)) is not None}
    if not others:
        return
    lang = (document.target_lang or "und").partition("-")[0]
    evidence: dict[str, str | None] = {}
    for number, segment in enumerate(document.segments):
        for window in windows(segment.text, 1, lang=lang):
            if window.normal not in others or not window.capital:
                continue
            name, (usual, theirs, mine) = window.normal, others[window.normal]
            if name not in evidence:
                evidence[name] = _evidence(name, usual, document, (number, window), lang)
            reason = evidence[name]
            if reason is not None:
                text = segment.text[window.start : window.end]
                span = Span(window.start, window.end)
                yield Drift(number, span, text, usual, (mine, theirs), 0.6, (reason,))


def _evidence(name: str, usual: str, document: Document, place: tuple[int, Window], lang: str) -> str | None:
    """Evidence that two spellings in two documents are one name, None where there is none."""
    other = fold(usual)
    if Known.GIVEN in known(name) | known(other):
        # Oleh and Oleg are two people as often as one: given names are spelled as their bearers do.
        return None
    word = source_word(name, [place], document)
    if word is not None:
        source_lang = (document.source_lang or "und").partition("-")[0]
        costs = [nominative(fold(word), spelling, source_lang) for spelling in (name, other)]
        if any(cost is None or cost[0] > RESPELLED for cost in costs):
            return None
        return f"both are romanizations of {word} in the source"
    cost = likeness(name, other, lang)
    if known(name) | known(other) != Known.NOTHING or cost is None or cost > REGULAR:
        return None
    if document.segments[place[0]].source or max(frequency(n, lang) for n in (name, other)) >= ORDINARY:
        return None
    return "the letters that differ stand for the same sounds"
