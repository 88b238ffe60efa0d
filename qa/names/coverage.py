"""How much of a feed's names a glossary covers, and which of its forms and routes the feed uses."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from qa.model import Document
from qa.names.lexicon.index import NameIndex
from qa.names.lexicon.lexicon import Lexicon
from qa.names.read import read_names


@dataclass(slots=True)
class Coverage:
    """What texts use of a glossary.

    `entries` counts mentions by entry, `statuses` by the status of their form ("not listed" for one that nobody
    listed), `routes` the mentions by a form that should not be there, by how it came about.
    """

    documents: int = 0
    segments: int = 0
    entries: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    routes: Counter[str] = field(default_factory=Counter)


def coverage(documents: Iterable[Document], index: NameIndex) -> Coverage:
    """Read segmented documents that carry their languages, each by its own day, and count what they mention."""
    found = Coverage()
    lexicons: dict[tuple[str, dt.date | None], Lexicon] = {}
    for document in documents:
        key = document.target_lang or "und", document.published
        if key not in lexicons:
            lexicons[key] = Lexicon(index, *key)
        found.documents += 1
        found.segments += len(document.segments)
        for names in read_names(document, lexicons[key]).segments:
            for mention in names.mentions:
                found.entries[mention.entry] += 1
                found.statuses[mention.status.value if mention.status else "not listed"] += 1
                if mention.suggestion is not None:
                    reason = mention.route if mention.status else mention.kind.replace("-", " ")
                    found.routes[reason or "no reason given"] += 1
    return found
