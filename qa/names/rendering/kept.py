"""Nominatives of a source kept in a Russian text, where they look like a case of the right name.

Ukrainian *Сватове* is the prepositional of Russian *Сватово*: *обстреляли Сватове* has the Ukrainian name, *о Сватове*
the Russian one. The word before it tells, with that of the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.model import Segment
from qa.names.asked.demand import Demand
from qa.names.grammar.morphology import governs_no_prepositional
from qa.names.listed.listed import Listed
from qa.names.texts.forms import normal
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import LOOK_BACK
from qa.text import level, opens_sentence

_LANG = "ru"
_WORD_BEFORE = re.compile(r"(\w+)\s+\Z")
_INTO = frozenset({"в", "во", "на", "у"})  # with the accusative as well, in Russian as in its neighbours


def kept_nominative(item: Listed, segment: Segment, demands: Sequence[Demand], target_lang: str) -> bool:
    """Whether what looks like a form of a name in -о is the nominative of the source, in a place for another case.

    The target language is a base language.
    """
    if target_lang != _LANG or item.exact or not normal(item.form.text).endswith("о"):
        return False
    start, end = item.span
    written = normal(segment.text[start:end])
    if not written.endswith("е"):
        return False
    return any(
        _is_nominative(name, written) and not _may_be_prepositional(segment, start, name)
        for demand in demands
        for name in demand.names
        if name.entry == item.name.id
    )


def _is_nominative(name: SourceName, written: str) -> bool:
    """Whether a source has a name in its dictionary form, and that is what stands in the target."""
    return name.certain and level(written) == level(name.text) == level(name.native)


def _may_be_prepositional(segment: Segment, start: int, name: SourceName) -> bool:
    """Whether the word before a name lets it be a prepositional: not one that the source has a direction behind."""
    before = _before(segment.text, start)
    if before in _INTO:
        return _before(segment.source or "", name.span.start) not in _INTO
    if not before:
        return not opens_sentence(segment.text, start)
    return not governs_no_prepositional(before, _LANG)


def _before(text: str, start: int) -> str:
    """The word before a place in a text in small letters, "" where no word is directly before it."""
    found = _WORD_BEFORE.search(text[max(0, start - LOOK_BACK) : start])
    return found[1].lower() if found else ""
