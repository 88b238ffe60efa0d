"""Laws of laying one glossary over another."""

from __future__ import annotations

from hypothesis import example, given

from qa.glossary import validity
from qa.glossary.diff import diff
from qa.glossary.lines import join
from qa.glossary.overlay import lay_over
from qa.glossary.table import Line, Row

from .strategies import glossaries

SAMPLE_DAYS = [
    "0001-01-01",
    "1999-12-31",
    "2000-01-01",
    "2010-06-15",
    "2024-02-29",
    "2024-09-18",
    "2024-09-19",
    "2025-01-01",
]


def on(rows: list[Row], day: str, entry: str, lang: str) -> dict[str, str]:
    return {
        row.form: row.status
        for row in rows
        if (row.entry, row.lang) == (entry, lang) and row.since <= day and (not row.until or day <= row.until)
    }


FIRST_DAY = [Row("kyiv", "place", "en", "Kyiv", "preferred", "0001-01-01", "", "")]


@given(glossaries(), glossaries())
@example([Row("kyiv", "place", "en", "Kiev", "preferred", "", "", "")], FIRST_DAY)
def test_an_overlay_of_sound_glossaries_is_sound(base: list[Row], later: list[Row]) -> None:
    rows = lay_over(base, later)
    assert validity.faults([Line(n, join(row), row, ()) for n, row in enumerate(rows, 2)]) == []
    assert set(later) <= set(rows)


@given(glossaries(), glossaries())
def test_each_day_has_what_the_later_says_and_no_second_preferred_form(
    base: list[Row], later: list[Row]
) -> None:
    rows = lay_over(base, later)
    for entry, lang in {(row.entry, row.lang) for row in rows}:
        named = {row.form for row in later if (row.entry, row.lang) == (entry, lang)}
        for day in SAMPLE_DAYS:
            before, over, after = (on(part, day, entry, lang) for part in (base, later, rows))
            wanted = {form: status for form, status in before.items() if form not in named} | over
            if "preferred" in over.values():
                wanted = {
                    form: "admitted" if status == "preferred" and form not in over else status
                    for form, status in wanted.items()
                }
            assert after == wanted


@given(glossaries())
def test_laying_over_nothing_or_itself_changes_nothing(rows: list[Row]) -> None:
    assert (
        diff(lay_over(rows, []), rows)
        == diff(lay_over([], rows), rows)
        == diff(lay_over(rows, rows), rows)
        == ()
    )


@given(glossaries(), glossaries())
def test_a_difference_is_seen_from_both_sides(one: list[Row], other: list[Row]) -> None:
    there, back = diff(one, other), diff(other, one)
    assert [change.entry for change in there] == [change.entry for change in back]
    assert (there == ()) == (sorted(one) == sorted(other))
