"""The desk where texts are handed to a backend: nothing twice, the cache first, in batches that are kept.

Whatever a backend does wrong with a text (nothing, ten times the length, too few lines, an error) becomes a
`Failure` with its reason for that text alone; the others stand.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from qa.backtranslate.cache import Cache, key
from qa.backtranslate.plan import Direction
from qa.backtranslate.protocol import Backend, ScoringBackend, Tokens
from qa.errors import BackendError

Texts = tuple[str, ...]
Result = TypeVar("Result")

# Errors in a row before the backend is taken for dead.
PATIENCE = 8
# Shorter texts are judged as if they were this long: "Да." may well become "Yes, indeed." and more.
_SHORT = 10


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no result for a text."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Service(Generic[Result]):
    """What is asked of a backend: how to call it, to check an answer, and to keep one as text."""

    name: str
    call: Callable[[Sequence[Texts]], Sequence[object]]
    check: Callable[[Texts, object], Result | Failure]
    dump: Callable[[Result], str]
    load: Callable[[str], object]


class Desk:
    """Hands texts to one backend, through one cache; `tick(n)` is told of every n texts dealt with."""

    def __init__(self, backend: Backend, cache: Cache | None, tick: Callable[[int], None]) -> None:
        self._backend = backend
        self._signature = backend.info.signature
        self._batch = max(1, backend.info.batch)
        self._cache = cache
        self._tick = tick
        self._errors: Counter[str] = Counter()  # in a row, by service
        self._error = ""
        self._answered = False

    def translate(self, texts: Iterable[str], direction: Direction) -> dict[str, str | Failure]:
        """Translate every text once.

        Raises `BackendError` when the backend has nothing but errors to give, from the first text on.
        """

        def call(some: Sequence[Texts]) -> Sequence[object]:
            return self._backend.translate([text for (text,) in some], *direction)

        service = _Service("translate", call, _check_translation, str, str)
        answers = self._answers([(text,) for text in texts], direction, service)
        failures = [answer.reason for answer in answers.values() if isinstance(answer, Failure)]
        if self._errors[service.name] and not self._answered and failures:
            raise BackendError(f"the {self._backend.info.name} backend cannot go on: {failures[-1]}")
        return {text: answer for (text,), answer in answers.items()}

    def score(self, pairs: Iterable[tuple[str, str]], direction: Direction) -> dict[Texts, Tokens | Failure]:
        """Score every (given, wanted) pair once; a backend that cannot score gives nothing."""
        backend = self._backend
        if not isinstance(backend, ScoringBackend):
            return {}

        def call(some: Sequence[Texts]) -> Sequence[object]:
            given, wanted = [pair[0] for pair in some], [pair[1] for pair in some]
            return backend.log_probability(given, wanted, *direction)

        service = _Service("score", call, _check_scores, lambda tokens: json.dumps(tokens), json.loads)
        return self._answers(pairs, direction, service)

    def _answers(
        self, items: Iterable[Texts], direction: Direction, service: _Service[Result]
    ) -> dict[Texts, Result | Failure]:
        unique = {item: key(self._signature, *direction, *item) for item in items}
        answers = self._cached(unique, service)
        self._tick(len(answers))
        # By length, so that a batch is even, and the longest first, so that memory runs out early if at all.
        missing = sorted(unique.keys() - answers.keys(), key=lambda item: (-sum(map(len, item)), item))
        for start in range(0, len(missing), self._batch):
            batch = missing[start : start + self._batch]
            raw = self._call(batch, service)
            checked = {
                item: one if isinstance(one, Failure) else service.check(item, one)
                for item, one in zip(batch, raw, strict=True)
            }
            if self._cache:
                good = ((k, v) for k, v in checked.items() if not isinstance(v, Failure))
                self._cache.put({unique[item]: service.dump(result) for item, result in good})
            answers |= checked
            self._tick(len(batch))
        return answers

    def _cached(self, unique: dict[Texts, bytes], service: _Service[Result]) -> dict[Texts, Result | Failure]:
        """What the cache holds; an entry that cannot be read or does not pass counts as missing."""
        stored = self._cache.get(list(unique.values())) if self._cache else {}
        found: dict[Texts, Result | Failure] = {}
        for item, name in unique.items():
            if name in stored:
                try:
                    result = service.check(item, service.load(stored[name]))
                except ValueError:
                    continue
                if not isinstance(result, Failure):
                    found[item] = result
        return found

    def _call(self, batch: Sequence[Texts], service: _Service[Result]) -> Sequence[object]:
        """As many answers as items; a batch that goes wrong is tried again item by item."""
        if self._errors[service.name] >= PATIENCE:
            return [Failure(f"given up after {PATIENCE} errors in a row: {self._error}")] * len(batch)
        try:
            raw = service.call(batch)
        except Exception as error:
            reason = self._error = " ".join(str(error).split()) or type(error).__name__
            self._errors[service.name] += len(batch) == 1
        else:
            self._errors[service.name], self._answered = 0, True
            if len(raw) == len(batch):
                return raw
            reason = f"the backend returned {len(raw)} lines for {len(batch)}"
        if len(batch) == 1:
            return [Failure(reason)]
        return [answer for item in batch for answer in self._call([item], service)]


def _check_translation(item: Texts, raw: object) -> str | Failure:
    (text,) = item
    if not isinstance(raw, str) or not raw.strip():
        return Failure("the backend returned nothing")
    if len(raw) >= 10 * max(len(text), _SHORT):
        return Failure(f"the translation is ten times as long as the text ({len(raw)} for {len(text)})")
    return raw


def _check_scores(item: Texts, raw: object) -> Tokens | Failure:
    """Rounded, so that a score from the cache is the score that went in."""
    try:
        tokens = tuple((str(token), round(float(score), 4)) for token, score in raw)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        return Failure("the backend returned no log probabilities")
    if not tokens or not all(math.isfinite(score) for _, score in tokens):
        return Failure("the backend returned no log probabilities")
    return tokens
