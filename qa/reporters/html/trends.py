"""Names over a whole feed: which forms, how often, in whose texts, and how a name drifts with time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from qa.model import CheckedDocument, Document
from qa.reporters.html.search import places

BUCKETS = 30
_OUTLETS = 3


def outlet(document: Document) -> str:
    """Whose text it is: as the file says, or the host of its address, or else the folder; may be empty."""
    if document.outlet:
        return document.outlet
    try:
        host = urlsplit(document.url or "").hostname
    except ValueError:
        host = None
    folder = str(PurePosixPath(document.path.replace("\\", "/")).parent)
    return (host or "").removeprefix("www.") or ("" if folder == "." else folder)


def timeline(documents: Sequence[CheckedDocument]) -> tuple[tuple[int, ...], ...]:
    """Numbers of the documents in up to `BUCKETS` equal groups, by date and then by order of the feed.

    Undated documents come first: nothing is known of their time.
    """
    dated = sorted(
        range(len(documents)),
        key=lambda n: (published.toordinal() if (published := documents[n].document.published) else 0, n),
    )
    groups = min(BUCKETS, len(dated))
    edges = [len(dated) * group // groups for group in range(groups + 1)] if groups else []
    return tuple(tuple(dated[a:b]) for a, b in pairwise(edges))


@dataclass(frozen=True, slots=True)
class FeedForm:
    """One form of a name in the feed, with the outlets that use it most.

    `first` is where it stands first: the number of the document, and that of the finding within it.
    """

    text: str
    count: int
    documents: int
    outlets: tuple[tuple[str, int], ...]
    first: tuple[int, int]


@dataclass(frozen=True, slots=True)
class FeedName:
    """One name over the feed; `drift` holds (right, other) counts for each step of the timeline.

    `share` is how much of all is right, `early` and `late` the same for the first and the last third of the
    feed, None where the name does not stand there. `documents` are the numbers of those with findings.
    """

    right: str
    count: int
    share: float
    early: float | None
    late: float | None
    forms: tuple[FeedForm, ...]
    drift: tuple[tuple[int, int], ...]
    documents: tuple[int, ...]


@dataclass(slots=True)
class _Tally:
    """Counts of one name while the feed is read: right forms, and forms by document with their first place."""

    rights: Counter[str] = field(default_factory=Counter)
    forms: dict[str, Counter[int]] = field(default_factory=dict)
    first: dict[str, tuple[int, int]] = field(default_factory=dict)


def feed_names(documents: Sequence[CheckedDocument]) -> tuple[FeedName, ...]:
    """All names with findings that know the right form, the most frequently wrong first.

    How often the right form stands in the texts is found by plain search for the whole word.
    """
    tallies: dict[str, _Tally] = {}
    for number, checked in enumerate(documents):
        for place, finding in enumerate(checked.findings):
            if finding.rule.startswith("name-") and finding.side == "target" and finding.suggestion:
                tally = tallies.setdefault(finding.entry or finding.suggestion, _Tally())
                tally.rights[finding.suggestion] += 1
                tally.forms.setdefault(finding.text, Counter())[number] += 1
                tally.first.setdefault(finding.text, (number, place))
    texts = ["\n".join(segment.text for segment in d.document.segments) for d in documents]
    outlets = [outlet(checked.document) for checked in documents]
    steps = timeline(documents)
    names = (_feed_name(tally, texts, outlets, steps) for tally in tallies.values())
    return tuple(sorted(names, key=lambda name: (-name.count, name.right)))


def _feed_name(
    tally: _Tally, texts: Sequence[str], outlets: Sequence[str], steps: Sequence[Sequence[int]]
) -> FeedName:
    right = min(tally.rights, key=lambda form: (-tally.rights[form], form))
    wrong: Counter[int] = Counter()
    for counts in tally.forms.values():
        wrong.update(counts)
    already = {n: sum(1 for _ in places(right, text)) for n, text in enumerate(texts) if right in text}
    drift = tuple((sum(already.get(n, 0) for n in step), sum(wrong[n] for n in step)) for step in steps)
    third = max(1, len(drift) // 3)
    forms = sorted(tally.forms.items(), key=lambda item: (-item[1].total(), item[0]))
    return FeedName(
        right=right,
        count=wrong.total(),
        share=_share(drift) or 0.0,
        early=_share(drift[:third]),
        late=_share(drift[-third:]),
        forms=tuple(_feed_form(text, counts, outlets, tally.first[text]) for text, counts in forms),
        drift=drift,
        documents=tuple(sorted(wrong)),
    )


def _share(steps: Sequence[tuple[int, int]]) -> float | None:
    """How much is right, None where there is nothing."""
    right, other = (sum(counts) for counts in zip(*steps, strict=True))
    return right / (right + other) if right + other else None


def _feed_form(text: str, counts: Counter[int], outlets: Sequence[str], first: tuple[int, int]) -> FeedForm:
    by_outlet: Counter[str] = Counter()
    for number, count in counts.items():
        by_outlet[outlets[number]] += count
    most = sorted(by_outlet.items(), key=lambda item: (-item[1], item[0]))[:_OUTLETS]
    return FeedForm(text, counts.total(), len(counts), tuple((o, n) for o, n in most if o), first)
