"""Case forms of a source in Latin letters that the target language would take for words made from the name.

English makes *Israeli* of Israel, so that *Putini* might be somebody of Putin's. Where the source has that very word
as a case form of the name, it is carried over.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.names.compile import normal
from qa.names.demand import Demand
from qa.names.listed import Listed


def carried_over(item: Listed, text: str, demands: Sequence[Demand]) -> bool:
    """Whether a form met in a text stands so in the source, with an ending of its language."""
    if item.certain:
        return False
    written = normal(text[item.span.start : item.span.end])
    return any(
        name.certain and name.entry == item.name.id and written == normal(name.text) != name.native
        for demand in demands
        for name in demand.names
    )
