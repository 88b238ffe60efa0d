"""TBX of every version, dialect and style: what is read, and that nothing is lost on a way there and back."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings

from qa.errors import GlossaryError
from qa.glossary import table
from qa.glossary.exporters import ExportOptions
from qa.glossary.exporters import run as export
from qa.glossary.importers import Options
from qa.glossary.importers import run as read
from qa.glossary.merge import merge
from qa.glossary.table import Row

from .strategies import glossaries

FOLDER = Path(__file__).parent / "tbx"
FIXTURES = sorted(path.name for path in FOLDER.glob("*.tbx"))


def rows_of(path: Path, options: Options | None = None) -> list[Row]:
    return sorted(merge([], read(path, "tbx", options or Options()).concepts).new)


def golden(name: str) -> list[Row]:
    return [line.row for line in table.read((FOLDER / name).with_suffix(".csv")).lines]


def test_every_dialect_has_a_fixture() -> None:
    v3 = {f"v3-{dialect}-{style}.tbx" for dialect, style in product(["core", "min", "basic"], ["dca", "dct"])}
    assert set(FIXTURES) == v3 | {"v2-basic.tbx", "v2-min.tbx", "v2-default.tbx"}


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_reads_as_its_golden_glossary(name: str) -> None:
    assert rows_of(FOLDER / name) == golden(name)


def test_both_styles_say_the_same() -> None:
    for dialect in ("core", "min", "basic"):
        assert golden(f"v3-{dialect}-dca.tbx") == golden(f"v3-{dialect}-dct.tbx")


def test_what_a_glossary_cannot_hold_is_told() -> None:
    dropped = read(FOLDER / "v3-basic-dct.tbx", None, Options()).dropped
    assert "1 × definition" in dropped
    assert "1 × context" in dropped


def test_languages_can_be_chosen() -> None:
    assert {row.lang for row in rows_of(FOLDER / "v2-basic.tbx", Options(langs=("uk",)))} == {"uk"}


@pytest.mark.parametrize("style", ["dca", "dct"])
@pytest.mark.parametrize("dialect", ["min", "basic"])
@given(rows=glossaries())
@settings(max_examples=40)
def test_a_round_trip_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, dialect: str, style: str, rows: list[Row]
) -> None:
    path = tmp_path_factory.mktemp("tbx") / "x.tbx"
    made = export("tbx", rows, ExportOptions(dialect=dialect, style=style))  # type: ignore[arg-type]
    assert made.lost == ()
    path.write_bytes(made.files[0][1])
    assert rows_of(path) == sorted(rows)


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_comes_back_from_version_3(tmp_path: Path, name: str) -> None:
    made = export("tbx", golden(name), ExportOptions(dialect="basic", style="dct"))
    (tmp_path / "x.tbx").write_bytes(made.files[0][1])
    assert rows_of(tmp_path / "x.tbx") == golden(name)


def test_core_says_what_it_cannot_hold(tmp_path: Path) -> None:
    rows = golden("v3-basic-dca.tbx")
    made = export("tbx", rows, ExportOptions(dialect="core"))
    assert [line.partition(":")[0] for line in made.lost] == [
        "types of 2 entries, status of their forms",
        "1 deprecated forms",
    ]
    (tmp_path / "x.tbx").write_bytes(made.files[0][1])
    assert {row.form for row in rows_of(tmp_path / "x.tbx")} == {
        row.form for row in rows if row.status != "deprecated"
    }


@pytest.mark.parametrize("entry", ["2022-invasion", "g7", "mh17", "a:b", "_x", "Ünïted", "a--b"])
def test_ids_survive_as_xml_names(tmp_path: Path, entry: str) -> None:
    row = Row(entry, "event", "en", "Name", "preferred", "", "", "")
    (tmp_path / "x.tbx").write_bytes(export("tbx", [row], ExportOptions()).files[0][1])
    assert rows_of(tmp_path / "x.tbx") == [row]


HOSTILE = [
    ("<martif><text>", r":1:\d+: not well-formed XML"),
    ("", "not well-formed XML"),
    ("<html/>", "the root is 'html'; expected martif"),
    ('<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>', "declares XML entities"),
    ('<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>', "declares XML entities"),
]


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_broken_or_hostile_xml_is_one_line(tmp_path: Path, text: str, expected: str) -> None:
    path = tmp_path / "x.tbx"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GlossaryError, match=expected) as caught:
        read(path, None, Options())
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_markup_inside_a_term_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "x.tbx"
    path.write_text(
        '<tbx><text><body><conceptEntry id="c1"><langSec xml:lang="en"><termSec>'
        "<term>Nova <hi>Kakhovka</hi> dam</term> stray "
        "</termSec></langSec></conceptEntry></body></text></tbx>"
    )
    assert [row.form for row in rows_of(path)] == ["Nova Kakhovka dam"]


def test_terms_that_no_row_can_hold_are_told(tmp_path: Path) -> None:
    path = tmp_path / "x.tbx"
    path.write_text(
        '<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1">'
        '<langSec xml:lang="english"><termSec><term>Kyiv</term></termSec></langSec>'
        '<langSec xml:lang="en"><termSec><term> </term></termSec></langSec>'
        "</conceptEntry></body></text></tbx>"
    )
    dropped = read(path, None, Options()).dropped
    assert dropped == (
        "line 1: 'Kyiv' (english) is no row: 'english' is not a language tag; expected one such as en, uk, ar or en-GB",
        "line 1: '' (en) is no row: there is no name",
        "line 1: concept 'c1' has no usable term",
    )
