"""Overlap of two texts: chrF as sacreBLEU counts it, and the F1 of their words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

_WORD = re.compile(r"\w+")
# Typography that a translator changes at will; it must not count as a difference.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
        "…": "...",
    }
)


def plain(text: str) -> str:
    """The text with quotes, dashes, ellipses and fixed spaces in their ASCII form."""
    return text.translate(_PLAIN)


@cache
def _chrf() -> Any:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF()


def chrf(hypothesis: str, reference: str) -> float:
    """Sentence chrF2 from 0 to 100 (Popović 2015, as sacreBLEU computes it), after `plain`."""
    return float(_chrf().sentence_score(plain(hypothesis), [plain(reference)]).score)


def chrf_signature() -> str:
    """SacreBLEU's own signature of the chrF in use, with the normalisation that comes before it."""
    _chrf().sentence_score("a", ["a"])
    return f"chrF2|{_chrf().get_signature()}|norm:quotes-dashes"


def words(text: str) -> list[str]:
    """Runs of letters and digits, folded to lower case."""
    return _WORD.findall(plain(text).casefold())


def word_f1(hypothesis: str, reference: str) -> float:
    """F1 from 0 to 100 of the two bags of words; 100 when both are empty."""
    ours, theirs = Counter(words(hypothesis)), Counter(words(reference))
    total = ours.total() + theirs.total()
    return 200.0 * (ours & theirs).total() / total if total else 100.0
