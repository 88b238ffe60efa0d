"""Round trips over documents: every segment gets its back-translations, or a reason why not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from qa.backtranslate.cache import Cache
from qa.backtranslate.desk import Desk
from qa.backtranslate.orders import STAGE, Order, Scored, Translated, directions, orders_of
from qa.backtranslate.pieces import Splitter
from qa.backtranslate.plan import Direction
from qa.backtranslate.protocol import Backend, ScoringBackend
from qa.model import Document, RoundTrip, Skipped

Progress = Callable[[int, int], None]
# Trips that are made together, leg by leg: enough for even batches, few enough for a backend to remember
# what it has read when it comes to scoring.
WINDOW = 1_000


def round_trips(
    documents: Sequence[Document],
    backend: Backend,
    cache: Cache | None = None,
    progress: Progress | None = None,
    split: Splitter | None = None,
) -> tuple[Document, ...]:
    """Fill `trips` of every segment, and say in `skipped` what could not be done.

    Each text is translated once over all documents, taken from `cache` where it holds it, and cut into
    sentences with `split` where a segment holds several; no text is changed. `progress(done, total)` is
    called as texts come back and ends at the total. An interrupt goes through; what is done by then is in
    the cache. Raises `BackendError` when the backend can do nothing at all.
    """
    prepared = [orders_of(n, document, backend.info, split) for n, document in enumerate(documents)]
    # Like texts side by side, so that one window sends them once.
    orders = sorted((order for some, _ in prepared for order in some), key=lambda o: (o.pieces, o.place))
    windows = [orders[i : i + WINDOW] for i in range(0, len(orders), WINDOW)]
    meter = _Meter(progress, [_planned(window, isinstance(backend, ScoringBackend)) for window in windows])
    desk = Desk(backend, cache, meter.tick)
    trips: dict[tuple[int, int], list[RoundTrip]] = defaultdict(list)
    missing: dict[tuple[int, int], list[str]] = defaultdict(list)
    for window in windows:
        for order, made, reasons in through(desk, window, backend.info.signature):
            trips[order.place] += made
            missing[order.place] += reasons
        meter.finish()
    return tuple(
        _with(document, n, trips, [*skipped, *_skipped(document, n, missing)])
        for n, (document, (_, skipped)) in enumerate(zip(documents, prepared, strict=True))
    )


def without_trips(document: Document, reason: str) -> Document:
    """A document that is not back-translated, which is said of each of its segments."""
    told = tuple(Skipped(segment.id, STAGE, reason) for segment in document.segments)
    return replace(document, skipped=(*document.skipped, *told))


class _Meter:
    """Progress in texts, as planned for each window, however many turn out to be the same."""

    def __init__(self, report: Progress | None, planned: Sequence[int]) -> None:
        self._report = report
        self._total = sum(planned)
        self._ends = list(accumulate(planned))
        self._done = 0

    def tick(self, count: int) -> None:
        """Count texts dealt with, never beyond what is planned for the window."""
        self._show(min(self._done + count, self._ends[0]))

    def finish(self) -> None:
        """Stand at the planned end of a window and go on to the next."""
        self._show(self._ends.pop(0))

    def _show(self, done: int) -> None:
        self._done = done
        if self._report and self._total:
            self._report(done, self._total)


def _planned(orders: Sequence[Order], scoring: bool) -> int:
    """How many texts are to be translated and scored, the same one once."""
    texts = {
        (leg, direction, p) for o in orders for leg, direction in enumerate(o.plan.legs) for p in o.pieces
    }
    scores = {(s, o.plan.legs, o.source, p) for o in orders for s in o.plan.scores for p in o.pieces}
    return len(texts) + scoring * len(scores)


def through(
    desk: Desk, orders: Sequence[Order], signature: str
) -> Iterator[tuple[Order, list[RoundTrip], list[str]]]:
    """Every order with its trip, if it came to one, and why something of it is missing; leg by leg."""
    for leg in (0, 1):
        done = _translate(desk, orders, leg)
        orders = [order.after(leg, done) for order in orders]
    scored = _score(desk, orders)
    for order in orders:
        if order.failure:
            yield order, [], [order.failure]
        else:
            trip, missing = order.trip(scored, signature)
            yield order, [trip], missing


def _translate(desk: Desk, orders: Sequence[Order], leg: int) -> Translated:
    return {
        (direction, text): result
        for direction, texts in directions(orders, leg).items()
        for text, result in desk.translate(texts, direction).items()
    }


def _score(desk: Desk, orders: Iterable[Order]) -> Scored:
    pairs: dict[Direction, dict[tuple[str, str], None]] = defaultdict(dict)
    for order in orders:
        for _, given, wanted in order.plan.scores:
            pairs[order.plan.direction(given, wanted)].update(dict.fromkeys(order.pairs(given, wanted)))
    return {
        (direction, pair): result
        for direction, some in sorted(pairs.items())
        for pair, result in desk.score(some, direction).items()
    }


def _skipped(
    document: Document, number: int, missing: Mapping[tuple[int, int], list[str]]
) -> Iterator[Skipped]:
    """One reason where two trips failed on the same leg, not two."""
    for place, segment in enumerate(document.segments):
        for reason in dict.fromkeys(missing.get((number, place), ())):
            yield Skipped(segment.id, STAGE, reason)


def _with(
    document: Document, number: int, trips: Mapping[tuple[int, int], list[RoundTrip]], skipped: list[Skipped]
) -> Document:
    segments = tuple(
        replace(segment, trips=(*segment.trips, *trips.get((number, place), ())))
        for place, segment in enumerate(document.segments)
    )
    return replace(document, segments=segments, skipped=(*document.skipped, *skipped))
