"""Words for the status of a term in termbases, as the three of a glossary."""

from __future__ import annotations

import re
from functools import lru_cache

# ISO 30042 names these in two data categories; the shorter words are what tools write in practice.
_WORDS = {
    "preferred": "preferred approved standardized standardised legal regulated current valid recommended",
    "admitted": "admitted allowed alternative acceptable permitted",
    "deprecated": (
        "deprecated superseded obsolete forbidden rejected notrecommended avoid wrong incorrect disallowed"
    ),
}
_STATUS = {word: status for status, words in _WORDS.items() for word in words.split()}


@lru_cache(maxsize=1024)
def status_of(word: str) -> str:
    """The status a word such as `preferredTerm-admn-sts` means; `""` if none can be told."""
    low = re.sub(r"[\s_]", "", word).lower()
    low = re.sub(r"-admn-sts?$", "", low).removesuffix("term").replace("-", "")
    return _STATUS.get(low, "")
