"""Canonical layout: idempotent, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import GlossaryError
from qa.glossary.fmt import canonical_text
from qa.glossary.lines import HEADER, join
from qa.glossary.lint import lint
from qa.glossary.table import Row, Table, parse

from .strategies import rows

comments = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20).map(
    lambda text: "#" + text.rstrip().rstrip(",")
)
lines = st.lists(rows().map(join) | comments | st.sampled_from(["", ",,,,,,,", "  "]), max_size=25)


def fmt(text: str) -> str:
    return canonical_text(parse(text.encode(), "g.csv"))


def content(table: Table) -> tuple[list[Row], list[str]]:
    kept = [*table.head, *table.tail, *(comment for line in table.lines for comment in line.comments)]
    return sorted({line.row for line in table.lines}), sorted(kept)


MESSY = f"""\ufeff# About this file\r
\r
{HEADER}\r
# Rivers\r
dnieper,Place,EN,"Dnieper",Preferred,,,\r
,,,,,,,\r
# The capital,,,,,,,\r
kyiv,place,en, Kyiv ,preferred,,,"no ""e"", please"\r
kyiv,place,en,Kiev,deprecated,,,"Russian, old"\r
"# a spreadsheet, quoted",,,,,,,\r
dnieper,place,en,Dnieper,preferred,,,\r
# The end\r
"""
TIDY = f"""\
# About this file
{HEADER}
# Rivers
# a spreadsheet, quoted
dnieper,place,en,Dnieper,preferred,,,
kyiv,place,en,Kiev,deprecated,,,"Russian, old"
# The capital
kyiv,place,en,Kyiv,preferred,,,"no ""e"", please"
# The end
"""


@pytest.mark.parametrize(
    ("tag", "usual"), [("eng", "en"), ("UKR", "uk"), ("iw", "he"), ("en-uk", "en-GB"), ("zh-hant", "zh-Hant")]
)
def test_a_language_has_one_tag(tag: str, usual: str) -> None:
    assert (
        fmt(f"{HEADER}\nkyiv,place,{tag},Kyiv,preferred,,,\n")
        == f"{HEADER}\nkyiv,place,{usual},Kyiv,preferred,,,\n"
    )


def test_a_messy_file_becomes_tidy() -> None:
    assert fmt(MESSY) == TIDY
    assert fmt(TIDY) == TIDY


@given(lines, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]), comments)
def test_fmt_is_idempotent_and_loses_nothing(body: list[str], end: str, mark: str, head: str) -> None:
    text = mark + end.join([head, HEADER, *body])
    once = fmt(text)
    assert fmt(once) == once
    assert content(parse(once.encode(), "g.csv")) == content(parse(text.encode(), "g.csv"))
    assert [f for f in lint(parse(once.encode(), "g.csv")) if f.rule == "layout"] == []


@given(lines)
def test_lint_asks_for_fmt_exactly_when_fmt_would_change_something(body: list[str]) -> None:
    text = "\n".join([HEADER, *body]) + "\n"
    asked = any(f.rule == "layout" for f in lint(parse(text.encode(), "g.csv")))
    assert asked == (fmt(text) != text)


@given(
    st.lists(rows().map(join), max_size=8).flatmap(
        lambda body: st.tuples(st.just(body), st.permutations(body))
    )
)
def test_the_order_of_rows_changes_nothing(bodies: tuple[list[str], list[str]]) -> None:
    one, other = ("\n".join([HEADER, *body]) for body in bodies)
    assert fmt(one) == fmt(other)


@pytest.mark.parametrize("body", ["a,b", 'x,place,en,"X,preferred,,,', "x,place,en,\x00,preferred,,,"])
def test_a_file_with_a_line_that_cannot_be_read_is_refused(body: str) -> None:
    with pytest.raises(GlossaryError, match=r"^g\.csv:2:\d+: "):
        fmt(f"{HEADER}\n{body}\n")
