"""Which backend a run has: the one that was asked for, or the default one as long as it works."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

from qa.backtranslate.cache import Cache
from qa.backtranslate.pieces import Splitter
from qa.backtranslate.protocol import Backend
from qa.backtranslate.registry import DEFAULT, list_backends, open_backend
from qa.backtranslate.run import Progress, round_trips, without_trips
from qa.errors import BackendError
from qa.model import Document

Watch = Callable[[], AbstractContextManager[Progress | None]]


class BackendChoice(NamedTuple):
    """What the user said about back-translation; None is nothing."""

    wanted: bool | None
    name: str | None

    @property
    def asked(self) -> bool:
        """Whether back-translation was asked for, so that a run without it would not be what was meant."""
        return bool(self.wanted) or self.name is not None


class Translator:
    """Has the documents of a run translated there and back, or says of every segment why they are not.

    A backend that was asked for and cannot do its work raises `BackendError`. Without the default one the run goes on.
    """

    def __init__(
        self, choice: BackendChoice, notes: list[str], split: Splitter | None, watch: Watch = nullcontext
    ) -> None:
        """Open the backend; `notes` takes what is to be told, and `watch` opens a view of the progress."""
        self._asked = choice.asked
        self._notes = notes
        self._split = split
        self._watch = watch
        self._reason = "back-translation was turned off"
        self._backend = None if choice.wanted is False else self._opened(choice.name)

    def __call__(self, documents: Iterable[Document]) -> Iterable[Document]:
        """The documents with their trips; without a backend they are read one by one, as they are asked for."""
        if self._backend is not None:
            # An engine works best on everything at once, so here documents are held.
            documents = list(documents)
            cache = Cache()
            try:
                with self._watch() as tick:
                    return round_trips(documents, self._backend, cache, tick, self._split)
            except BackendError as error:
                if self._asked:
                    raise
                self._do_without(str(error))
            finally:
                self._notes += cache.notes
                cache.close()
        return (without_trips(document, self._reason) for document in documents)

    def _opened(self, name: str | None) -> Backend | None:
        if not self._asked:
            reason = next(info.reason for info in list_backends() if info.name == DEFAULT)
            if reason is not None:
                self._do_without(reason)
                return None
        return open_backend(DEFAULT if name is None else name)

    def _do_without(self, reason: str) -> None:
        self._reason = f"no back-translation: {reason}"
        self._notes.append(self._reason)
