"""Adjectives that say whose something is: *Huberov tim* is the team of somebody called Huber.

Czech, Slovak and the languages of the South Slavs write them with a capital, so that they look like surnames. Where the
document names the person or the club as well, they are made from that name. In a target they say the name as rightly
as its cases do: *Trumpov plan*, of Trump.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.names.asked.demand import Demand
from qa.names.grammar.inflect import Inflection, inflection
from qa.names.script.romanize import in_latin
from qa.text import fold

_LANGS = frozenset({"bs", "cs", "hr", "sk", "sl", "sr"})
# How they all look. Which of these endings follow which name is in `qa/data/inflection`, where what could as well be a
# case of a woman's surname is left out.
_POSSESSIVE = re.compile(".{2,}(?:[oe]v|uv|in)(?:a|e|i|o|u|y|om|ou|oj|ej|im|ih|og|em|ym|ych|ho|mu)?")
_WOMANS = ("á", "é", "ou", "ú")  # how the surname of a Czech or Slovak woman ends, and no such adjective


def marking_possessives(asked: Sequence[Sequence[Demand]], base: str) -> Sequence[Sequence[Demand]]:
    """What the source of each segment asks for, with the possessive adjectives of who is named besides marked as such.

    `asked` are the demands of each segment, `base` is their language.
    """
    if base not in _LANGS:
        return asked
    named = {entry for here in asked for demand in here if demand.certain for entry in demand.entries}
    return [
        [replace(d, possessive=True) if d.entries <= named and _is_possessive(d) else d for d in here]
        for here in asked
    ]


def says_whose(name: str, written: str, base: str) -> bool:
    """Whether a word of a text is such an adjective made from a folded one-word name."""
    word = fold(written)
    return (
        base in _LANGS
        and written[:1].isupper()
        and not written.casefold().endswith(_WOMANS)
        and inflection(name, word, base) is Inflection.DERIVED
        and _POSSESSIVE.fullmatch(in_latin(word, base)) is not None
    )


def _is_possessive(demand: Demand) -> bool:
    """Whether a demand is a word with a capital that is made as such adjectives are."""
    if demand.certain:
        return False
    return all(n.text[:1].isupper() and _POSSESSIVE.fullmatch(fold(n.text)) for n in demand.names)
