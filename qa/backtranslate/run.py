"""Round trips over documents: every segment gets its back-translations, or a reason why not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from qa.backtranslate.cache import Cache
from qa.backtranslate.desk import Desk
from qa.backtranslate.orders import STAGE, Order, Scored, Translated, directions, orders_of
from qa.backtranslate.pieces import Splitter
from qa.backtranslate.plan import Direction
from qa.backtranslate.protocol import Backend
from qa.model import Document, RoundTrip, Skipped

Progress = Callable[[int, int], None]


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
    orders = [order for some, _ in prepared for order in some]
    meter = _Meter(progress, orders)
    desk = Desk(backend, cache, meter.tick)
    for leg in (0, 1):
        done = _translate(desk, orders, leg)
        orders = [order.after(leg, done) for order in orders]
        meter.finish(leg)
    scored = _score(desk, orders)
    meter.finish(2)
    return _filled(documents, orders, [skipped for _, skipped in prepared], scored, backend.info.signature)


class _Meter:
    """Progress in texts: both legs and the scoring count as planned, however many turn out to be the same."""

    def __init__(self, report: Progress | None, orders: Sequence[Order]) -> None:
        planned = {
            (leg, o.plan.legs[leg], p) for o in orders for leg in range(len(o.plan.legs)) for p in o.pieces
        }
        first = sum(leg == 0 for leg, _, _ in planned)
        scores = len({(o.plan.kind, o.plan.legs, o.pieces, o.source) for o in orders})
        self._ends = (first, len(planned), len(planned) + scores)
        self._report = report
        self._stage = 0
        self._done = 0

    def tick(self, count: int) -> None:
        """Count texts of the present stage, never beyond its planned end."""
        self._show(min(self._done + count, self._ends[self._stage]))

    def finish(self, stage: int) -> None:
        """Stand at the planned end of a stage and go on to the next."""
        self._stage = min(stage + 1, 2)
        self._show(self._ends[stage])

    def _show(self, done: int) -> None:
        self._done = done
        if self._report and self._ends[-1]:
            self._report(done, self._ends[-1])


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


def _filled(
    documents: Sequence[Document],
    orders: Iterable[Order],
    skipped: Sequence[Sequence[Skipped]],
    scored: Scored,
    signature: str,
) -> tuple[Document, ...]:
    trips: dict[tuple[int, int], list[RoundTrip]] = defaultdict(list)
    told = [list(some) for some in skipped]
    for order in orders:
        number, place = order.place
        reasons = [order.failure] if order.failure else []
        if not order.failure:
            trip, reasons = order.trip(scored, signature)
            trips[order.place].append(trip)
        told[number] += [Skipped(documents[number].segments[place].id, STAGE, r) for r in reasons]
    return tuple(_with(document, n, trips, told[n]) for n, document in enumerate(documents))


def _with(
    document: Document, number: int, trips: Mapping[tuple[int, int], list[RoundTrip]], skipped: list[Skipped]
) -> Document:
    """Two trips that failed on the same leg have one reason, not two."""
    segments = tuple(
        replace(segment, trips=(*segment.trips, *trips.get((number, place), ())))
        for place, segment in enumerate(document.segments)
    )
    return replace(document, segments=segments, skipped=(*document.skipped, *dict.fromkeys(skipped)))
