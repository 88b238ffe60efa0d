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
    """Whose text it is: the host of its address, or else the folder it lies in; may be empty."""
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
    """One form of a name in the feed, with the outlets that use it most."""

    text: str
    count: int
    documents: int
    outlets: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FeedName:
    """One name over the feed; `drift` holds (right, other) counts for each step of the timeline."""

    right: str
    count: int
    share: float
    forms: tuple[FeedForm, ...]
    drift: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Tally:
    """Counts of one name while the feed is read: forms by document, and the right form by document."""

    rights: Counter[str] = field(default_factory=Counter)
    forms: dict[str, Counter[int]] = field(default_factory=dict)


def feed_names(documents: Sequence[CheckedDocument]) -> tuple[FeedName, ...]:
    """All names with findings that know the right form, the most frequently wrong first.

    How often the right form stands in the texts is found by plain search for the whole word.
    """
    tallies: dict[str, _Tally] = {}
    for number, checked in enumerate(documents):
        for finding in checked.findings:
            if finding.rule.startswith("name-") and finding.side == "target" and finding.suggestion:
                tally = tallies.setdefault(finding.entry or finding.suggestion, _Tally())
                tally.rights[finding.suggestion] += 1
                tally.forms.setdefault(finding.text, Counter())[number] += 1
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
    total_right, total_wrong = sum(already.values()), wrong.total()
    forms = sorted(tally.forms.items(), key=lambda item: (-item[1].total(), item[0]))
    return FeedName(
        right,
        total_wrong,
        total_right / (total_right + total_wrong),
        tuple(_feed_form(text, counts, outlets) for text, counts in forms),
        drift,
    )


def _feed_form(text: str, counts: Counter[int], outlets: Sequence[str]) -> FeedForm:
    by_outlet: Counter[str] = Counter()
    for number, count in counts.items():
        by_outlet[outlets[number]] += count
    most = sorted(by_outlet.items(), key=lambda item: (-item[1], item[0]))[:_OUTLETS]
    return FeedForm(text, counts.total(), len(counts), tuple((o, n) for o, n in most if o))
