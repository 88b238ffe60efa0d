"""Whether a word can have to do with any name at all; asked once for each distinct word of a run."""

from __future__ import annotations

from functools import lru_cache

from qa.names.keys import first_word_keys
from qa.names.lexicon import Lexicon
from qa.names.recognise import recognise
from qa.names.romanize import romanizations
from qa.names.source import first_word_candidates
from qa.names.windows import bare_length
from qa.text import fold

WEAKEST = 0.05  # probability of a recognition below which a word is of no interest


class Interest(dict[str, bool]):
    """Words as written, each with whether it may be a name or start one; filled as they are met."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> bool:
        found = self[word] = self._listed(word) or (not word[0].islower() and self._unlisted(word))
        return found

    __call__ = dict.__getitem__

    def _listed(self, word: str) -> bool:
        """Whether the word is the first of some listed form, inflected or not."""
        capital = not word[0].islower()
        found = first_word_candidates(fold(word[: bare_length(word)]), self._lexicon.base_lang, self._lexicon)
        return any(capital or native in self._lexicon.name(number).small for number, native in found)

    def _unlisted(self, word: str) -> bool:
        """Whether the word may be an unlisted spelling, or the first word of one."""
        bare = fold(word[: bare_length(word)])
        best = recognise(self._lexicon, bare)
        if best is not None and best.probability >= WEAKEST:
            return True
        written = romanizations(bare, self._lexicon.base_lang)[:1]
        return any(len(self._lexicon.index.find(key)) for latin in written for key in first_word_keys(latin))


@lru_cache(maxsize=16)
def interest_of(lexicon: Lexicon) -> Interest:
    """The words met so far with a lexicon."""
    return Interest(lexicon)
