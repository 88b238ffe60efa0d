"""Names of a feed: runs of name words, each cut to the part that names one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qa.model import Document
from qa.names.proposals.capitals import Token, Usage, runs, tokens
from qa.names.words.ordinary import Known, frequency, known

SNIPPETS = 3
LONGEST = 4  # words of a name
COMMON = 4.3  # Zipf frequency from which a word is no surname on its own
SNIPPET = 160  # characters


@dataclass(slots=True)
class Mined:
    """A spelling met in a feed: how it is written, where, and how often behind a given name.

    `places` holds (document number, segment number) of every occurrence, `headlines` the documents whose
    headline has it.
    """

    normal: str
    written: Counter[str] = field(default_factory=Counter)
    places: list[tuple[int, int]] = field(default_factory=list)
    headlines: set[int] = field(default_factory=set)
    persons: int = 0
    snippets: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often it stands in the feed."""
        return len(self.places)


def mine(
    documents: Sequence[Document], lang: str, taken: Sequence[Sequence[Sequence[tuple[int, int]]]]
) -> list[Mined]:
    """Names in documents of one language, by spelling; `taken` holds the spans already covered, by segment."""
    usage = Usage(lang)
    sentences = [[tokens(segment.text) for segment in document.segments] for document in documents]
    for document in sentences:
        for sentence in document:
            usage.read(sentence)
    found = [
        (number, place, usage.whole(segment.text, sentences[number][place], run))
        for number, document in enumerate(documents)
        for place, segment in enumerate(document.segments)
        for run in runs(segment.text, sentences[number][place], usage)
        if not any(a < run[-1].end and run[0].start < b for a, b in taken[number][place])
    ]
    alone = Counter(run[0].folded for _, _, run in found if len(run) == 1)
    pairs = Counter((a.folded, b.folded) for _, _, run in found for a, b in pairwise(run))
    out: dict[str, Mined] = {}
    for number, place, run in found:
        for part, person in _parts(run, alone, pairs, usage):
            _count(out, documents, number, place, part, person)
    return [out[key] for key in sorted(out)]


def _parts(
    run: list[Token], alone: Counter[str], pairs: Counter[tuple[str, str]], usage: Usage
) -> Iterable[tuple[list[Token], bool]]:
    """The names in a run, each with whether a given name stands before it."""
    while run and usage.nobody(run[0].folded) and not _bound(run[:2], alone, pairs):
        run = run[1:]
    while run and usage.nobody(run[-1].folded) and not _bound(run[-2:], alone, pairs):
        run = run[:-1]
    if not run:
        return
    if len(run) > 1 and Known.GIVEN in known(run[0].folded) and not run[1].hyphen:
        rest = run[1:] if len(run) == 2 else run[-1:] if alone[run[-1].folded] else run[1:]
        if frequency(rest[-1].folded, usage.lang) < COMMON:
            yield rest, True
            return
    if len(run) > 1 and not run[-1].hyphen and alone[run[-1].folded] > pairs[run[-2].folded, run[-1].folded]:
        # The last word mostly stands alone: what is before it belongs to it no more than a title does.
        # "Security Council" is no mention of a council by its name.
        if not usage.everyday(run[-1].folded):
            yield run[-1:], False
        rest = run[:-1]
        if len(rest) == 1 and alone[rest[0].folded] <= pairs[rest[0].folded, run[-1].folded]:
            return
        yield from _parts(rest, alone, pairs, usage)
        return
    if len(run) <= LONGEST:
        yield run, False


def _bound(pair: list[Token], alone: Counter[str], pairs: Counter[tuple[str, str]]) -> bool:
    """Whether two words make one name: the pair is more frequent than its second word alone."""
    if len(pair) < 2:
        return False
    a, b = pair[0].folded, pair[1].folded
    return pairs[a, b] > 1 and pairs[a, b] > max(alone[b], 0)


def _count(
    out: dict[str, Mined],
    documents: Sequence[Document],
    number: int,
    place: int,
    part: list[Token],
    person: bool,
) -> None:
    segment = documents[number].segments[place]
    text = segment.text[part[0].start : part[-1].end]
    normal = " ".join(token.folded for token in part)
    mined = out.setdefault(normal, Mined(normal))
    mined.written[text] += 1
    mined.places.append((number, place))
    mined.persons += person
    if segment.part == "headline":
        mined.headlines.add(number)
    if len(mined.snippets) < SNIPPETS:
        snippet = _around(segment.text, part[0].start, part[-1].end)
        if snippet not in mined.snippets:
            mined.snippets.append(snippet)


def _around(text: str, start: int, end: int) -> str:
    """The sentence around a name, cut where it is long."""
    room = max(0, SNIPPET - (end - start)) // 2
    low, high = max(0, start - room), min(len(text), end + room)
    return ("…" if low else "") + text[low:high] + ("…" if high < len(text) else "")
