"""Which ways to send a text: chosen from the languages and from what a backend covers, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from qa.backtranslate.protocol import BackendInfo

Direction = tuple[str, str]
# English is the best-trained pivot of many-language models; German stands in for English itself.
_PIVOTS = ("en", "de", "fr", "es", "pt", "ru")
_FEW = 6


@dataclass(frozen=True, slots=True)
class Plan:
    """One trip: `legs` are the translations in order, `scores` what to force-decode besides.

    Each score is (name, from, to), where from and to are "target", "pivot" or "source": "target|pivot" is
    the probability of the target text given the pivot. Languages are base languages ("en" for "en-GB").
    """

    kind: Literal["pivot", "source"]
    source_lang: str
    pivot_lang: str
    legs: tuple[Direction, ...]
    scores: tuple[tuple[str, str, str], ...]

    def direction(self, given: str, wanted: str) -> Direction:
        """Languages of a score's two texts."""
        languages = {"target": self.source_lang}
        return languages.get(given, self.pivot_lang), languages.get(wanted, self.pivot_lang)


class Plans(NamedTuple):
    """The trips that can be made; `reason` says why there is none, None where there are some."""

    trips: tuple[Plan, ...]
    reason: str | None


def base(tag: str) -> str:
    """Base language of a BCP 47 tag: "en" for "en-GB" and "en_GB"."""
    return tag.replace("_", "-").partition("-")[0].lower()


def plan(target_lang: str | None, source_lang: str | None, info: BackendInfo) -> Plans:
    """Choose the trips of a text in `target_lang`, translated from `source_lang` where that is known.

    With a source language that the backend covers: one trip target → source, to be compared with the source.
    And, for what the target alone can show: one trip target → pivot → target where both legs are covered.
    """
    if not target_lang:
        return Plans((), "the language of the text is not known")
    target, source = base(target_lang), base(source_lang) if source_lang else None
    trips = [trip for trip in (_to_source(target, source, info), _by_pivot(target, info)) if trip]
    if trips:
        return Plans(tuple(trips), None)
    text = f"the text is in {target}" + (f", its source in {source}" if source else "")
    return Plans((), f"the {info.name} backend translates {_named(info)} only; {text}")


def covers(info: BackendInfo, given: str, wanted: str) -> bool:
    """Whether the backend takes this direction."""
    return given != wanted and (info.pairs is None or (given, wanted) in info.pairs)


def _to_source(target: str, source: str | None, info: BackendInfo) -> Plan | None:
    if source is None or not covers(info, target, source):
        return None
    scores = [("source|target", "target", "source")]
    if covers(info, source, target):
        scores.append(("target|source", "source", "target"))
    return Plan("source", target, source, ((target, source),), tuple(scores))


def _by_pivot(target: str, info: BackendInfo) -> Plan | None:
    """The first pivot with both legs covered."""
    known = sorted({b for a, b in info.pairs if a == target}) if info.pairs is not None else []
    for pivot in dict.fromkeys((*_PIVOTS, *known)):
        if covers(info, target, pivot) and covers(info, pivot, target):
            legs = ((target, pivot), (pivot, target))
            alone = [("target", "target", "target")] if target in info.reads else []
            both = [("target|pivot", "pivot", "target"), ("pivot|target", "target", "pivot")]
            return Plan("pivot", target, pivot, legs, (*both, *alone))
    return None


def _named(info: BackendInfo) -> str:
    """The pairs in words; a model for every pair of many languages is told by their number."""
    pairs = sorted(info.pairs or ())
    if len(pairs) > _FEW:
        return f"between {len({a for a, _ in pairs})} languages"
    return " and ".join(f"{a}-{b}" for a, b in pairs) or "nothing"
