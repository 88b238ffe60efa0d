"""What `qa.names.explain` finds out about one spelling: values to print, and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from qa.model import Mention
from qa.names.texts.reading import SourceName


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the target language that the spelling is; `valid` tells whether so on the day asked for.

    `match` is "as listed", "with other marks" (hyphens, capitals), "inflected" or "part of a longer text".
    """

    entry: str
    type: str
    lang: str
    form: str
    status: str
    since: dt.date | None
    until: dt.date | None
    note: str
    valid: bool
    match: str


@dataclass(frozen=True, slots=True)
class Letters:
    """A step of an alignment: letters of the form, letters of the spelling, the routes that write them so.

    No routes means that the letters were changed, added or lost.
    """

    form: str
    spelling: str
    cost: float
    routes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A form of a candidate aligned with the spelling; `cost` is the whole cost, `per_letter` what is judged.

    `edits` counts letters that no table explains. `steps` is empty where whole letters were compared.
    """

    lang: str
    form: str
    status: str
    table: str
    cost: float
    per_letter: float
    edits: int
    steps: tuple[Letters, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of the model with its weight and `contribution`, their product, in log-odds."""

    name: str
    meaning: str
    value: float
    weight: float
    contribution: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry near the spelling: how it is aligned, by which route it came, and how probable it is.

    `model` is the probability of the model alone, `probability` what is judged; `adjustment` says why the two
    differ, None where they do not. `forms` are all its forms, the closest first.
    """

    entry: str
    type: str
    preferred: str | None
    cost: float
    kind: str
    route: str
    model: float
    probability: float
    adjustment: str | None
    features: tuple[Feature, ...]
    forms: tuple[Aligned, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit that the decision was held against."""

    name: str
    value: float
    meaning: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the decision about one spelling comes about.

    `folded` is the spelling as it is compared, in the letters it seems to have; `latin` the romanizations it is
    looked up under. `frequency` is its Zipf frequency in the target language, `lists` the lists of known names it
    stands on. `source` are the entries that the source names, `missing` those of them that the spelling does not
    render. `mentions` is what reading the spelling gives, and `verdict` the same in words.
    """

    written: str
    target_lang: str
    day: dt.date | None
    folded: str
    latin: tuple[str, ...]
    hits: tuple[Hit, ...]
    candidates: tuple[Candidate, ...]
    frequency: float
    lists: tuple[str, ...]
    source: tuple[SourceName, ...]
    missing: tuple[SourceName, ...]
    thresholds: tuple[Threshold, ...]
    mentions: tuple[Mention, ...]
    verdict: tuple[str, ...]
