"""Names that begin a sentence, where a document has them inside of one as well.

Without a dictionary, a frequent word that begins a sentence may be no name: Politika je…, politics. Where the same
document has it with a capital inside a sentence, and nowhere small, it is likely the name, and missing where the
target has another one of its kind: Fenerbahçe kazandı, Galatasaray won.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.names.asked.demand import Demand
from qa.names.grammar.inflect import Inflection, inflection
from qa.names.grammar.morphology import knows
from qa.names.texts.forms import UNSPACED
from qa.names.texts.reach import in_reach, is_near
from qa.names.texts.reading import SourceName
from qa.names.texts.windows import bare_word
from qa.names.words.ordinary import CAPITAL_NOUNS
from qa.text import has_capitals, is_small, opens_sentence, word_texts


def marking_begun(
    asked: Sequence[Sequence[Demand]], sources: Sequence[str], base: str
) -> Sequence[Sequence[Demand]]:
    """What the source of each segment asks for, with what begins a sentence and is a name nearby marked as such.

    `asked` are the demands of each segment, `sources` the texts they stand in, `base` their language.
    """
    if knows(base) or base in CAPITAL_NOUNS or base in UNSPACED:
        return asked
    inside: dict[str, list[int]] = {}
    for number, demands in enumerate(asked):
        for name in (n for d in demands if not d.of_other for n in d.names):
            # In capitals throughout it is written otherwise: Ano, yes, beside ANO.
            if (
                name.certain
                and not name.text.isupper()
                and not opens_sentence(sources[number], name.span.start)
            ):
                inside.setdefault(name.entry, []).append(number)

    def told(name: SourceName, number: int) -> bool:
        """Whether a name that begins a sentence stands nearby inside of one, and nowhere there as a word."""
        return (
            is_near(number, inside.get(name.entry, ()))
            and _begins(name, sources[number], base)
            and not _small(name, sources[in_reach(number)], base)
        )

    return [
        [
            replace(d, begun=True)
            if inside and not d.of_other and not d.certain and any(told(n, number) for n in d.names)
            else d
            for d in demands
        ]
        for number, demands in enumerate(asked)
    ]


def _begins(name: SourceName, source: str, base: str) -> bool:
    """Whether a name of one word, and nothing made from it, begins a sentence with its capital."""
    if " " in name.native or name.text.isupper() or not has_capitals(name.text):
        return False
    form = inflection(name.native, bare_word(name.text, base), base)
    return form > Inflection.DERIVED and opens_sentence(source, name.span.start)


def _small(name: SourceName, sources: Sequence[str], base: str) -> bool:
    """Whether some texts have a name in small letters as well."""
    return any(
        is_small(word) and inflection(name.native, bare_word(word, base), base) > Inflection.DERIVED
        for source in sources
        for word in word_texts(source)
    )
