"""Surnames that lost the ending which makes them surnames: Spas for Spasov, Voborník for Voborníková."""

from __future__ import annotations

from functools import lru_cache

from qa.names.closeness import FAR, Closeness
from qa.names.lexicon import Name

_CLIPPED = 0.3  # cost a letter, dearer than any spelling that has the whole name
_SHORTEST = 4  # letters that are left
_ENDINGS = frozenset(
    "ov ova ev eva yev yeva ow owa in ina yn yna sky ski skyi skyy skiy skij skaya skaia ska enko ko ich ych ovich "
    "evich yuk iuk chuk yan ian shvili ashvili ishvili dze adze idze ov ove ic sson son opoulos idis akis as is us ius "
    "ов ова ев ева єв єва ин ина ін іна ський ська ский ская енко ко ич ич ович евич юк чук ян швілі швили дзе".split()
)


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
