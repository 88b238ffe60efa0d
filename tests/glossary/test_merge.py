"""Merging: nothing known is changed, nothing that contradicts it gets in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.glossary import validity
from qa.glossary.exchange import Concept, Name
from qa.glossary.lines import join
from qa.glossary.merge import conflict_rows, merge
from qa.glossary.table import Line, Row
from qa.text import APOSTROPHES

from .strategies import glossaries, rows

names = rows().map(lambda row: Name(*row[2:]))
concepts = st.lists(
    st.builds(
        Concept,
        st.sampled_from(["", "c1", "kyiv", "new-one"]),
        st.sampled_from(["", "place", "person"]),
        st.lists(names, min_size=1, max_size=6).map(tuple),
    ),
    max_size=5,
)


def as_concepts(rows: list[Row]) -> list[Concept]:
    return [
        Concept(entry, next(row.type for row in rows if row.entry == entry), own, True)
        for entry in dict.fromkeys(row.entry for row in rows)
        for own in [tuple(Name(*row[2:]) for row in rows if row.entry == entry)]
    ]


def lines(rows: list[Row]) -> list[Line]:
    return [Line(number, join(row), row, ()) for number, row in enumerate(rows, 2)]


@given(glossaries())
def test_merging_a_glossary_with_itself_brings_nothing(rows: list[Row]) -> None:
    result = merge(rows, as_concepts(rows))
    assert (result.new, result.conflicts, result.entries) == ((), (), ())
    assert len(result.same) == len(rows)


@given(glossaries())
def test_merging_into_nothing_brings_everything(rows: list[Row]) -> None:
    result = merge([], as_concepts(rows))
    assert sorted(result.new) == sorted(rows)
    assert result.conflicts == ()


@given(glossaries(), concepts)
def test_the_outcome_is_sound_and_every_name_is_accounted_for(
    rows: list[Row], brought: list[Concept]
) -> None:
    result = merge(rows, brought)
    assert validity.faults(lines([*rows, *result.new])) == []
    total = sum(len(concept.names) for concept in brought)
    assert len(result.new) + len(result.same) + len(result.conflicts) == total


@given(glossaries(), concepts)
def test_merging_again_brings_nothing_new(rows: list[Row], brought: list[Concept]) -> None:
    once = merge(rows, brought)
    ids = {row.entry for row in once.new}
    again = merge([*rows, *once.new], as_concepts([row for row in once.new if row.entry in ids]))
    assert again.new == ()


KYIV = [
    Row("kyiv", "place", "en", "Kyiv", "preferred", "", "", ""),
    Row("kyiv", "place", "uk", "Київ", "preferred", "", "", ""),
    Row("georgia", "place", "en", "Georgia", "preferred", "", "", ""),
    Row("georgia", "place", "uk", "Грузія", "preferred", "", "", ""),
]


def test_a_concept_is_known_by_its_native_name() -> None:
    brought = Concept("Q1899", "place", (Name("uk", "Київ", "preferred"), Name("de", "Kiew", "preferred")))
    result = merge(KYIV, [brought])
    assert result.new == (Row("kyiv", "place", "de", "Kiew", "preferred", "", "", ""),)
    assert [row.form for row in result.same] == ["Київ"]


def test_another_preferred_form_is_a_conflict_and_changes_nothing() -> None:
    brought = Concept("", "", (Name("uk", "Київ", "preferred"), Name("en", "Kiev", "preferred")))
    (conflict,) = merge(KYIV, [brought]).conflicts
    assert conflict.reason == "the glossary prefers 'Kyiv' in en, the import 'Kiev'"
    assert conflict_rows([conflict])[0].note == f"{conflict.reason}."


@pytest.mark.parametrize(
    ("there", "brought", "reason"),
    [
        ("preferred", "deprecated", "'Lviv' is preferred for lviv, deprecated for kyiv in the import"),
        ("deprecated", "preferred", "'Lviv' is deprecated for lviv, preferred for kyiv in the import"),
        ("preferred", "admitted", None),
        ("deprecated", "deprecated", None),
    ],
)
def test_what_one_entry_prefers_no_other_deprecates(there: str, brought: str, reason: str | None) -> None:
    lviv = Row("lviv", "place", "en", "Lviv", there, "", "", "")
    kyiv = Row("kyiv", "place", "uk", "Київ", "preferred", "", "", "")
    result = merge([lviv, kyiv], [Concept("kyiv", "", (Name("en", "Lviv", brought),), own=True)])
    assert [conflict.reason for conflict in result.conflicts] == ([] if reason is None else [reason])
    assert len(result.new) == (reason is None)
    days = merge(
        [lviv._replace(until="2024-09-18"), kyiv],
        [Concept("kyiv", "", (Name("en", "Lviv", brought, "2024-09-19"),), own=True)],
    )
    assert days.conflicts == ()


def test_names_in_a_script_of_their_own_tell_things_apart() -> None:
    state = Concept("", "place", (Name("en", "Georgia", "preferred"), Name("uk", "Джорджія", "preferred")))
    assert merge(KYIV, [state]).entries == ("georgia-2",)


def test_types_tell_things_apart() -> None:
    person = Concept("", "person", (Name("en", "Georgia", "preferred"),))
    assert merge(KYIV, [person]).entries == ("georgia-2",)


def test_a_concept_that_could_be_two_entries_is_left_to_an_editor() -> None:
    twins = [*KYIV, Row("georgia-us", "place", "en", "Georgia", "preferred", "", "", "")]
    result = merge(twins, [Concept("", "place", (Name("en", "Georgia", "preferred"),))])
    assert [conflict.reason for conflict in result.conflicts] == [
        "could belong to georgia or georgia-us; add it by hand"
    ]


def test_a_change_of_status_or_days_is_a_conflict() -> None:
    for name in (Name("en", "Kyiv", "deprecated"), Name("en", "Kyiv", "preferred", "2020-01-01")):
        (conflict,) = merge(KYIV, [Concept("kyiv", "place", (name,), own=True)]).conflicts
        assert conflict.reason.startswith("'Kyiv' is preferred in the glossary")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (Name("en", "Lvov", "preferred"), "the import prefers 'Lviv' in en, further down 'Lvov'"),
        (Name("en", "Lviv", "deprecated"), "'Lviv' is preferred in the import, deprecated further down"),
    ],
)
def test_what_contradicts_itself_is_not_laid_to_the_glossary(name: Name, reason: str) -> None:
    (conflict,) = merge(KYIV, [Concept("", "place", (Name("en", "Lviv", "preferred"), name))]).conflicts
    assert conflict.reason == reason


def test_an_id_is_read_off_the_english_name() -> None:
    brought = [
        Concept("c12", "", (Name("uk", "Краматорськ", "preferred"), Name("en", "Kramatorsk’", "preferred"))),
        Concept("", "", (Name("ar", "درعا", "preferred"),)),
        Concept("Łódź voivodeship", "", (Name("ru", "Лодзь", "preferred"),)),
    ]
    ids = merge([], brought).entries
    assert ids[0] == "kramatorsk"
    assert ids[1].startswith("entry-")
    assert ids[2] == "lodz-voivodeship"


@pytest.mark.parametrize("apostrophe", APOSTROPHES)
def test_an_apostrophe_is_an_apostrophe(apostrophe: str) -> None:
    rows = [Row("kupiansk", "place", "uk", "Куп’янськ", "preferred", "", "", "")]
    name = Name("uk", f"Куп{apostrophe}янськ", "preferred")
    for concept in (Concept("kupiansk", "place", (name,), own=True), Concept("", "place", (name,))):
        result = merge(rows, [concept])
        assert (result.new, result.conflicts) == ((), ())
        assert [row.entry for row in result.same] == ["kupiansk"]
    wrong = Concept("kupiansk", "place", (name._replace(status="deprecated"),), own=True)
    (conflict,) = merge(rows, [wrong]).conflicts
    assert conflict.reason.endswith("is preferred in the glossary, deprecated in the import")


def test_who_names_an_entry_gets_no_other() -> None:
    twins = [*KYIV, Row("georgia-us", "place", "en", "Georgia", "preferred", "", "", "")]
    tbilisi = Concept(
        "tbilisi", "place", (Name("de", "Tiflis", "preferred"), Name("en", "Georgia", "admitted")), True
    )
    for before, whose in ((KYIV, "georgia"), (twins, "georgia or georgia-us")):
        result = merge(before, [tbilisi], named=True)
        assert (result.new, result.same, result.entries) == ((), (), ())
        assert [(c.row.entry, c.row.form) for c in result.conflicts] == [
            ("tbilisi", "Tiflis"),
            ("tbilisi", "Georgia"),
        ]
        assert {c.reason for c in result.conflicts} == {
            f"'Georgia' is a form of {whose}; add to that entry, or tell the two apart by a native form"
        }
    state = (Name("en", "Georgia", "preferred"), Name("uk", "Джорджія", "preferred"))
    assert merge(KYIV, [Concept("georgia-us", "place", state, True)], named=True).entries == ("georgia-us",)
