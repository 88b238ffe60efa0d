"""Names of several words met by the second one: Ay Petri, Um Qasr, Tell Abyad.

A first word that is short or common says nothing of a name by its sound. Then the second word does, together with
the sound that the first one begins with; a common second word says as little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qa.names.lexicon.index import NameIndex
from qa.names.lexicon.keys import initials, led_word_keys
from qa.names.script.romanize import romanizations
from qa.names.texts.remembered import Judged
from qa.names.words.ordinary import frequency

COMMON = 4.5  # Zipf frequency from which a word of a name counts only as it is written
GRAMMAR = 6.0  # the same for a first word whose second one tells the name: As Fasher fell, ...


class SecondWords:
    """Which words of a base language may be the first ones of a name in an index, as the second one tells."""

    def __init__(self, index: NameIndex, lang: str) -> None:
        self._index = index
        self._lang = lang
        self._led = Judged(self._is_led)

    def led(self, first: str, second: str) -> bool:
        """Whether two folded words may be the first ones of a name, by the second one and the sound before it."""
        return frequency(first, self._lang) < GRAMMAR and any(
            self._led[initial, second]
            for latin in romanizations(first, self._lang)[:1]
            for initial in initials(latin)
        )

    def _is_led(self, pair: tuple[str, str]) -> bool:
        """Whether a sound and the folded word behind it may begin a name."""
        initial, second = pair
        spelled = written(second, self._lang)
        keys = (led_word_keys(initial, latin) for latin, as_written in spelled if not as_written)
        return holds(self._index, keys)


def written(word: str, lang: str) -> Iterator[tuple[str, bool]]:
    """How a folded word is written in Latin letters, and whether it counts only so.

    A common word is no slip and no other spelling of a word of a name.
    """
    as_written = frequency(word, lang) >= COMMON
    return ((latin, as_written) for latin in romanizations(word, lang)[:1])


def holds(index: NameIndex, keys: Iterable[set[int]]) -> bool:
    """Whether any of some keys is one of the words of names."""
    return any(key in index.words for some in keys for key in some)
