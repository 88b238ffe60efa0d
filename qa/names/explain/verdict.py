"""The outcome for one spelling in a sentence, and the reason where nothing is said."""

from __future__ import annotations

from collections.abc import Sequence

from qa.model import Mention, Status
from qa.names.explain.explanation import Candidate
from qa.names.texts.lookalikes import Mixed, mixed_words
from qa.names.texts.reading import SegmentNames


def verdict(
    names: SegmentNames, near: list[Candidate], written: str, lang: str, unsupported: bool, needed: float
) -> list[str]:
    """What is said about a spelling, or why nothing is; `needed` is the probability that has to be reached.

    It is higher where the source could name the likeliest entry and does not: that leaves the spelling `unsupported`.
    """
    mixed = mixed_words(written, lang)
    out = [f"“{word.text}” has {word.letters}" for word in mixed]
    out += [_told(mention, mixed) for mention in names.mentions]
    for mention, instead in names.wrong:
        out.append(f"“{mention.text}” stands where the source names “{instead.text}” ({instead.entry})")
    out += [f"the source names “{n.text}” ({n.entry}), “{written}” does not" for n in names.missing]
    return out or [_silent(near, written, unsupported, needed)]


def _told(mention: Mention, mixed: Sequence[Mixed]) -> str:
    text, entry = mention.text, mention.entry
    if mention.status is Status.DEPRECATED:
        note = f" ({mention.route})" if mention.route else ""
        return f"“{text}” is a deprecated form of {entry}{note}; write {mention.suggestion}"
    if mention.status is not None:
        span = mention.span
        alike = any(span.start < word.span.end and word.span.start < span.end for word in mixed)
        return f"“{text}” {'looks' if alike else 'is'} right: {mention.status.value} for {entry}"
    because = "".join(f"; {reason}" for reason in mention.evidence)
    sure = f"confidence {mention.confidence:.2f}"
    return f"“{text}” stands for {mention.suggestion} ({entry}): {mention.route}{because}; {sure}"


def _silent(near: list[Candidate], written: str, unsupported: bool, needed: float) -> str:
    """Why nothing is said about a spelling."""
    if written[:1].islower():
        return f"nothing: “{written}” begins with a small letter, and no form that does is listed"
    if not near:
        return f"nothing: no entry comes near “{written}”"
    best = max(near, key=lambda c: c.probability)
    if best.preferred is None:
        return f"nothing: nearest is {best.entry}, which has no preferred form in this language"
    if best.probability < needed:
        said = ", as the source does not name it" if unsupported else ""
        return f"nothing: {best.entry} has probability {best.probability:.2f}, below {needed}{said}"
    return f"nothing: {best.entry} comes near “{written}”, but other evidence speaks against it"
