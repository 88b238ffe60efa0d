"""Pairs of names that look alike and are not one another: no finding that fails a check by default."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest

from qa.config import Config
from qa.model import Anchor, Document, Entry, Finding, Form, Glossary, Segment, Severity, Status
from qa.names import NameIndex, compile_glossary
from qa.pipeline import check_document

from .conftest import table

FAILS = (Severity.MAJOR, Severity.CRITICAL)
SENTENCES = {
    "place": (
        "The mayor of {} spoke to reporters on Tuesday.",
        "Heavy rain fell on {} and its suburbs overnight.",
        "Officials in {} said that trade had grown by a fifth.",
        "{}'s parliament has yet to vote.",
    ),
    "person": (
        "{} told reporters that the talks had failed.",
        "A spokesman for {} declined to comment.",
        "The report names {} as one of the authors.",
        "{}'s letter was published in full.",
    ),
}


class Named(NamedTuple):
    type: str
    form: str
    native: str

    def entry(self) -> Entry:
        lang, _, native = self.native.partition(":")
        forms = [Form(self.form, "en", Status.PREFERRED)]
        if native != self.form:
            forms.append(Form(native, lang, Status.PREFERRED))
        return Entry(self.form.lower().replace(" ", "-"), self.type, tuple(forms))


def pairs() -> list[tuple[Named, Named]]:
    return [(Named(*row[:3]), Named(*row[3:])) for row in table("hard_pairs.tsv")]


PAIRS = pairs()
DIRECTIONS = [pytest.param(a, b, id=f"{a.form}-{b.form}") for pair in PAIRS for a, b in (pair, pair[::-1])]


def index(*named: Named) -> NameIndex:
    return compile_glossary(Glossary(tuple(sorted((n.entry() for n in named), key=lambda e: e.id))))


def serious(named: Named, glossary: NameIndex, source: str | None = None) -> list[Finding]:
    """Findings of major severity about names in sentences that hold the name, as right as it can be."""
    texts = [sentence.format(named.form) for sentence in SENTENCES[named.type]]
    segments = tuple(
        Segment(f"s{n}", text, (Anchor(0, n, 1),), source=source) for n, text in enumerate(texts, 1)
    )
    document = Document("-", segments, named.native.partition(":")[0] if source else None, "en")
    found = check_document(document, glossary, Config(day=dt.date(2024, 1, 1))).findings
    return [f for f in found if f.rule.startswith("name-") and f.severity in FAILS]


@pytest.mark.parametrize(("entry", "other"), DIRECTIONS)
def test_a_name_that_only_looks_like_an_entry_is_no_error(entry: Named, other: Named) -> None:
    assert serious(other, index(entry)) == []


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=f"{a.form}-{b.form}") for a, b in PAIRS])
def test_two_entries_that_look_alike_are_both_right(a: Named, b: Named) -> None:
    both = index(a, b)
    for named in (a, b):
        native = named.native.partition(":")[2]
        assert serious(named, both) == []
        assert serious(named, both, source=native) == []


def test_names_that_sound_alike_need_both_entries() -> None:
    shanxi, shaanxi = Named("place", "Shanxi", "zh:山西"), Named("place", "Shaanxi", "zh:陕西")
    assert serious(shanxi, index(shaanxi))  # the Pinyin of both is Shanxi
    assert not serious(shanxi, index(shanxi, shaanxi))
    assert not serious(shaanxi, index(shanxi, shaanxi))


def test_the_pairs_are_many() -> None:
    assert len(PAIRS) >= 9 + 40
    assert len({frozenset((a.form, b.form)) for a, b in PAIRS}) == len(PAIRS)
