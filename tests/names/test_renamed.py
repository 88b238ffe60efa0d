"""A renamed place: by the day of a text; where none is known, by the name that is nearest, else the newest."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.config import Config
from qa.model import Anchor, Document, Entry, Form, Glossary, Segment, Status
from qa.names import Lexicon, NameIndex, compile_glossary
from qa.names.explain import explain
from qa.names.lexicon.lexicon import Name
from qa.pipeline import check_document

PREFERRED, DEPRECATED, ADMITTED = Status.PREFERRED, Status.DEPRECATED, Status.ADMITTED
FIRST, SECOND = dt.date(2016, 5, 1), dt.date(2024, 9, 26)
BEFORE, BETWEEN, AFTER = dt.date(2010, 1, 1), dt.date(2020, 1, 1), dt.date(2025, 1, 1)
# Three names, one after the other, the newest first in the alphabet and the oldest in the middle.
FORMS = (
    Form("Berestyn", "en", PREFERRED, since=SECOND),
    Form("Krasnohrad", "en", PREFERRED, until=FIRST - dt.timedelta(1)),
    Form("Vyshnohrad", "en", PREFERRED, since=FIRST, until=SECOND - dt.timedelta(1)),
    Form("Krasnohrad", "en", DEPRECATED, since=SECOND, note="Soviet-era name"),
    Form("Vyshnohrad", "en", ADMITTED, since=SECOND),
    Form("Krasnograd", "en", DEPRECATED, note="Russian-based romanization"),
    Form("Berestin", "es", PREFERRED, since=SECOND),
    Form("Берестин", "uk", PREFERRED, since=SECOND),
)
NEWEST = [(None, "Berestyn"), (BEFORE, "Krasnohrad"), (BETWEEN, "Vyshnohrad"), (AFTER, "Berestyn")]


def index() -> NameIndex:
    return compile_glossary(Glossary((Entry("berestyn", "place", FORMS),)))


def found(text: str, day: dt.date | None, source: str | None = None) -> list[tuple[str, str, str | None]]:
    segment = Segment("s1", text, (Anchor(0, 1, 1),), source=source)
    document = Document("case", (segment,), "uk" if source else None, "en")
    checked = check_document(document, index(), Config(day=day))
    return [(f.rule, f.text, f.suggestion) for f in checked.findings]


@pytest.mark.parametrize(("day", "right"), NEWEST)
def test_the_name_of_the_day_is_suggested(day: dt.date | None, right: str) -> None:
    assert found("A blast in Berestin shook it.", day) == [("name-unlisted", "Berestin", right)]
    missing = [("name-missing", "Берестині", right)]
    assert found("A blast in the city shook it.", day, "Вибух у Берестині.") == missing


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("A blast in Berestin shook it.", "Berestyn"),
        ("A blast in Berestinn shook it.", "Berestyn"),
        ("A blast in Krasnograd shook it.", "Krasnohrad"),
        ("A blast in Krasnohrahd shook it.", "Krasnohrad"),
        ("A blast in Vyshnohrat shook it.", "Vyshnohrad"),
    ],
)
def test_without_a_day_the_nearest_name_is_suggested(text: str, right: str) -> None:
    assert [suggestion for _, _, suggestion in found(text, None)] == [right]
    explained = explain(Lexicon(index(), "en"), text.split()[3])
    assert [candidate.preferred for candidate in explained.candidates] == [right]


@pytest.mark.parametrize(("day", "right"), NEWEST)
def test_the_order_of_forms_does_not_matter(day: dt.date | None, right: str) -> None:
    for forms in permutations(FORMS[:5]):
        entry = Entry("berestyn", "place", forms)
        assert Name(entry, "en", day).suggestion == right
        assert entry.preferred_in("en", day) in FORMS


def test_without_a_day_every_name_may_stand() -> None:
    assert found("In Berestyn, once Vyshnohrad, once Krasnohrad, it was calm.", None) == []
    assert found("In Krasnohrad it was calm.", AFTER) == [("name-variant", "Krasnohrad", "Berestyn")]


def test_a_language_without_a_preferred_form_has_no_suggestion() -> None:
    entry = Entry("berestyn", "place", FORMS[3:5])
    assert entry.preferred_in("en", None) is None
    assert Lexicon(index(), "de").name(0).suggestion is None


_BOUND = (
    st.none()
    | st.dates(dt.date(2010, 1, 1), dt.date(2010, 3, 1))
    | st.sampled_from([dt.date.min, dt.date.max])
)


@given(
    st.lists(st.tuples(_BOUND, _BOUND), min_size=1, max_size=4),
    st.dates(dt.date(2009, 12, 30), dt.date(2010, 3, 5)) | st.sampled_from([dt.date.min, dt.date.max]),
)
def test_one_day_stands_for_all_on_which_the_same_forms_hold(
    spans: list[tuple[dt.date | None, dt.date | None]], day: dt.date
) -> None:
    entry = Entry(
        "a", "place", tuple(Form(f"Form {n}", "en", ADMITTED, s, u) for n, (s, u) in enumerate(spans))
    )
    compiled = compile_glossary(Glossary((entry,)))
    first = compiled.since(day)
    assert first <= day
    assert entry.listed_in("en", first) == entry.listed_in("en", day)
    assert compiled.since(first) == first
