"""Surnames that lost the ending which makes them surnames: Spas for Spasov, Voborník for Voborníková."""

from __future__ import annotations

from functools import lru_cache

from qa.names.grammar.surnames import OV, OVA, SKAYA, SKY
from qa.names.lexicon.lexicon import Name
from qa.names.near.closeness import FAR, Closeness

_CLIPPED = 0.3  # cost a letter, dearer than any spelling that has the whole name
_SHORTEST = 4  # letters that are left
# Of surnames alone: what given names of the West end in as well (Mart-in, Luk-as) says nothing.
_MORE = (
    "yev yeva ow owa ová skij enko ich ych ovich evich ovych shvili ashvili ishvili dze adze idze opoulos "
    "ов ова ев ева єв єва енко ський ська ский ская ич ович евич швілі швили дзе"
)
_ENDINGS = frozenset((*OV, *OVA, *SKY, *SKAYA, *_MORE.split()))


@lru_cache(maxsize=16384)
def clipped(name: Name, written: str) -> Closeness:
    """How close a folded word is to a surname without its ending; far for anything else."""
    if name.type != "person" or len(written) < _SHORTEST or not name.spellings:
        return FAR
    forms = (form for form in (*name.good, *name.renderings) if form.startswith(written))
    if not any(form[len(written) :] in _ENDINGS for form in forms):
        return FAR
    spelling, form = name.spellings[0]
    return Closeness(_CLIPPED, FAR.native, _CLIPPED, spelling, form)
