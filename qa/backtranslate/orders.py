"""One trip of one segment, from the plan to the finished `RoundTrip`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, expm1, log

from qa.backtranslate.desk import Failure, Texts
from qa.backtranslate.pieces import Splitter, cut, join, words
from qa.backtranslate.plan import Direction, Plan, plan
from qa.backtranslate.protocol import BackendInfo, Tokens
from qa.model import Document, RoundTrip, Skipped
from qa.strings import readable

STAGE = "back-translation"
MAX_CHARS = 20_000

Translated = Mapping[tuple[Direction, str], str | Failure]
Scored = Mapping[tuple[Direction, Texts], Tokens | Failure]


@dataclass(frozen=True, slots=True)
class Order:
    """What is sent, sentence by sentence, and what came back after each leg.

    `place` is (document, segment); `source` are the sentences of the source text where they are compared;
    `failure` says why the trip was broken off.
    """

    place: tuple[int, int]
    plan: Plan
    pieces: tuple[str, ...]
    source: tuple[str, ...] = ()
    legs: tuple[tuple[str, ...], ...] = ()
    failure: str | None = None

    def due(self, leg: int) -> tuple[str, ...]:
        """Texts to translate on a leg, none where the trip has no such leg or was broken off."""
        if self.failure or leg >= len(self.plan.legs):
            return ()
        return self.legs[-1] if self.legs else self.pieces

    def after(self, leg: int, done: Translated) -> Order:
        """The order with the results of a leg; a failed sentence breaks off the whole."""
        texts = self.due(leg)
        if not texts:
            return self
        direction = self.plan.legs[leg]
        results = [done[direction, text] for text in texts]
        for result in results:
            if isinstance(result, Failure):
                return replace(self, failure=f"{'-'.join(direction)}: {result.reason}")
        return replace(self, legs=(*self.legs, tuple(str(result) for result in results)))

    def pairs(self, given: str, wanted: str) -> tuple[tuple[str, str], ...]:
        """The (given, wanted) texts to score: sentence by sentence where their numbers match, else whole."""
        if self.failure:
            return ()
        texts = {"target": self.pieces, "source": self.source, "pivot": self.legs[0]}
        before, after = texts[given], texts[wanted]
        if len(before) == len(after):
            return tuple(zip(before, after, strict=True))
        return ((" ".join(before), " ".join(after)),)

    def trip(self, scored: Scored, signature: str) -> tuple[RoundTrip, list[str]]:
        """The finished trip, and why some of its log probabilities are missing."""
        means: list[tuple[str, float]] = []
        shaky: tuple[tuple[str, float], ...] = ()
        sources: tuple[tuple[str, float], ...] = ()
        missing: dict[str, str] = {}
        for name, given, wanted in self.plan.scores:
            pairs = self.pairs(given, wanted)
            found = [scored.get((self.plan.direction(given, wanted), pair)) for pair in pairs]
            tokens = [one for one in found if one is not None and not isinstance(one, Failure)]
            if reason := next((one.reason for one in found if isinstance(one, Failure)), None):
                missing[name] = reason
            if len(tokens) < len(pairs):
                continue
            if given == wanted:
                means += _alone(name, tokens)
                continue
            numbers = [number for some in tokens for _, number in some]
            means.append((name, round(sum(numbers) / len(numbers), 4)))
            told = zip(tokens, pairs, strict=True)
            language = self.plan.source_lang if wanted == "target" else self.plan.pivot_lang
            each = tuple(w for some, (_, text) in told for w in words(some, text, language))
            if wanted == "target":
                shaky = each
            elif wanted == "source":
                sources = each
        pivot = join(self.legs[0], self.plan.pivot_lang)
        trip = RoundTrip(
            kind=self.plan.kind,
            source_lang=self.plan.source_lang,
            pivot_lang=self.plan.pivot_lang,
            text=join(self.legs[-1], self.plan.legs[-1][1]),
            signature=signature,
            pivot=pivot if self.plan.kind == "pivot" else None,
            log_probabilities=tuple(means),
            token_scores=shaky,
            source_scores=sources,
        )
        return trip, [f"no {' and '.join(missing)}: {next(iter(missing.values()))}"] if missing else []


def _alone(name: str, tokens: Sequence[Tokens]) -> list[tuple[str, float]]:
    """How sound a text reads by itself.

    The log odds that nothing is wrong, the mean log odds that a token stands where it belongs, and how many
    tokens are likely not to.
    """
    each = [number for some in tokens for _, number in some[:-1]] or [0.0]
    whole, odds = sum(some[-1][1] for some in tokens), sum(map(_odds, each)) / len(each)
    faults = sum(1 - exp(number) for number in each)
    told = {name: _odds(whole), f"{name}:tokens": odds, f"{name}:faults": faults}
    return [(key, round(value, 4)) for key, value in told.items()]


def _odds(told: float) -> float:
    """Log odds from a log probability that was rounded to four digits."""
    told = min(told, -1e-4)
    return told - log(-expm1(told))


def orders_of(
    number: int, document: Document, info: BackendInfo, split: Splitter | None
) -> tuple[list[Order], list[Skipped]]:
    """The trips to make for the segments of one document, and why some segments get none."""
    orders: list[Order] = []
    skipped: list[Skipped] = []
    for place, segment in enumerate(document.segments):
        # What a page shows, since translators garble tags.
        text, source = readable(segment.text), readable(segment.source or "").strip()
        plans = plan(document.target_lang, document.source_lang if source else None, info)
        if reason := _unfit(text) or plans.reason:
            skipped.append(Skipped(segment.id, STAGE, reason))
            continue
        for trip in plans.trips:
            compared = cut(source, trip.pivot_lang, split) if source and trip.kind == "source" else ()
            pieces = cut(text, trip.source_lang, split)
            orders.append(Order((number, place), trip, pieces, compared))
    return orders, skipped


def directions(orders: Sequence[Order], leg: int) -> dict[Direction, dict[str, None]]:
    """Texts of a leg by direction, each text once, in a fixed order."""
    texts: dict[Direction, dict[str, None]] = {}
    for order in orders:
        if due := order.due(leg):
            texts.setdefault(order.plan.legs[leg], {}).update(dict.fromkeys(due))
    return dict(sorted(texts.items()))


def _unfit(text: str) -> str | None:
    if not any(char.isalpha() for char in text):
        return "there are no words to translate"
    if len(text) > MAX_CHARS:
        return f"longer than {MAX_CHARS:,} characters"
    return None
